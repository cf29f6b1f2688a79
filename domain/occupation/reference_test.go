package occupation_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/occupation"
)

func reference(t *testing.T) occupation.Reference {
	t.Helper()
	reference, err := occupation.DefaultReference()
	if err != nil {
		t.Fatal(err)
	}
	return reference
}

func levels(codes string) []occupation.Level {
	var list []occupation.Level
	for _, code := range codes {
		list = append(list, occupation.Level{Code: occupation.LevelCode(code)})
	}
	return list
}

func TestLicensedOccupationsAreJudgedByCodeAndWorkType(t *testing.T) {
	t.Parallel()
	rules := reference(t).Rules
	for _, c := range []struct {
		code, workType string
		on             civil.Date
		want           occupation.Verdict
		basis          string
	}{
		{"6-31-01-01", "", today, occupation.Allow, ""},
		{"6-31-01-03", "", today, occupation.CheckByHand, "特种作业人员"},
		{"6-31-01-03", "", civil.On(2020, time.June, 1), occupation.Allow, ""},
		{"6-18-02-04", "", today, occupation.CheckByHand, "核安全设备"},
		{"6-18-02-04", "电焊工", today, occupation.CheckByHand, "核安全设备"},
		{"6-18-02-04", "民用核安全设备焊工", today, occupation.Forbid, "核安全设备"},
		{"4-07-05-01", "", today, occupation.Forbid, "安全保护服务人员"},
		{"4-07-05-02", "", today, occupation.CheckByHand, "民航安全检查员"},
		{"4-07-05-02", " 民航安全检查员 ", today, occupation.Forbid, "民航安全检查员"},
		{"4-07-05-03", "", today, occupation.Forbid, "消防设施操作员"},
		{"4-14-05-01", "滑雪", today, occupation.Forbid, "社会体育指导员"},
		{"4-14-05-01", "广场舞", today, occupation.CheckByHand, "高危险性"},
		{"4-02-02-01", "", civil.On(2021, time.December, 1), occupation.Allow, ""},
		{"4-02-02-01", "", civil.On(2021, time.December, 2), occupation.CheckByHand, "道路运输"},
	} {
		got := rules.Judge(c.code, c.workType, c.on)
		if got.Verdict != c.want || !strings.Contains(got.Basis(), c.basis) {
			t.Errorf("%s %q on %s: %s, %s", c.code, c.workType, c.on, got.Verdict, got.Basis())
		}
	}
}

func TestARuleOfTheWorkTypeGoesBeforeThatOfTheOccupation(t *testing.T) {
	t.Parallel()
	rules, err := reference(t).Rules.With(
		occupation.Rule{Code: "6-31-01-03", WorkType: "船舶电工", Verdict: occupation.Allow, Basis: "设置", From: today},
		occupation.Rule{Code: "6-31-01-01", Verdict: occupation.Forbid, Basis: "目录（将来）", From: today, To: today.AddDays(9)},
	)
	if err != nil {
		t.Fatal(err)
	}
	if got := rules.Judge("6-31-01-03", "船舶电工", today); got.Verdict != occupation.Allow || got.Basis() != "设置" {
		t.Errorf("%+v", got)
	}
	changes := rules.Changes(today.AddDays(-1), today.AddDays(10))
	if len(changes) != 2 || changes[0].Kind != occupation.Licensed || changes[0].On != today ||
		changes[1].Kind != occupation.Freed || changes[1].On != today.AddDays(10) {
		t.Errorf("%+v", changes)
	}
	if _, err := rules.With(occupation.Rule{Code: "6-31-01-03", Verdict: "perhaps", Basis: "b", From: today}); why(err) != "catalogue_row" {
		t.Errorf("an unknown verdict: %v", err)
	}
}

