package certification_test

import (
	"errors"
	"slices"
	"testing"

	"jiangxin/domain/certification"
	"jiangxin/domain/certification/certificationtest"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
)

var today = civil.On(2026, 11, 26)

// wished is an edition that differs from the newest in one hint.
func wished() (all []certification.Template, wish certification.TemplateWish) {
	last := certificationtest.Template()
	wish = certification.TemplateWish{
		Base: last.Version, From: today, Source: "辽人考〔2026〕1号", Reason: "明确备注的写法",
		Columns: slices.Clone(last.Columns), Evidence: slices.Clone(last.Evidence),
	}
	wish.Columns[column(wish, certification.FieldNote)].Hint = "写明补考等情况"
	return []certification.Template{last}, wish
}

func column(wish certification.TemplateWish, field certification.Field) int {
	return slices.IndexFunc(wish.Columns, func(c certification.Column) bool { return c.Field == field })
}

func TestTheNextEditionKeepsWhatTheCentreWrote(t *testing.T) {
	t.Parallel()
	all, wish := wished()
	note := column(wish, certification.FieldNote)
	wish.Columns[note].Required, wish.Columns[note].Heading = true, "备注（补考、转岗）"
	wish.Columns[0], wish.Columns[1] = wish.Columns[1], wish.Columns[0]
	wish.Evidence = append(wish.Evidence, certification.EvidenceNeed{Kind: "video", Name: "考场录像目录", Ways: []certification.Way{certification.Examination}})
	wish.From = today.AddDays(36)
	next, err := certification.NextTemplate(all, wish, today)
	if err != nil || next.Version != all[0].Version+1 || next.From != wish.From || next.Source != wish.Source {
		t.Fatalf("%+v, %v", next, err)
	}
	if got := next.Demanded(); len(got) != 1 || got[0] != certification.FieldNote || next.Heading(certification.FieldNote) != "备注（补考、转岗）" {
		t.Errorf("%v", got)
	}
	if len(next.Needs(certification.Examination)) != len(all[0].Needs(certification.Examination))+1 {
		t.Errorf("%v", next.Needs(certification.Examination))
	}
	for day, version := range map[civil.Date]int{today: all[0].Version, wish.From.AddDays(-1): all[0].Version, wish.From: next.Version} {
		if on, err := certification.TemplateOn(append(all, next), day); err != nil || on.Version != version {
			t.Errorf("on %s edition %d is in force, %v", day, on.Version, err)
		}
	}
}

