package codec_test

import (
	"encoding/base64"
	"errors"
	"strings"
	"testing"

	commonpb "go.temporal.io/api/common/v1"
	"go.temporal.io/sdk/converter"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
	"pgregory.net/rapid"

	"jiangxin/domain/fault"
	"jiangxin/vault"
	"jiangxin/vault/codec"
)

func keys(t testing.TB, ids ...string) *vault.Keyring {
	t.Helper()
	var list []string
	for _, id := range ids {
		key := []byte(strings.Repeat(id+"-0123456789", 4)[:vault.KeySize])
		list = append(list, id+":"+base64.StdEncoding.EncodeToString(key))
	}
	ring, err := vault.ParseKeyring(strings.Join(list, ","))
	if err != nil {
		t.Fatal(err)
	}
	return ring
}

func TestAnyPayloadComesBackEqualAndShowsNothingInBetween(t *testing.T) {
	t.Parallel()
	c := codec.New(keys(t, "a"))
	rapid.Check(t, func(t *rapid.T) {
		in := &commonpb.Payload{
			Metadata: map[string][]byte{"encoding": []byte("json/plain"), "x": rapid.SliceOf(rapid.Byte()).Draw(t, "meta")},
			Data:     rapid.SliceOfN(rapid.Byte(), 8, 4096).Draw(t, "data"),
		}
		sealed, err := c.Encode([]*commonpb.Payload{in})
		if err != nil {
			t.Fatal(err)
		}
		if string(sealed[0].Metadata["encoding"]) != codec.Encoding || string(sealed[0].Metadata[codec.MetadataKeyID]) != "a" || len(sealed[0].Metadata) != 2 {
			t.Fatalf("metadata %v", sealed[0].Metadata)
		}
		if strings.Contains(string(sealed[0].Data), string(in.Data)) {
			t.Fatal("the data is readable")
		}
		twice, err := c.Encode(sealed)
		if err != nil || !proto.Equal(twice[0], sealed[0]) {
			t.Fatalf("an encrypted payload was encrypted again: %v", err)
		}
		out, err := c.Decode(sealed)
		if err != nil || !proto.Equal(out[0], in) {
			t.Fatalf("got %v, %v", out, err)
		}
	})
}

func TestEveryFlippedBitOfAPayloadIsDetected(t *testing.T) {
	t.Parallel()
	c := codec.New(keys(t, "a"))
	sealed, _ := c.Encode([]*commonpb.Payload{{Data: []byte("等待市人社部门受理")}})
	for i := range sealed[0].Data {
		broken := proto.CloneOf(sealed[0])
		broken.Data[i] ^= 0x10
		if _, err := c.Decode([]*commonpb.Payload{broken}); !fault.Is(err, fault.Internal) {
			t.Fatalf("byte %d: got %v", i, err)
		}
	}
}

func TestHistoriesUnderAnOldKeyStillDecode(t *testing.T) {
	t.Parallel()
	sealed, err := codec.NewDataConverter(keys(t, "old")).ToPayload("三年前的申请")
	if err != nil {
		t.Fatal(err)
	}
	var got string
	if err := codec.NewDataConverter(keys(t, "new", "old")).FromPayload(sealed, &got); err != nil || got != "三年前的申请" {
		t.Errorf("got %q, %v", got, err)
	}
	if err := codec.NewDataConverter(keys(t, "new")).FromPayload(sealed, &got); err == nil {
		t.Error("it decoded without the old key")
	}
}

func TestAFailureLeavesNoReadableTextInHistory(t *testing.T) {
	t.Parallel()
	fc := codec.NewFailureConverter(keys(t, "a"))
	failure := fc.ErrorToFailure(errors.New("the officer wrote 张三"))
	if strings.Contains(failure.String(), "officer") {
		t.Errorf("readable: %s", failure)
	}
	if err := fc.FailureToError(failure); !strings.Contains(err.Error(), "the officer wrote 张三") {
		t.Errorf("got %v", err)
	}
}

func TestTheDecodeEndpointRevealsWhatItCanAndLeavesTheRest(t *testing.T) {
	t.Parallel()
	mine := codec.New(keys(t, "a"))
	summary, _ := converter.GetDefaultDataConverter().ToPayload("等待：市人社部门受理")
	sealed, _ := mine.Encode([]*commonpb.Payload{summary})
	foreign, _ := codec.New(keys(t, "b")).Encode([]*commonpb.Payload{summary})
	body, _ := protojson.Marshal(&commonpb.Payloads{Payloads: []*commonpb.Payload{sealed[0], foreign[0], summary}})

	answer, err := mine.Reveal(body)
	if err != nil {
		t.Fatal(err)
	}
	var out commonpb.Payloads
	if err := protojson.Unmarshal(answer, &out); err != nil {
		t.Fatal(err)
	}
	if len(out.Payloads) != 3 || !proto.Equal(out.Payloads[0], summary) || !proto.Equal(out.Payloads[1], foreign[0]) || !proto.Equal(out.Payloads[2], summary) {
		t.Errorf("got %v", out.Payloads)
	}
	if _, err := mine.Reveal([]byte("<html>")); !fault.Is(err, fault.Malformed) {
		t.Errorf("want Malformed, got %v", err)
	}
}

func FuzzTheDecodeEndpointNeverPanics(f *testing.F) {
	c := codec.New(keys(f, "a"))
	f.Add([]byte(`{"payloads":[null]}`))
	f.Add([]byte(`{"payloads":[{"metadata":{"encoding":"YmluYXJ5L2VuY3J5cHRlZA=="},"data":"AA=="}]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		_, err := c.Reveal(body)
		if err != nil && !fault.Is(err, fault.Malformed) {
			t.Fatalf("got %v", err)
		}
	})
}
