package certification

import (
	"fmt"
	"slices"
	"strconv"

	"jiangxin/domain/casework"
	"jiangxin/domain/fault"
	"jiangxin/domain/form"
)

// RowDecision is the authority's verdict on one row.
type RowDecision string

// The decisions.
const (
	RowPass   RowDecision = "pass"   // 通过
	RowReturn RowDecision = "return" // 退回修改
	RowFail   RowDecision = "fail"   // 不予通过
)

// AuditSheet is the audit of a batch (结果审核, notice 四(四)1). Rows without an entry pass.
type AuditSheet struct {
	Rows   []RowVerdict `json:"rows"`
	Looked []int        `json:"looked"` // numbers of the sampled rows whose evidence was looked at
	Note   string       `json:"note"`
}

// RowVerdict is the verdict on one row, with its reason unless it passes.
type RowVerdict struct {
	No      int         `json:"no"`
	Verdict RowDecision `json:"verdict"`
	Clause  string      `json:"clause"` // of 辽人社〔2020〕22号, with RowFail
	Reason  string      `json:"reason"` // with RowReturn and RowFail
}

func (s *AuditSheet) check(p *form.Problems, verdict casework.Verdict, facts Facts) {
	given := s.checkRows(p, facts)
	s.checkLooked(p, facts)
	p.Text("/note", s.Note, form.NoteLimit)
	for _, no := range facts.asked() {
		if _, decided := given[no]; !decided {
			n := strconv.Itoa(no)
			p.Add("/rows", "undecided", "第 "+n+" 行属于抽样、有系统提示或退回后未修改，请逐行给出结论", "Row "+n+" is in the sample, has a finding, or came back unchanged; decide on it")
		}
	}
	route := s.route(facts)
	if expected := route.verdict(); verdict != expected {
		p.Fields = append(p.Fields, mismatch(expected, route))
	}
}

// asked lists the rows on which the auditor decides one by one: the sample, those with a finding, and those that
// came back unchanged; what the last round settled is not asked again.
func (f Facts) asked() []int {
	rows := slices.Concat(f.Sampled, f.Flagged)
	for no, settled := range f.Settled {
		if settled.Verdict == RowReturn {
			rows = append(rows, no)
		}
	}
	slices.Sort(rows)
	return slices.DeleteFunc(slices.Compact(rows), f.settled)
}

// settled says whether the last round passed or failed a row that stands as it did.
func (f Facts) settled(no int) bool {
	before, known := f.Settled[no]
	return known && before.Verdict != RowReturn
}

func (s *AuditSheet) checkRows(p *form.Problems, facts Facts) map[int]bool {
	known := make(map[int]bool, len(facts.Rows))
	for _, no := range facts.Rows {
		known[no] = true
	}
	given := make(map[int]bool, len(s.Rows))
	for i, r := range s.Rows {
		at := "/rows/" + strconv.Itoa(i)
		if !known[r.No] || given[r.No] {
			p.Add(at+"/no", "row", "批次中没有这一行，或同一行有两个结论，请刷新后重试", "The batch has no such row, or it is decided twice; reload and try again")
			continue
		}
		given[r.No] = true
		switch r.Verdict {
		case RowPass:
			p.Text(at+"/reason", r.Reason, form.NoteLimit)
		case RowReturn:
			p.Required(at+"/reason", r.Reason, form.NoteLimit, "请写明退回修改的理由", "Say what has to be mended")
		case RowFail:
			p.Required(at+"/reason", r.Reason, form.NoteLimit, "请写明不予通过的理由", "Say why the row does not pass")
		default:
			p.Add(at+"/verdict", "verdict", "请选择：通过、退回修改或不予通过", "Choose pass, return or fail")
		}
		if r.Clause != "" || r.Verdict == RowFail {
			p.Clause(at+"/clause", r.Clause, Clauses)
		}
	}
	return given
}

// checkLooked asks that the evidence of every sampled row was looked at.
func (s *AuditSheet) checkLooked(p *form.Problems, facts Facts) {
	looked := map[int]bool{}
	for i, no := range s.Looked {
		if !slices.Contains(facts.Sampled, no) || looked[no] {
			p.Add("/looked/"+strconv.Itoa(i), "row", "这一行不在抽样名单中或重复，请刷新后重试", "This row is not in the sample, or stands twice; reload and try again")
		}
		looked[no] = true
	}
	for _, no := range facts.Sampled {
		if !looked[no] && !facts.settled(no) {
			n := strconv.Itoa(no)
			p.Add("/looked", "not_looked_at", "抽样的第 "+n+" 行尚未查看佐证材料，请先查看", "The evidence of sampled row "+n+" was not looked at; do so first")
		}
	}
}

// Decisions gives the verdict on every row: the sheet's own, else that of an earlier round, else a pass.
func (s *AuditSheet) Decisions(facts Facts) map[int]RowVerdict {
	all := make(map[int]RowVerdict, len(facts.Rows))
	for _, no := range facts.Rows {
		all[no] = RowVerdict{No: no, Verdict: RowPass}
		if settled, ok := facts.Settled[no]; ok {
			all[no] = settled
		}
	}
	for _, r := range s.Rows {
		if _, known := all[r.No]; known {
			all[r.No] = r
		}
	}
	return all
}

// mismatch says which verdict the rows ask for.
func mismatch(expected casework.Verdict, route Route) fault.Field {
	name := VerdictName(Audit, expected)
	return fault.Field{Pointer: "/verdict", Code: "contradiction", Text: fault.Text{
		ZH: fmt.Sprintf("逐行结论为通过 %d 行、退回 %d 行、不予通过 %d 行，批次结论应为“%s”，请修改", route.Passed, route.Returned, route.Failed, name.ZH),
		EN: fmt.Sprintf("%d rows pass, %d go back, %d fail, so the verdict is %q; change it", route.Passed, route.Returned, route.Failed, name.EN),
	}}
}
