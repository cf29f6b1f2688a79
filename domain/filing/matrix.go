package filing

import "jiangxin/domain/casework"

// Occupations is the matrix of occupations by levels (拟认定职业, 附件1 第三部分).
type Occupations struct {
	Rows []OccupationRow `json:"rows"`
}

// OccupationRow is one occupation or work type with its levels, standard, ways and pass rule.
type OccupationRow struct {
	Code     string        `json:"code"`     // 职业编码, such as 6-31-01-03
	Name     string        `json:"name"`     // 职业名称
	WorkType string        `json:"workType"` // 工种; empty when the occupation has none
	Levels   []LevelChoice `json:"levels"`
	Standard Standard      `json:"standard"`
	Ways     []Way         `json:"ways"`
	PassRule PassRule      `json:"passRule"`
}

// LevelChoice is one level, with the enterprise's own steps inside it (在相应的职业技能等级内划分层次).
type LevelChoice struct {
	Code      string   `json:"code"` // 5, 4, 3, 2, 1, T (特级技师), S (首席技师)
	SubLevels []string `json:"subLevels"`
}

// Standard is what the evaluation goes by (评价标准, notice 二(二)).
type Standard struct {
	Kind     StandardKind `json:"kind"`
	Name     string       `json:"name"`
	Document DocumentID   `json:"document"` // needed for an enterprise's specification
}

// StandardKind tells the two sorts of standards apart.
type StandardKind string

// The sorts.
const (
	NationalStandard        StandardKind = "nationalStandard"        // 国家职业标准
	EnterpriseSpecification StandardKind = "enterpriseSpecification" // 行业企业评价规范
)

// Way is one way of evaluation (评价方式, notice 三(二)).
type Way string

// The four ways.
const (
	Examination         Way = "examination"         // 考核测评: theory and practice
	ComprehensiveReview Way = "comprehensiveReview" // 综合评审
	ProcessAssessment   Way = "processAssessment"   // 过程考核
	Competition         Way = "competition"         // 竞赛选拔: direct recognition
)

// Ways lists the four in the notice's order.
var Ways = []Way{Examination, ComprehensiveReview, ProcessAssessment, Competition}

var wayNames = map[Way]casework.Name{
	Examination:         {ZH: "考核测评", EN: "Examination"},
	ComprehensiveReview: {ZH: "综合评审", EN: "Comprehensive review"},
	ProcessAssessment:   {ZH: "过程考核", EN: "Process assessment"},
	Competition:         {ZH: "竞赛选拔", EN: "Competition"},
}

// Known says whether w is one of the four ways.
func (w Way) Known() bool { _, ok := wayNames[w]; return ok }

// Name gives the way's words; an unknown code gives itself.
func (w Way) Name() casework.Name {
	if n, ok := wayNames[w]; ok {
		return n
	}
	return casework.Name{ZH: string(w), EN: string(w)}
}

// PassRule says what a candidate must reach. A mark of 0 means that the part is not asked.
type PassRule struct {
	Theory int    `json:"theory"` // 理论知识考试, marks of 100
	Skill  int    `json:"skill"`  // 操作技能考核, marks of 100
	Review int    `json:"review"` // 综合评审, marks of 100
	Text   string `json:"text"`   // in words, where marks do not say it
}

// Plan is 附件2 《企业职业技能等级认定工作方案》: filled as a form, or handed in as a Word or PDF file.
// Occupation, level, way and pass rule are structured in the matrix, the numbers here, in either case.
type Plan struct {
	Document DocumentID   `json:"document"` // the file; then the form may stay empty
	Form     PlanForm     `json:"form"`
	Numbers  []PlanNumber `json:"numbers"` // 计划认定人数
}

// PlanForm is the plan in words: what comes before, and the eight parts of the safeguards (保障).
type PlanForm struct {
	Profile     string `json:"profile"`     // 企业概况
	Candidates  string `json:"candidates"`  // 对象与申报条件
	Evaluation  string `json:"evaluation"`  // 评价内容和方式
	Results     string `json:"results"`     // 结果应用
	Policy      string `json:"policy"`      // (一)政策保障
	Bodies      string `json:"bodies"`      // (二)组织机构保障
	Facilities  string `json:"facilities"`  // (三)设施设备及场地
	Regulations string `json:"regulations"` // (四)规章制度
	Team        string `json:"team"`        // (五)人员队伍
	Teaching    string `json:"teaching"`    // (六)教材、标准、试题
	Quality     string `json:"quality"`     // (七)质量保障
	Informatics string `json:"informatics"` // (八)信息化保障
}

// PlanNumber is how many people the enterprise means to certify in a year.
type PlanNumber struct {
	Code     string `json:"code"`     // 职业编码
	WorkType string `json:"workType"` // 工种
	Level    string `json:"level"`    // level code
	People   int    `json:"people"`   // persons in the first year
}

// occupationKey tells one occupation or work type of a matrix from another.
func occupationKey(code, workType string) string { return code + "\x00" + workType }

func (r OccupationRow) key() string { return occupationKey(r.Code, r.WorkType) }

// label is the occupation as people read it.
func (r OccupationRow) label() string {
	if r.WorkType == "" {
		return r.Name
	}
	return r.Name + "（" + r.WorkType + "）"
}
