package filing_test

import (
	"testing"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/domain/filing/filingtest"
	"jiangxin/domain/occupation"
)

func summary() filing.StaffSummary { return filing.Summarise(filingtest.Staff(), nil) }

func TestACompleteApplicationHasNoGaps(t *testing.T) {
	t.Parallel()
	if gaps := filing.Gaps(filingtest.Application(), summary(), filingtest.Lookups()); len(gaps) > 0 {
		t.Errorf("gaps: %+v", gaps)
	}
	for _, line := range filing.TaskList(filingtest.Application(), summary(), filingtest.Lookups()) {
		if line.Progress != filing.Complete {
			t.Errorf("%s is %s", line.Section, line.Progress)
		}
	}
}

func TestAnEmptyApplicationIsNotStartedAndEverySectionNamesWhatToDo(t *testing.T) {
	t.Parallel()
	for _, line := range filing.TaskList(filing.Application{}, filing.StaffSummary{}, filingtest.Lookups()) {
		if line.Progress != filing.NotStarted || line.Missing == 0 {
			t.Errorf("%s is %s with %d missing", line.Section, line.Progress, line.Missing)
		}
	}
	for _, gap := range filing.Gaps(filing.Application{}, filing.StaffSummary{}, filingtest.Lookups()) {
		if gap.Code != "required" || gap.Text.ZH == "" || gap.Text.EN == "" || gap.Pointer == "" {
			t.Errorf("gap without words: %+v", gap)
		}
	}
}

func TestTheTaskListTellsUnfinishedFromWrong(t *testing.T) {
	t.Parallel()
	app := filing.Application{Unit: filing.Unit{Name: "沈阳匠信示例装备有限公司"}, Rules: filing.Rules{Quality: filing.RuleText{Document: "doc-99"}}}
	want := map[filing.Section]filing.Progress{
		filing.SectionUnit: filing.InProgress, filing.SectionRules: filing.Problem, filing.SectionFunding: filing.NotStarted, filing.SectionStaff: filing.Problem,
	}
	staff := filing.StaffSummary{Counts: map[filing.StaffKind]int{filing.Expert: 1}, Wrong: 1}
	for _, line := range filing.TaskList(app, staff, filingtest.Lookups()) {
		if progress, asked := want[line.Section]; asked && line.Progress != progress {
			t.Errorf("%s is %s, want %s", line.Section, line.Progress, progress)
		}
	}
}

func TestEachFaultOfAnApplicationIsNamedAtItsField(t *testing.T) {
	t.Parallel()
	catalogue := filingtest.Catalogue{
		"6-31-01-03": {Known: true, Skill: true, Licence: occupation.Forbid, Basis: "国家职业资格目录"},
		"2-02-01-01": {Known: true},
		"6-99-99-99": {},
		"6-31-01-02": {Known: true, Skill: true, Licence: occupation.Allow, Levels: []string{"5", "4"}},
	}
	for name, c := range map[string]struct {
		change  func(*filing.Application)
		pointer string
		code    string
	}{
		"licensed occupation":  {func(*filing.Application) {}, "/occupations/rows/1/code", "licensed"},
		"level not standard":   {func(*filing.Application) {}, "/occupations/rows/2/levels/2/code", "level_not_in_standard"},
		"no skill occupation":  {func(a *filing.Application) { a.Occupations.Rows[0].Code = "2-02-01-01" }, "/occupations/rows/0/code", "not_skill_class"},
		"unknown occupation":   {func(a *filing.Application) { a.Occupations.Rows[0].Code = "6-99-99-99" }, "/occupations/rows/0/code", "unknown_occupation"},
		"code malformed":       {func(a *filing.Application) { a.Occupations.Rows[0].Code = "电工" }, "/occupations/rows/0/code", "format"},
		"same occupation":      {func(a *filing.Application) { a.Occupations.Rows[1] = a.Occupations.Rows[0] }, "/occupations/rows/1/code", "duplicate"},
		"unknown level":        {func(a *filing.Application) { a.Occupations.Rows[0].Levels[0].Code = "9" }, "/occupations/rows/0/levels/0/code", "level"},
		"no pass mark":         {func(a *filing.Application) { a.Occupations.Rows[0].PassRule.Theory = 0 }, "/occupations/rows/0/passRule/theory", "required"},
		"no specification":     {func(a *filing.Application) { a.Occupations.Rows[0].Standard.Kind = filing.EnterpriseSpecification }, "/occupations/rows/0/standard/document", "required"},
		"slash in sub-level":   {func(a *filing.Application) { a.Occupations.Rows[0].Levels[0].SubLevels = []string{"A/B"} }, "/occupations/rows/0/levels/0/subLevels/0", "sub_level"},
		"credit code":          {func(a *filing.Application) { a.Unit.CreditCode = "911101066976941873" }, "/unit/creditCode", "check_digit"},
		"foreign city":         {func(a *filing.Application) { a.Unit.Region = "110100" }, "/unit/region", "region"},
		"phone":                {func(a *filing.Application) { a.Unit.Contact.Phone = "12" }, "/unit/contact/phone", ""},
		"e-mail":               {func(a *filing.Application) { a.Unit.Contact.Email = "Boss <a@b.cn>" }, "/unit/contact/email", "email"},
		"more skilled":         {func(a *filing.Application) { a.Unit.StaffTotal = 300 }, "/unit/skilled", "count"},
		"branch":               {func(a *filing.Application) { a.Unit.CentralBranch = true }, "/unit/parent", "required"},
		"counts differ":        {func(a *filing.Application) { a.Organisation.Assessors = 9 }, "/organisation/assessors", "count"},
		"unknown document":     {func(a *filing.Application) { a.Rules.Quality.Public = "doc-99" }, "/rules/quality/public", "document"},
		"plan outside":         {func(a *filing.Application) { a.Plan.Numbers[0].Level = "1" }, "/plan/numbers/0/code", "not_applied"},
		"plan part":            {func(a *filing.Application) { a.Plan.Document = "" }, "/plan/form/informatics", "required"},
		"paper only":           {func(a *filing.Application) { a.Materials.Items[3].OnlineCheck = true }, "/materials/items/3/onlineCheck", "not_online"},
		"material missing":     {func(a *filing.Application) { a.Materials.Items[0].OnlineCheck = false }, "/materials/items", "required"},
		"lawfulness":           {func(a *filing.Application) { a.Promise.Lawful = false }, "/promise/lawful", "required"},
		"gain":                 {func(a *filing.Application) { a.Funding.NonProfit = false }, "/funding/nonProfit", "required"},
		"condition unstated":   {func(a *filing.Application) { a.Conditions.Items = a.Conditions.Items[:4] }, "/conditions/items", "required"},
		"name of 300":          {func(a *filing.Application) { a.Unit.Name = string(make([]rune, 300)) }, "/unit/name", "control_character"},
		"site without a place": {func(a *filing.Application) { a.Premises.Sites[0].Places = 0 }, "/premises/sites/0/places", "required"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			app, lookups := filingtest.Application(), filingtest.Lookups()
			lookups.Catalogue = catalogue
			c.change(&app)
			gaps := filing.Gaps(app, summary(), lookups)
			if !hasField(gaps, c.pointer, c.code) {
				t.Errorf("want %s at %s, got %+v", c.code, c.pointer, gaps)
			}
		})
	}
}

