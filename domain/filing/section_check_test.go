package filing_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/domain/filing/filingtest"
)

// codesAt gives the codes of an error's fields by pointer.
func codesAt(err error) map[string]string {
	found := map[string]string{}
	var e *fault.Error
	if errors.As(err, &e) {
		for _, f := range e.Fields {
			found[f.Pointer] = f.Code
		}
	}
	return found
}

func asJSON(t testing.TB, value any) json.RawMessage {
	t.Helper()
	raw, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestEverySectionOfACompleteApplicationMayBeSaved(t *testing.T) {
	t.Parallel()
	var sections map[filing.Section]json.RawMessage
	if err := json.Unmarshal(asJSON(t, filingtest.Application()), &sections); err != nil {
		t.Fatal(err)
	}
	for section, raw := range sections {
		if err := filing.CheckSection(section, raw); err != nil {
			t.Errorf("%s: %v %v", section, err, codesAt(err))
		}
		if err := filing.CheckSection(section, json.RawMessage("{}")); err != nil {
			t.Errorf("empty %s: %v", section, err)
		}
	}
}

func TestAHalfFilledFormIsKept(t *testing.T) {
	t.Parallel()
	for _, raw := range []string{
		`{"name":"沈阳"}`, `{"name":""}`, `{"contact":{}}`, `{"skilled":[{}]}`, `{"skilled":null}`, `{"name":null}`, `{"creditCode":"123"}`,
	} {
		if err := filing.CheckSection(filing.SectionUnit, json.RawMessage(raw)); err != nil {
			t.Errorf("%s: %v", raw, codesAt(err))
		}
	}
}

func TestASectionThatCannotBeKeptSaysWhere(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ section, raw, pointer, code string }{
		{"unit", `{"name":"` + strings.Repeat("匠", 300) + `"}`, "/unit/name", "too_long"},
		{"unit", `{"name":"` + strings.Repeat("𠮷", 201) + `"}`, "/unit/name", "too_long"},
		{"unit", `{"name":"a\u0000b"}`, "/unit/name", "control_character"},
		{"unit", `{"name":"a\nb"}`, "/unit/name", "control_character"},
		{"unit", `{"name":"a\u202eb"}`, "/unit/name", "control_character"},
		{"unit", `{"Name":"a"}`, "/unit/Name", "unknown_field"},
		{"unit", `{"contact":{"wechat":"a"}}`, "/unit/contact/wechat", "unknown_field"},
		{"unit", `{"idNumber":"a"}`, "/unit/idNumber", "unknown_field"},
		{"unit", `{"name":5}`, "/unit/name", "type"},
		{"unit", `{"staffTotal":"5"}`, "/unit/staffTotal", "type"},
		{"unit", `{"staffTotal":-1}`, "/unit/staffTotal", "number"},
		{"unit", `{"staffTotal":1.5}`, "/unit/staffTotal", "number"},
		{"unit", `{"staffTotal":1e400}`, "/unit/staffTotal", "number"},
		{"unit", `{"centralBranch":1}`, "/unit/centralBranch", "type"},
		{"unit", `[]`, "/unit", "type"},
		{"unit", `null`, "/unit", "type"},
		{"occupations", `{"rows":[{},{"ways":["lottery"]}]}`, "/occupations/rows/1/ways/0", "choice"},
		{"promise", `{"at":"yesterday"}`, "/promise/at", "time"},
		{"materials", `{"items":[{},{},{},{},{},{},{},{}]}`, "/materials/items", "too_many"},
	} {
		err := filing.CheckSection(filing.Section(c.section), json.RawMessage(c.raw))
		if !fault.Is(err, fault.Invalid) || codesAt(err)[c.pointer] != c.code {
			t.Errorf("%.60s: %v %v, want %s at %s", c.raw, err, codesAt(err), c.code, c.pointer)
		}
	}
}

func TestFourByteCharactersQuotesAndMarkupAreKeptAsTheyAre(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"𠮷野機械🏭", `'; DROP TABLE cases; --`, `<script>alert("1")</script>`, `a\b"c&d`, strings.Repeat("𠮷", 200)} {
		app := filingtest.Application()
		app.Unit.Name = name
		if err := filing.CheckSection(filing.SectionUnit, asJSON(t, app.Unit)); err != nil {
			t.Errorf("%s: %v", name, codesAt(err))
		}
		content, _, err := filing.Snapshot(app, nil, documents())
		if err != nil {
			t.Fatal(err)
		}
		if frozen, err := filing.Thaw(content); err != nil || frozen.Application.Unit.Name != name {
			t.Errorf("%s came back as %s (%v)", name, frozen.Application.Unit.Name, err)
		}
	}
}

func TestTextsAndBodiesBeyondAllBoundsAreTooLarge(t *testing.T) {
	t.Parallel()
	long := asJSON(t, filing.Funding{Source: strings.Repeat("费", filing.TextLimit+1)})
	err := filing.CheckSection(filing.SectionFunding, long)
	if !fault.Is(err, fault.TooLarge) || codesAt(err)["/funding/source"] != "too_large" {
		t.Errorf("a long text: %v %v", err, codesAt(err))
	}
	if err := filing.CheckSection(filing.SectionFunding, make([]byte, filing.BodyLimit+1)); !fault.Is(err, fault.TooLarge) {
		t.Errorf("a large body: %v", err)
	}
	for _, raw := range []string{``, `{`, `{} {}`, "{\"source\":\"\xff\"}", `{"source":1,"source":"a"}`, strings.Repeat("[", 1000), `{"source":}`, `[1,]`} {
		if err := filing.CheckSection(filing.SectionFunding, json.RawMessage(raw)); !fault.Is(err, fault.Malformed) {
			t.Errorf("%q: %v", raw, err)
		}
	}
	if err := filing.CheckSection(filing.SectionStaff, json.RawMessage("{}")); !fault.Is(err, fault.NotFound) {
		t.Errorf("staff is no section to save so: %v", err)
	}
}

func FuzzWhatASectionCheckAcceptsCanBeDecoded(f *testing.F) {
	app := filingtest.Application()
	f.Add([]byte(asJSON(f, app.Occupations)))
	f.Add([]byte(`{"rows":[{"levels":[{"code":"5","subLevels":["A"]}],"passRule":{"theory":60}}]}`))
	f.Add([]byte(`{"rows":null}`))
	f.Add([]byte(`{"rows":[null,{"ways":[null]}]}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if filing.CheckSection(filing.SectionOccupations, raw) != nil {
			return
		}
		var section filing.Occupations
		if err := json.Unmarshal(raw, &section); err != nil {
			t.Fatalf("accepted %q: %v", raw, err)
		}
		again, err := json.Marshal(section)
		if err != nil {
			t.Fatal(err)
		}
		if err := filing.CheckSection(filing.SectionOccupations, again); err != nil {
			t.Fatalf("%q is not accepted again: %v", again, codesAt(err))
		}
	})
}
