package filing

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
)

// PanelSheet appoints the experts (组成专家组).
type PanelSheet struct {
	Members []string `json:"members"` // expert IDs
	Leader  string   `json:"leader"`  // 组长, one of them
	Note    string   `json:"note"`
}

// People lists the panel with its leader first.
func (s *PanelSheet) People() []string {
	people := []string{s.Leader}
	for _, id := range s.Members {
		if id != s.Leader {
			people = append(people, id)
		}
	}
	return people
}

func (s *PanelSheet) check(p *problems, _ casework.Verdict, facts Facts) {
	p.panel("/members", s.Members, facts)
	if !slices.Contains(s.Members, s.Leader) {
		p.Add("/leader", "leader", "请从所选专家中指定一名组长", "Name one of the chosen experts as leader")
	}
}

// CheckPanel checks a panel that an operator puts in the place of the one appointed; pointer names the list.
func CheckPanel(pointer string, members []string, facts Facts) error {
	p := newProblems("")
	p.panel(pointer, members, facts)
	return p.Err()
}

// panel checks size, candidates and conflicts of interest (回避).
func (p *problems) panel(pointer string, members []string, facts Facts) {
	if n := len(members); n < facts.PanelMinimum || (n%2 == 0 && !facts.PanelEven) {
		least, zh, en := strconv.Itoa(facts.PanelMinimum), "为单数且", "an odd number of "
		if facts.PanelEven {
			zh, en = "", ""
		}
		p.Add(pointer, "panel_size", "专家组人数应"+zh+"不少于 "+least+" 人，请调整", "A panel has "+en+"experts, at least "+least+"; change it")
	}
	for i, id := range members {
		at := pointer + "/" + strconv.Itoa(i)
		candidate, known := facts.Candidates[id]
		switch {
		case !known:
			p.Add(at, "expert", "专家库中没有此人，请重新选择", "There is no such expert; choose again")
		case slices.Index(members, id) < i:
			p.Add(at, "duplicate", "同一位专家选了两次", "This expert is chosen twice")
		case candidate.Conflict || (candidate.Employer != "" && candidate.Employer == facts.Applicant):
			p.Add(at, "conflict_of_interest", "该专家与申请企业有利害关系，应当回避，请另选", "This expert has an interest in the applicant; choose another")
		}
	}
}

// Opinion is an expert's finding on one material.
type Opinion string

// The opinions.
const (
	OpinionGood     Opinion = "good"     // 符合
	OpinionDoubtful Opinion = "doubtful" // 基本符合, with words
	OpinionPoor     Opinion = "poor"     // 不符合, with words
)

// ExpertReviewSheet is one expert's document review and technical assessment (文件审核、技术评估).
type ExpertReviewSheet struct {
	Materials    []MaterialOpinion     `json:"materials"`
	Occupations  []TechnicalAssessment `json:"occupations"`
	Favourable   *bool                 `json:"favourable"` // overall
	Reasons      string                `json:"reasons"`
	NoConflict   bool                  `json:"noConflict"`   // 无利害关系声明
	Confidential bool                  `json:"confidential"` // 保密承诺
	SignedSheet  DocumentID            `json:"signedSheet"`  // scan of the expert's signed sheet
}

// MaterialOpinion is the document review of one material.
type MaterialOpinion struct {
	Number  int     `json:"number"`
	Opinion Opinion `json:"opinion"`
	Words   string  `json:"words"`
}

// TechnicalAssessment is the judgement on one occupation.
type TechnicalAssessment struct {
	Code       string `json:"code"`
	WorkType   string `json:"workType"`
	Ability    int    `json:"ability"`    // evaluation ability, 1 to 100
	Conditions int    `json:"conditions"` // staff, premises and equipment for it, 1 to 100
	Opinion    string `json:"opinion"`
}

