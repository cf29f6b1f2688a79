package paper

import "jiangxin/paper/typeset"

// Result is a verification result (核验结论).
type Result string

// The three results.
const (
	Passed  Result = "passed"   // 通过
	ToMend  Result = "to_mend"  // 整改后复核
	NotPass Result = "not_pass" // 不通过
)

var resultWords = map[Result]string{Passed: "通过", ToMend: "整改后复核", NotPass: "不通过"}

// Step is one internal step of an institutional decision: 经办, 审核 or 签发.
type Step struct {
	Name string `json:"name"`
	Who  string `json:"who"`
	On   string `json:"on"` // as 2026-11-22
}

// stepRows draws the steps that a decision has passed.
func stepRows(s *typeset.Sheet, steps []Step) {
	for _, step := range steps {
		s.Row(field(step.Name, step.Who, "日期", chineseDate(step.On)), typeset.Roomy, 26)
	}
}

// VerificationResult is the 核验结论 of the body that verifies.
type VerificationResult struct {
	Head
	Enterprise Enterprise `json:"enterprise"`
	Result     Result     `json:"result"`
	// Reasons sums up why; for ToMend and NotPass each ground has its clause.
	Reasons string   `json:"reasons,omitempty"`
	Grounds []Ground `json:"grounds,omitempty"`
	// AssessmentNumber is the 编号 of the 专家评估书面意见 that it rests on.
	AssessmentNumber string       `json:"assessmentNumber"`
	Occupations      []Occupation `json:"occupations,omitempty"`
	Steps            []Step       `json:"steps,omitempty"`
}

// Kind implements Document.
func (d *VerificationResult) Kind() Kind { return KindVerificationResult }
func (d *VerificationResult) title() string {
	return "企业职业技能等级认定备案核验结论"
}

func (d *VerificationResult) check(c *checker) {
	d.Enterprise.check(c)
	c.need("/assessmentNumber", d.AssessmentNumber, "专家评估书面意见编号", "number of the written assessment")
	if resultWords[d.Result] == "" {
		c.wrong("/result", "unknown", "请选择通过、整改后复核或不通过。", "Choose passed, to_mend or not_pass.")
	} else if d.Result != Passed {
		c.some("/grounds", len(d.Grounds), "条款和理由", "clause with its reason")
	}
}

func (d *VerificationResult) draw(s *typeset.Sheet) {
	d.heading(s, d.title(), false)
	s.Paragraph("依据"+notice+"第四部分第（二）项，经组织专家对申请企业开展文件审核、技术评估、专家论证和现场考察，根据专家评估书面意见（编号："+
		d.AssessmentNumber+"），作出如下核验结论：", typeset.Body)
	s.Skip(8)
	s.Row(wide("申请企业", d.Enterprise.Name), typeset.Roomy, 28)
	s.Row(wide("统一社会信用代码", d.Enterprise.CreditCode), typeset.Roomy, 28)
	s.Row(strong("核验结论", resultWords[d.Result]), typeset.Roomy, 34)
	if d.Reasons != "" {
		s.Row(wide("说明", d.Reasons), typeset.Roomy, 48)
	}
	stepRows(s, d.Steps)
	if len(d.Grounds) > 0 {
		s.Skip(8)
		rows := make([][]string, len(d.Grounds))
		for i, g := range d.Grounds {
			rows[i] = []string{count(i + 1), g.Clause, g.Reason}
		}
		s.Table([]typeset.Column{
			{Title: "序号", Width: 0.95, Align: typeset.Center}, {Title: "依据条款", Width: 3}, {Title: "理由", Width: 8.2},
		}, rows, typeset.Roomy)
	}
	if len(d.Occupations) > 0 {
		s.Heading2("核验的职业（工种）及等级")
		matrix(s, d.Occupations)
	}
	s.Skip(8)
	next := "请按上述条款和理由办理后续手续。"
	if d.Result == Passed {
		next = "企业签署开展职业技能等级认定工作承诺书后，按程序报送备案。本结论不代替备案回执。"
	}
	d.close(s, next)
}

// DelegateOpinion is the 受委托机构书面意见: where the bureau delegated verification, the authority
// (公共就业服务机构主管部门) gives its own written opinion and hands over.
type DelegateOpinion struct {
	Head
	Enterprise Enterprise `json:"enterprise"`
	// Bureau is the 市人社部门 that delegated and receives the opinion.
	Bureau string `json:"bureau"`
	// Opinion is what the authority says about the verification, in its own words.
	Opinion            string       `json:"opinion"`
	AssessmentNumber   string       `json:"assessmentNumber"`
	VerificationNumber string       `json:"verificationNumber"`
	CommitmentOn       string       `json:"commitmentOn"` // day of the commitment letter
	Occupations        []Occupation `json:"occupations"`
	Steps              []Step       `json:"steps,omitempty"`
}

// Kind implements Document.
func (d *DelegateOpinion) Kind() Kind    { return KindDelegateOpinion }
func (d *DelegateOpinion) title() string { return "受委托机构书面意见" }

func (d *DelegateOpinion) check(c *checker) {
	d.Enterprise.check(c)
	c.need("/bureau", d.Bureau, "委托部门", "bureau that delegated")
	c.need("/opinion", d.Opinion, "书面意见", "opinion")
	c.some("/occupations", len(d.Occupations), "职业（工种）", "occupation")
}

func (d *DelegateOpinion) draw(s *typeset.Sheet) {
	d.heading(s, d.title(), false)
	s.Paragraph(d.Bureau+"：", flush)
	s.Paragraph("受你局委托，依据"+notice+"第四部分第（二）项，我单位组织专家对"+d.Enterprise.Name+
		"开展企业职业技能等级认定备案的文件审核、技术评估、专家论证和现场考察。现出具书面意见如下：", typeset.Body)
	s.Paragraph(d.Opinion, typeset.Body)
	s.Skip(8)
	s.Row(field("统一社会信用代码", d.Enterprise.CreditCode, "承诺书签署", or(chineseDate(d.CommitmentOn), "—")), typeset.Roomy, 28)
	s.Row(field("专家评估意见", d.AssessmentNumber, "核验结论", d.VerificationNumber), typeset.Roomy, 28)
	stepRows(s, d.Steps)
	s.Heading2("核验的职业（工种）及等级")
	matrix(s, d.Occupations)
	s.Skip(8)
	d.close(s, "有关材料随本意见一并移交，请按程序报送备案。")
}
