package certification_test

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"jiangxin/domain/certification"
	"jiangxin/domain/certification/certificationtest"
	"jiangxin/domain/filing"
	"jiangxin/domain/form"
)

type cell = certification.Cell

func TestWhatIsNoScoreIsRefusedOnceWithItsRemedy(t *testing.T) {
	t.Parallel()
	for text, code := range map[string]string{
		"NaN": "score_not_number", "Inf": "score_not_number", "合格": "score_not_number", "1e2": "score_not_number", "八十": "score_not_number",
		"85分": "score_not_number", "0x10": "score_not_number", ".5": "score_not_number", "85.": "score_not_number", "+85": "score_not_number",
		"缺考": "score_not_number", "8 5": "score_not_number", "-1": "score_range", "101": "score_range", "100.01": "score_range",
		"99999999999999999999": "score_range", "85.123": "score_precision",
	} {
		for _, number := range []bool{false, true} {
			if number && (text == "1e2" || text == "0x10" || text == ".5" || text == "85." || text == "+85") {
				continue // other spellings of a number, which a workbook may use
			}
			read, found := readAndChecked("theory", cell{Text: text, Number: number})
			only(t, found, 1, "theory", code)
			if !read.Theory.IsZero() {
				t.Errorf("%q is kept as %s", text, read.Theory)
			}
			if len(found) == 1 && !strings.Contains(found[0].Remedy.ZH, "0 至 100") {
				t.Errorf("%q: %s", text, found[0].Remedy.ZH)
			}
		}
	}
}

func TestScoresAreReadAsPeopleAndWorkbooksWriteThem(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text   string
		number bool
		want   string
	}{
		{"85", false, "85"}, {" 85.50 ", false, "85.5"}, {"８５．５", false, "85.5"}, {"100.00", false, "100"}, {"60.000", false, "60"},
		{"85.099999999999994", true, "85.1"}, {"8.55E+1", true, "85.5"}, {"0100", false, "100"},
	} {
		read, found := readAndChecked("theory", cell{Text: c.text, Number: c.number})
		if len(found) > 0 || read.Theory.String() != c.want {
			t.Errorf("%q: %s %+v", c.text, read.Theory, found)
		}
	}
}

func TestAnIDNumberThatIsANumberIsRefused(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"2.19901199001011E+17", "219901199001011000"} {
		read, found := readAndChecked("idNumber", cell{Text: text, Number: true})
		only(t, found, 1, "idNumber", "id_as_number")
		if read.IDNumber != "" || len(found) == 1 && (strings.Contains(found[0].Value, "0119900") || !strings.Contains(found[0].Remedy.ZH, "文本")) {
			t.Errorf("%q: %q %+v", text, read.IDNumber, found)
		}
	}
	one := certificationtest.Row(1, 1)
	for _, text := range []string{"'" + one.IDNumber, one.IDNumber[:6] + " " + one.IDNumber[6:], strings.ToLower(one.IDNumber), "　" + one.IDNumber} {
		if read, found := readAndChecked("idNumber", cell{Text: text}); len(found) > 0 || read.IDNumber != one.IDNumber {
			t.Errorf("%q: %+v", text, found)
		}
	}
}

func TestCellsThatCannotBeTrustedAreRefused(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		cell cell
		code string
	}{
		{cell{Text: "85", Number: true, Formula: true}, "formula"}, {cell{Text: "", Formula: true}, "formula"},
		{cell{Text: "85", Broken: true}, "broken_cell"}, {cell{Text: strings.Repeat("9", form.ShortLimit+1)}, "too_long"},
		{cell{Text: "85\u202e"}, "control_character"}, {cell{Text: "8\x005"}, "control_character"}, {cell{Text: "8\xff5"}, "control_character"},
	} {
		_, found := readAndChecked("theory", c.cell)
		only(t, found, 1, "theory", c.code)
	}
}

func TestWordsAreReadAsTheListsHaveThem(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		field certification.Field
		text  string
		want  string
	}{
		{"level", "三级/高级工", "三级/高级工"}, {"level", "高级工", "三级/高级工"}, {"level", "三级", "三级/高级工"}, {"level", "3", "三级/高级工"}, {"level", "３", "三级/高级工"},
		{"idKind", "居民身份证", "居民身份证"}, {"idKind", "resident", "居民身份证"}, {"employment", "本单位职工", filing.OwnStaff.Name().ZH},
		{"ethics", " 良好 ", "良好"}, {"occupation", "6-31-01-03", "6-31-01-03"}, {"occupation", "电工（6-31-01-03）", "电工（6-31-01-03）"}, {"workType", "--", "--"},
	} {
		if read, found := readAndChecked(c.field, cell{Text: c.text}); len(found) > 0 || read.Shown(c.field) != c.want {
			t.Errorf("%s %q: %q %+v", c.field, c.text, read.Shown(c.field), found)
		}
	}
	for field, code := range map[certification.Field]string{"level": "level", "idKind": "choice", "employment": "choice", "ethics": "grade"} {
		_, found := readAndChecked(field, cell{Text: "随便"})
		only(t, found, 1, field, code)
	}
}

