package filing

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"jiangxin/domain/casework"
)

// Finding is the verdict on one material or item at acceptance.
type Finding string

// The findings. An empty one means: not reviewed yet.
const (
	FindingPass       Finding = "pass"       // 合格
	FindingSupplement Finding = "supplement" // 补正
	FindingRefuse     Finding = "refuse"     // 不符
)

// AcceptanceSheet is the officer's review (受理): a finding for each of the seven materials and each item.
type AcceptanceSheet struct {
	Materials    []MaterialReview `json:"materials"`
	Items        []ItemReview     `json:"items"`
	OnlineChecks []OnlineCheck    `json:"onlineChecks"`
	Grounds      []Ground         `json:"grounds"` // of a refusal
	Note         string           `json:"note"`
}

// MaterialReview is the finding on one material.
type MaterialReview struct {
	Number  int      `json:"number"`
	Finding Finding  `json:"finding"`
	Defects []Defect `json:"defects"` // Material is filled in by Number
}

// ItemReview is the finding on one section of the application.
type ItemReview struct {
	Section Section  `json:"section"`
	Finding Finding  `json:"finding"`
	Defects []Defect `json:"defects"` // Item is filled in by Section
}

// OnlineCheck is a check that the officer made instead of asking for paper (网上核验).
type OnlineCheck struct {
	Material  int       `json:"material"`
	Subject   string    `json:"subject"` // what was looked up
	Source    string    `json:"source"`  // where
	Result    string    `json:"result"`  // CheckOK or CheckFailed
	CheckedAt time.Time `json:"checkedAt,omitzero"`
	Note      string    `json:"note"`
}

// The results of an online check.
const (
	CheckOK     = "ok"
	CheckFailed = "failed"
)

// Defects lists every defect in order: the content of the notice (一次性告知).
func (s *AcceptanceSheet) Defects() []Defect {
	var all []Defect
	for _, m := range s.Materials {
		for _, d := range m.Defects {
			d.Material, d.Item = m.Number, ""
			all = append(all, d)
		}
	}
	for _, item := range s.Items {
		for _, d := range item.Defects {
			d.Material, d.Item = 0, item.Section
			all = append(all, d)
		}
	}
	return all
}

func (s *AcceptanceSheet) check(p *problems, verdict casework.Verdict, facts Facts) {
	results := s.checkOnline(p, facts)
	materials := s.checkMaterials(p, results)
	items := s.checkItems(p)
	switch verdict {
	case casework.Accept:
		s.complete(p, materials, items, true)
		for _, number := range facts.OnlineAsked {
			paper := slices.ContainsFunc(facts.Defects, func(d Defect) bool { return d.Material == number && d.Reason == OnlineCheckFailed })
			if results[number] == "" && !paper {
				p.Add("/onlineChecks", "required", "申请人要求网上核验第 "+strconv.Itoa(number)+" 项材料，请先核验并记录结果",
					"The applicant asked for an online check of material "+strconv.Itoa(number)+"; make it and record the result")
			}
		}
	case casework.Return:
		s.complete(p, materials, items, false)
		s.returnable(p)
		s.checkAgain(p, facts.Defects)
	case casework.Refuse:
		p.grounds("/grounds", s.Grounds)
		p.unmendable("/grounds", s.Grounds, len(facts.Defects) > 0)
	}
}

// unmendable keeps a refusal from skipping the notice (补正): each ground names a reason of the catalogue, one
// that nobody can mend unless a notice was sent before.
func (p *problems) unmendable(pointer string, grounds []Ground, noticed bool) {
	for i, g := range grounds {
		at := pointer + "/" + strconv.Itoa(i) + "/reason"
		reason, known := ReasonByCode(g.Reason)
		switch {
		case g.Reason == "":
			p.Add(at, "required", "请从理由目录中选择不予受理的理由", "Choose the reason of the refusal from the catalogue")
		case known && reason.Supplementable && !noticed:
			p.Add(at, "supplementable", "该情形可以补正，应先一次性告知补正", "This can be mended; return it for supplement first")
		}
	}
}

