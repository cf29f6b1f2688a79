package region_test

import (
	"slices"
	"testing"
	"time"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/region"
)

var today = civil.On(2026, time.November, 22)

func liaoning(t *testing.T) region.Directory {
	t.Helper()
	directory, err := region.DefaultDirectory()
	if err != nil {
		t.Fatal(err)
	}
	return directory
}

func TestLiaoningHasFourteenCitiesAndShenfuWithTwoBodiesEach(t *testing.T) {
	t.Parallel()
	directory := liaoning(t)
	cities := directory.Cities()
	if len(cities) != 15 || len(directory.Regions()) != 16 {
		t.Fatalf("%d cities of %d regions", len(cities), len(directory.Regions()))
	}
	for _, city := range cities {
		for _, kind := range []region.Kind{region.Bureau, region.Authority} {
			body, err := directory.Body(string(kind) + "-" + city.Code)
			if err != nil || body.Kind != kind || body.Region != city.Code {
				t.Errorf("%s of %s: %+v, %v", kind, city.Code, body, err)
			}
		}
	}
	if got := len(directory.Bodies(region.Bureau, today)); got != 15 {
		t.Errorf("a receipt would be copied to %d bureaus", got)
	}
	if got := len(directory.Bodies("", today)); got != 32 {
		t.Errorf("%d bodies act", got)
	}
}

func TestShenfuAndItsBodiesChangedTheirName(t *testing.T) {
	t.Parallel()
	directory := liaoning(t)
	shenfu, err := directory.Region("LN-SF")
	if err != nil {
		t.Fatal(err)
	}
	bureau, _ := directory.Body("bureau-LN-SF")
	for on, want := range map[civil.Date][2]string{
		civil.On(2020, time.December, 31): {"沈抚新区", "沈抚新区管委会人力资源局"},
		civil.On(2021, time.January, 1):   {"沈抚示范区", "沈抚示范区管委会人力资源局"},
	} {
		if got := [2]string{shenfu.Name(on).ZH, bureau.Name(on).ZH}; got != want {
			t.Errorf("on %s: %v", on, got)
		}
	}
}

func TestEachFunctionHasItsBody(t *testing.T) {
	t.Parallel()
	directory := liaoning(t)
	for _, c := range []struct {
		function region.Function
		region   string
		want     string
	}{
		{region.Verification, "210100", "bureau-210100"},
		{region.Verification, "210200", "authority-210200"},
		{region.Verification, "LN-SF", "bureau-LN-SF"},
		{region.Submission, "210200", "bureau-210200"},
		{region.Catalogue, "210200", "bureau-210200"},
		{region.Audit, "210100", "authority-210100"},
		{region.Review, "210100", "centre-210000"},
		{region.Query, "LN-SF", "centre-210000"},
		{region.Receipt, "210200", "department-210000"},
		{region.Receipt, "210000", "department-210000"},
	} {
		body, err := directory.Competent(c.function, c.region, today)
		if err != nil || body.ID != c.want {
			t.Errorf("%s in %s: %s, %v", c.function, c.region, body.ID, err)
		}
	}
	if directory.Delegated("210100", today) || !directory.Delegated("210200", today) || directory.Delegated("210000", today) {
		t.Error("the wrong city delegates")
	}
}

func TestEveryFunctionOfEveryCityHasExactlyOneBodyThatCoversIt(t *testing.T) {
	t.Parallel()
	directory := liaoning(t)
	for _, city := range directory.Cities() {
		total := 0
		for _, body := range directory.Bodies("", today) {
			duties := directory.Duties(body.ID, city.Code, today)
			total += len(duties)
			if len(duties) > 0 && !directory.Covers(body.ID, city.Code) {
				t.Errorf("%s acts for %s outside its jurisdiction", body.ID, city.Code)
			}
		}
		if total != len(region.Functions()) {
			t.Errorf("%s has %d duties in all", city.Code, total)
		}
	}
	if directory.Covers("bureau-210100", "210200") || directory.Covers("nobody", "210200") || !directory.Covers("centre-210000", "LN-SF") {
		t.Error("jurisdiction is wrong")
	}
	want := []region.Function{region.Verification, region.Audit}
	if got := directory.Duties("authority-210200", "210200", today); !slices.Equal(got, want) {
		t.Errorf("the delegated authority does %v", got)
	}
}

func TestADelegationHoldsFromItsDayToItsEnd(t *testing.T) {
	t.Parallel()
	rows, err := region.DefaultRows()
	if err != nil {
		t.Fatal(err)
	}
	first, last := civil.On(2027, time.March, 1), civil.On(2027, time.August, 31)
	rows.Competences = append(rows.Competences, region.Competence{
		Function: region.Verification, Kind: region.Authority, Region: "210300", From: first, To: last, Source: "setting"})
	directory, err := region.NewDirectory(rows)
	if err != nil {
		t.Fatal(err)
	}
	for on, want := range map[civil.Date]bool{first.AddDays(-1): false, first: true, last: true, last.AddDays(1): false} {
		if directory.Delegated("210300", on) != want {
			t.Errorf("on %s delegated is %t", on, !want)
		}
	}
}

func TestUnknownPlacesAndDaysBeforeTheNoticeAreFaults(t *testing.T) {
	t.Parallel()
	directory := liaoning(t)
	if _, err := directory.Competent(region.Audit, "110100", today); !fault.Is(err, fault.Invalid) {
		t.Errorf("a foreign city: %v", err)
	}
	if _, err := directory.Competent(region.Audit, "210100", civil.On(2020, time.May, 31)); !fault.Is(err, fault.Internal) {
		t.Errorf("before the notice: %v", err)
	}
	if _, err := directory.Competent("singing", "210100", today); !fault.Is(err, fault.Internal) {
		t.Errorf("an unknown function: %v", err)
	}
	if _, err := directory.Body("bureau-999999"); !fault.Is(err, fault.NotFound) {
		t.Errorf("an unknown body: %v", err)
	}
}

func TestTablesThatContradictThemselvesAreRefused(t *testing.T) {
	t.Parallel()
	for name, spoil := range map[string]func(*region.Rows){
		"a doubled region":           func(r *region.Rows) { r.Regions = append(r.Regions, r.Regions[1]) },
		"a city without a province":  func(r *region.Rows) { r.Regions[1].Parent = "" },
		"a doubled body":             func(r *region.Rows) { r.Bodies = append(r.Bodies, r.Bodies[0]) },
		"a body in no region":        func(r *region.Rows) { r.Bodies[2].Region = "110100" },
		"a bureau of the province":   func(r *region.Rows) { r.Bodies[2].Region = "210000" },
		"a nameless body":            func(r *region.Rows) { r.Bodies[2].Names = nil },
		"submission by an authority": func(r *region.Rows) { r.Competences[1].Kind = region.Authority },
		"audit by a bureau":          func(r *region.Rows) { r.Competences[3].Kind = region.Bureau },
		"a competence without date":  func(r *region.Rows) { r.Competences[0].From = civil.Date{} },
		"a competence in no region":  func(r *region.Rows) { r.Competences[0].Region = "110100" },
	} {
		rows, err := region.DefaultRows()
		if err != nil {
			t.Fatal(err)
		}
		spoil(&rows)
		if _, err := region.NewDirectory(rows); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