func (s *ExpertReviewSheet) check(p *problems, _ casework.Verdict, facts Facts) {
	var reviewed [MaterialCount + 1]bool
	for i, m := range s.Materials {
		at := "/materials/" + strconv.Itoa(i)
		if _, ok := MaterialByNumber(m.Number); !ok || reviewed[m.Number] {
			p.Add(at+"/number", "material", "材料序号不对或重复，请刷新后重试", "The material is unknown or reviewed twice; reload and try again")
			continue
		}
		reviewed[m.Number] = true
		switch m.Opinion {
		case OpinionGood:
		case OpinionDoubtful, OpinionPoor:
			p.Required(at+"/words", m.Words, NoteLimit, "请写明不符合之处", "Say what is wrong with it")
		default:
			p.Add(at+"/opinion", "opinion", "请选择：符合、基本符合或不符合", "Choose good, doubtful or poor")
		}
	}
	for _, m := range MaterialList() {
		if !reviewed[m.Number] {
			p.Add("/materials", "unreviewed", "“"+m.Name.ZH+"”尚未审核", m.Name.EN+" is not reviewed")
		}
	}
	s.checkOccupations(p, facts)
	switch {
	case s.Favourable == nil:
		p.Add("/favourable", "required", "请给出总体意见", "Give your overall opinion")
	case !*s.Favourable:
		p.Required("/reasons", s.Reasons, NoteLimit, "请写明不同意的理由", "Give the reasons for your opinion")
	}
	if !s.NoConflict {
		p.Add("/noConflict", "required", "请声明与申请企业无利害关系；如有，请联系经办人员更换专家", "Declare that you have no interest in the applicant; if you have one, ask the handler to appoint another expert")
	}
	if !s.Confidential {
		p.Add("/confidential", "required", "请作出保密承诺", "Promise confidentiality")
	}
	p.signedSheet(s.SignedSheet, facts)
}

func (s *ExpertReviewSheet) checkOccupations(p *problems, facts Facts) {
	done := map[string]bool{}
	for i, o := range s.Occupations {
		at := "/occupations/" + strconv.Itoa(i)
		key := occupationKey(o.Code, o.WorkType)
		if !slices.ContainsFunc(facts.Occupations, func(r OccupationRow) bool { return r.key() == key }) || done[key] {
			p.Add(at+"/code", "occupation", "该职业(工种)未申报或重复，请刷新后重试", "This occupation was not applied for or stands twice; reload and try again")
			continue
		}
		done[key] = true
		p.mark(at+"/ability", o.Ability)
		p.mark(at+"/conditions", o.Conditions)
		p.Required(at+"/opinion", o.Opinion, NoteLimit, "请写明评估意见", "Give the assessment in words")
	}
	for _, r := range facts.Occupations {
		if !done[r.key()] {
			p.Add("/occupations", "unassessed", "“"+r.label()+"”尚未评估", r.label()+" is not assessed")
		}
	}
}

func (p *problems) mark(pointer string, mark int) {
	if mark < 1 || mark > 100 {
		p.Add(pointer, "mark", "请打 1 至 100 分", "Give 1 to 100 marks")
	}
}

// DeliberationSheet is the record of the experts' meeting (专家论证).
type DeliberationSheet struct {
	HeldAt      time.Time  `json:"heldAt,omitzero"`
	Place       string     `json:"place"`
	Present     []string   `json:"present"` // expert IDs
	Others      []string   `json:"others"`  // other people, by name and office
	Minutes     string     `json:"minutes"` // 会议纪要, in words or
	MinutesFile DocumentID `json:"minutesFile"`
	Vote        Vote       `json:"vote"`
	LookAt      []string   `json:"lookAt"` // matters to look at on site
	SignedSheet DocumentID `json:"signedSheet"`
}

// Vote counts the experts present.
type Vote struct {
	For     int `json:"for"`
	Against int `json:"against"`
	Abstain int `json:"abstain"`
}

func (s *DeliberationSheet) check(p *problems, _ casework.Verdict, facts Facts) {
	if s.HeldAt.IsZero() || s.HeldAt.After(facts.Now) {
		p.Add("/heldAt", "time", "请填写会议时间，不能晚于现在", "Give the time of the meeting; it cannot lie in the future")
	}
	p.Required("/place", s.Place, ShortLimit, "请填写会议地点", "Give the place of the meeting")
	p.experts("/present", s.Present, facts)
	if len(s.Present)*2 <= len(facts.Panel) {
		p.Add("/present", "quorum", "到会专家应超过专家组半数", "More than half of the panel must be present")
	}
	if strings.TrimSpace(s.Minutes) == "" && s.MinutesFile == "" {
		p.Add("/minutes", "required", "请填写会议纪要或上传纪要文件", "Write the minutes, or upload them")
	}
	if s.MinutesFile != "" {
		p.document("/minutesFile", s.MinutesFile, facts)
	}
	if v := s.Vote; v.For < 0 || v.Against < 0 || v.Abstain < 0 || v.For+v.Against+v.Abstain != len(s.Present) {
		p.Add("/vote", "vote", "票数之和应等于到会专家人数", "The votes must add up to the experts present")
	}
	p.signedSheet(s.SignedSheet, facts)
}

