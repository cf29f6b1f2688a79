package form_test

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jiangxin/domain/casework"
	"jiangxin/domain/fault"
	"jiangxin/domain/form"
)

type note struct {
	Note string   `json:"note"`
	List []string `json:"list"`
}

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

func TestASheetIsReadOnceAndWhole(t *testing.T) {
	t.Parallel()
	var n note
	if err := form.ReadSheet([]byte(`{"note":"好","list":["a","b"]}`), &n, 2); err != nil || n.Note != "好" || len(n.List) != 2 {
		t.Errorf("%+v, %v", n, err)
	}
	for _, none := range []string{"", "null", "  null\n"} {
		if err := form.ReadSheet([]byte(none), &note{}, 2); err != nil {
			t.Errorf("%q: %v", none, err)
		}
	}
	for raw, want := range map[string][2]string{
		`{"list":["a","b","c"]}`: {"/sheet/list", "too_many"}, `{"note":"a\u202eb"}`: {"/sheet/note", "control_character"},
		`{"a/b":1}`: {"/sheet/a~1b", "unknown_field"}, `{"note":1}`: {"/sheet/note", "type"},
		`{"note":"` + strings.Repeat("长", form.NoteLimit+1) + `"}`: {"/sheet/note", "too_long"},
		`{"note":"` + strings.Repeat("长", form.TextLimit+1) + `"}`: {"/sheet/note", "too_large"},
	} {
		if found := codesAt(form.ReadSheet([]byte(raw), &note{}, 2)); found[want[0]] != want[1] {
			t.Errorf("%.40s: %v", raw, found)
		}
	}
	for _, raw := range []string{`{`, `{"note":"a","note":"b"}`, `{} {}`, "{\"note\":\"\xff\"}", strings.Repeat("[", 30) + strings.Repeat("]", 30)} {
		if err := form.ReadSheet([]byte(raw), &note{}, 2); !fault.Is(err, fault.Malformed) {
			t.Errorf("%.40q: %v", raw, err)
		}
	}
}

func TestReadingASheetNeverPanics(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		raw := rapid.OneOf(rapid.String(), rapid.StringMatching(`\{"(note|list)":(\[("a",)*"b"\]|"[a-z]*"|1)\}`)).Draw(t, "raw")
		if err := form.ReadSheet([]byte(raw), &note{}, 3); err != nil && fault.CodeOf(err) == fault.Internal {
			t.Fatal(err)
		}
	})
}

func TestADocumentIsThereAndOfItsPurpose(t *testing.T) {
	t.Parallel()
	known := form.Documents{
		"scan": {ID: "scan", SHA256: "aa", Purpose: casework.ForSheet, Case: "1", Uploader: "bureau"}, "half": {ID: "half"},
	}
	check := func(id casework.DocumentID, purpose casework.DocumentPurpose, caseNo, by string) string {
		p := &form.Problems{Root: "/sheet"}
		p.Uploaded("/scan", id, purpose, caseNo, by, known)
		return codesAt(p.Err())["/sheet/scan"]
	}
	for name, c := range map[string][2]string{
		"right": {check("scan", casework.ForSheet, "1", "bureau"), ""}, "by anybody": {check("scan", casework.ForSheet, "1", ""), ""},
		"half uploaded": {check("half", casework.ForSheet, "1", ""), "document"}, "unknown": {check("none", casework.ForSheet, "1", ""), "document"},
		"another purpose": {check("scan", casework.ForCommitment, "1", "bureau"), "purpose"}, "another case": {check("scan", casework.ForSheet, "2", "bureau"), "purpose"},
		"of another": {check("scan", casework.ForSheet, "1", "enterprise"), "purpose"},
	} {
		if c[0] != c[1] {
			t.Errorf("%s: %q", name, c[0])
		}
	}
}

func TestEveryListOfAWholeSheetStands(t *testing.T) {
	t.Parallel()
	if whole, err := form.Whole([]byte(`{"note":"a"}`), &note{}); string(whole) != `{"note":"a","list":[]}` || err != nil {
		t.Errorf("%s %v", whole, err)
	}
	if _, err := form.Whole([]byte(`{`), &note{}); !fault.Is(err, fault.Internal) {
		t.Error(err)
	}
}
