package filing_test

import (
	"bytes"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"jiangxin/domain/filing"
	"jiangxin/domain/filing/filingtest"
)

func documents() []filing.Document {
	var all []filing.Document
	for _, d := range filingtest.Documents() {
		all = append(all, d)
	}
	return all
}

func freeze(t testing.TB, app filing.Application, staff []filing.StaffFact, more ...filing.Document) []byte {
	t.Helper()
	content, _, err := filing.Snapshot(app, staff, append(documents(), more...))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func diff(t testing.TB, before, after []byte) []filing.Change {
	t.Helper()
	changes, err := filing.Diff(before, after)
	if err != nil {
		t.Fatal(err)
	}
	return changes
}

func TestEqualContentFreezesToEqualBytesInWhateverOrder(t *testing.T) {
	t.Parallel()
	staff := filingtest.StaffFacts()
	want := freeze(t, filingtest.Application(), staff)
	slices.Reverse(staff)
	app := filingtest.Application()
	app.Organisation.Documents = slices.Clone(app.Organisation.Documents)
	app.Premises.Video.Documents = []filing.DocumentID{}
	if got := freeze(t, app, staff); !bytes.Equal(got, want) {
		t.Errorf("the bytes differ:\n%s\n%s", got, want)
	}
	if bytes.Contains(want, []byte("idNumber")) {
		t.Error("a snapshot holds ID numbers")
	}
}

func TestASnapshotIsRefusedWhileADocumentIsNotStored(t *testing.T) {
	t.Parallel()
	app := filingtest.Application()
	app.Rules.Quality.Document = "doc-99"
	if _, _, err := filing.Snapshot(app, nil, documents()); codesAt(err)["/rules/quality/document"] != "document" {
		t.Errorf("got %v", err)
	}
}

func TestDifferencesAreMarkedExactly(t *testing.T) {
	t.Parallel()
	base := freeze(t, filingtest.Application(), filingtest.StaffFacts())
	again := filing.Document{ID: "doc-again", Name: "重传.pdf", SHA256: filingtest.Documents()["doc-11"].SHA256}
	other := filing.Document{ID: "doc-other", Name: "新制度.pdf", SHA256: "ff"}
	for name, c := range map[string]struct {
		change func(*filing.Application, *[]filing.StaffFact)
		want   []filing.Change
	}{
		"a name": {func(a *filing.Application, _ *[]filing.StaffFact) { a.Unit.Industry = "专用设备制造业" },
			[]filing.Change{{Pointer: "/unit/industry", Kind: filing.Changed, Old: "通用设备制造业", New: "专用设备制造业"}}},
		"moved occupations": {func(a *filing.Application, _ *[]filing.StaffFact) { slices.Reverse(a.Occupations.Rows) }, nil},
		"one occupation less": {func(a *filing.Application, _ *[]filing.StaffFact) { a.Occupations.Rows = a.Occupations.Rows[1:] },
			[]filing.Change{{Pointer: "/occupations/rows/0", Kind: filing.Removed}}},
		"a level more": {func(a *filing.Application, _ *[]filing.StaffFact) {
			a.Occupations.Rows[1].Levels = append(a.Occupations.Rows[1].Levels, filing.LevelChoice{Code: "2"})
		}, []filing.Change{{Pointer: "/occupations/rows/1/levels/3", Kind: filing.Added, New: "2"}}},
		"the same file again": {func(a *filing.Application, _ *[]filing.StaffFact) { a.Materials.Items[3].Documents[0] = "doc-again" }, nil},
		"another file": {func(a *filing.Application, _ *[]filing.StaffFact) { a.Rules.Quality.Document = "doc-other" },
			[]filing.Change{{Pointer: "/rules/quality/document", Kind: filing.Changed, Old: "材料6.pdf", New: "新制度.pdf"}}},
		"a number cleared": {func(a *filing.Application, _ *[]filing.StaffFact) { a.Funding.Annual = 0 },
			[]filing.Change{{Pointer: "/funding/annual", Kind: filing.Removed, Old: "600000"}}},
		"a title": {func(_ *filing.Application, s *[]filing.StaffFact) { (*s)[0].Title = "正高级工程师" },
			[]filing.Change{{Kind: filing.Changed, Old: "高级工程师", New: "正高级工程师"}}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			app, staff := filingtest.Application(), filingtest.StaffFacts()
			c.change(&app, &staff)
			got := diff(t, base, freeze(t, app, staff, again, other))
			if len(got) != len(c.want) {
				t.Fatalf("got %+v", got)
			}
			for i, want := range c.want {
				if (want.Pointer != "" && got[i].Pointer != want.Pointer) || got[i].Kind != want.Kind || got[i].Label.ZH == "" || got[i].Label.EN == "" {
					t.Errorf("got %+v, want %+v", got[i], want)
				}
				if want.Kind != filing.Removed && (got[i].Old != want.Old || got[i].New != want.New) {
					t.Errorf("got %q → %q, want %q → %q", got[i].Old, got[i].New, want.Old, want.New)
				}
			}
		})
	}
}

