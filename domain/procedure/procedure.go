// Package procedure knows the words of all procedures, for whoever shows a case of any of them: stages, verdicts and
// outcomes. The codes of stages are distinct throughout.
package procedure

import (
	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/domain/filing"
)

// Stages of a tenure, which asks nobody.
const (
	TenureValid  = "valid"  // 有效期内
	TenureLapsed = "lapsed" // 有效期届满
)

var tenureStages = map[string]casework.Name{
	TenureValid:  {ZH: "有效期内", EN: "Within validity"},
	TenureLapsed: {ZH: "有效期届满", EN: "Validity has ended"},
}

// StageName gives a stage's words; an unknown code gives itself.
func StageName(code string) casework.Name {
	if stage := filing.Stage(code); stage.Known() {
		return stage.Name()
	}
	if stage := certification.Stage(code); stage.Known() {
		return stage.Name()
	}
	if name, known := tenureStages[code]; known {
		return name
	}
	return casework.Name{ZH: code, EN: code}
}

// VerdictName gives a verdict's words as a stage uses them.
func VerdictName(stage string, verdict casework.Verdict) casework.Name {
	if certification.Stage(stage).Known() && !filing.Stage(stage).Known() {
		return certification.VerdictName(certification.Stage(stage), verdict)
	}
	return filing.VerdictName(filing.Stage(stage), verdict)
}

// OutcomeName gives the words of how a case ended; an unknown code gives itself.
func OutcomeName(code string) casework.Name {
	if name := filing.Outcome(code).Name(); name.ZH != "" && name.ZH != code {
		return name
	}
	return certification.Outcome(code).Name()
}
