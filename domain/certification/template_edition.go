package certification

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"

	"jiangxin/domain/civil"
	"jiangxin/domain/form"
)

// TemplateWish is an edition of the template that the exam centre wants, and why.
type TemplateWish struct {
	Base     int // version that it was made from, which must still be the newest
	From     civil.Date
	Source   string         // document that it rests on
	Reason   string         // why it is changed, for the record
	Columns  []Column       `json:"columns"`
	Evidence []EvidenceNeed `json:"evidence"`
}

// AlwaysFilled are the fields that the checks ask of every row, whatever its way and level.
var AlwaysFilled = []Field{
	FieldName, FieldIDKind, FieldIDNumber, FieldEmployer, FieldEmployment, FieldOccupation, FieldLevel, FieldPerformance, FieldEthics, FieldPhoto,
}

// MayBeDemanded are the further fields that a template may ask of every row: every row of every batch can fill them.
var MayBeDemanded = []Field{FieldCondition, FieldNote}

// MayBeLeftOut are the fields that no check reads.
var MayBeLeftOut = []Field{FieldNote}

// Bounds of what the centre writes.
const (
	templateEvidence = 30
	templateOptions  = 100
	headingLimit     = 40
	narrowest        = 4 // characters
	widest           = 60
)

// reservedHeadings are those of the columns that a marked workbook adds.
var reservedHeadings = []string{"问题", "处理办法"}

// NextTemplate is the edition after the newest of the given ones, which are in their order: editions are added, never
// changed. It is refused with everything that is wrong at once: where it lacks what the checks read, where a column
// could not be filled in or read back, and where it would begin before today or before the edition that it follows.
func NextTemplate(all []Template, wish TemplateWish, today civil.Date) (Template, error) {
	last := all[len(all)-1]
	next := Template{Version: last.Version + 1, From: wish.From, Source: wish.Source, Columns: wish.Columns, Evidence: wish.Evidence}
	p := &templateProblems{}
	p.dated(wish, last, today)
	p.columns(next)
	p.evidence(wish.Evidence)
	if err := p.Err(); err != nil {
		return Template{}, err
	}
	if reflect.DeepEqual(plainTemplate(next), plainTemplate(last)) {
		p.Add("", "unchanged", fmt.Sprintf("与第 %d 版相同，没有需要发布的改动", last.Version), fmt.Sprintf("It says the same as edition %d; nothing has to be issued", last.Version))
	}
	return next, p.Err()
}

// plainTemplate is what a template asks for, without its number, day and source.
func plainTemplate(t Template) Template {
	var plain Template
	for _, c := range t.Columns {
		c.Options = append([]string{}, c.Options...)
		plain.Columns = append(plain.Columns, c)
	}
	for _, e := range t.Evidence {
		e.Ways = append([]Way{}, e.Ways...)
		plain.Evidence = append(plain.Evidence, e)
	}
	return plain
}

type templateProblems struct{ form.Problems }

func (p *templateProblems) dated(wish TemplateWish, last Template, today civil.Date) {
	switch {
	case wish.From.IsZero():
		p.Add("/from", "required", "请填写施行日期", "Give the first day")
	case wish.From.Before(today):
		p.Add("/from", "past", fmt.Sprintf("施行日期不能早于今天（%s）：已开始的批次沿用原版", today), fmt.Sprintf("It cannot begin before today, %s: batches keep the edition that they began with", today))
	case wish.From.Before(last.From):
		p.Add("/from", "before_last", fmt.Sprintf("施行日期不能早于第 %d 版的施行日期（%s）", last.Version, last.From), fmt.Sprintf("It cannot begin before edition %d, which begins on %s", last.Version, last.From))
	}
	p.Required("/source", wish.Source, form.ShortLimit, "请填写依据，例如文件名称和文号", "Name the document that it rests on")
	p.Required("/reason", wish.Reason, form.NoteLimit, "请说明为什么修改，供以后查考", "Say why it is changed, for the record")
}

func (p *templateProblems) columns(t Template) {
	seen, called := map[Field]int{}, map[string]int{}
	for i, c := range t.Columns {
		at := "/columns/" + strconv.Itoa(i)
		if !slices.Contains(Fields, c.Field) {
			p.Add(at+"/field", "choice", "没有这个字段，请从列表中选择", "There is no such field; choose from the list")
			continue
		}
		if first, twice := seen[c.Field]; twice {
			p.Add(at+"/field", "duplicate", fmt.Sprintf("“%s”与第 %d 列重复", heading(c.Field), first+1), fmt.Sprintf("%s is column %d already", c.Field.Name().EN, first+1))
			continue
		}
		seen[c.Field] = i
		p.called(at, i, c, called)
		p.filledIn(at, t, c)
	}
	for _, f := range Fields {
		if _, there := seen[f]; !there && !slices.Contains(MayBeLeftOut, f) {
			p.Add("/columns", "needed", fmt.Sprintf("缺少“%s”：预检和审核要用这一列，不能去掉", heading(f)), fmt.Sprintf("%s is missing: the checks read it", f.Name().EN))
		}
	}
}

