// Package codec encrypts what Temporal stores: every payload of every workflow passes it on its way
// to the server, so that history, memo, summary and details lie there as ciphertext.
//
// Operators still read the static summary and the current details in the Temporal UI: the UI sends
// them to the API's decode endpoint (Reveal). Search attributes never pass a codec, because the
// server must compare them; they, workflow ids and failure types therefore never hold personal data.
package codec

import (
	commonpb "go.temporal.io/api/common/v1"
	"go.temporal.io/sdk/converter"
	"google.golang.org/protobuf/proto"

	"jiangxin/domain/fault"
	"jiangxin/vault"
)

const (
	// Encoding is the metadata encoding of an encrypted payload.
	Encoding = "binary/encrypted"
	// MetadataKeyID is the metadata field that holds the id of the key.
	MetadataKeyID = "encryption-key-id"

	purpose = "temporal-payload"
)

// Codec is a converter.PayloadCodec that encrypts with AES-256-GCM under the keyring's current key.
// The whole payload is encrypted, its own metadata included. Old keys decode as long as the keyring
// holds them, which must be as long as any history under them is kept.
type Codec struct {
	keys *vault.Keyring
}

var _ converter.PayloadCodec = (*Codec)(nil)

// New returns the codec over the keyring.
func New(keys *vault.Keyring) *Codec { return &Codec{keys: keys} }

// Encode encrypts the payloads; one that is encrypted already stays as it is.
func (c *Codec) Encode(payloads []*commonpb.Payload) ([]*commonpb.Payload, error) {
	return each(payloads, func(p *commonpb.Payload) (*commonpb.Payload, error) {
		if encrypted(p) {
			return p, nil
		}
		plain, err := proto.Marshal(p)
		if err != nil {
			return nil, unreadable(err)
		}
		id, box := c.keys.Encrypt(purpose, "", plain)
		return &commonpb.Payload{
			Metadata: map[string][]byte{
				converter.MetadataEncoding: []byte(Encoding),
				MetadataKeyID:              []byte(id),
			},
			Data: box,
		}, nil
	})
}

// Decode decrypts the payloads; one that is not encrypted stays as it is.
func (c *Codec) Decode(payloads []*commonpb.Payload) ([]*commonpb.Payload, error) {
	return each(payloads, c.decode)
}

func (c *Codec) decode(p *commonpb.Payload) (*commonpb.Payload, error) {
	if !encrypted(p) {
		return p, nil
	}
	plain, err := c.keys.Decrypt(string(p.GetMetadata()[MetadataKeyID]), purpose, "", p.GetData())
	if err != nil {
		return nil, err
	}
	var out commonpb.Payload
	if err := proto.Unmarshal(plain, &out); err != nil {
		return nil, unreadable(err)
	}
	return &out, nil
}

func encrypted(p *commonpb.Payload) bool {
	return string(p.GetMetadata()[converter.MetadataEncoding]) == Encoding
}

func each(in []*commonpb.Payload, f func(*commonpb.Payload) (*commonpb.Payload, error)) ([]*commonpb.Payload, error) {
	out := make([]*commonpb.Payload, len(in))
	for i, p := range in {
		var err error
		if out[i], err = f(p); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func unreadable(cause error) error {
	return fault.New(fault.Internal,
		"流程数据无法编码或解码，请联系管理员",
		"a workflow payload cannot be encoded or decoded; tell the administrator").Because(cause)
}