func TestAChoiceIsCheckedAgainstCatalogueRulesAndStandard(t *testing.T) {
	t.Parallel()
	reference := reference(t)
	for _, c := range []struct {
		name   string
		choice occupation.Choice
		want   string
	}{
		{"a plain one", occupation.Choice{Code: "6-31-01-01", Levels: levels("54321"), National: true}, ""},
		{"by hand", occupation.Choice{Code: "6-31-01-03", Levels: levels("543"), National: true}, ""},
		{"with 特级 and 首席", occupation.Choice{Code: "6-31-01-01", Levels: levels("1TS"), National: true}, ""},
		{"unknown", occupation.Choice{Code: "6-99-01-01", Levels: levels("5")}, "occupation"},
		{"no skill occupation", occupation.Choice{Code: "2-05-07-02", Levels: levels("5")}, "not_skill"},
		{"licensed", occupation.Choice{Code: "4-07-05-01", Levels: levels("5")}, "licensed"},
		{"a level that the standard lacks", occupation.Choice{Code: "4-07-03-04", Levels: levels("543"), National: true}, "level_lacking"},
		{"the same by the enterprise's own rule", occupation.Choice{Code: "4-07-03-04", Levels: levels("543")}, ""},
		{"a level that the work type lacks", occupation.Choice{Code: "6-18-02-04", WorkType: "气焊工", Levels: levels("2"), National: true}, "level_lacking"},
		{"首席 above a missing 一级", occupation.Choice{Code: "6-18-02-04", WorkType: "气焊工", Levels: levels("S"), National: true}, "level_lacking"},
		{"another work type", occupation.Choice{Code: "6-18-02-04", WorkType: "电焊工", Levels: levels("2"), National: true}, ""},
		{"no level", occupation.Choice{Code: "6-31-01-01"}, "required"},
		{"a level twice", occupation.Choice{Code: "6-31-01-01", Levels: levels("55")}, "doubled"},
		{"no such level", occupation.Choice{Code: "6-31-01-01", Levels: levels("9")}, "level"},
	} {
		_, err := reference.Check(c.choice, today)
		if c.want == "" && err != nil || c.want != "" && why(err) != c.want {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	var wrong *fault.Error
	_, err := reference.Check(occupation.Choice{Code: "4-02-06-05", Levels: levels("543"), National: true}, today)
	if !errors.As(err, &wrong) || len(wrong.Fields) != 2 || wrong.Fields[1].Pointer != "/levels/1" ||
		!strings.Contains(wrong.Text.ZH, "可选：三级/高级工、二级/技师、一级/高级技师") {
		t.Errorf("not every lacking level is named: %+v", wrong)
	}
	if judgement, err := reference.Check(occupation.Choice{Code: "6-31-01-03", Levels: levels("5")}, today); err != nil || judgement.Verdict != occupation.CheckByHand {
		t.Errorf("%+v, %v", judgement, err)
	}
}

func TestChangesOfCatalogueAndLicencesComeInOneList(t *testing.T) {
	t.Parallel()
	reference := reference(t)
	rules, err := reference.Rules.With(occupation.Rule{Code: "6-31-01-01", Verdict: occupation.Forbid, Basis: "b", From: before.AddDays(1)})
	if err != nil {
		t.Fatal(err)
	}
	reference.Rules = rules
	changes := reference.Changes(before, today)
	if len(changes) != 46 || changes[0].Kind != occupation.Licensed {
		t.Errorf("%d changes, first %+v", len(changes), changes[0])
	}
}

func TestLevelsAreOrderedAndPrinted(t *testing.T) {
	t.Parallel()
	list := []occupation.Level{}
	for _, text := range []string{"S", "3/B", "1", "5", "3", "T", "2", "3/A", "4"} {
		level, err := occupation.ParseLevel(text)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, level)
	}
	slices.SortFunc(list, occupation.Level.Compare)
	var order []string
	for _, level := range list {
		order = append(order, level.String())
	}
	if got := strings.Join(order, " "); got != "5 4 3 3/A 3/B 2 1 T S" {
		t.Error(got)
	}
	sub := occupation.Level{Code: occupation.Three, Sub: "A"}
	if sub.Printed() != "三级/高级工" || sub.Label() != "三级/高级工（A）" {
		t.Errorf("%s, %s", sub.Printed(), sub.Label())
	}
	for code, want := range map[occupation.LevelCode]string{"5": "五级/初级工", "4": "四级/中级工", "2": "二级/技师", "1": "一级/高级技师", "T": "特级技师", "S": "首席技师"} {
		if code.Text().ZH != want {
			t.Errorf("%s is %s", code, code.Text().ZH)
		}
	}
	for text, want := range map[string]string{"": "level", "6": "level", "三级": "level", "3/": "sub_level", "3/一二三四五六七八九十十一": "sub_level", "3/A/B": "sub_level"} {
		if _, err := occupation.ParseLevel(text); why(err) != want {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestLevelsSurviveJSON(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		level := occupation.Level{Code: rapid.SampledFrom(occupation.LevelCodes()).Draw(t, "code"),
			Sub: rapid.StringMatching(`([A-C]|[一二三]档)?`).Draw(t, "sub")}
		data, err := json.Marshal(level)
		if err != nil {
			t.Fatal(err)
		}
		var back occupation.Level
		if err := json.Unmarshal(data, &back); err != nil || back != level {
			t.Fatalf("%s came back as %+v: %v", data, back, err)
		}
	})
}

func TestStandardsOfWrongFormAreRefused(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]occupation.Standard{
		"no level":    {Code: "6-31-01-03", From: today, Source: "s"},
		"special":     {Code: "6-31-01-03", Levels: []occupation.LevelCode{"T"}, From: today, Source: "s"},
		"no source":   {Code: "6-31-01-03", Levels: []occupation.LevelCode{"5"}, From: today},
		"a bad code":  {Code: "6-31", Levels: []occupation.LevelCode{"5"}, From: today, Source: "s"},
		"without day": {Code: "6-31-01-03", Levels: []occupation.LevelCode{"5"}, Source: "s"},
	} {
		if _, err := occupation.NewStandards([]occupation.Standard{row}); why(err) != "catalogue_row" {
			t.Errorf("%s: %v", name, err)
		}
	}
}