// called judges the heading by which a column is found again in what people send in.
func (p *templateProblems) called(at string, i int, c Column, called map[string]int) {
	p.Required(at+"/heading", c.Heading, headingLimit, "请填写列名", "Name the column")
	look := alike(c.Heading)
	first, twice := called[look]
	called[look] = i
	other := slices.ContainsFunc(Fields, func(f Field) bool { return f != c.Field && alike(f.Name().EN) == look })
	switch {
	case look == "":
	case twice:
		p.Add(at+"/heading", "duplicate", fmt.Sprintf("列名与第 %d 列相同", first+1), fmt.Sprintf("The name is that of column %d", first+1))
	case slices.Contains(reservedHeadings, look) || other:
		p.Add(at+"/heading", "reserved", "这个列名另有用途，请换一个", "This name means another column; choose another one")
	}
}

// filledIn judges how a column is filled in: what it offers and shows has to be read as what it says.
func (p *templateProblems) filledIn(at string, t Template, c Column) {
	if c.Width < narrowest || c.Width > widest {
		p.Add(at+"/width", "range", fmt.Sprintf("列宽为 %d 至 %d 个字符", narrowest, widest), fmt.Sprintf("The width is %d to %d characters", narrowest, widest))
	}
	p.Text(at+"/hint", c.Hint, form.ShortLimit)
	if len(c.Options) > templateOptions {
		p.Add(at+"/options", "too_many", fmt.Sprintf("可选项不超过 %d 个", templateOptions), fmt.Sprintf("There are at most %d options", templateOptions))
		return
	}
	for j, option := range c.Options {
		place := at + "/options/" + strconv.Itoa(j)
		switch {
		case alike(option) == "":
			p.Add(place, "required", "可选项不能为空", "An option is empty")
		case slices.ContainsFunc(c.Options[:j], func(o string) bool { return alike(o) == alike(option) }):
			p.Add(place, "duplicate", "可选项重复", "The option stands twice")
		default:
			p.readable(place, t, c, option)
		}
	}
	if c.Example != "" {
		p.readable(at+"/example", t, c, c.Example)
	}
	if c.Required && !slices.Contains(AlwaysFilled, c.Field) && !slices.Contains(MayBeDemanded, c.Field) {
		p.Add(at+"/required", "not_of_every_row", fmt.Sprintf("“%s”只在部分批次或人员中填写，不能设为每行必填", heading(c.Field)),
			fmt.Sprintf("%s belongs to some batches or people only and cannot be asked of every row", c.Field.Name().EN))
	}
}

// readable says what the checks would make of a cell that holds the text.
func (p *templateProblems) readable(at string, t Template, c Column, text string) {
	if _, found := ReadRow(t, map[Field]Cell{c.Field: {Text: text}}, 1); len(found) > 0 {
		p.Add(at, "unreadable", "填入后预检会报错："+found[0].Text.ZH, "The checks would refuse it: "+found[0].Text.EN)
	}
}

var kindForm = regexp.MustCompile(`^[a-zA-Z][a-zA-Z0-9]{0,39}$`)

func (p *templateProblems) evidence(needs []EvidenceNeed) {
	if len(needs) > templateEvidence {
		p.Add("/evidence", "too_many", fmt.Sprintf("佐证材料不超过 %d 种", templateEvidence), fmt.Sprintf("There are at most %d kinds of evidence", templateEvidence))
		return
	}
	kinds, names := map[string]bool{}, map[string]bool{}
	for i, need := range needs {
		at := "/evidence/" + strconv.Itoa(i)
		switch {
		case !kindForm.MatchString(need.Kind):
			p.Add(at+"/kind", "form", "代码以字母开头，由 1 至 40 个字母或数字组成", "The code has 1 to 40 letters or digits and begins with a letter")
		case kinds[need.Kind]:
			p.Add(at+"/kind", "duplicate", "代码重复", "The code stands twice")
		}
		p.Required(at+"/name", need.Name, form.ShortLimit, "请填写材料名称", "Name the evidence")
		if look := alike(need.Name); look != "" && names[look] {
			p.Add(at+"/name", "duplicate", "材料名称重复", "The name stands twice")
		}
		kinds[need.Kind], names[alike(need.Name)] = true, true
		for j, way := range need.Ways {
			if !way.Known() || slices.Contains(need.Ways[:j], way) {
				p.Add(at+"/ways", "choice", "评价方式不正确或重复，请从列表中选择", "A way is unknown or stands twice; choose from the list")
				break
			}
		}
	}
}
