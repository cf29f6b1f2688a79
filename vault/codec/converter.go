package codec

import (
	"go.temporal.io/sdk/converter"
	"go.temporal.io/sdk/temporal"

	"jiangxin/vault"
)

// NewDataConverter is the SDK's default converter (JSON) behind the codec. Give it to every Temporal
// client; workers take it from their client.
func NewDataConverter(keys *vault.Keyring) converter.DataConverter {
	return converter.NewCodecDataConverter(converter.GetDefaultDataConverter(), New(keys))
}

// NewFailureConverter encrypts the message and stack trace of every failure too: an error's text may
// quote what a person typed. The UI shows them through the decode endpoint.
func NewFailureConverter(keys *vault.Keyring) converter.FailureConverter {
	return temporal.NewDefaultFailureConverter(temporal.DefaultFailureConverterOptions{
		DataConverter:          NewDataConverter(keys),
		EncodeCommonAttributes: true,
	})
}
