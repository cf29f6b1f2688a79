package certification_test

import (
	"fmt"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"jiangxin/domain/certification"
	"jiangxin/domain/certification/certificationtest"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/domain/identity"
	"jiangxin/domain/identity/identitytest"
	"jiangxin/domain/occupation"
)

type row = certification.Row
type context = certification.Context

func TestGoodRowsHaveNoFinding(t *testing.T) {
	t.Parallel()
	for seed := range uint64(5) {
		rows := certificationtest.Rows(seed, 400)
		if found := certification.Check(rows, certificationtest.Context(rows)); len(found) > 0 {
			t.Fatalf("seed %d: %+v", seed, found[0])
		}
	}
}

func TestEachRuleHasOneFindingWithItsRemedy(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		edit  func(*row, *context)
		field certification.Field
		code  string
	}{
		"no name":           {func(r *row, _ *context) { r.Name = " " }, "name", "required"},
		"no kind of ID":     {func(r *row, _ *context) { r.IDKind = "" }, "idKind", "required"},
		"no ID":             {func(r *row, _ *context) { r.IDNumber = "" }, "idNumber", "required"},
		"check digit":       {func(r *row, _ *context) { r.IDNumber = "11010519491231002Y"[:17] + "1" }, "idNumber", "check_digit"},
		"short ID":          {func(r *row, _ *context) { r.IDNumber = "2101" }, "idNumber", "length"},
		"a passport":        {func(r *row, _ *context) { r.IDKind, r.IDNumber = certification.PassportKind, "E12345678" }, "idKind", "by_hand"},
		"a bad passport":    {func(r *row, _ *context) { r.IDKind, r.IDNumber = certification.PassportKind, "E1" }, "idNumber", "form"},
		"held":              {func(r *row, c *context) { c.Held = map[string]bool{r.IDKey(): true} }, "idNumber", "held"},
		"pending":           {func(r *row, c *context) { c.Pending = map[string]string{r.IDKey(): "Y000021000001202611001"} }, "idNumber", "pending"},
		"elsewhere":         {func(r *row, c *context) { c.Elsewhere = map[string]bool{r.IDKey(): true} }, "idNumber", "elsewhere"},
		"another employer":  {func(r *row, _ *context) { r.Employer = "大连示例机械有限公司" }, "employer", "employer"},
		"no employer":       {func(r *row, _ *context) { r.Employer = "" }, "employer", "required"},
		"no employment":     {func(r *row, _ *context) { r.Employment = "" }, "employment", "required"},
		"hired":             {func(r *row, _ *context) { r.Employment = filing.Hired }, "employment", "required"},
		"own with agency":   {func(r *row, _ *context) { r.Agency = "某劳务公司" }, "agency", "not_asked"},
		"another trade":     {func(r *row, _ *context) { r.Occupation = "机修钳工" }, "occupation", "occupation"},
		"another work type": {func(r *row, _ *context) { r.WorkType = "变电运行" }, "workType", "work_type"},
		"level not filed":   {func(r *row, _ *context) { r.Level = "T" }, "level", "level_not_filed"},
		"another level":     {func(r *row, _ *context) { r.Level = "4" }, "level", "level_of_batch"},
		"no condition":      {func(r *row, _ *context) { r.Condition = "" }, "condition", "required"},
		"no theory":         {func(r *row, _ *context) { r.Theory = certification.Score{} }, "theory", "score_missing"},
		"below the mark":    {func(r *row, _ *context) { r.Practice = certification.Hundredths(59_99) }, "practice", "below_mark"},
		"review not asked":  {func(r *row, _ *context) { r.Review = certification.Marks(80) }, "review", "not_asked"},
		"process not asked": {func(r *row, _ *context) { r.Process = certification.Marks(80) }, "process", "not_asked"},
		"no ethics":         {func(r *row, _ *context) { r.Ethics = "" }, "ethics", "required"},
		"failing":           {func(r *row, _ *context) { r.Performance = certification.Failing }, "performance", "not_passed"},
		"of technicians":    {func(r *row, _ *context) { r.Teaching = certification.Good }, "teaching", "not_asked"},
		"a competition":     {func(r *row, _ *context) { r.Competition = "市职工技能大赛" }, "competition", "not_asked"},
		"no photo":          {func(r *row, c *context) { delete(c.Photos, certification.PhotoKey(r.Photo)); r.Photo = "" }, "photo", "required"},
		"photo not in zip":  {func(r *row, c *context) { delete(c.Photos, certification.PhotoKey(r.Photo)) }, "photo", "photo_missing"},
		"bad photo": {func(r *row, c *context) {
			c.Photos[certification.PhotoKey(r.Photo)] = fault.Text{ZH: "照片宽度不足 295 像素", EN: "too narrow"}
		}, "photo", "photo_bad"},
	} {
		found := checked(c.edit)
		only(t, found, 2, c.field, c.code)
		if t.Failed() {
			t.Fatal(name)
		}
	}
}

