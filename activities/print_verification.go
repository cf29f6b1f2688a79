package activities

import (
	"context"
	"slices"

	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
	"jiangxin/paper"
)

// verificationResult builds the 核验结论 of a verification that was passed; the other results have notices.
func verificationResult(_ context.Context, f *file) (paper.Document, error) {
	head, err := f.headOf()
	if err != nil {
		return nil, err
	}
	said, err := f.decided(f.Paper.Stage, f.Paper.Round)
	if err != nil {
		return nil, err
	}
	sheet, err := sheetOf[filing.VerificationSheet](said)
	if err != nil {
		return nil, err
	}
	occupations, err := f.granted()
	if err != nil {
		return nil, err
	}
	return &paper.VerificationResult{
		Head: head, Enterprise: f.enterprise(), Result: paper.Passed, Reasons: sheet.Words,
		AssessmentNumber: f.earlier(filing.AssessmentPaper), Occupations: occupations, Steps: f.steps(),
	}, nil
}

// granted are the occupations and levels that passed (filing.Granted), by the sheets up to the paper.
func (f *file) granted() ([]paper.Occupation, error) {
	verified, _, err := lastSheet[filing.VerificationSheet](f, filing.Verification, casework.Pass)
	if err != nil {
		return nil, err
	}
	assessed, _, err := lastSheet[filing.AssessmentSheet](f, filing.Assessment, casework.Conclude)
	if err != nil {
		return nil, err
	}
	grants, err := filing.Granted(f.applied.Application.Occupations.Rows, &assessed, &verified)
	if err != nil {
		return nil, unprintable(err)
	}
	return f.occupations(func(row filing.OccupationRow, level string) bool {
		return slices.ContainsFunc(grants, func(g filing.Grant) bool {
			return g.Code == row.Code && g.WorkType == row.WorkType && slices.Contains(g.Levels, level)
		})
	}), nil
}

// commitmentLetter builds the 承诺书 that is handed to the enterprise for signature and stamp.
func commitmentLetter(_ context.Context, f *file) (paper.Document, error) {
	to, err := f.body(f.bodies.Bureau)
	if err != nil {
		return nil, err
	}
	unit := f.applied.Application.Unit
	return &paper.CommitmentLetter{
		Head: f.head(unit.Name), Enterprise: f.enterprise(), LegalRepresentative: unit.LegalRepresentative, To: to,
	}, nil
}

// delegateOpinion builds the authority's own written opinion, with which it hands over to the bureau.
func delegateOpinion(_ context.Context, f *file) (paper.Document, error) {
	head, err := f.headOf()
	if err != nil {
		return nil, err
	}
	bureau, err := f.body(f.bodies.Bureau)
	if err != nil {
		return nil, err
	}
	said, err := f.decided(f.Paper.Stage, f.Paper.Round)
	if err != nil {
		return nil, err
	}
	sheet, err := sheetOf[filing.OpinionSheet](said)
	if err != nil {
		return nil, err
	}
	committed, err := f.committedOn()
	if err != nil {
		return nil, err
	}
	occupations, err := f.granted()
	if err != nil {
		return nil, err
	}
	return &paper.DelegateOpinion{
		Head: head, Enterprise: f.enterprise(), Bureau: bureau, Opinion: sheet.Opinion,
		AssessmentNumber: f.earlier(filing.AssessmentPaper), VerificationNumber: f.earlier(filing.VerificationPaper),
		CommitmentOn: committed, Occupations: occupations, Steps: f.steps(),
	}, nil
}

// committedOn is the date on the commitment letter, or else the day on which it was handed in.
func (f *file) committedOn() (string, error) {
	sheet, said, err := lastSheet[filing.CommitmentSheet](f, filing.Commitment, casework.Submit)
	if err != nil || !sheet.SignedOn.IsZero() {
		return sheet.SignedOn.String(), err
	}
	return civil.Of(said.At).String(), nil
}
