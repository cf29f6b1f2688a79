package certification_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/domain/certification/certificationtest"
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
	"jiangxin/domain/occupation"
	"jiangxin/domain/policy"
)

func holding() certification.Holding {
	row := certificationtest.Row(4, 3)
	row.WorkType, row.Note = "变电运行", "夜班"
	return certification.Holding{Row: row, OccupationName: "电工", Number: "Y000021000001263000003", IssuedOn: civil.On(2026, time.November, 24), Body: certificationtest.Body}
}

func TestAnIssuedCertificateGoesUpInElevenColumns(t *testing.T) {
	t.Parallel()
	h := holding()
	got, complete := h.UploadRow()
	want := []string{h.Name, "201", h.IDNumber, certificationtest.Body, "电工", "变电运行", "3", "Y000021000001263000003", "2026-11-24", certificationtest.Body, certificationtest.Body}
	if !complete || !slices.Equal(got, want) || len(certification.UploadColumns) != 11 {
		t.Errorf("%v", got)
	}
	h.Number = ""
	if got, complete := h.UploadRow(); complete {
		t.Errorf("an incomplete record goes up: %v", got)
	}
}

func TestTheSummaryFlagsWhatIsNotIssuedYet(t *testing.T) {
	t.Parallel()
	h := holding()
	column := func(name string, of []string) string {
		return of[slices.IndexFunc(certification.SummaryColumns, func(c casework.Name) bool { return c.ZH == name })]
	}
	got := h.SummaryRow(12)
	if len(got) != len(certification.SummaryColumns) || column("序号", got) != "12" || column("性别", got) != "女" || column("职业技能等级", got) != "三级/高级工" ||
		column("理论成绩", got) != h.Theory.String() || column("备注", got) != "夜班" || column("证件类型", got) != "居民身份证" {
		t.Errorf("%v", got)
	}
	h.Number, h.IssuedOn, h.Process = "", civil.Date{}, certification.Marks(88)
	if got := h.SummaryRow(1); column("证书编号", got) != "" || column("发证日期", got) != "" || column("备注", got) != "待颁发证书；夜班" || column("综合评审成绩", got) != "88" {
		t.Errorf("%v", got)
	}
	h.IDKind = certification.PassportKind
	if h.Sex() != "" || h.IDKind.UploadCode() != "护照" {
		t.Error("a passport tells no sex")
	}
}

func TestTheRollUpAddsUpByOccupationAndLevel(t *testing.T) {
	t.Parallel()
	line := func(code, workType string, level occupation.LevelCode, people int) certification.RollUpLine {
		return certification.RollUpLine{Occupation: code, Name: "名称", WorkType: workType, Level: level, People: people}
	}
	got := certification.RollUpOf([]certification.RollUpLine{
		line("6-31-01-03", "", "T", 1), line("6-31-01-03", "", "3", 4), line("6-31-01-02", "", "3", 2), line("6-31-01-03", "", "3", 5), line("6-31-01-03", "变电运行", "4", 7),
	})
	want := []certification.RollUpLine{line("6-31-01-02", "", "3", 2), line("6-31-01-03", "", "3", 9), line("6-31-01-03", "", "T", 1), line("6-31-01-03", "变电运行", "4", 7)}
	if !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
}

func TestWhatWasMendedIsListedWithoutTheIDNumber(t *testing.T) {
	t.Parallel()
	before := certificationtest.Row(4, 3)
	if changes := certification.Diff(before, before); len(changes) > 0 {
		t.Error(changes)
	}
	after := before
	after.IDNumber, after.Theory, after.Note = before.IDNumber[:8]+"1"+before.IDNumber[9:], certification.Hundredths(88_05), "更正"
	changes := certification.Diff(before, after)
	var fields []certification.Field
	for _, c := range changes {
		fields = append(fields, c.Field)
		if strings.Contains(c.Before+c.After, before.IDNumber) || strings.Contains(c.Before+c.After, after.IDNumber) {
			t.Errorf("%+v", c)
		}
	}
	if !slices.Equal(fields, []certification.Field{"idNumber", "theory", "note"}) || changes[1].After != "88.05" {
		t.Errorf("%+v", changes)
	}
}

func TestTheDeliveredTemplatesAreWhole(t *testing.T) {
	t.Parallel()
	all, err := certification.Templates()
	if err != nil || len(all) == 0 {
		t.Fatal(err)
	}
	first := all[0]
	if len(first.Columns) != len(certification.Fields) {
		t.Errorf("%d columns", len(first.Columns))
	}
	for i, f := range certification.Fields {
		column, ok := first.Column(f)
		if !ok || first.Columns[i].Field != f || column.Heading != f.Name().ZH {
			t.Errorf("%s: %+v", f, column)
		}
	}
	for _, way := range filing.Ways {
		if len(first.Needs(way)) < 3 {
			t.Errorf("%s needs %v", way, first.Needs(way))
		}
	}
	if on, err := certification.TemplateOn(all, civil.On(2026, time.November, 1)); err != nil || on.Version != all[len(all)-1].Version {
		t.Error(on.Version, err)
	}
	_, early := certification.TemplateOn(all, civil.On(2020, time.May, 31))
	_, unknown := certification.TemplateVersion(all, 99)
	if early == nil || unknown == nil {
		t.Error("a template that is not there is given")
	}
	if same, err := certification.TemplateVersion(all, first.Version); err != nil || same.Version != first.Version {
		t.Error(err)
	}
}

