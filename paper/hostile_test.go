package paper_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"jiangxin/paper"
)

// fixed are the fields that are codes or are not printed on every paper.
var fixed = map[string]bool{
	"number": true, "caseNumber": true, "issuer": true, "refusal": true, "result": true, "filingNumber": true,
	"queryUrl": true, "verifyUrl": true, "levels": true, "level": true, "validThrough": true,
	"standard": true, "method": true, "passRule": true,
}

var looksLikeDate = regexp.MustCompile(`^\d{4}-\d\d-\d\d`)

// poison puts HTML, SQL and a four-byte character with a running number into every free text of v.
func poison(v any, key string, marks *[]string) any {
	switch v := v.(type) {
	case map[string]any:
		for _, k := range slices.Sorted(maps.Keys(v)) {
			v[k] = poison(v[k], k, marks)
		}
	case []any:
		if fixed[key] {
			return v
		}
		for i, child := range v {
			v[i] = poison(child, key, marks)
		}
	case string:
		if fixed[key] || looksLikeDate.MatchString(v) {
			return v
		}
		mark := fmt.Sprintf("<b>𬱖%d</b>';--", len(*marks))
		*marks = append(*marks, mark)
		return v + mark
	}
	return v
}

func TestHTMLAndSQLInEveryFieldArePrintedAsTheyAre(t *testing.T) {
	t.Parallel()
	for _, d := range samples() {
		stored, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		var tree any
		if err := json.Unmarshal(stored, &tree); err != nil {
			t.Fatal(err)
		}
		var marks []string
		stored, err = json.Marshal(poison(tree, "", &marks))
		if err != nil {
			t.Fatal(err)
		}
		poisoned, err := paper.Decode(d.Kind(), stored)
		if err != nil {
			t.Fatal(err)
		}
		text := textOf(t, render(t, withPhoto(poisoned)))
		for _, m := range marks {
			if !strings.Contains(text, m) {
				t.Errorf("%s lost %s", d.Kind(), m)
			}
		}
	}
}

func TestANameOf300CharactersIsPrintedInFull(t *testing.T) {
	t.Parallel()
	name := ""
	for i := range 60 {
		name += fmt.Sprintf("辽䶮𬱖%02d", i)
	}
	for _, d := range samples() {
		stored, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		long, err := paper.Decode(d.Kind(), []byte(strings.ReplaceAll(string(stored), company, name)))
		if err != nil {
			t.Fatal(err)
		}
		pdf, warnings, err := paper.Render(withPhoto(long))
		if err != nil || len(warnings) > 0 {
			t.Fatalf("%s: %v %v", d.Kind(), err, warnings)
		}
		if !strings.Contains(textOf(t, pdf), name) {
			t.Errorf("%s lost a part of the name", d.Kind())
		}
	}
}