func TestNamesAreKeptAsDocumentsPrintThem(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"张 三": "张三", "张　三": "张三", "欧阳\u200b明远": "欧阳明远", "李⾔": "李言", "阿依古丽•买买提": "阿依古丽·买买提", "阿依古丽 ・ 买买提": "阿依古丽·买买提",
		"买买提.艾力": "买买提·艾力", "J. Smith": "J. Smith", "Anna  Maria Li": "Anna Maria Li", "𠮷野 太郎": "𠮷野太郎", "\ufeff王明": "王明",
	} {
		if got := certification.TidyName(text); got != want {
			t.Errorf("%q is kept as %q", text, got)
		}
		if row, found := readAndChecked("name", cell{Text: text}); len(found) > 0 || row.Name != want {
			t.Errorf("%q is read as %q: %+v", text, row.Name, found)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.String().Draw(t, "name")
		if once := certification.TidyName(name); certification.TidyName(once) != once {
			t.Fatalf("%q becomes %q, then %q", name, once, certification.TidyName(once))
		}
	})
}

func TestDatesAreReadInTheFormsThatPeopleWrite(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text   string
		number bool
		want   string
	}{
		{"2026-01-05", false, "2026-01-05"}, {"2026/1/5", false, "2026-01-05"}, {"2026.1.5", false, "2026-01-05"}, {"2026年1月5日", false, "2026-01-05"},
		{"20260105", false, "2026-01-05"}, {"46027", true, "2026-01-05"}, {"2026-01-05 00:00:00", false, "2026-01-05"},
		{"2026-02-30", false, ""}, {"2026-13-01", false, ""}, {"1月5日", false, ""}, {"46027", false, ""}, {"0", true, ""}, {"NaN", true, ""},
	} {
		row, found := certification.ReadRow(certificationtest.Template(), map[certification.Field]cell{"agencyFrom": {Text: c.text, Number: c.number}}, 7)
		if c.want == "" {
			only(t, found, 7, "agencyFrom", "date")
			continue
		}
		if len(found) > 0 || row.AgencyFrom != c.want {
			t.Errorf("%q: %q %+v", c.text, row.AgencyFrom, found)
		}
	}
}

func TestARowSurvivesBeingWrittenAndRead(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		row := certificationtest.Row(rapid.Uint64Range(0, 999).Draw(t, "seed"), rapid.IntRange(1, 10000).Draw(t, "no"))
		row.Theory = certification.Hundredths(rapid.IntRange(-1, 10000).Draw(t, "theory"))
		read, found := certification.ReadRow(certificationtest.Template(), certificationtest.Cells(row), row.No)
		if changes := certification.Diff(row, read); len(found) > 0 || len(changes) > 0 {
			t.Fatalf("%+v %+v", found, changes)
		}
	})
}

func TestReadingAndCheckingNeverPanics(t *testing.T) {
	t.Parallel()
	template := certificationtest.Template()
	rapid.Check(t, func(t *rapid.T) {
		rows := make([]certification.Row, rapid.IntRange(0, 4).Draw(t, "rows"))
		ctx := certificationtest.Context(nil)
		for i := range rows {
			cells := map[certification.Field]cell{}
			for _, f := range certification.Fields {
				cells[f] = cell{Text: rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"NaN", "3", "85", "本单位职工", "劳务派遣", "2026-01-01", "居民身份证"})).Draw(t, "text"),
					Number: rapid.Bool().Draw(t, "number"), Formula: rapid.IntRange(0, 9).Draw(t, "formula") == 0}
			}
			var found []certification.Finding
			rows[i], found = certification.ReadRow(template, cells, i+1)
			ctx.Read = append(ctx.Read, found...)
		}
		found := certification.Check(rows, ctx)
		seen := map[string]bool{}
		for _, f := range found {
			cellOnce := asString(f.Line) + string(f.Field)
			if seen[cellOnce] && f.Level == certification.Wrong && f.Line > 0 && f.Field != certification.FieldIDNumber {
				t.Fatalf("two errors for one cause: %+v", f)
			}
			seen[cellOnce] = true
			if f.Text.ZH == "" || f.Remedy.ZH == "" || f.Text.EN == "" || f.Remedy.EN == "" || utf8.RuneCountInString(f.Value) > 41 {
				t.Fatalf("%+v", f)
			}
		}
	})
}

func asString(n int) string { return strconv.Itoa(n) + "/" }
