package certification

import "jiangxin/domain/casework"

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
