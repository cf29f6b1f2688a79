package policy

import (
	"slices"
	"strings"
)

// InstitutionMark stands for the filed name of the body in the text of certificates.
const InstitutionMark = "{机构}"

// ForbiddenOnCertificates are words that no text of a certificate may hold (人社部函〔2022〕25号, 山寨证书专项治理). The
// name of a body is no text of ours, and is printed as filed.
var ForbiddenOnCertificates = []string{"中华人民共和国", "中国", "中华", "国家", "全国", "职业资格", "人员资格", "国徽"}

// ForbiddenWord finds the first such word in a text; blanks inside do not hide one. It is empty when there is none.
func ForbiddenWord(text string) string {
	plain := strings.Join(strings.Fields(text), "")
	for _, word := range ForbiddenOnCertificates {
		if strings.Contains(plain, word) {
			return word
		}
	}
	return ""
}

// checkCertification refuses values of the certification that have the right form and make no sense.
func (p Param) checkCertification(wrong func(field, zh, en string) error) error {
	least := map[string]int{AssessorsMin: 1, ResultRowsMax: 1, CertificateMakers: 1, QueryRate: 1, PassMark: 1}
	most := map[string]int{SampleShare: 100, PassMark: 100, CertificateMakers: 64}
	number := p.Value.number
	switch low, bounded := least[p.Key]; {
	case bounded && number < low:
		return wrong("value", "数值过小。", "the number is too small.")
	case most[p.Key] > 0 && number > most[p.Key]:
		return wrong("value", "数值过大。", "the number is too large.")
	case p.Key == CertificateText && ForbiddenWord(p.Value.text) != "":
		return wrong("value", "证书正文不得含有“"+ForbiddenWord(p.Value.text)+"”，请修改。", "the text of certificates holds a forbidden word.")
	case p.Key == CertificateText && strings.Count(p.Value.text, InstitutionMark) != 1:
		return wrong("value", "证书正文须恰有一处 "+InstitutionMark+"，代表评价机构名称。", "the text names the body once, by "+InstitutionMark+".")
	case p.Key == SerialBy && slices.ContainsFunc(p.Value.texts, func(by string) bool { return by != "" && by != "year" && by != "level" }):
		return wrong("value", "证书序列码只能按年度（year）、等级（level）重新编起。", "serials begin anew by year, by level, or not at all.")
	}
	return nil
}
