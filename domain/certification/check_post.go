package certification

import (
	"slices"
	"strings"

	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
)

// post checks that the candidate is one of the enterprise's own (notice 二(三)), and that occupation, work type
// and level are those of the batch.
func (c *checker) post() {
	if c.required(FieldEmployer, c.row.Employer) && !c.ours(c.row.Employer) {
		whole := ""
		if len(c.Employers) > 0 {
			whole = "「" + c.Employers[0] + "」"
		}
		c.wrong(FieldEmployer, "employer", say("所在单位不是备案单位，也不是其列明的分支机构", "The employer is neither the filed body nor a listed branch"),
			say("只能为本单位职工（含劳务派遣）认定；填写全称"+whole+"，或在备案中列明分支机构", "Only own staff can be certified; give the full name as filed, or have the branch listed"))
	}
	switch c.row.Employment {
	case filing.OwnStaff:
		c.ownStaff()
	case filing.Dispatched:
		c.dispatched()
	default:
		c.required(FieldEmployment, "")
	}
	if c.required(FieldOccupation, c.row.Occupation) && !c.labels[alike(c.row.Occupation)] {
		c.wrong(FieldOccupation, "occupation", say("职业与本批次不一致，本批次为"+c.Occupation, "The occupation is not that of the batch"),
			say("改为本批次的职业，或另建批次", "Give the occupation of the batch, or make another batch"))
	}
	if given := alike(noWorkType(c.row.WorkType)); given != c.workType {
		want := c.Plan.WorkType
		if want == "" {
			want = "无工种，请留空"
		}
		c.wrong(FieldWorkType, "work_type", say("工种与本批次不一致（"+want+"）", "The work type is not that of the batch"),
			say("改为本批次的工种，或另建批次", "Give the work type of the batch, or make another batch"))
	}
	c.level()
	if c.Plan.Way != Competition {
		c.required(FieldCondition, c.row.Condition)
	}
}

func (c *checker) ours(employer string) bool {
	known, asked := c.seen[employer]
	if !asked {
		known = c.employers[alike(employer)]
		c.seen[employer] = known
	}
	return known
}

// noWorkType reads the marks by which people and certificates say that there is no work type.
func noWorkType(text string) string {
	switch strings.TrimSpace(narrow(text)) {
	case "--", "-", "—", "——", "/", "无":
		return ""
	}
	return text
}

func (c *checker) level() {
	switch level := c.row.Level; {
	case !c.required(FieldLevel, level), level == string(c.Plan.Level):
	case !Filed(c.Filed, c.Plan.Occupation, c.Plan.WorkType, level):
		c.wrong(FieldLevel, "level_not_filed", say("该职业的这个等级没有备案", "This level of the occupation is not filed"),
			say("改为已备案并与本批次一致的等级；需要的，先申请增加", "Give the level of the batch, which is filed; apply for an addition where it is needed"))
	default:
		c.wrong(FieldLevel, "level_of_batch", say("等级与本批次不一致，本批次为"+c.Plan.Level.Text().ZH, "The level is not that of the batch"),
			say("改为本批次的等级，或为该等级另建批次", "Give the level of the batch, or make another batch for it"))
	}
}

// Filed says whether a filing's grants hold an occupation, work type and level.
func Filed(grants []filing.Grant, code, workType, level string) bool {
	return slices.ContainsFunc(grants, func(g filing.Grant) bool {
		return g.Code == code && g.WorkType == workType && slices.Contains(g.Levels, level)
	})
}

func (c *checker) ownStaff() {
	for _, f := range []Field{FieldAgency, FieldAgencyFrom, FieldAgencyThrough} {
		c.unused(f, *c.row.text(f), say("本单位职工不应填写派遣信息", "Own staff have no agency"), say("清空派遣信息；确为派遣的，用工形式选“劳务派遣”", "Empty it; choose 劳务派遣 where the person is dispatched"))
	}
}

// dispatched asks for the agency and for a period that covers the evaluation.
func (c *checker) dispatched() {
	c.required(FieldAgency, c.row.Agency)
	from := c.day(FieldAgencyFrom, c.row.AgencyFrom)
	through := c.day(FieldAgencyThrough, c.row.AgencyThrough)
	remedy := say("核对派遣协议的起止日期；不在派遣期内的，不能以本单位人员认定", "Check the dates of the dispatch; outside them the person is not of this enterprise")
	if !from.IsZero() && from.After(c.Plan.From) {
		c.wrong(FieldAgencyFrom, "dispatch_period", say("派遣开始日晚于考核开始日（"+c.Plan.From.String()+"）", "The dispatch begins after the evaluation"), remedy)
	}
	if !through.IsZero() && through.Before(c.Plan.To) {
		c.wrong(FieldAgencyThrough, "dispatch_period", say("派遣结束日早于考核结束日（"+c.Plan.To.String()+"）", "The dispatch ends before the evaluation does"), remedy)
	}
}

// day reads a date of the row; zero where there is none.
func (c *checker) day(f Field, text string) civil.Date {
	if !c.required(f, text) {
		return civil.Date{}
	}
	day, err := civil.Parse(text)
	if err != nil {
		c.wrong(f, "date", say("“"+shorten(text)+"”不是日期", "This is no date"), say("按 2026-01-31 的格式填写", "Write it as 2026-01-31"))
		return civil.Date{}
	}
	return day
}
