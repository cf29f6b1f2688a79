package activities

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"go.temporal.io/sdk/temporal"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/evidence"
	"jiangxin/paper"
	"jiangxin/store"
)

// Printer makes the papers (文书) of cases and keeps them.
type Printer struct {
	Store     *store.Store
	Evidence  *evidence.Store
	PublicURL string // as browsers reach the product, without a slash at its end; QR codes hold it
	// Render makes the PDF; nil means paper.Render. Another one stands in for a renderer that fails.
	Render func(paper.Document) ([]byte, paper.Warnings, error)
}

// RenderPaper makes the paper that in.ID names (<stage>/<round>/<kind>) and stores it under its case. It is
// safe to run twice: a paper is built only from what was recorded up to the event that ordered it, every
// time on it comes from an event, and equal bytes are stored once. What no retry can mend is
// contract.ErrPermanent: a paper that lacks what it must say, or other bytes under the same key.
func (p *Printer) RenderPaper(ctx context.Context, in contract.EffectRequest) (contract.EffectResult, error) {
	kept, err := p.renderPaper(ctx, in)
	if err != nil {
		slog.WarnContext(ctx, "a paper is not made", "case", in.CaseNo, "paper", in.ID, "code", fault.CodeOf(err), "lacks", pointers(err))
		return contract.EffectResult{}, leaving(err)
	}
	return contract.EffectResult{SHA256: kept.SHA256, Size: kept.Size, Key: kept.Key}, nil
}

func (p *Printer) renderPaper(ctx context.Context, in contract.EffectRequest) (evidence.Facts, error) {
	document, err := p.document(ctx, in)
	if err != nil {
		return evidence.Facts{}, err
	}
	render := p.Render
	if render == nil {
		render = paper.Render
	}
	pdf, warnings, err := render(document)
	if err != nil {
		return evidence.Facts{}, nameless(err)
	}
	for _, w := range warnings {
		slog.WarnContext(ctx, "a character is not in the fonts", "case", in.CaseNo, "paper", in.ID, "character", fmt.Sprintf("U+%04X", w.Rune))
	}
	return p.Evidence.PutOnce(ctx, evidence.PaperKey(in.CaseNo, in.ID+".pdf"), pdf, evidence.PDF)
}

// document builds the input of the paper.
func (p *Printer) document(ctx context.Context, in contract.EffectRequest) (paper.Document, error) {
	f, err := p.open(ctx, in)
	if err != nil {
		return nil, err
	}
	build, known := builders[casework.PaperKind(f.Paper.Kind)]
	if !known {
		return nil, unprintable(fmt.Errorf("no builder for papers of kind %q", f.Paper.Kind))
	}
	return build(ctx, f)
}

// builder makes the input of one kind of paper from the case file. It fails with fault.Invalid where the file
// cannot give what the paper says, and with the store's errors where it reads more.
type builder func(ctx context.Context, f *file) (paper.Document, error)

var builders = map[casework.PaperKind]builder{
	filing.IntakeSlip:         intakeSlip,
	filing.ApplicationForm:    applicationForm,
	filing.AcceptanceNotice:   acceptanceNotice,
	filing.SupplementNotice:   supplementNotice,
	filing.RefusalNotice:      refusalNotice,
	filing.RectificationPaper: rectificationNotice,
	filing.AssessmentPaper:    assessment,
	filing.VerificationPaper:  verificationResult,
	filing.CommitmentLetter:   commitmentLetter,
	filing.OpinionPaper:       delegateOpinion,
	filing.SubmissionForm:     submissionForm,
	filing.ReceiptPaper:       receipt,
	filing.CataloguePaper:     catalogue,

	certification.AuditOpinion: auditOpinion,
}

// leaving turns an error into one that may cross Temporal: the code only, never a person's data.
func leaving(err error) error {
	switch code := fault.CodeOf(err); code {
	case fault.Invalid, fault.Malformed, fault.Diverged:
		return temporal.NewNonRetryableApplicationError(string(code), contract.ErrPermanent, nil)
	}
	return travelling(err)
}

// nameless hides the words of an error that is no fault: they may repeat what stands on the paper.
func nameless(err error) error {
	var known *fault.Error
	if errors.As(err, &known) {
		return err
	}
	return fault.New(fault.Internal, "文书生成失败，请稍后重试", "The paper could not be made; try again").Because(err)
}

// unprintable is a case file that cannot give what the paper says, however often it is tried.
func unprintable(cause error) error {
	return fault.New(fault.Invalid, "办件记录缺少文书所需的内容，无法生成", "The case file lacks what the paper must say").Because(cause)
}

// pointers lists the places of a paper's input that are wrong.
func pointers(err error) []string {
	var known *fault.Error
	if !errors.As(err, &known) {
		return nil
	}
	out := make([]string, 0, len(known.Fields))
	for _, f := range known.Fields {
		out = append(out, f.Pointer)
	}
	return out
}
