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
	"jiangxin/domain/occupation"
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