// anyApplication bends the complete application at random places.
func anyApplication(t *rapid.T, label string) filing.Application {
	app := filingtest.Application()
	app.Unit.Name = rapid.StringN(0, 20, -1).Draw(t, label+" name")
	app.Unit.StaffTotal = rapid.IntRange(0, 3).Draw(t, label+" staff")
	app.Funding.NonProfit = rapid.Bool().Draw(t, label+" gain")
	app.Rules.Quality.Document = rapid.SampledFrom([]filing.DocumentID{"", "doc-1", "doc-2"}).Draw(t, label+" rule")
	app.Occupations.Rows = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) filing.OccupationRow {
		row := filingtest.Row(rapid.SampledFrom([]string{"6-31-01-01", "6-31-01-02", "6-31-01-03"}).Draw(t, "code"), "工")
		row.Levels = row.Levels[:rapid.IntRange(0, 3).Draw(t, "levels")]
		return row
	}), 0, 4).Draw(t, label+" rows")
	app.Materials.Items[6].Documents = rapid.SliceOfN(rapid.SampledFrom([]filing.DocumentID{"doc-1", "doc-2", "doc-3"}), 0, 4).Draw(t, label+" documents")
	return app
}

func TestADifferenceTurnedRoundIsTheSameDifference(t *testing.T) {
	t.Parallel()
	turned := map[filing.ChangeKind]filing.ChangeKind{filing.Changed: filing.Changed, filing.Added: filing.Removed, filing.Removed: filing.Added}
	rapid.Check(t, func(t *rapid.T) {
		a := frozen(t, anyApplication(t, "a"))
		b := frozen(t, anyApplication(t, "b"))
		there, err := filing.Diff(a, b)
		if err != nil {
			t.Fatal(err)
		}
		back, err := filing.Diff(b, a)
		if err != nil {
			t.Fatal(err)
		}
		count := map[string]int{}
		for _, c := range there {
			count[string(c.Kind)+c.Old+"→"+c.New]++
		}
		for _, c := range back {
			count[string(turned[c.Kind])+c.New+"→"+c.Old]--
		}
		for change, n := range count {
			if n != 0 {
				t.Fatalf("%s: %+d", change, n)
			}
		}
		if same, err := filing.Diff(a, a); err != nil || len(same) > 0 {
			t.Fatalf("%v differs from itself: %+v", err, same)
		}
	})
}

func frozen(t *rapid.T, app filing.Application) []byte {
	content, _, err := filing.Snapshot(app, filingtest.StaffFacts(), documents())
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func FuzzASnapshotDoesNotDifferFromItself(f *testing.F) {
	f.Add(freeze(f, filingtest.Application(), filingtest.StaffFacts()))
	f.Add([]byte(`{"application":{"occupations":{"rows":[{"code":"1"},{"code":"1"}]}}}`))
	f.Add([]byte(`{"staff":[{},{}]}`))
	f.Fuzz(func(t *testing.T, content []byte) {
		changes, err := filing.Diff(content, content)
		if err == nil && len(changes) > 0 {
			t.Fatalf("%q differs from itself: %+v", content, changes)
		}
	})
}
