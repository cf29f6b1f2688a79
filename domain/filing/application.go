package filing

import "time"

// Application is the content of 附件1 《企业职业技能等级认定备案申请表》 and 附件2 《工作方案》 with what
// notice 四(一) asks besides. Its sections are independent: a draft saves them one by one. Resident ID
// numbers never stand in it; the staff lists (Staff) are kept apart, encrypted.
type Application struct {
	Unit         Unit         `json:"unit"`
	Organisation Organisation `json:"organisation"`
	Conditions   Conditions   `json:"conditions"`
	Occupations  Occupations  `json:"occupations"`
	Plan         Plan         `json:"plan"`
	Rules        Rules        `json:"rules"`
	Premises     Premises     `json:"premises"`
	Funding      Funding      `json:"funding"`
	Materials    Materials    `json:"materials"`
	Promise      Promise      `json:"promise"`
}

// Unit is the enterprise (附件1 第一部分 单位).
type Unit struct {
	Name                string         `json:"name"`                // 单位全称, as on the licence
	CreditCode          string         `json:"creditCode"`          // 统一社会信用代码, 18 characters
	CreditCodeReason    string         `json:"creditCodeReason"`    // why a code that fails its check digit is right
	Nature              string         `json:"nature"`              // 企业性质
	Industry            string         `json:"industry"`            // 所属行业
	LegalRepresentative string         `json:"legalRepresentative"` // 法定代表人
	RegisteredAddress   string         `json:"registeredAddress"`   // 注册地址
	OfficeAddress       string         `json:"officeAddress"`       // 办公地址
	Region              string         `json:"region"`              // code of the city (属地管理, notice 四(一))
	StaffTotal          int            `json:"staffTotal"`          // 职工总数, dispatched workers included
	DispatchedStaff     int            `json:"dispatchedStaff"`     // 其中劳务派遣人员
	Skilled             []SkilledCount `json:"skilled"`             // 技能人员数 by level
	Contact             Contact        `json:"contact"`
	CentralBranch       bool           `json:"centralBranch"` // 央企驻辽分公司 (附件8): no legal person of its own
	Parent              string         `json:"parent"`        // 上级单位 of such a branch
}

// SkilledCount says how many of the staff hold a level.
type SkilledCount struct {
	Level string `json:"level"` // level code, 5 (初级工) to 1 (高级技师), T, S
	Count int    `json:"count"` // persons
}

// Contact is the person whom the officers call. The phone is the enterprise's public one (对外联系电话): the
// catalogue and the public page show it (附件4 联系方式). Name and e-mail are for the officers.
type Contact struct {
	Name  string `json:"name"`
	Phone string `json:"phone"` // 对外联系电话, published; an office's, not a person's
	Email string `json:"email"`
}

// Organisation is the body inside the enterprise that trains and certifies (内设认定机构, notice 一(三)).
type Organisation struct {
	Name               string       `json:"name"`
	Head               string       `json:"head"`               // 负责人
	HeadTitle          string       `json:"headTitle"`          // 职务
	Phone              string       `json:"phone"`              //
	Duties             string       `json:"duties"`             // 职责与工作制度 in words
	FullTime           int          `json:"fullTime"`           // 专职工作人员, persons
	Experts            int          `json:"experts"`            // 专家
	Assessors          int          `json:"assessors"`          // 考评人员
	QualitySupervisors int          `json:"qualitySupervisors"` // 质量督导人员
	Documents          []DocumentID `json:"documents"`          // the paper that set it up
}

// Conditions are the applicant's statements on the five conditions of notice article 一.
type Conditions struct {
	Items []ConditionStatement `json:"items"`
}

// ConditionStatement says how one condition is met, and the evidence.
type ConditionStatement struct {
	Number    int          `json:"number"` // 1 to 5: 一(一) to 一(五)
	Statement string       `json:"statement"`
	Documents []DocumentID `json:"documents"`
}

// Premises are rooms, equipment and cameras (场地、设施设备、视频监控设备, notice 一(三) and 四(一)6).
type Premises struct {
	Sites     []Site       `json:"sites"`
	Equipment []Equipment  `json:"equipment"`
	Video     Video        `json:"video"`
	Proofs    []DocumentID `json:"proofs"` // 资产有效证明文件
}

// Site is one place of examination (考点).
type Site struct {
	Name    string     `json:"name"`
	Address string     `json:"address"`
	Rooms   []RoomKind `json:"rooms"`
	Places  int        `json:"places"` // 工位或机位 that can be used at once
	Area    int        `json:"area"`   // square metres
	Tenure  Tenure     `json:"tenure"`
}

// RoomKind is what a room of a site serves for (考场类型).
type RoomKind string

// The kinds of rooms.
const (
	RoomWritten   RoomKind = "written"   // 笔试
	RoomComputer  RoomKind = "computer"  // 机考
	RoomPractical RoomKind = "practical" // 实操
	RoomOral      RoomKind = "oral"      // 答辩
)

// Tenure is the right by which the enterprise uses a site.
type Tenure string

// The rights.
const (
	Owned  Tenure = "owned"  // 自有
	Leased Tenure = "leased" // 租赁
	Lent   Tenure = "lent"   // 借用
)

// Equipment is one line of the equipment list (设备清单).
type Equipment struct {
	Name       string `json:"name"`
	Model      string `json:"model"`
	Quantity   int    `json:"quantity"`
	Occupation string `json:"occupation"` // code of the occupation that it serves
}

// Video is the surveillance of the rooms (视频监控设备).
type Video struct {
	Cameras     int          `json:"cameras"`
	StorageDays int          `json:"storageDays"` // days that recordings are kept on the spot
	Description string       `json:"description"`
	Documents   []DocumentID `json:"documents"`
}

// Rules are the three management rules that notice 五(三) has the enterprise make and disclose.
type Rules struct {
	Examination RuleText `json:"examination"` // 考务管理办法
	Quality     RuleText `json:"quality"`     // 质量管理办法
	Certificate RuleText `json:"certificate"` // 证书管理办法
}

// RuleText is one rule: the document in force and the version for the public page.
type RuleText struct {
	Document DocumentID `json:"document"`
	Public   DocumentID `json:"public"` // 向社会公示公开的版本; shown from the receipt on
}

// Funding shows that the work is paid for and not done for gain (notice 一(四)).
type Funding struct {
	Source    string       `json:"source"`    // 经费来源
	Annual    int          `json:"annual"`    // yuan a year
	NonProfit bool         `json:"nonProfit"` // 不以人才评价为营利目的
	Charges   string       `json:"charges"`   // what candidates pay, if anything
	Documents []DocumentID `json:"documents"`
}

// Materials are the seven of notice 四(一), as far as they are files or online checks.
type Materials struct {
	Items []MaterialEntry `json:"items"`
}

// MaterialEntry is what the applicant hands in for one material.
type MaterialEntry struct {
	Number      int          `json:"number"` // 1 to 7
	Documents   []DocumentID `json:"documents"`
	OnlineCheck bool         `json:"onlineCheck"` // 能通过网上核验的,可不提供书面材料: the applicant asks for it
}

// Promise is the applicant's word on the materials (对提交材料的真实性、有效性、合法性负责).
type Promise struct {
	Truthful  bool      `json:"truthful"`    // 真实性
	Effective bool      `json:"effective"`   // 有效性
	Lawful    bool      `json:"lawful"`      // 合法性
	By        string    `json:"by"`          // who promised
	At        time.Time `json:"at,omitzero"` // when
}

// Complete says whether all three parts of the promise are given.
func (p Promise) Complete() bool { return p.Truthful && p.Effective && p.Lawful }