func TestTheBatchAsAWholeIsChecked(t *testing.T) {
	t.Parallel()
	only(t, checked(func(_ *row, c *context) { c.Photos = nil }), 0, "photo", "no_photos")
	only(t, checked(func(_ *row, c *context) { c.Photos["多余.jpg"] = fault.Text{} }), 0, "photo", "photos_unused")
	only(t, checked(func(_ *row, c *context) { c.RowsMax = 2 }), 0, "name", "too_many_rows")
	only(t, certification.Check(nil, certificationtest.Context(nil)), 0, "name", "no_rows")
	only(t, checked(func(r *row, c *context) {
		delete(c.Photos, certification.PhotoKey(r.Photo))
		r.Photo = "子文件夹/" + strings.ToUpper(certificationtest.Row(1, 1).Photo)
	}), 2, "photo", "photo_twice")
}

func TestTheSamePersonIsFoundUnderTwoSpellings(t *testing.T) {
	t.Parallel()
	one := certificationtest.Row(1, 1)
	for _, spelling := range []string{"欧阳 明远", "欧阳　明远", "欧阳明远\u200b"} {
		rows := certificationtest.Rows(1, 2)
		rows[0].Name, rows[1].Name = "欧阳明远", spelling
		rows[1].IDNumber = strings.ToLower(one.IDNumber)
		found := certification.Check(rows, certificationtest.Context(rows))
		only(t, found, 2, "idNumber", "duplicate")
		if spelling != "欧阳明远" && !strings.Contains(found[0].Text.ZH, "写法不同") {
			t.Errorf("%q: %s", spelling, found[0].Text.ZH)
		}
	}
	for _, pair := range [][2]string{{"阿依古丽·买买提", "阿依古丽•买买提"}, {"李⾔", "李言"}, {"﨑明", "崎明"}} {
		rows := certificationtest.Rows(1, 2)
		rows[0].Name, rows[1].Name = pair[0], pair[1]
		found := certification.Check(rows, certificationtest.Context(rows))
		if pair[0] == "﨑明" { // no compatibility form: two different characters
			if len(found) > 0 {
				t.Errorf("%v: %+v", pair, found)
			}
			continue
		}
		only(t, found, 2, "name", "name_alike")
		if len(found) == 1 && found[0].Level != certification.Warn {
			t.Errorf("two people may have one name: %+v", found[0])
		}
	}
	rows := certificationtest.Rows(1, 2)
	rows[1].Name = rows[0].Name
	if found := certification.Check(rows, certificationtest.Context(rows)); len(found) > 0 {
		t.Errorf("two people of one name: %+v", found)
	}
}

func TestDispatchedWorkersNeedAnAgencyAndAPeriodThatCoversTheEvaluation(t *testing.T) {
	t.Parallel()
	dispatched := func(from, through string) func(*row, *context) {
		return func(r *row, _ *context) {
			r.Employment, r.Agency, r.AgencyFrom, r.AgencyThrough = filing.Dispatched, "沈阳某劳务有限公司", from, through
		}
	}
	if found := checked(dispatched("2026-11-10", "2026-11-12")); len(found) > 0 {
		t.Error(found)
	}
	only(t, checked(dispatched("2026-11-11", "2026-12-31")), 2, "agencyFrom", "dispatch_period")
	only(t, checked(dispatched("2026-01-01", "2026-11-11")), 2, "agencyThrough", "dispatch_period")
	only(t, checked(dispatched("2026-01-01", "")), 2, "agencyThrough", "required")
	only(t, checked(dispatched("明年", "2026-12-31")), 2, "agencyFrom", "date")
	only(t, checked(func(r *row, c *context) { dispatched("2026-01-01", "2026-12-31")(r, c); r.Agency = "" }), 2, "agency", "required")
	branch := func(r *row, _ *context) { r.Employer = strings.ReplaceAll(certificationtest.Branch, "（", "(") + " " }
	if found := checked(branch); len(found) > 0 {
		t.Errorf("a listed branch: %+v", found)
	}
}

