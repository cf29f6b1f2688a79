package filing

import (
	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
)

// CommitmentForm is how the commitment letter (承诺书) is given.
type CommitmentForm string

// The forms. A certified electronic signature would be a third.
const (
	OnPaper   CommitmentForm = "paper"   // signed and stamped paper, its scan uploaded
	ByAccount CommitmentForm = "account" // confirmed with the password, where policy allows it
)

// CommitmentSheet is the enterprise's commitment letter (notice 四(二): 须签署承诺书).
type CommitmentSheet struct {
	Form          CommitmentForm `json:"form"`
	Scan          DocumentID     `json:"scan"`              // paper: the scan of the signed and stamped letter
	Place         string         `json:"place"`             // paper: where the original is kept
	SignedBy      string         `json:"signedBy"`          // legal representative, or who signed for them
	SignedOn      civil.Date     `json:"signedOn,omitzero"` // paper: the date on the letter
	Authorisation DocumentID     `json:"authorisation"`     // 授权委托书, unless on file from an earlier letter
	Digest        string         `json:"digest"`            // account: SHA-256, hex, of the letter that was read
}

func (s *CommitmentSheet) check(p *problems, _ casework.Verdict, facts Facts) {
	p.Required("/signedBy", s.SignedBy, ShortLimit, "请填写签署人姓名", "Name the person who signed")
	switch {
	case s.Authorisation != "":
		p.uploaded("/authorisation", s.Authorisation, ForCommitment, facts.Applicant, facts)
	case !facts.Authorised:
		p.Add("/authorisation", "required", "请上传授权委托书（法定代表人授权经办人办理）", "Upload the authorisation by which the legal representative lets the clerk act")
	}
	switch s.Form {
	case OnPaper:
		p.uploaded("/scan", s.Scan, ForCommitment, facts.Applicant, facts)
		if s.Scan != "" && s.Scan == s.Authorisation {
			p.Add("/scan", "duplicate", "承诺书与授权委托书不能是同一个文件，请分别上传", "Letter and authorisation are two papers; upload each")
		}
		p.Required("/place", s.Place, ShortLimit, "请填写承诺书原件的存放处", "Say where the original is kept")
		if s.SignedOn.IsZero() || s.SignedOn.After(facts.today()) {
			p.Add("/signedOn", "date", "请填写签署日期，不能晚于今天", "Give the date of signature; it cannot lie in the future")
		}
	case ByAccount:
		s.checkAccount(p, facts)
	default:
		p.Add("/form", "form", "请选择承诺书的签署方式", "Choose how the letter is given")
	}
}

func (s *CommitmentSheet) checkAccount(p *problems, facts Facts) {
	if !facts.AccountForm {
		p.Add("/form", "form", "现行规定不允许以账号确认，请上传签字盖章的承诺书", "Confirmation by account is not allowed; upload the signed and stamped letter")
		return
	}
	if !facts.PasswordConfirmed {
		p.Add("/form", "password", "请重新输入密码以确认承诺书", "Enter your password again to confirm the letter")
	}
	if facts.CommitmentDigest == "" || s.Digest != facts.CommitmentDigest {
		p.Add("/digest", "digest", "承诺书内容已变化，请重新阅读后确认", "The letter has changed; read it again and confirm")
	}
}

// CommitmentCheckSheet is the officer's check of the letter (核对承诺书).
type CommitmentCheckSheet struct {
	Reasons string `json:"reasons"` // needed with Return
	Place   string `json:"place"`   // where the paper is kept, if the officer took it over
}

func (s *CommitmentCheckSheet) check(p *problems, verdict casework.Verdict, _ Facts) {
	p.Text("/place", s.Place, ShortLimit)
	if verdict == casework.Return {
		p.Required("/reasons", s.Reasons, NoteLimit, "请写明承诺书需要更正之处", "Say what is wrong with the letter")
	}
}
