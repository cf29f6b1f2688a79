package paper

import (
	"time"

	"jiangxin/paper/typeset"
)

// CommitmentLetter is the 承诺书 that an enterprise signs after it has passed verification. Its duties
// are those of the notice's sections 三, 四 and 五.
type CommitmentLetter struct {
	Head
	Enterprise Enterprise `json:"enterprise"`
	// LegalRepresentative is the 法定代表人.
	LegalRepresentative string `json:"legalRepresentative"`
	// To is the body that the promise is given to, such as 沈阳市人力资源和社会保障局.
	To string `json:"to"`
	// Confirmed tells of a confirmation by account where policy allows that form; nil for the paper form.
	Confirmed *Confirmation `json:"confirmed,omitempty"`
}

// Confirmation is a confirmation by account: a record, not a signature.
type Confirmation struct {
	Account string    `json:"account"` // sign-in name of the person
	At      time.Time `json:"at"`
	Digest  string    `json:"digest"` // SHA-256 of the confirmed text, hexadecimal
}

var duties = []string{
	"一、在备案的职业（工种）和等级范围内，对本单位职工（含劳务派遣人员）开展职业技能等级认定；准入类职业（工种）不纳入认定范围。",
	"二、依据现行国家职业标准和行业企业评价规范，全面评价职业能力、工作业绩、职业道德和工匠精神，综合运用理论知识考试、技能操作考核、工作业绩评审、过程考核、竞赛选拔等方式，做到公平公正。",
	"三、对提交材料的真实性、有效性、合法性负责；严格按照制定的工作方案组织实施，认定结果如实报送审核，未经审核通过不制作、不颁发证书。",
	"四、按照证书编码规则、参考样式及制作说明制作并颁发职业技能等级证书，按月报送认定结果汇总表。",
	"五、妥善保管评价工作全过程资料，纸质材料保管不少于3年，电子材料不少于5年，确保评价过程和结果可追溯、可倒查。",
	"六、按照“谁评价、谁发证、谁负责”的原则，建立内部监督、问题回溯、责任追究机制，制定考务管理、质量管理、证书管理等管理办法，并向社会公示公开。",
	"七、坚持把社会效益放在首位，不以人才评价为营利目的，保障工作经费，评价结果与薪酬等待遇挂钩。",
	"八、自愿接受人力资源社会保障部门及其委托的公共就业服务机构主管部门的监督，配合“双随机、一公开”检查、质量监控和信用评估，对投诉举报和检查发现的问题及时整改。",
}

// Kind implements Document.
func (d *CommitmentLetter) Kind() Kind         { return KindCommitmentLetter }
func (d *CommitmentLetter) title() string      { return "开展职业技能等级认定工作承诺书" }
func (d *CommitmentLetter) page() typeset.Page { return typeset.Form }

func (d *CommitmentLetter) check(c *checker) {
	d.Enterprise.check(c)
	c.need("/to", d.To, "接受承诺的部门", "body that the promise is given to")
	c.need("/legalRepresentative", d.LegalRepresentative, "法定代表人", "legal representative")
}

func (d *CommitmentLetter) draw(s *typeset.Sheet) {
	s.Heading(typeset.Heading{Title: d.title(), Left: "编号：" + d.Number, Right: d.caseLine()})
	if d.Confirmed != nil {
		s.Banner("系统确认记录，不替代签字盖章")
	}
	body := typeset.Body
	body.Size, body.Leading = 11.5, 17.6
	unindented := body
	unindented.Indent = 0
	s.Paragraph(d.To+"：", unindented)
	s.Paragraph(d.Enterprise.Name+"（统一社会信用代码："+d.Enterprise.CreditCode+"）申请开展企业职业技能等级认定并已通过核验。依据"+notice+
		"，本单位郑重承诺：", body)
	for _, duty := range duties {
		s.Paragraph(duty, body)
	}
	if d.Confirmed != nil {
		s.Skip(8)
		s.Row(field("确认账号", d.Confirmed.Account, "确认时间", instant(d.Confirmed.At)), typeset.Roomy, 26)
		s.Row(wide("内容摘要（SHA-256）", d.Confirmed.Digest), typeset.Compact, 26)
	}
	closeWith(s, typeset.Signature{
		Signer: "法定代表人（" + d.LegalRepresentative + "）签字", Body: d.Enterprise.Name, Date: penDate, Seal: "企业公章",
	}, body, "如有违反，愿意按照《通知》和有关规定承担相应责任。")
}