func TestNobodyUnderAgeOnTheFirstDayIsReported(t *testing.T) {
	t.Parallel()
	of := func(birth civil.Date) func(*row, *context) {
		return func(r *row, _ *context) { r.IDNumber = identitytest.New(9).ResidentIDOf(birth, identity.Male) }
	}
	if found := checked(of(civil.On(2010, time.November, 10))); len(found) > 0 {
		t.Error("16 on the day itself", found)
	}
	only(t, checked(of(civil.On(2010, time.November, 11))), 2, "idNumber", "age")
}

func TestTechniciansHaveFourMoreResults(t *testing.T) {
	t.Parallel()
	for _, level := range occupation.LevelCodes() {
		rows := certificationtest.Rows(1, 1)
		ctx := certificationtest.Context(rows)
		ctx.Plan.Level, rows[0].Level = level, string(level)
		found := certification.Check(rows, ctx)
		if want := map[bool]int{true: 4, false: 0}[level.Rank() >= 4]; len(found) != want {
			t.Errorf("level %s: %+v", level, found)
		}
	}
}

func TestDirectRecognitionNeedsItsCompetitionAndNoScores(t *testing.T) {
	t.Parallel()
	winner := func(r *row, c *context) {
		c.Plan.Way, c.PassRule = certification.Competition, certification.PassRuleOf(certification.Competition, filing.OccupationRow{}, filing.PassRule{}, 60)
		r.Theory, r.Practice, r.Condition = certification.Score{}, certification.Score{}, ""
		r.Competition, r.Rank = "辽宁省职工技能大赛", "第一名"
	}
	two := func(edit func(*row)) []certification.Finding {
		rows := certificationtest.Rows(1, 1)
		ctx := certificationtest.Context(rows)
		winner(&rows[0], &ctx)
		edit(&rows[0])
		return certification.Check(rows, ctx)
	}
	if found := two(func(*row) {}); len(found) > 0 {
		t.Error(found)
	}
	only(t, two(func(r *row) { r.Competition = "" }), 1, "competition", "required")
	only(t, two(func(r *row) { r.Rank = "" }), 1, "rank", "required")
	only(t, two(func(r *row) { r.Theory = certification.Marks(90) }), 1, "theory", "not_asked")
}

func TestTenThousandRowsAreCheckedFast(t *testing.T) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	rows := certificationtest.Rows(3, 10000)
	ctx := certificationtest.Context(rows)
	best := time.Hour
	for range 5 {
		began := processorTime(t)
		if found := certification.Check(rows, ctx); len(found) > 0 {
			t.Fatal(found[0])
		}
		best = min(best, processorTime(t)-began)
	}
	t.Logf("10,000 rows in %v of the processor's time", best)
	if best > 200*time.Millisecond {
		t.Errorf("10,000 rows take %v", best)
	}
}

func TestTenThousandRowsAreReadFast(t *testing.T) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	template, cells := certificationtest.Template(), certificationtest.Cells(certificationtest.Row(3, 1))
	best := time.Hour
	for range 5 {
		began := processorTime(t)
		for line := range 10000 {
			if _, found := certification.ReadRow(template, cells, line+1); len(found) > 0 {
				t.Fatal(found[0])
			}
		}
		best = min(best, processorTime(t)-began)
	}
	t.Logf("10,000 rows in %v of the processor's time", best)
	if best > 200*time.Millisecond {
		t.Errorf("10,000 rows take %v", best)
	}
}

// processorTime is what this thread has used of the processor so far: other work on the machine does not count.
func processorTime(t *testing.T) time.Duration {
	t.Helper()
	const ofThread = 1
	var used syscall.Rusage
	if err := syscall.Getrusage(ofThread, &used); err != nil {
		t.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

func TestAnIDNumberIsNeverShownInFull(t *testing.T) {
	t.Parallel()
	one := certificationtest.Row(1, 2)
	for _, f := range checked(func(r *row, c *context) {
		c.Held, c.Elsewhere = map[string]bool{r.IDKey(): true}, map[string]bool{r.IDKey(): true}
	}) {
		if text := fmt.Sprintf("%+v", f); strings.Contains(text, one.IDNumber) || !strings.Contains(f.Value, "**********") {
			t.Errorf("%s", text)
		}
	}
	if text := string(asJSON(t, one)); strings.Contains(text, one.IDNumber) {
		t.Errorf("the row's JSON holds the ID number: %s", text)
	}
}
