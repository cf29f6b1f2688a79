package filing

import (
	"slices"
	"strings"

	"jiangxin/domain/fault"
)

// ReasonCode names one structured reason of the catalogue. It is stored for ever and never renamed.
type ReasonCode string

// DefectReason is one reason for which a material or an item cannot stay as it is.
type DefectReason struct {
	Code      ReasonCode
	Materials []int     // the materials that it fits; with Items both empty: any
	Items     []Section // the sections that it fits
	Clause    string    // clause of the notice
	Text      fault.Text
	// Supplementable says whether the applicant can mend it (补正); otherwise it can only be refused.
	Supplementable bool
	NeedsWords     bool // the reason alone does not tell the applicant what to do
}

// Parts divides the words of a reason, such as 内容不完整，请补充, into what is wrong and what to do; there may be
// nothing to do.
func (r DefectReason) Parts() (wrong, todo fault.Text) {
	wrong, todo = r.Text, fault.Text{}
	if zh, do, found := strings.Cut(r.Text.ZH, "，请"); found {
		wrong.ZH, todo.ZH = zh, "请"+do
	}
	if en, do, found := strings.Cut(r.Text.EN, "; "); found {
		wrong.EN, todo.EN = en, do
	}
	return wrong, todo
}

// Fits says whether the reason may be given for the material (0: none) or the section.
func (r DefectReason) Fits(material int, item Section) bool {
	if len(r.Materials) == 0 && len(r.Items) == 0 {
		return true
	}
	return slices.Contains(r.Materials, material) || slices.Contains(r.Items, item)
}

// Defect is one finding of the officer: where, why, and in the officer's words what to do.
type Defect struct {
	Material int        `json:"material,omitempty"` // 1 to 7, or
	Item     Section    `json:"item,omitempty"`     // a section
	Pointer  string     `json:"pointer,omitempty"`  // the exact field of the application, when there is one
	Reason   ReasonCode `json:"reason"`
	Words    string     `json:"words,omitempty"`
}

// OnlineCheckFailed is the reason that asks for the paper after an online check that found nothing.
const OnlineCheckFailed ReasonCode = "onlineCheckFailed"

