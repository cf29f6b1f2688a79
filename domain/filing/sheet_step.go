package filing

import (
	"slices"
	"strconv"
	"strings"

	"jiangxin/domain/casework"
	"jiangxin/domain/fault"
)

// StepSheet is what the later steps of an act say (审核, 签发).
type StepSheet struct {
	Words string `json:"words"` // needed when sending back
}

func (s *StepSheet) check(p *problems, verdict casework.Verdict, _ Facts) {
	p.Step(s.Words, verdict)
}

// password asks for the signer's password where policy wants it again at this step (setting receipt.password).
// Who leads the case back decides nothing, and is not asked.
func (p *problems) password(verdict casework.Verdict, facts Facts) {
	if !facts.PasswordAsked || facts.PasswordConfirmed || verdict == casework.Back || verdict == casework.SendBack {
		return
	}
	p.Fields = append(p.Fields, fault.Field{Pointer: passwordPointer, Code: "required",
		Text: fault.Text{ZH: "本步骤具有法律效力，请重新输入登录密码", EN: "This step has legal effect; enter your password again"}})
}

// BackSheet leads a case back to an earlier stage (退回前序环节).
type BackSheet struct {
	Target Stage  `json:"target"`
	Reason string `json:"reason"`

	from Stage
}

func (s *BackSheet) check(p *problems, _ casework.Verdict, facts Facts) {
	known := slices.Contains(targets[s.from], s.Target)
	if !known || (s.Target == DelegateOpinion && !facts.Delegated) {
		p.Add("/target", "target", "不能退回到这个环节，请从列出的环节中选择", "The case cannot go back to this stage; choose one of those listed")
	}
	p.Required("/reason", s.Reason, NoteLimit, "请写明退回的理由", "Say why it goes back")
}

// Ground is one reason of an adverse decision, with its clause. A refusal at acceptance needs a reason of the
// catalogue; a failed verification or a declined receipt judges the enterprise, not its papers, and there
// clause and words suffice.
type Ground struct {
	Clause string     `json:"clause"`           // clause of 辽人社〔2020〕22号, such as 一(三)
	Reason ReasonCode `json:"reason,omitempty"` // of the catalogue; may be left out after acceptance
	Words  string     `json:"words"`
}

// Clauses are those of 辽人社〔2020〕22号 that an adverse decision may cite.
var Clauses = []string{
	"一(一)", "一(二)", "一(三)", "一(四)", "一(五)", "二(一)", "二(二)", "二(三)", "三(一)", "三(二)",
	"四(一)", "四(一)1", "四(一)2", "四(一)3", "四(一)4", "四(一)5", "四(一)6", "四(一)7",
	"四(二)", "四(三)", "五(三)",
}

// grounds checks the reasons of an adverse decision: at least one, each with clause and words.
func (p *problems) grounds(pointer string, grounds []Ground) {
	if len(grounds) == 0 {
		p.Add(pointer, "required", "请至少写明一项理由及所依据的条款", "Give at least one reason with its clause")
	}
	for i, g := range grounds {
		at := pointer + "/" + strconv.Itoa(i)
		p.Clause(at+"/clause", g.Clause, Clauses)
		if _, known := ReasonByCode(g.Reason); g.Reason != "" && !known {
			p.Add(at+"/reason", "reason", "没有这个理由代码，请重新选择", "There is no such reason; choose again")
		}
		p.Required(at+"/words", g.Words, NoteLimit, "请写明具体理由", "Give the reason in words")
	}
}

// Answer answers one defect or one point to mend, by its index in the last notice.
type Answer struct {
	Index     int          `json:"index"`
	Text      string       `json:"text"`
	Documents []DocumentID `json:"documents"`
}

// answers checks that every one of count questions is answered once, by words or by documents.
func (p *problems) answers(pointer string, answers []Answer, count int, facts Facts) {
	answered := make([]bool, count)
	for i, a := range answers {
		at := pointer + "/" + strconv.Itoa(i)
		switch {
		case a.Index < 0 || a.Index >= count:
			p.Add(at+"/index", "index", "告知书中没有这一项，请刷新后重试", "The notice has no such entry; reload and try again")
			continue
		case answered[a.Index]:
			p.Add(at+"/index", "duplicate", "同一项回复了两次，请合并", "This entry is answered twice; join the answers")
		}
		answered[a.Index] = true
		if strings.TrimSpace(a.Text) == "" && len(a.Documents) == 0 {
			p.Add(at+"/text", "required", "请填写说明或上传文件", "Explain it, or upload a document")
		}
		p.documents(at+"/documents", a.Documents, facts)
	}
	for index, done := range answered {
		if !done {
			n := strconv.Itoa(index + 1)
			p.Add(pointer, "unanswered", "第 "+n+" 项尚未回复，请逐项回复", "Entry "+n+" is not answered; answer every one")
		}
	}
}