func TestTheOptionsOfTheTemplateAreThoseThatAreRead(t *testing.T) {
	t.Parallel()
	template := certificationtest.Template()
	for _, column := range template.Columns {
		for _, option := range column.Options {
			row, found := certification.ReadRow(template, map[certification.Field]cell{column.Field: {Text: option}}, 1)
			if len(found) > 0 || row.Shown(column.Field) != option && column.Field != certification.FieldEmployment {
				t.Errorf("%s %s: %+v", column.Heading, option, found)
			}
		}
	}
}

func TestTemplatesThatMakeNoSenseAreRefused(t *testing.T) {
	t.Parallel()
	columns := `{"field":"name","heading":"姓名","width":9},{"field":"idNumber","heading":"证件号码","width":9},{"field":"level","heading":"等级","width":9}`
	good := `{"version":1,"from":"2020-06-01","source":"setting","columns":[` + columns + `]}`
	if _, err := certification.ReadTemplates([]byte("[" + good + "]")); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"no JSON": "{", "twice": "[" + good + "," + good + "]", "no source": "[" + strings.ReplaceAll(good, "setting", "") + "]",
		"unknown field": "[" + strings.ReplaceAll(good, `"name"`, `"height"`) + "]", "a column twice": "[" + strings.ReplaceAll(good, `"level"`, `"name"`) + "]",
		"no width": "[" + strings.Replace(good, `"width":9`, `"width":0`, 1) + "]", "no level": `[{"version":1,"from":"2020-06-01","source":"x","columns":[]}]`,
		"unknown way": "[" + strings.Replace(good, `]}`, `],"evidence":[{"kind":"a","name":"甲","ways":["lottery"]}]}`, 1) + "]",
		"older later": "[" + good + "," + strings.Replace(strings.Replace(good, `"version":1`, `"version":2`, 1), "2020-06-01", "2020-05-01", 1) + "]",
	} {
		if _, err := certification.ReadTemplates([]byte(text)); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}

func TestTheDeliveredSettingsAreRead(t *testing.T) {
	t.Parallel()
	book, err := policy.DefaultBook()
	if err != nil {
		t.Fatal(err)
	}
	s, err := certification.SettingsOf(book.At(certificationtest.Today))
	if err != nil {
		t.Fatal(err)
	}
	if s.AssessorsMin != 3 || s.PassMark != 60 || s.RowsMax != 10000 || s.SampleShare != 10 || s.SampleMin != 5 || s.AgeMin != 16 || s.QueryRate < 1 || s.Makers < 1 || !s.SummaryNil ||
		s.PhotoKiBMin >= s.PhotoKiBMax || s.PhotoPixelsMin < 1 || !slices.Equal(s.SerialsBy, []string{"year", "level"}) {
		t.Errorf("%+v", s)
	}
	if !slices.Equal(s.Steps[certification.Audit], []policy.Step{policy.Handle, policy.Review}) || len(s.Steps[certification.Revocation]) != 3 {
		t.Errorf("%+v", s.Steps)
	}
	for _, stage := range asking {
		if stage != certification.Revocation && s.DueDays[stage] < 1 {
			t.Errorf("%s is never due", stage)
		}
	}
	if text := s.Wording(certificationtest.Body); !strings.Contains(text, certificationtest.Body) || policy.ForbiddenWord(s.CertificateText) != "" {
		t.Error(text)
	}
	if _, err := certification.SettingsOf(book.At(civil.On(2020, time.May, 1))); err == nil {
		t.Error("settings of a day on which none were in force")
	}
}

func TestWordsForPeopleAreThere(t *testing.T) {
	t.Parallel()
	for _, o := range []certification.Outcome{certification.Issued, certification.NonePassed, certification.Withdrawn, certification.Revoked, certification.Kept, certification.Reported} {
		if o.Name().ZH == string(o) {
			t.Error(o)
		}
	}
	for _, g := range certification.Grades {
		if g.Name().EN == string(g) || g.Passes() == (g == certification.Failing) {
			t.Error(g)
		}
	}
	for _, r := range certification.RevocationReasons {
		if r.Name().ZH == string(r) {
			t.Error(r)
		}
	}
	if certification.PublicStateOf(civil.Date{}).Name().ZH != "有效" || certification.PublicStateOf(certificationtest.Today).Name().ZH != "已注销" {
		t.Error("the public states have no words")
	}
}

func TestARowSurvivesJSONButForItsIDNumber(t *testing.T) {
	t.Parallel()
	row := certificationtest.Row(4, 3)
	row.Practice, row.Review = certification.Score{}, certification.Hundredths(77_07)
	var again certification.Row
	if err := json.Unmarshal(asJSON(t, row), &again); err != nil {
		t.Fatal(err)
	}
	again.IDNumber = row.IDNumber
	if again != row {
		t.Errorf("%+v", again)
	}
	if err := json.Unmarshal([]byte(`{"theory":"合格"}`), &again); err == nil {
		t.Error("a word is taken for a score")
	}
}

func TestFindingsAreSummedUp(t *testing.T) {
	t.Parallel()
	found := []certification.Finding{{Line: 7, Field: "photo", Level: certification.Warn}, {Line: 2, Field: "note"}, {Line: 2, Field: "name"}, {Line: 0}}
	certification.SortFindings(found)
	if found[0].Line != 0 || found[1].Field != "name" || found[3].Line != 7 || !slices.Equal(certification.Flagged(found), []int{2, 7}) || certification.AnyWrong(found) {
		t.Errorf("%+v", found)
	}
	if !certification.AnyWrong(append(found, certification.Finding{Level: certification.Wrong})) {
		t.Error("a wrong row may be submitted")
	}
}
