package store_test

import (
	"testing"
	"time"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/store"
)

func (b body) month(month string) store.Months {
	return store.Months{Month: month, At: began, Ask: func(store.Filing) (contract.Inquiry, error) {
		return contract.Inquiry{Version: 1, Check: authority, Policy: "2020-06-01.1"}, nil
	}}
}

func TestAMonthIsOpenedOnceForEveryFilingThatWasValidInIt(t *testing.T) {
	t.Parallel()
	b := filed(t)
	for range 2 {
		count, unstarted, err := b.OpenSummaries(t.Context(), b.month("202611"))
		if err != nil || count != 1 || len(unstarted) != 1 || unstarted[0].WorkflowID != "summary/"+filingNo+"-202611" {
			t.Errorf("%d, %v, %v", count, unstarted, err)
		}
	}
	if count, _, err := b.OpenSummaries(t.Context(), b.month("202901")); err != nil || count != 0 {
		t.Errorf("%d summaries of a month after the validity: %v", count, err)
	}
}

// An examination that was held while a filing was valid may be audited after its end.
func TestAMonthIsOpenedAfterTheValidityWhereResultsPassedInIt(t *testing.T) {
	t.Parallel()
	b := filed(t)
	late := b.passed(t, 2)
	opened := func(month string, want int) {
		t.Helper()
		if count, _, err := b.OpenSummaries(t.Context(), b.month(month)); err != nil || count != want {
			t.Errorf("%d summaries of %s, want %d: %v", count, month, want, err)
		}
	}
	b.exec(t, `UPDATE result_rows SET audited_on = '2029-02-01' WHERE batch_no = ?`, late.caseNo)
	opened("202901", 0)
	opened("202902", 1)
	opened("202903", 0) // the open summary holds them
	b.exec(t, `UPDATE monthly_summaries SET reported_at = ?`, began)
	opened("202903", 1) // they passed after it was reported
}

func TestAResultStandsInOneSummaryAndOneEditionOnly(t *testing.T) {
	t.Parallel()
	b := filed(t)
	early, late := b.passed(t, 3), b.passed(t, 2)
	if _, _, err := b.OpenSummaries(t.Context(), b.month("202611")); err != nil {
		t.Fatal(err)
	}
	early.issued(t, 6, began.Add(time.Hour))
	// The second batch passed in December.
	b.exec(t, `UPDATE result_rows SET audited_on = '2026-12-01' WHERE batch_no = ?`, late.caseNo)
	draft, err := b.Summary(t.Context(), filingNo, "202611")
	if err != nil {
		t.Fatal(err)
	}
	if entries, err := b.SummaryEntries(t.Context(), draft); err != nil || len(entries) != 3 || entries[0].Number == "" {
		t.Errorf("%v, %v", entries, err)
	}
	holds := func(when string, want int) {
		t.Helper()
		own, err := b.SummariesOf(t.Context(), filingNo, "", 10)
		city, cityErr := b.SummariesIn(t.Context(), "210100", "202611", "", 10)
		if err != nil || cityErr != nil || len(own) != 1 || len(city) != 1 || own[0].Holds != want || city[0].Holds != want {
			t.Errorf("%s the lists say %+v and %+v (%v, %v), want %d rows", when, own, city, err, cityErr, want)
		}
	}
	holds("before the report", 3)
	s := b
	s.caseNo = contract.SummaryNo(filingNo, "202611")
	s.record(t, told(1, string(casework.Opened), "", contract.OpenedData{}),
		told(2, string(certification.SummaryReported), "", contract.SummaryData{Month: "202611"}))
	holds("once reported", 3)
	if state, err := b.RollUpState(t.Context(), "210100", "202611"); err != nil || state.Waiting != 0 || state.Missing != 1 {
		t.Errorf("%+v, %v", state, err)
	}
	request := store.RollUpRequest{Region: "210100", Month: "202611", Body: authority, By: b.user, At: began}
	if _, err := b.RollUp(t.Context(), request); !fault.Is(err, fault.NotReady) {
		t.Errorf("nothing is accepted yet: %v", err)
	}
	s.record(t, told(3, string(certification.SummaryAccepted), "", contract.SummaryData{Month: "202611"}))
	made, err := b.RollUp(t.Context(), request)
	if err != nil || made.Edition != 1 || made.Rows != 3 || made.Summaries != 1 {
		t.Errorf("%+v, %v", made, err)
	}
	if _, err := b.RollUp(t.Context(), request); !fault.Is(err, fault.NotReady) {
		t.Errorf("handed on twice: %v", err)
	}
	if entries, err := b.RollUpEntries(t.Context(), "210100", "202611", 1); err != nil || len(entries) != 3 {
		t.Errorf("%v, %v", entries, err)
	}
	if _, _, err := b.OpenSummaries(t.Context(), b.month("202612")); err != nil {
		t.Fatal(err)
	}
	next, err := b.Summary(t.Context(), filingNo, "202612")
	if err != nil {
		t.Fatal(err)
	}
	if entries, err := b.SummaryEntries(t.Context(), next); err != nil || len(entries) != 2 || entries[0].Number != "" {
		t.Errorf("December holds %v, %v", entries, err)
	}
}

func TestCertificatesAreHandedOutToOneMakerAtATime(t *testing.T) {
	t.Parallel()
	b := filed(t)
	c := b.passed(t, 6)
	c.issued(t, 6, began.Add(time.Hour))
	var mine, others []string
	last, err := b.MakeCertificates(t.Context(), c.caseNo, "", 4, func(rows []store.Unmade) ([]store.Made, error) {
		if _, err := b.MakeCertificates(t.Context(), c.caseNo, "", 4, func(rows []store.Unmade) ([]store.Made, error) {
			for _, row := range rows {
				others = append(others, row.Number)
			}
			return nil, nil
		}); err != nil {
			t.Error(err)
		}
		var made []store.Made
		for _, row := range rows {
			mine = append(mine, row.Number)
			made = append(made, store.Made{Number: row.Number, Key: "k", Version: "v", Size: 1, LockedUntil: civil.On(2031, 11, 20).End()})
		}
		return made, nil
	})
	if err != nil || len(mine) != 4 || len(others) != 2 || last != mine[3] || others[0] <= mine[3] {
		t.Errorf("%v, %v, %v, %v", mine, others, last, err)
	}
	if batch, err := b.Batch(t.Context(), c.caseNo); err != nil || batch.Made != 4 {
		t.Errorf("%d made, %v", batch.Made, err)
	}
	if left, err := b.UnmadeCertificates(t.Context(), c.caseNo); err != nil || !left {
		t.Errorf("left %v, %v", left, err)
	}
}
