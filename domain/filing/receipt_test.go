package filing_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
)

func TestAFilingNumberHasThirteenCharactersAndReadsBack(t *testing.T) {
	t.Parallel()
	if got, err := filing.Number(1); err != nil || got != "Y000021000001" {
		t.Errorf("Number(1) = %s, %v", got, err)
	}
	rapid.Check(t, func(t *rapid.T) {
		serial := rapid.IntRange(1, filing.LastSerial).Draw(t, "serial")
		number, err := filing.Number(serial)
		if err != nil || len(number) != 13 || number.Serial() != serial {
			t.Fatalf("Number(%d) = %s, %v", serial, number, err)
		}
		if back, err := filing.ParseNumber(string(number)); err != nil || back != number {
			t.Fatalf("%s came back as %s, %v", number, back, err)
		}
	})
	for _, serial := range []int{0, -1, filing.LastSerial + 1} {
		if _, err := filing.Number(serial); !fault.Is(err, fault.Internal) {
			t.Errorf("Number(%d): %v", serial, err)
		}
	}
	for _, text := range []string{"", "Y000021", "Y000021000000", "S000021000001", "Y0000210000011", "Y00002100000１", "y000021000001"} {
		if _, err := filing.ParseNumber(text); !fault.Is(err, fault.Invalid) {
			t.Errorf("ParseNumber(%q): %v", text, err)
		}
	}
}

func TestAValidityRunsFromTheReceiptOrFromTheDayThatItNames(t *testing.T) {
	t.Parallel()
	issued := civil.On(2024, time.February, 29)
	first, last := filing.PlanValidity(filing.ReceiptSheet{}, issued, 3)
	if first != issued || last.String() != "2027-02-28" {
		t.Errorf("%s to %s", first, last)
	}
	first, last = filing.PlanValidity(filing.ReceiptSheet{ValidFrom: civil.On(2024, time.March, 1)}, issued, 3)
	if first.String() != "2024-03-01" || last.String() != "2027-02-28" {
		t.Errorf("%s to %s", first, last)
	}
}

func TestTheCatalogueGoesByTheDate(t *testing.T) {
	t.Parallel()
	last := civil.On(2027, time.February, 28)
	if got := filing.StandingOn(last, last, false); got != filing.Registered {
		t.Error(got)
	}
	if got := filing.StandingOn(last, last, true); got != filing.Published {
		t.Error(got)
	}
	if got := filing.StandingOn(last.AddDays(1), last, true); got != filing.Expired {
		t.Error(got)
	}
}