func (s *AcceptanceSheet) checkOnline(p *problems, facts Facts) map[int]string {
	results := map[int]string{}
	for i, c := range s.OnlineChecks {
		at := "/onlineChecks/" + strconv.Itoa(i)
		if m, ok := MaterialByNumber(c.Material); !ok || !m.Online {
			p.Add(at+"/material", "material", "该材料不能网上核验，请核对书面材料", "This material cannot be checked online; check the paper")
		}
		p.Required(at+"/subject", c.Subject, ShortLimit, "请填写核验的内容", "Say what was checked")
		p.Required(at+"/source", c.Source, ShortLimit, "请填写核验的网站或系统", "Name the site or system")
		if c.Result != CheckOK && c.Result != CheckFailed {
			p.Add(at+"/result", "result", "请选择核验结果：通过或未通过", "Choose the result: ok or failed")
		}
		if c.CheckedAt.IsZero() || c.CheckedAt.After(facts.Now) {
			p.Add(at+"/checkedAt", "time", "请填写核验时间，不能晚于现在", "Give the time of the check; it cannot lie in the future")
		}
		results[c.Material] = c.Result
	}
	return results
}

// checkMaterials gives the finding of each material; a passed online check stands for a pass.
func (s *AcceptanceSheet) checkMaterials(p *problems, online map[int]string) map[string]Finding {
	findings := map[string]Finding{}
	for i, m := range s.Materials {
		at, key := "/materials/"+strconv.Itoa(i), strconv.Itoa(m.Number)
		if _, ok := MaterialByNumber(m.Number); !ok {
			p.Add(at+"/number", "material", "没有这一项材料，请刷新后重试", "There is no such material; reload and try again")
			continue
		}
		p.reviewed(at, findings, key, m.Finding, m.Defects, func(r DefectReason) bool { return r.Fits(m.Number, "") })
		if online[m.Number] == CheckFailed && !slices.ContainsFunc(m.Defects, func(d Defect) bool { return d.Reason == OnlineCheckFailed }) {
			p.Add(at+"/defects", "online_check_failed", "网上核验未通过，应要求提交书面材料", "The online check failed; ask for the paper")
		}
	}
	for number, result := range online {
		if key := strconv.Itoa(number); result == CheckOK && findings[key] == "" {
			findings[key] = FindingPass
		}
	}
	return findings
}

func (s *AcceptanceSheet) checkItems(p *problems) map[string]Finding {
	findings := map[string]Finding{}
	for i, item := range s.Items {
		at := "/items/" + strconv.Itoa(i)
		if !slices.Contains(Items, item.Section) {
			p.Add(at+"/section", "section", "没有这一部分，请刷新后重试", "There is no such section; reload and try again")
			continue
		}
		p.reviewed(at, findings, string(item.Section), item.Finding, item.Defects, func(r DefectReason) bool { return r.Fits(0, item.Section) })
	}
	return findings
}

// AsksAgain says whether a notice asks again for a defect that the last one told of already. The notice is given
// once (一次性告知), so that a second person of the body has to agree to it (setting notice.again.steps).
func (s *AcceptanceSheet) AsksAgain(told []Defect) bool {
	return slices.ContainsFunc(s.Defects(), func(d Defect) bool {
		return slices.ContainsFunc(told, d.sameAs)
	})
}

// sameAs says whether two notices mean the same defect, whatever words they give it.
func (d Defect) sameAs(other Defect) bool {
	return d.Material == other.Material && d.Item == other.Item && d.Reason == other.Reason
}

// checkAgain asks why a defect stands in a notice again that the last one told of already: what was answered since
// has to be found wanting.
func (s *AcceptanceSheet) checkAgain(p *problems, told []Defect) {
	again := func(at string, material int, item Section, defects []Defect) {
		for i, d := range defects {
			d.Material, d.Item = material, item
			for _, before := range told {
				words := strings.TrimSpace(d.Words)
				if d.sameAs(before) && (words == "" || words == strings.TrimSpace(before.Words)) {
					p.Add(at+"/defects/"+strconv.Itoa(i)+"/words", "asked_again", "该问题上次已告知，再次要求补正须写明上次补正为何不够",
						"The last notice asked for this already; say why what was handed in does not suffice")
					break
				}
			}
		}
	}
	for i, m := range s.Materials {
		again("/materials/"+strconv.Itoa(i), m.Number, "", m.Defects)
	}
	for i, item := range s.Items {
		again("/items/"+strconv.Itoa(i), 0, item.Section, item.Defects)
	}
}

