package filing

import (
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestTheTableOfFieldsKnowsEveryFieldOfAnApplicationAndNoOther(t *testing.T) {
	t.Parallel()
	found := map[string]bool{}
	var visit func(at string, of reflect.Type)
	visit = func(at string, of reflect.Type) {
		want := text
		switch {
		case of == reflect.TypeFor[time.Time]():
			want = instant
		case of == reflect.TypeFor[DocumentID]():
			want = document
		case of.Kind() == reflect.Struct:
			want = group
		case of.Kind() == reflect.Slice:
			want = list
		case of.Kind() == reflect.Int:
			want = number
		case of.Kind() == reflect.Bool:
			want = flag
		case of.Name() != "string":
			want = choice
		}
		if at != "" {
			found[at] = true
			f, known := fields[at]
			if !known || f.kind != want || f.name.ZH == "" || f.name.EN == "" {
				t.Errorf("%s: the table says %+v (known: %v), the type %s", at, f, known, of)
			}
			if (want == text || want == list || want == number) && f.limit == 0 {
				t.Errorf("%s has no bound", at)
			}
		}
		switch want {
		case group:
			for i := range of.NumField() {
				name, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
				visit(at+"/"+name, of.Field(i).Type)
			}
		case list:
			visit(at+"/*", of.Elem())
		}
	}
	visit("", reflect.TypeFor[Application]())
	for pattern := range fields {
		if !found[pattern] && !strings.HasPrefix(pattern, "/staff/") {
			t.Errorf("%s is in the table but in no application", pattern)
		}
	}
}

func TestEveryStageWithATaskHasVerdictsAndOnlyEarlierTargets(t *testing.T) {
	t.Parallel()
	position := map[Stage]int{}
	for i, s := range Order {
		position[s] = i
	}
	for _, s := range Order {
		if s != Finished && len(Verdicts(s, "handle")) == 0 {
			t.Errorf("%s offers nothing", s)
		}
		for _, to := range Targets(s) {
			if position[to] >= position[s] {
				t.Errorf("%s leads back to the later %s", s, to)
			}
		}
		if hasBack := strings.Contains(strings.Join(codes(s), " "), "back"); hasBack != (len(Targets(s)) > 0) {
			t.Errorf("%s: verdict back and targets disagree", s)
		}
		if s.Name().ZH == "" || s.Name().EN == "" {
			t.Errorf("%s has no name", s)
		}
	}
}

func codes(s Stage) []string {
	var all []string
	for _, v := range Verdicts(s, "handle") {
		all = append(all, string(v))
	}
	return all
}

func TestEveryReasonHasWordsAClauseAndAPlaceThatExists(t *testing.T) {
	t.Parallel()
	seen := map[ReasonCode]bool{}
	for _, r := range DefectReasons() {
		if seen[r.Code] || r.Text.ZH == "" || r.Text.EN == "" {
			t.Errorf("%s stands twice or has no words", r.Code)
		}
		seen[r.Code] = true
		if !contains(Clauses, r.Clause) {
			t.Errorf("%s cites the unknown clause %s", r.Code, r.Clause)
		}
		for _, item := range r.Items {
			if !item.Known() {
				t.Errorf("%s fits the unknown section %s", r.Code, item)
			}
		}
	}
}

func contains(all []string, one string) bool {
	for _, s := range all {
		if s == one {
			return true
		}
	}
	return false
}
