package filing

import (
	"slices"

	"jiangxin/domain/casework"
)

// offers says which verdicts the first step of each stage has. A stage without an entry asks nobody.
var offers = map[Stage][]casework.Verdict{
	Acceptance:      {casework.Accept, casework.Return, casework.Refuse},
	Supplement:      {casework.Submit},
	Panel:           {casework.Appoint, casework.Back},
	ExpertReview:    {casework.Submit},
	Deliberation:    {casework.Conclude, casework.Back},
	SiteVisit:       {casework.Submit, casework.Back},
	Assessment:      {casework.Conclude, casework.Back},
	Signature:       {casework.Sign, casework.Dissent, casework.Revise},
	Verification:    {casework.Pass, casework.Rectify, casework.Fail, casework.Back},
	Rectification:   {casework.Submit},
	Commitment:      {casework.Submit},
	CommitmentCheck: {casework.Accept, casework.Return, casework.Back},
	DelegateOpinion: {casework.Endorse, casework.Back},
	Submission:      {casework.Report, casework.Back},
	CentreReview:    {casework.Agree, casework.Back},
	Receipt:         {casework.Issue, casework.Decline, casework.Back},
	Publication:     {casework.Publish},
}

// acts are the institutional acts (DESIGN section 2: 经办 → 审核 → 签发).
var acts = []Stage{Verification, DelegateOpinion, Submission, CentreReview, Receipt}

// Act says whether the stage's decision is an institutional act with inner steps.
func (s Stage) Act() bool { return slices.Contains(acts, s) }

// Verdicts lists what a task of the stage offers. The later steps of an act agree or send back.
func Verdicts(stage Stage, step casework.Step) []casework.Verdict {
	if step == casework.StepReview || step == casework.StepSign {
		if !stage.Act() && stage != Acceptance { // of a notice that asks again (AcceptanceSheet.AsksAgain)
			return nil
		}
		return []casework.Verdict{casework.Agree, casework.SendBack}
	}
	return slices.Clone(offers[stage])
}

var targets = map[Stage][]Stage{
	Panel:           {Acceptance},
	Deliberation:    {Panel, ExpertReview},
	SiteVisit:       {Panel, ExpertReview, Deliberation},
	Assessment:      {ExpertReview, Deliberation, SiteVisit},
	Verification:    {Acceptance, Panel, ExpertReview, Deliberation, SiteVisit, Assessment},
	CommitmentCheck: {Verification},
	DelegateOpinion: {Panel, Assessment, Verification, CommitmentCheck},
	Submission:      {Panel, Assessment, Verification, CommitmentCheck, DelegateOpinion},
	CentreReview:    {Verification, DelegateOpinion, Submission},
	Receipt:         {Submission, CentreReview},
}

// Targets lists the earlier stages to which a stage can lead back (verdict Back). Acceptance is the
// first; after the receipt there is no way back: number and catalogue stand. Experts who review or sign
// side by side do not lead the case back themselves; the leader does, from the deliberation. DelegateOpinion
// counts only where the verification was delegated.
func Targets(stage Stage) []Stage { return slices.Clone(targets[stage]) }

// VerdictName gives a verdict's words as a stage uses them: what is 受理 of an application is 核对无误 of a
// commitment letter.
func VerdictName(stage Stage, verdict casework.Verdict) casework.Name {
	if stage == CommitmentCheck {
		switch verdict {
		case casework.Accept:
			return casework.Name{ZH: "核对无误", EN: "In order"}
		case casework.Return:
			return casework.Name{ZH: "退回更正", EN: "Return for correction"}
		}
	}
	return verdict.Name()
}
