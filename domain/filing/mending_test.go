package filing_test

import (
	"slices"
	"testing"

	"jiangxin/domain/filing"
	"jiangxin/domain/filing/filingtest"
)

// changesOf submits the sample application, changes it, and gives what differs.
func changesOf(t *testing.T, change func(*filing.Application)) []filing.Change {
	t.Helper()
	was, is := filingtest.Application(), filingtest.Application()
	change(&is)
	freeze := func(a filing.Application) []byte {
		var documents []filing.Document
		for _, id := range filing.DocumentIDs(a) {
			documents = append(documents, filing.Document{ID: id, Name: string(id), SHA256: string(id)})
		}
		frozen, _, err := filing.Snapshot(a, filingtest.StaffFacts(), documents)
		if err != nil {
			t.Fatal(err)
		}
		return frozen
	}
	changes, err := filing.Diff(freeze(was), freeze(is))
	if err != nil || len(changes) == 0 {
		t.Fatalf("%d changes, %v", len(changes), err)
	}
	return changes
}

func TestAnApplicantMendsWhatTheNoticeNamesAndNothingElse(t *testing.T) {
	t.Parallel()
	notice := filing.MendableAfterNotice([]filing.Defect{{Item: filing.SectionFunding}, {Material: 6}})
	funding := changesOf(t, func(a *filing.Application) { a.Funding.Annual++ })
	if beyond := filing.Beyond(funding, notice); len(beyond) > 0 {
		t.Errorf("the named section: %v", beyond)
	}
	unit := changesOf(t, func(a *filing.Application) { a.Unit.Name += "二" })
	if beyond := filing.Beyond(unit, notice); len(beyond) != 1 || beyond[0].Pointer != "/unit/name" {
		t.Errorf("another section: %v", beyond)
	}
}

func TestWhatNoLongerHoldsMayBeMendedWithoutBeingNamed(t *testing.T) {
	t.Parallel()
	frozen := filing.Frozen{Version: 1, Application: filingtest.Application(), Staff: filingtest.StaffFacts()}
	lookups := filingtest.Lookups()
	if fallen := filing.Fallen(frozen, lookups); len(fallen) > 0 {
		t.Fatalf("everything holds, and %v may be mended", fallen)
	}
	frozen.Staff[0].ValidThrough = lookups.Today.AddDays(-1)
	for name, fallen := range map[string][]filing.Section{"supplement": filing.Fallen(frozen, lookups), "rectification": filing.FallenAfterVisit(frozen, lookups)} {
		if !slices.Equal(fallen, []filing.Section{filing.SectionStaff, filing.SectionOrganisation}) {
			t.Errorf("%s, a card ran out: %v", name, fallen)
		}
	}
	frozen.Application.Occupations.Rows = nil
	if fallen := filing.Fallen(frozen, lookups); !slices.Contains(fallen, filing.SectionOccupations) || !slices.Contains(fallen, filing.SectionPlan) {
		t.Errorf("nothing is left to apply for: %v", fallen)
	}
	if slices.Contains(filing.FallenAfterVisit(frozen, lookups), filing.SectionOccupations) {
		t.Error("occupations may be changed after the experts have seen them")
	}
}

func TestARectificationChangesNeitherTheEnterpriseNorItsOccupations(t *testing.T) {
	t.Parallel()
	var all []filing.Point
	for condition := 1; condition <= filing.ConditionCount; condition++ {
		all = append(all, filing.Point{Condition: condition})
	}
	allowed := filing.MendableAfterVisit(all)
	for name, change := range map[string]func(*filing.Application){
		"unit":        func(a *filing.Application) { a.Unit.CreditCode = "91210100MA00000001" },
		"occupations": func(a *filing.Application) { a.Occupations.Rows = a.Occupations.Rows[:1] },
	} {
		if beyond := filing.Beyond(changesOf(t, change), allowed); len(beyond) == 0 {
			t.Errorf("%s may be changed after the experts have seen it", name)
		}
	}
}