// experts asks for distinct members of the panel.
func (p *problems) experts(pointer string, ids []string, facts Facts) {
	for i, id := range ids {
		if !slices.Contains(facts.Panel, id) || slices.Index(ids, id) < i {
			p.Add(pointer+"/"+strconv.Itoa(i), "expert", "不是本专家组成员或重复，请重新选择", "Not a member of this panel, or named twice; choose again")
		}
	}
}

// SiteVisitSheet is the record of the site visit (现场考察).
type SiteVisitSheet struct {
	VisitedOn   civil.Date         `json:"visitedOn,omitzero"`
	Experts     []string           `json:"experts"`  // at least one of the panel
	Officers    []string           `json:"officers"` // city staff, by name
	Findings    []ConditionFinding `json:"findings"` // one for each of the five conditions
	Photos      []DocumentID       `json:"photos"`
	CapturedAt  time.Time          `json:"capturedAt,omitzero"` // when the entries were made on the spot
	SignedSheet DocumentID         `json:"signedSheet"`
}

// ConditionFinding says whether one of the five conditions is met.
type ConditionFinding struct {
	Number  int          `json:"number"` // 1 to 5
	Finding Fulfilled    `json:"finding"`
	Words   string       `json:"words"`  // needed unless met
	Photos  []DocumentID `json:"photos"` // of a site visit; needed where it is not met
}

// Fulfilled is the finding on a condition.
type Fulfilled string

// The findings on a condition.
const (
	Met           Fulfilled = "met"           // 符合
	NotMet        Fulfilled = "notMet"        // 不符合
	NotApplicable Fulfilled = "notApplicable" // 不适用
)

func (s *SiteVisitSheet) check(p *problems, _ casework.Verdict, facts Facts) {
	if s.VisitedOn.IsZero() || s.VisitedOn.After(facts.today()) {
		p.Add("/visitedOn", "date", "请填写考察日期，不能晚于今天", "Give the date of the visit; it cannot lie in the future")
	}
	if least := max(facts.VisitMinimum, 1); len(s.Experts) < least {
		n := strconv.Itoa(least)
		p.Add("/experts", "required", "现场考察至少应有 "+n+" 名专家组成员参加，请补充", "At least "+n+" of the panel must take part; add them")
	}
	p.experts("/experts", s.Experts, facts)
	for i, name := range s.Officers {
		p.Required("/officers/"+strconv.Itoa(i), name, ShortLimit, "请填写姓名", "Give the name")
	}
	p.conditions("/findings", s.Findings, facts)
	p.documents("/photos", s.Photos, facts)
	for i, f := range s.Findings {
		if f.Finding == NotMet && len(f.Photos) == 0 {
			p.Add("/findings/"+strconv.Itoa(i)+"/photos", "required", "结论为不符合的，请至少附一张现场照片", "What is not met needs at least one photo")
		}
	}
	if s.CapturedAt.After(facts.Now) {
		p.Add("/capturedAt", "time", "录入时间不能晚于现在", "The time of entry cannot lie in the future")
	}
	p.signedSheet(s.SignedSheet, facts)
}

// conditions asks for one finding on each of the five conditions.
func (p *problems) conditions(pointer string, findings []ConditionFinding, facts Facts) {
	var done [ConditionCount + 1]bool
	for i, f := range findings {
		at := pointer + "/" + strconv.Itoa(i)
		if f.Number < 1 || f.Number > ConditionCount || done[f.Number] {
			p.Add(at+"/number", "condition", "条件序号不对或重复，请刷新后重试", "The condition is unknown or stands twice; reload and try again")
			continue
		}
		done[f.Number] = true
		p.documents(at+"/photos", f.Photos, facts)
		switch f.Finding {
		case Met:
		case NotMet, NotApplicable:
			p.Required(at+"/words", f.Words, NoteLimit, "请说明不符合或不适用的情况", "Explain why it is not met or does not apply")
		default:
			p.Add(at+"/finding", "finding", "请选择：符合、不符合或不适用", "Choose met, notMet or notApplicable")
		}
	}
	for _, c := range conditions {
		if !done[c.Number] {
			p.Add(pointer, "unreviewed", "条件“"+c.Name.ZH+"”尚无结论", "Condition "+c.Name.EN+" has no finding")
		}
	}
}
