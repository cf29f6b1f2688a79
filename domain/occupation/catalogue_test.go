package occupation_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/occupation"
)

var (
	before = civil.On(2023, time.May, 4)
	today  = civil.On(2026, time.November, 22)
)

func delivered(t testing.TB) occupation.Catalogue {
	t.Helper()
	catalogue, err := occupation.DefaultCatalogue()
	if err != nil {
		t.Fatal(err)
	}
	return catalogue
}

// why returns the field code of an Invalid error, which says what is wrong.
func why(err error) string {
	var wrong *fault.Error
	if !errors.As(err, &wrong) || wrong.Code != fault.Invalid || len(wrong.Fields) == 0 {
		return "no field"
	}
	return wrong.Fields[0].Code
}

func TestTheDeliveredCatalogueIsComplete(t *testing.T) {
	t.Parallel()
	catalogue := delivered(t)
	if got := len(catalogue.At(today).All()); got != 1676 {
		t.Errorf("the live edition has %d occupations", got)
	}
	if got := len(catalogue.At(before).All()); got != 1639 {
		t.Errorf("the edition of 2022 has %d occupations", got)
	}
	perMajor, digital, green := map[byte]int{}, 0, 0
	for _, found := range catalogue.At(today).All() {
		perMajor[found.Code[0]]++
		if found.Digital {
			digital++
		}
		if found.Green {
			green++
		}
		if found.Major == "" || found.Middle == "" || found.Minor == "" {
			t.Errorf("%s has no classes", found.Code)
		}
	}
	if perMajor['4'] != 379 || perMajor['6'] != 679 || digital != 108 || green != 139 {
		t.Errorf("%v, digital %d, green %d", perMajor, digital, green)
	}
	if got := catalogue.At(today).Version(); got != "2025-07-22" {
		t.Errorf("version %s", got)
	}
	if got := catalogue.At(before).Version(); got != "2020-06-01" {
		t.Errorf("earlier version %s", got)
	}
}

func TestAnOccupationIsWhatItWasOnItsDay(t *testing.T) {
	t.Parallel()
	catalogue := delivered(t)
	for _, c := range []struct {
		code string
		on   civil.Date
		want string
	}{
		{"6-31-01-01", today, "设备点检员"},
		{"6-31-01-03", before, "电工"},
		{"6-18-02-04", today, "焊工"},
		{"2-05-07-02", before, "口腔医学技师"},
		{"2-05-07-02", today, "口腔修复技师"},
		{"4-05-02-00", before, "证券期货服务师"},
		{"4-05-02-01", today, "证券期货服务师"},
		{"4-11-01-04", today, "储能电站运维管理员"},
	} {
		found, err := catalogue.Lookup(c.code, c.on)
		if err != nil || found.Name != c.want {
			t.Errorf("%s on %s is %s, %v", c.code, c.on, found.Name, err)
		}
	}
	for code, on := range map[string]civil.Date{"4-11-01-04": before, "4-05-02-00": today, "6-99-99-99": today, "": today, "6-31-01-02'": today} {
		if found, err := catalogue.At(on).Lookup(code); why(err) != "occupation" {
			t.Errorf("%q on %s is %s, %v", code, on, found.Name, err)
		}
	}
	var wrong *fault.Error
	if _, err := catalogue.Lookup("4-05-02-00", today); !errors.As(err, &wrong) ||
		wrong.Text.ZH != "职业编码 4-05-02-00（证券期货服务师）已调整为 4-05-02-01，请改选新编码。" {
		t.Errorf("a recoded occupation: %v", err)
	}
}

func TestOnlyMajors456AndListedOnesOf3AreSkillOccupations(t *testing.T) {
	t.Parallel()
	catalogue := delivered(t)
	for code, want := range map[string]bool{"6-31-01-03": true, "4-14-05-03": true, "5-03-01-01": true, "3-01-02-02": true,
		"3-01-01-05": false, "2-05-07-02": false, "1-01-00-01": false} {
		if found, err := catalogue.Lookup(code, today); err != nil || found.Skill != want {
			t.Errorf("%s is skill: %t, %v", code, found.Skill, err)
		}
	}
}

