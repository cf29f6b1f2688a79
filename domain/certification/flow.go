package certification

import (
	"slices"

	"jiangxin/domain/casework"
)

// offers says which verdicts the first step of each stage has. A stage without an entry asks nobody.
var offers = map[Stage][]casework.Verdict{
	Audit:        {casework.Pass, casework.PassInPart, casework.ReturnRows, casework.Fail},
	Correction:   {casework.Submit},
	Issue:        {casework.Issue},
	Revocation:   {casework.Revoke, casework.Decline},
	Summary:      {casework.Report},
	SummaryCheck: {casework.Accept, casework.Return},
}

// acts are the decisions that a body takes in inner steps (DESIGN section 2: 经办 → 审核 → 签发). An enterprise
// revokes by its clerk alone; the city's own revocation is an act of the authority.
var acts = []Stage{Audit, Revocation}

// Act says whether a body takes the stage's decision as an institutional act with inner steps.
func (s Stage) Act() bool { return slices.Contains(acts, s) }

// Verdicts lists what a task of the stage offers. The later steps of an act agree or send back.
func Verdicts(stage Stage, step casework.Step) []casework.Verdict {
	if step == casework.StepReview || step == casework.StepSign {
		if !stage.Act() {
			return nil
		}
		return []casework.Verdict{casework.Agree, casework.SendBack}
	}
	return slices.Clone(offers[stage])
}

// namedHere are the verdicts whose words differ from those of a filing.
var namedHere = map[Stage]map[casework.Verdict]casework.Name{
	Audit: {
		casework.Pass: {ZH: "审核通过", EN: "Pass the results"},
		casework.Fail: {ZH: "审核不通过", EN: "Pass none of the results"},
	},
	Issue:      {casework.Issue: {ZH: "颁发证书", EN: "Issue the certificates"}},
	Revocation: {casework.Decline: {ZH: "不注销", EN: "Do not revoke"}},
	Summary:    {casework.Report: {ZH: "报送", EN: "Report"}},
	SummaryCheck: {
		casework.Accept: {ZH: "接收", EN: "Take in"},
		casework.Return: {ZH: "退回更正", EN: "Return for correction"},
	},
}

// VerdictName gives a verdict's words as a stage uses them: what is 出具备案回执 of a filing is 颁发证书 of a batch.
func VerdictName(stage Stage, verdict casework.Verdict) casework.Name {
	if name, ok := namedHere[stage][verdict]; ok {
		return name
	}
	return verdict.Name()
}