// reviewed checks one review and notes its finding under key.
func (p *problems) reviewed(at string, findings map[string]Finding, key string, finding Finding, defects []Defect, fits func(DefectReason) bool) {
	if _, twice := findings[key]; twice {
		p.Add(at, "duplicate", "同一项审核了两次，请合并", "This is reviewed twice; join the reviews")
	}
	findings[key] = finding
	switch finding {
	case "":
	case FindingPass:
		if len(defects) > 0 {
			p.Add(at+"/defects", "contradiction", "结论为合格时不能列出缺陷", "What passes cannot have defects")
		}
	case FindingSupplement, FindingRefuse:
		if len(defects) == 0 {
			p.Add(at+"/defects", "required", "请至少列出一项缺陷", "List at least one defect")
		}
	default:
		p.Add(at+"/finding", "finding", "请选择：合格、补正或不符", "Choose pass, supplement or refuse")
	}
	for j, d := range defects {
		where := at + "/defects/" + strconv.Itoa(j)
		r, known := ReasonByCode(d.Reason)
		switch {
		case !known || !fits(r):
			p.Add(where+"/reason", "reason", "该理由不适用于此项，请重新选择", "This reason does not fit here; choose again")
		case finding == FindingSupplement && !r.Supplementable:
			p.Add(where+"/reason", "not_supplementable", "该情形无法补正，结论应为不符", "This cannot be mended; the finding must be refuse")
		case r.NeedsWords && strings.TrimSpace(d.Words) == "":
			p.Add(where+"/words", "required", "请写明需要补正的具体内容", "Say in words what to mend")
		}
	}
}

// complete asks for a finding on everything, and for passes only where pass is set.
func (s *AcceptanceSheet) complete(p *problems, materials, items map[string]Finding, pass bool) {
	for _, m := range MaterialList() {
		p.concluded("/materials", m.Name.ZH, m.Name.EN, materials[strconv.Itoa(m.Number)], pass)
	}
	for _, section := range Items {
		p.concluded("/items", section.Name().ZH, section.Name().EN, items[string(section)], pass)
	}
}

func (p *problems) concluded(at, zh, en string, finding Finding, pass bool) {
	switch {
	case finding == "":
		p.Add(at, "unreviewed", "“"+zh+"”尚未审核，请先给出结论", en+" is not reviewed; give a finding first")
	case pass && finding != FindingPass:
		p.Add(at, "not_passed", "“"+zh+"”未合格，不能受理", en+" does not pass; the application cannot be accepted")
	}
}

// returnable asks for at least one defect that can be mended.
func (s *AcceptanceSheet) returnable(p *problems) {
	for _, d := range s.Defects() {
		if r, ok := ReasonByCode(d.Reason); ok && r.Supplementable {
			return
		}
	}
	p.Add("/materials", "nothing_to_supplement", "没有可补正的缺陷，不能退回补正", "Nothing can be mended; it cannot be returned for supplement")
}

// SupplementSheet is the enterprise's answer to a notice (补正).
type SupplementSheet struct {
	Answers []Answer `json:"answers"`
	Promise Promise  `json:"promise"`
}

func (s *SupplementSheet) check(p *problems, _ casework.Verdict, facts Facts) {
	p.answers("/answers", s.Answers, len(facts.Defects), facts)
	p.promise("/promise", s.Promise)
}

// promise asks for all three parts (真实性、有效性、合法性).
func (p *problems) promise(pointer string, promise Promise) {
	if !promise.Complete() {
		p.Add(pointer, "promise", "请对材料的真实性、有效性、合法性三项作出承诺", "Promise that the materials are truthful, effective and lawful, all three")
	}
}