func TestAnEditionThatCannotBeFilledInOrCheckedIsRefusedAtItsPlace(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change        func(*certification.TemplateWish)
		pointer, code string
	}{
		"no day":             {func(w *certification.TemplateWish) { w.From = civil.Date{} }, "/from", "required"},
		"a day that is past": {func(w *certification.TemplateWish) { w.From = today.AddDays(-1) }, "/from", "past"},
		"no source":          {func(w *certification.TemplateWish) { w.Source = " " }, "/source", "required"},
		"no reason":          {func(w *certification.TemplateWish) { w.Reason = "" }, "/reason", "required"},
		"no change":          {func(w *certification.TemplateWish) { w.Columns[column(*w, certification.FieldNote)].Hint = "" }, "", "unchanged"},
		"without photos": {func(w *certification.TemplateWish) {
			w.Columns = slices.Delete(w.Columns, column(*w, certification.FieldPhoto), column(*w, certification.FieldPhoto)+1)
		}, "/columns", "needed"},
		"an unknown field":   {func(w *certification.TemplateWish) { w.Columns[3].Field = "height" }, "/columns/3/field", "choice"},
		"a field twice":      {func(w *certification.TemplateWish) { w.Columns[3].Field = w.Columns[2].Field }, "/columns/3/field", "duplicate"},
		"no heading":         {func(w *certification.TemplateWish) { w.Columns[3].Heading = "" }, "/columns/3/heading", "required"},
		"a heading twice":    {func(w *certification.TemplateWish) { w.Columns[3].Heading = "姓 名" }, "/columns/3/heading", "duplicate"},
		"a reserved heading": {func(w *certification.TemplateWish) { w.Columns[3].Heading = "问题" }, "/columns/3/heading", "reserved"},
		"another's heading":  {func(w *certification.TemplateWish) { w.Columns[3].Heading = "photo FILE" }, "/columns/3/heading", "reserved"},
		"a hidden character": {func(w *certification.TemplateWish) { w.Columns[3].Heading = "单\u202e位" }, "/columns/3/heading", "control_character"},
		"too narrow":         {func(w *certification.TemplateWish) { w.Columns[3].Width = 0 }, "/columns/3/width", "range"},
		"an option unread":   {func(w *certification.TemplateWish) { w.Columns[1].Options = []string{"居民身份证", "军官证"} }, "/columns/1/options/1", "unreadable"},
		"an option twice":    {func(w *certification.TemplateWish) { w.Columns[1].Options = []string{"护照", "护 照"} }, "/columns/1/options/1", "duplicate"},
		"an example unread": {func(w *certification.TemplateWish) {
			w.Columns[column(*w, certification.FieldTheory)].Example = "合格"
		}, "/columns/12/example", "unreadable"},
		"asked of some only":  {func(w *certification.TemplateWish) { w.Columns[column(*w, certification.FieldTheory)].Required = true }, "/columns/12/required", "not_of_every_row"},
		"a kind twice":        {func(w *certification.TemplateWish) { w.Evidence[1].Kind = w.Evidence[0].Kind }, "/evidence/1/kind", "duplicate"},
		"a kind of no form":   {func(w *certification.TemplateWish) { w.Evidence[1].Kind = "成绩" }, "/evidence/1/kind", "form"},
		"evidence of no name": {func(w *certification.TemplateWish) { w.Evidence[1].Name = "" }, "/evidence/1/name", "required"},
		"an unknown way":      {func(w *certification.TemplateWish) { w.Evidence[1].Ways = []certification.Way{"lottery"} }, "/evidence/1/ways", "choice"},
	} {
		all, wish := wished()
		c.change(&wish)
		_, err := certification.NextTemplate(all, wish, today)
		var said *fault.Error
		if !errors.As(err, &said) || !slices.ContainsFunc(said.Fields, func(f fault.Field) bool {
			return f.Pointer == c.pointer && f.Code == c.code && f.Text.ZH != "" && f.Text.EN != ""
		}) {
			t.Errorf("%s: %+v", name, said)
		}
	}
	all, wish := wished()
	all[0].From = today.AddDays(30)
	_, err := certification.NextTemplate(all, wish, today)
	var said *fault.Error
	if !errors.As(err, &said) || len(said.Fields) != 1 || said.Fields[0].Code != "before_last" {
		t.Errorf("before the edition that it follows: %v", err)
	}
}

func TestOnlyTheFirstEditionIsDelivered(t *testing.T) {
	t.Parallel()
	if all, err := certification.Templates(); err != nil || len(all) != 1 || all[0].Version != 1 {
		t.Errorf("the later editions are the exam centre's: %d are delivered, %v", len(all), err)
	}
}

func TestATemplateMayAskEveryRowForMore(t *testing.T) {
	t.Parallel()
	rows := certificationtest.Rows(1, 2)
	rows[1].Note = "补考"
	ctx := certificationtest.Context(rows)
	ctx.Demanded = []certification.Field{certification.FieldNote, certification.FieldName, certification.FieldCondition}
	only(t, certification.Check(rows, ctx), 1, "note", "required")
}

func TestTheFieldsThatAreAlwaysFilledAreThoseThatTheChecksAskFor(t *testing.T) {
	t.Parallel()
	for _, way := range []certification.Way{certification.Examination, certification.Competition} {
		rows := []certification.Row{{No: 1}}
		ctx := certificationtest.Context(rows)
		ctx.Plan.Way = way
		asked := map[certification.Field]bool{}
		for _, f := range certification.Check(rows, ctx) {
			asked[f.Field] = true
		}
		for _, f := range certification.AlwaysFilled {
			if !asked[f] {
				t.Errorf("%s: nobody asks for %s", way, f)
			}
		}
	}
}