var reasons = []DefectReason{
	// What any material or item may lack.
	mend("missing", "四(一)", "材料缺失，请补交", "It is missing; hand it in"),
	mend("incomplete", "四(一)", "内容不完整，请补充", "It is incomplete; add what is missing", words),
	mend("illegible", "四(一)", "图像不清晰或无法打开，请重新上传", "It cannot be read or opened; upload it again"),
	mend("unsealed", "四(一)", "缺少签字或公章，请签字盖章后重新上传", "Signature or seal is missing; sign, stamp and upload it again"),
	mend("expired", "四(一)", "材料已过有效期，请提交有效的材料", "It is out of date; hand in one in force"),
	mend("inconsistent", "四(一)", "与其他材料或填报内容不一致，请核对更正", "It contradicts other materials or entries; correct it", words),
	mend("wrongDocument", "四(一)", "上传的不是要求的材料，请更换", "It is not the document asked for; replace it"),
	mend("notApplicantsName", "四(一)", "材料上的单位名称与申请单位不一致，请更正或说明", "It bears another name than the applicant's; correct or explain it"),
	mend("other", "四(一)", "其他需要补正的情形", "Something else to mend", words),

	// Particular materials and items.
	mend(OnlineCheckFailed, "四(一)", "网上核验未通过，请提交书面材料", "The online check failed; hand in the paper", at(1)),
	mend("creditCodeUnproven", "四(一)1", "统一社会信用代码与营业执照不符，请更正", "The credit code differs from the licence; correct it", at(1, SectionUnit)),
	mend("planPartsMissing", "四(一)3", "工作方案缺少规定部分，请补齐", "Parts of the work plan are missing; complete it", at(3, SectionPlan)),
	mend("incentivesUnproven", "一(一)", "未体现评价结果与薪酬待遇挂钩，请补充制度文件", "The rules do not tie results to pay; hand in those that do", at(4, SectionConditions)),
	mend("licensedOccupation", "二(一)", "含准入类职业(工种)，不纳入认定范围，请删除", "It holds an occupation that needs a licence and is excluded; remove it", at(5, SectionOccupations)),
	mend("notSkillClass", "二(一)", "含非技能类职业，请删除或更换", "It holds an occupation outside the skill class; remove or replace it", at(5, SectionOccupations)),
	mend("standardMissing", "二(二)", "缺少评价标准或评价规范，请补充", "The standard or specification is missing; add it", at(5, SectionOccupations)),
	mend("levelNotInStandard", "二(二)", "申报等级超出所用标准的等级范围，请调整", "A level lies outside the standard; change it", at(5, SectionOccupations)),
	mend("premisesUnproven", "四(一)6", "场地或设备的有效证明不足，请补充", "Premises or equipment are not proven; add proofs", at(6, SectionPremises)),
	mend("videoMissing", "一(三)", "缺少视频监控设备证明，请补充", "Video surveillance is not proven; add proofs", at(6, SectionPremises)),
	mend("bodyMissing", "一(三)", "未明确专门负责的内设机构，请补充文件", "No internal body is named; add the document", at(7, SectionOrganisation)),
	mend("staffInsufficient", "一(三)", "人员队伍与申报职业(工种)不相适应，请补充", "The staff does not fit the occupations; complete it", at(7, SectionStaff)),
	mend("rulesMissing", "五(三)", "考务、质量、证书管理办法不齐，请补充", "A management rule is missing; add it", at(7, SectionRules)),
	mend("fundingUnproven", "一(四)", "经费保障说明不足，请补充", "Funding is not shown; explain it", at(0, SectionFunding, SectionConditions)),
	mend("promiseMissing", "四(一)", "未作真实性、有效性、合法性承诺，请补作", "The promise is missing; give it", at(0, SectionPromise)),

	// What nobody can mend within this application.
	refuse("notLegalPerson", "一(一)", "不具有独立法人资格", "The applicant is no independent legal person", at(1, SectionUnit)),
	refuse("outsideJurisdiction", "四(一)", "不属于本市管辖，请向所在市提出申请", "Another city is competent; apply there", at(1, SectionUnit)),
	refuse("badCredit", "一(一)", "信用状况不符合要求", "The credit standing does not suffice", at(1, SectionUnit, SectionConditions), words),
	refuse("nothingFileable", "二(一)", "所申报职业(工种)均不在认定范围", "None of the occupations may be filed", at(5, SectionOccupations)),
	refuse("forGain", "一(四)", "以人才评价为营利目的", "Evaluation is meant for gain", at(0, SectionFunding, SectionConditions), words),
	refuse("noSupervision", "一(五)", "不接受监督", "The applicant does not accept supervision", at(0, SectionConditions)),
	refuse("falseMaterials", "四(一)", "提交虚假材料", "Materials are false", words),
	refuse("alreadyFiled", "四(二)", "该单位已备案，请办理增加职业、变更或延期", "The enterprise is filed already; ask for an addition, change or renewal", at(0, SectionUnit)),
}

type reasonOption func(*DefectReason)

func words(r *DefectReason) { r.NeedsWords = true }

func at(material int, items ...Section) reasonOption {
	return func(r *DefectReason) {
		if material > 0 {
			r.Materials = []int{material}
		}
		r.Items = items
	}
}

func mend(code ReasonCode, clause, zh, en string, options ...reasonOption) DefectReason {
	r := refuse(code, clause, zh, en, options...)
	r.Supplementable = true
	return r
}

func refuse(code ReasonCode, clause, zh, en string, options ...reasonOption) DefectReason {
	r := DefectReason{Code: code, Clause: clause, Text: fault.Text{ZH: zh, EN: en}}
	for _, option := range options {
		option(&r)
	}
	return r
}

// DefectReasons gives the whole catalogue.
func DefectReasons() []DefectReason { return slices.Clone(reasons) }

// ReasonByCode finds one reason.
func ReasonByCode(code ReasonCode) (DefectReason, bool) {
	for _, r := range reasons {
		if r.Code == code {
			return r, true
		}
	}
	return DefectReason{}, false
}