func TestAdditionsAreMergedFromTheirDay(t *testing.T) {
	t.Parallel()
	first, last := civil.On(2027, time.January, 1), civil.On(2028, time.December, 31)
	catalogue, err := delivered(t).With(
		occupation.Addition{Code: "LN-0001", Name: "海参养殖工", Basis: "辽宁省备案（示例）", From: first},
		occupation.Addition{Code: "6-31-01-03", Name: "电工", WorkTypes: []string{"船舶电工"}, Basis: "辽宁省备案（示例）", From: first, To: last},
	)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := catalogue.Lookup("LN-0001", first.AddDays(-1)); why(err) != "occupation" {
		t.Errorf("before its day: %v", err)
	}
	added, err := catalogue.Lookup("LN-0001", first)
	if err != nil || !added.Skill || added.Addition == "" {
		t.Errorf("%+v, %v", added, err)
	}
	if found := catalogue.At(first).Search("hsyzg", 5); len(found) != 1 || found[0].Code != "LN-0001" {
		t.Errorf("initials of an addition find %v", found)
	}
	for on, want := range map[civil.Date]bool{first.AddDays(-1): false, first: true, last: true, last.AddDays(1): false} {
		electrician, err := catalogue.Lookup("6-31-01-03", on)
		if err != nil || slices.Contains(electrician.Known, "船舶电工") != want {
			t.Errorf("on %s: %v, %v", on, electrician.Known, err)
		}
	}
	for name, addition := range map[string]occupation.Addition{
		"another name":   {Code: "6-31-01-03", Name: "焊工", WorkTypes: []string{"x"}, Basis: "b", From: first},
		"nothing to add": {Code: "6-31-01-03", Name: "电工", Basis: "b", From: first},
		"no basis":       {Code: "LN-0002", Name: "甲", From: first},
		"a wrong code":   {Code: "LN-2", Name: "甲", Basis: "b", From: first},
	} {
		if _, err := delivered(t).With(addition); why(err) != "catalogue_row" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestChangesNameWhatTouchesFilings(t *testing.T) {
	t.Parallel()
	catalogue := delivered(t)
	changes := catalogue.Changes(before, today)
	count := map[occupation.ChangeKind]int{}
	for _, change := range changes {
		count[change.Kind]++
		if change.On != civil.On(2025, time.July, 22) {
			t.Errorf("%+v", change)
		}
	}
	if count[occupation.Added] != 39 || count[occupation.Recoded] != 2 || count[occupation.Renamed] != 4 || len(changes) != 45 {
		t.Errorf("%v", count)
	}
	at := slices.IndexFunc(changes, func(c occupation.Change) bool { return c.Kind == occupation.Recoded && c.Code == "4-05-02-00" })
	if at < 0 || changes[at].NewCode != "4-05-02-01" || changes[at].OldName != "证券期货服务师" {
		t.Errorf("%+v", changes)
	}
	if again := catalogue.Changes(today, today.AddDays(999)); len(again) != 0 {
		t.Errorf("the future changes: %v", again)
	}
	extended, err := catalogue.With(occupation.Addition{Code: "6-31-01-03", Name: "电工", WorkTypes: []string{"船舶电工"}, Basis: "文件", From: today.AddDays(1)})
	if err != nil {
		t.Fatal(err)
	}
	later := extended.Changes(today, today.AddDays(1))
	if len(later) != 1 || later[0].Kind != occupation.Altered || later[0].Basis != "文件" {
		t.Errorf("%+v", later)
	}
}

func TestFormsOfOneCodeMustNotOverlap(t *testing.T) {
	t.Parallel()
	row := occupation.Occupation{Code: "6-01-01-01", Name: "甲", From: before}
	for name, rows := range map[string][]occupation.Occupation{
		"twice":     {row, row},
		"no name":   {{Code: "6-01-01-01", From: before}},
		"no day":    {{Code: "6-01-01-01", Name: "甲"}},
		"backwards": {{Code: "6-01-01-01", Name: "甲", From: today, To: before}},
	} {
		if _, err := occupation.NewCatalogue(rows); why(err) != "catalogue_row" {
			t.Errorf("%s: %v", name, err)
		}
	}
}
