package certification

import (
	"regexp"
	"slices"
	"strings"

	"jiangxin/domain/casework"
	"jiangxin/domain/form"
)

// RevocationReason says why a certificate is revoked.
type RevocationReason string

// The reasons.
const (
	ByError     RevocationReason = "error" // 信息错误
	ByFraud     RevocationReason = "fraud" // 弄虚作假
	OtherReason RevocationReason = "other" // 其他
)

// RevocationReasons lists them in order.
var RevocationReasons = []RevocationReason{ByError, ByFraud, OtherReason}

// Name gives the reason's words; an unknown code gives itself.
func (r RevocationReason) Name() casework.Name {
	switch r {
	case ByError:
		return casework.Name{ZH: "信息错误", EN: "Wrong particulars"}
	case ByFraud:
		return casework.Name{ZH: "弄虚作假", EN: "Fraud"}
	case OtherReason:
		return casework.Name{ZH: "其他", EN: "Other"}
	}
	return casework.Name{ZH: string(r), EN: string(r)}
}

// RevocationSheet decides on the revocation of one certificate (注销证书). Its number is never used again.
type RevocationSheet struct {
	Reason RevocationReason `json:"reason"` // with Revoke
	Text   string           `json:"text"`   // what happened; for the file
	Public string           `json:"public"` // with Revoke: the reason that whoever checks the certificate reads
}

// longDigits finds what may be an ID or phone number in a text that anybody can read.
var longDigits = regexp.MustCompile(`\d{11,}`)

func (s *RevocationSheet) check(p *form.Problems, verdict casework.Verdict, facts Facts) {
	if verdict != casework.Revoke {
		p.Required("/text", s.Text, form.NoteLimit, "请写明不注销的理由", "Say why the certificate is not revoked")
		p.Text("/public", s.Public, form.ShortLimit)
		return
	}
	if !slices.Contains(RevocationReasons, s.Reason) {
		p.Add("/reason", "choice", "请选择注销原因：信息错误、弄虚作假或其他", "Choose the reason: error, fraud or other")
	}
	p.Required("/text", s.Text, form.NoteLimit, "请写明注销的事实和依据", "State the facts and grounds of the revocation")
	p.Required("/public", s.Public, form.ShortLimit, "请填写对外公布的注销原因", "Give the reason that is made public")
	if longDigits.MatchString(narrow(s.Public)) || (facts.Holder != "" && strings.Contains(s.Public, facts.Holder)) {
		p.Add("/public", "personal", "对外公布的原因不能含姓名、证件号码或电话，请改写", "The public reason cannot hold a name, an ID number or a phone number; rewrite it")
	}
}
