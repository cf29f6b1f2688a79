package codec

import (
	commonpb "go.temporal.io/api/common/v1"
	"google.golang.org/protobuf/encoding/protojson"

	"jiangxin/domain/fault"
)

// Reveal is the body of the decode endpoint that the Temporal UI calls: request and answer are a
// commonpb.Payloads in protobuf's JSON, {"payloads":[…]}. There is no encode endpoint. The caller
// checks the session, the operator's role and the body's size first.
//
// A payload that does not decrypt comes back as it came, so that one damaged payload or one lost key
// does not blind the operator to all others on the page.
func (c *Codec) Reveal(body []byte) ([]byte, error) {
	var in commonpb.Payloads
	if err := (protojson.UnmarshalOptions{DiscardUnknown: true}).Unmarshal(body, &in); err != nil {
		return nil, fault.New(fault.Malformed,
			"请求不是 Temporal 的 payloads JSON", "the request is not Temporal's payloads JSON").Because(err)
	}
	answer, err := protojson.Marshal(&commonpb.Payloads{Payloads: c.DecodeEach(in.GetPayloads())})
	if err != nil {
		return nil, unreadable(err)
	}
	return answer, nil
}

// DecodeEach decodes what it can and leaves the rest as it came.
func (c *Codec) DecodeEach(payloads []*commonpb.Payload) []*commonpb.Payload {
	out := make([]*commonpb.Payload, len(payloads))
	for i, p := range payloads {
		plain, err := c.decode(p)
		if err != nil {
			plain = p
		}
		out[i] = plain
	}
	return out
}