func hasField(found []fault.Field, pointer, code string) bool {
	for _, f := range found {
		if f.Pointer == pointer && (code == "" || f.Code == code) {
			return true
		}
	}
	return false
}

func TestAnOverrideWithAReasonLetsAFailingCreditCodePass(t *testing.T) {
	t.Parallel()
	app := filingtest.Application()
	app.Unit.CreditCode, app.Unit.CreditCodeReason = "911101066976941873", "营业执照原件如此"
	if gaps := filing.Gaps(app, summary(), filingtest.Lookups()); len(gaps) > 0 {
		t.Errorf("gaps: %+v", gaps)
	}
}

func TestAnOccupationToCheckByHandIsANoticeAndNoGap(t *testing.T) {
	t.Parallel()
	lookups := filingtest.Lookups()
	lookups.Catalogue = filingtest.Catalogue{"6-31-01-03": {Known: true, Skill: true, Licence: occupation.CheckByHand, Basis: "特种作业"}}
	if gaps := filing.Gaps(filingtest.Application(), summary(), lookups); len(gaps) > 0 {
		t.Errorf("gaps: %+v", gaps)
	}
	if notices := filing.Notices(filingtest.Application(), lookups); !hasField(notices, "/occupations/rows/1/code", "check_by_hand") {
		t.Errorf("notices: %+v", notices)
	}
}

func TestTheDeliveredReferenceJudgesWhatIsAppliedFor(t *testing.T) {
	t.Parallel()
	reference, err := occupation.DefaultReference()
	if err != nil {
		t.Fatal(err)
	}
	lookups := filingtest.Lookups()
	lookups.Catalogue = filing.ByReference(reference)
	app := filingtest.Application()
	for _, gap := range filing.Gaps(app, summary(), lookups) {
		t.Errorf("gap: %+v", gap)
	}
	app.Occupations.Rows[0] = filingtest.Row("2-02-01-01", "")
	app.Occupations.Rows[1] = filingtest.Row("4-07-05-03", "消防设施操作员")
	app.Occupations.Rows[2].Code = "6-99-99-99"
	gaps := filing.Gaps(app, summary(), lookups)
	for pointer, code := range map[string]string{
		"/occupations/rows/0/code": "", "/occupations/rows/1/code": "licensed", "/occupations/rows/2/code": "unknown_occupation",
	} {
		if !hasField(gaps, pointer, code) {
			t.Errorf("no %s at %s in %+v", code, pointer, gaps)
		}
	}
}

func TestStaffRowsAreCheckedOneByOne(t *testing.T) {
	t.Parallel()
	today := civil.Of(filingtest.Now)
	if wrong := filing.ValidateStaff(filingtest.Staff(), 100, today); len(wrong) > 0 {
		t.Fatalf("good rows: %+v", wrong)
	}
	rows := filingtest.Staff()
	rows[1].IDNumber = rows[0].IDNumber
	rows[2].IDNumber = "11010519491231002Y"
	rows[3].Name = ""
	rows[4].ValidThrough = today.AddDays(-1)
	rows[5].Employment, rows[6].Kind, rows[7].Level = "friend", "boss", "9"
	wrong := filing.ValidateStaff(rows, 100, today)
	for _, want := range [][2]string{
		{"/staff/1/idNumber", "duplicate"}, {"/staff/2/idNumber", "character"}, {"/staff/3/name", "required"},
		{"/staff/4/validThrough", "expired"}, {"/staff/5/employment", "choice"}, {"/staff/6/kind", "choice"}, {"/staff/7/level", "level"},
	} {
		if !hasField(wrong, want[0], want[1]) {
			t.Errorf("no %s at %s in %+v", want[1], want[0], wrong)
		}
	}
	if wrong := filing.ValidateStaff(make([]filing.Staff, 10000), 2000, today); len(wrong) != 1 || wrong[0].Code != "too_many" {
		t.Errorf("10,000 rows: %d problems", len(wrong))
	}
}
