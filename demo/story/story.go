package story

import (
	"context"
	"errors"
	"fmt"
	"io"

	"jiangxin/demo"
	"jiangxin/demo/cast"
)

// Summary is the one JSON line with which a story ends.
type Summary struct {
	Case          string `json:"case"`
	FilingNumber  string `json:"filing_number"`
	ReceiptSHA256 string `json:"receipt_sha256"` // of the receipt as the system made it, hex
	Events        int    `json:"events"`
	TemporalUI    string `json:"temporal_ui"` // address of this case's workflow

	Certificates  []string `json:"certificates"`   // numbers of all that were issued
	VerifyURL     string   `json:"verify_url"`     // what the QR code of the first holds
	Revoked       string   `json:"revoked"`        // number of the one that was revoked
	SummarySHA256 string   `json:"summary_sha256"` // of the month's summary, hex
}

// Tell plays one filing of a fresh enterprise of a city, and the first batch of certificates under it, prints each step, and fails when anything is missing.
func Tell(ctx context.Context, world *demo.World, city cast.City, out io.Writer) (Summary, error) {
	t := &Tale{out: out, world: world, city: city}
	for _, chapter := range []func(context.Context){
		t.fill, t.attach, t.handIn, t.accept, t.appoint, t.review, t.visit, t.assess, t.verify, t.promise, t.report, t.issue, t.publish,
		t.plan, t.audited, t.award, t.sum,
	} {
		if chapter(ctx); t.err != nil {
			return Summary{}, t.err
		}
	}
	return t.summary(ctx)
}

func (t *Tale) summary(ctx context.Context) (Summary, error) {
	events, err := demo.Answer(t.operator().API.ListCaseEventsWithResponse(ctx, t.c.No))
	if err != nil {
		return Summary{}, fmt.Errorf("read the events: %w", err)
	}
	view, err := t.c.View(ctx)
	if err != nil {
		return Summary{}, fmt.Errorf("read the case: %w", err)
	}
	s := Summary{
		Case: t.c.No, FilingNumber: t.filed.FilingNo, ReceiptSHA256: t.receipt, Events: events.Total, TemporalUI: view.TemporalUrl,
	}
	for _, c := range t.certificates {
		s.Certificates = append(s.Certificates, c.Number)
	}
	if n := len(t.certificates); n > 0 {
		s.VerifyURL, s.Revoked = t.certificates[0].VerifyUrl, t.certificates[n-1].Number
	}
	s.SummarySHA256 = t.summed
	if len(s.Certificates) != people || s.VerifyURL == "" || s.SummarySHA256 == "" {
		return s, fmt.Errorf("the second act ended with something missing: %+v", s)
	}
	if s.Case == "" || s.FilingNumber == "" || s.ReceiptSHA256 == "" || s.Events == 0 || s.TemporalUI == "" {
		return s, fmt.Errorf("the story ended with something missing: %+v", s)
	}
	if !events.Verified {
		return s, errors.New("the chain of events does not hold: " + events.Problem)
	}
	for i, e := range events.Items {
		if e.Seq != i+1 {
			return s, fmt.Errorf("event %d has the number %d", i+1, e.Seq)
		}
	}
	return s, nil
}
