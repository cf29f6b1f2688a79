package occupation_test

import (
	"sync"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

func TestSearchFindsByCodeNameAndInitials(t *testing.T) {
	t.Parallel()
	edition := delivered(t).At(today)
	for _, c := range []struct{ query, first string }{
		{"6-31-01-03", "6-31-01-03"},
		{"6310103", "6-31-01-03"},
		{"６－３１－０１－０３", "6-31-01-03"},
		{"电工", "6-31-01-03"},
		{" 电 工 ", "6-31-01-03"},
		{"设备点检", "6-31-01-01"},
		{"点检员", "6-31-01-01"},
		{"sbdjy", "6-31-01-01"},
		{"SBDJ", "6-31-01-01"},
		{"dg", "6-31-01-03"},
		{"hg", "6-18-02-04"},
		{"钎焊工", "6-18-02-04"},
		{"无人机驾驶员", "4-02-04-06"},
		{"网络主播", "4-13-01-10"},
	} {
		found := edition.Search(c.query, 10)
		at := -1
		for i, hit := range found {
			if hit.Code == c.first {
				at = i
			}
		}
		if at < 0 || (at > 0 && c.query != "hg" && c.query != "dg") {
			t.Errorf("%q finds %s at %d of %d", c.query, c.first, at, len(found))
		}
	}
	if got := len(edition.Search("6-31", 0)); got < 20 {
		t.Errorf("the prefix 6-31 finds %d", got)
	}
	if got := len(edition.Search("工", 7)); got != 7 {
		t.Errorf("the limit gave %d", got)
	}
	for _, nothing := range []string{"", "  ", "-", "%", "查无此业", "zzzzzz", "<script>", "'; DROP TABLE"} {
		if found := edition.Search(nothing, 5); len(found) > 0 {
			t.Errorf("%q finds %v", nothing, found[0].Name)
		}
	}
	if found := delivered(t).At(before).Search("网络主播", 5); len(found) > 0 {
		t.Errorf("an occupation is found before its day: %v", found)
	}
}

func TestEveryOccupationIsFoundByItsOwnNameAndCode(t *testing.T) {
	t.Parallel()
	edition := delivered(t).At(today)
	all := edition.All()
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SampledFrom(all).Draw(t, "occupation")
		for _, query := range []string{want.Code, want.Name} {
			if found := edition.Search(query, 1); len(found) != 1 || found[0].Code != want.Code {
				t.Fatalf("%q finds %v", query, found)
			}
		}
	})
}

func TestSearchTakesAnyText(t *testing.T) {
	t.Parallel()
	edition := delivered(t).At(today)
	rapid.Check(t, func(t *rapid.T) {
		query := rapid.OneOf(rapid.String(), rapid.StringOfN(rapid.RuneFrom(nil, unicode.Han), 0, 5, -1), rapid.StringMatching(`[a-z]{1,6}`)).Draw(t, "query")
		if found := edition.Search(query, 20); len(found) > 20 {
			t.Fatalf("%d found", len(found))
		}
	})
}

func TestACatalogueIsSearchedByManyAtOnce(t *testing.T) {
	t.Parallel()
	catalogue := delivered(t)
	var group sync.WaitGroup
	for _, query := range []string{"dg", "电", "6-31", "gong"} {
		group.Go(func() { catalogue.At(today).Search(query, 20) })
	}
	group.Wait()
}

func BenchmarkSearch(b *testing.B) {
	edition := delivered(b).At(today)
	for name, query := range map[string]string{"code": "6-31", "name": "工", "initials": "dg", "nothing": "查无此业"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				edition.Search(query, 20)
			}
		})
	}
}
