package certification

import (
	"strings"

	"jiangxin/domain/policy"
	"jiangxin/domain/region"
)

// Settings are the policy's values that a certification goes by. A batch reads them from the edition that it
// began under.
type Settings struct {
	AssessorsMin int // assessors per batch
	PassMark     int // of 100, where neither plan nor standard says
	AgeMin       int // full years
	RowsMax      int // rows of a batch

	PhotoKiBMin    int
	PhotoKiBMax    int
	PhotoPixelsMin int // least width

	SampleShare int // percent of the rows
	SampleMin   int // rows

	Steps   map[Stage][]policy.Step // inner steps of the authority's acts
	DueDays map[Stage]int           // workdays

	SummaryNil bool // a month without results is returned as nil

	CertificateText  string   // 证书正文, with policy.InstitutionMark
	CertificateQuery string   // 证书信息查询网址
	InstitutionQuery string   // 机构信息查询网址
	SerialsBy        []string // what makes serials begin anew
	Makers           int      // activities that make certificates side by side

	QueryRate int // public queries per minute and address
}

// decisions names the authority's institutional acts as the policy's steps do.
var decisions = map[Stage][2]string{
	Audit:      {string(region.Authority), "audit"},
	Revocation: {string(region.Authority), "certificateRevocation"},
}

// SettingsOf reads the settings of an edition.
func SettingsOf(edition policy.Edition) (Settings, error) {
	s := Settings{Steps: map[Stage][]policy.Step{}, DueDays: map[Stage]int{}}
	for key, into := range map[string]*int{
		policy.AssessorsMin: &s.AssessorsMin, policy.PassMark: &s.PassMark, policy.AgeMin: &s.AgeMin, policy.ResultRowsMax: &s.RowsMax,
		policy.PhotoKiBMin: &s.PhotoKiBMin, policy.PhotoKiBMax: &s.PhotoKiBMax, policy.PhotoPixelsMin: &s.PhotoPixelsMin,
		policy.SampleShare: &s.SampleShare, policy.SampleMin: &s.SampleMin,
		policy.CertificateMakers: &s.Makers, policy.QueryRate: &s.QueryRate,
	} {
		value, err := edition.Int(key)
		if err != nil {
			return s, err
		}
		*into = value
	}
	for stage, key := range map[Stage]string{
		Audit: policy.AuditDays, Correction: policy.CorrectionDays, Issue: policy.IssueDays, Revocation: policy.RevocationDays, Summary: policy.SummaryDays, SummaryCheck: policy.SummaryCheckDays,
	} {
		days, err := edition.Int(key)
		if err != nil {
			return s, err
		}
		s.DueDays[stage] = days
	}
	for stage, decision := range decisions {
		steps, err := edition.Steps(decision[0], decision[1])
		if err != nil {
			return s, err
		}
		s.Steps[stage] = steps
	}
	for key, into := range map[string]*string{
		policy.CertificateText: &s.CertificateText, policy.CertificateQuery: &s.CertificateQuery, policy.InstitutionQuery: &s.InstitutionQuery,
	} {
		text, err := edition.Text(key)
		if err != nil {
			return s, err
		}
		*into = text
	}
	var err error
	if s.SerialsBy, err = edition.List(policy.SerialBy); err != nil {
		return s, err
	}
	s.SummaryNil, err = edition.Bool(policy.MonthlySummaryNil)
	return s, err
}

// Wording is the text of a certificate (证书正文) of a body, by its filed name.
func (s Settings) Wording(institution string) string {
	return strings.ReplaceAll(s.CertificateText, policy.InstitutionMark, institution)
}
