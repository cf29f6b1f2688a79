package certification

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jiangxin/domain/filing"
	"jiangxin/domain/form"
	"jiangxin/domain/occupation"
)

// Cell is one cell of a workbook as it was found.
type Cell struct {
	Text    string // what it shows
	Number  bool   // the workbook holds a number, of which Text is the decimal form
	Formula bool   // its value is computed
	Broken  bool   // it is merged with others, or cannot be read
}

// noteLimit bounds the longer texts of a row, in characters.
const noteLimit = 1000

// ReadRow reads one line of a workbook. What cannot be read is a finding; everything else about the row is for
// Check to say. Columns that the template lacks are not looked at.
func ReadRow(t Template, cells map[Field]Cell, line int) (Row, []Finding) {
	r := reader{row: Row{No: line}}
	for _, column := range t.Columns {
		if cell, ok := cells[column.Field]; ok {
			r.cell(column.Field, cell)
		}
	}
	return r.row, r.found
}

type reader struct {
	row   Row
	found []Finding
}

func (r *reader) wrong(f Field, code, value string, text, remedy [2]string) {
	r.found = append(r.found, finding(r.row.No, f, code, Wrong, value, text, remedy))
}

func (r *reader) cell(f Field, c Cell) {
	text := strings.TrimSpace(c.Text)
	limit := form.ShortLimit
	if f == FieldNote || f == FieldCondition {
		limit = noteLimit
	}
	switch {
	case c.Formula:
		r.wrong(f, "formula", text, say("单元格是公式，不能确定它的值", "The cell holds a formula, whose value is not certain"),
			say("复制该单元格，选择性粘贴为“数值”", "Copy the cell and paste it as a value"))
	case c.Broken:
		r.wrong(f, "broken_cell", text, say("单元格已合并或无法读取", "The cell is merged or cannot be read"),
			say("取消合并单元格后，逐格填写", "Unmerge the cells and fill each one"))
	case text == "":
	case !utf8.ValidString(text) || form.HoldsHidden(text, limit == form.ShortLimit):
		r.wrong(f, "control_character", "", say("含有不可见的控制字符", "It holds invisible control characters"), say("清空单元格后重新输入", "Empty the cell and type it again"))
	case utf8.RuneCountInString(text) > limit:
		r.wrong(f, "too_long", text, say("内容过长", "It is too long"), say("请缩短，一般不超过 200 个字", "Shorten it, to 200 characters as a rule"))
	default:
		r.value(f, visible(text), c.Number)
	}
}

// value puts a text into the row's field.
func (r *reader) value(f Field, text string, number bool) {
	if into := r.row.score(f); into != nil {
		r.score(f, into, text, number)
		return
	}
	if into := r.row.grade(f); into != nil {
		r.grade(f, into, text)
		return
	}
	switch f {
	case FieldName:
		r.row.Name = TidyName(text)
	case FieldIDKind:
		r.row.IDKind = IDKind(r.choice(f, text, words(IDKinds, IDKind.Name)))
	case FieldIDNumber:
		r.idNumber(text, number)
	case FieldEmployment:
		kinds := []filing.Employment{filing.OwnStaff, filing.Dispatched}
		r.row.Employment = filing.Employment(r.choice(f, text, words(kinds, filing.Employment.Name)))
	case FieldLevel:
		r.level(text)
	case FieldAgencyFrom, FieldAgencyThrough:
		r.date(f, text, number)
	default:
		if into := r.row.text(f); into != nil {
			*into = text
		}
	}
}

// idNumber refuses a number: a workbook keeps 15 digits of it, and the last three of an ID number are lost.
func (r *reader) idNumber(text string, number bool) {
	if number {
		r.wrong(FieldIDNumber, "id_as_number", text,
			say("证件号码存成了数值，Excel 只保留前 15 位，末位已不可靠", "The ID number is stored as a number, of which the workbook keeps only 15 digits"),
			say("把该列设为“文本”格式，重新填写完整的证件号码", "Format the column as text and type the whole number again"))
		return
	}
	r.row.IDNumber = strings.ToUpper(strings.ReplaceAll(strings.Trim(narrow(text), "'’` "), " ", ""))
}

func (r *reader) grade(f Field, into *Grade, text string) {
	if g := Grade(strings.ReplaceAll(narrow(text), " ", "")); g.Known() {
		*into = g
		return
	}
	r.wrong(f, "grade", text, say("“"+shorten(text)+"”不是评价等次", "This is no grade"), say("填写：优秀、良好、合格或不合格", "Give 优秀, 良好, 合格 or 不合格"))
}

func (r *reader) level(text string) {
	plain := strings.ReplaceAll(narrow(text), " ", "")
	for _, code := range occupation.LevelCodes() {
		printed := code.Text().ZH
		if plain == printed || strings.EqualFold(plain, string(code)) || slices.Contains(strings.Split(printed, "/"), plain) {
			r.row.Level = string(code)
			return
		}
	}
	r.row.Level = text
	r.wrong(FieldLevel, "level", text, say("没有等级“"+shorten(text)+"”", "There is no such level"), say("从列表中选择，例如 三级/高级工", "Choose from the list, such as 三级/高级工"))
}

// choice reads one of a list by its words or its code.
func (r *reader) choice(f Field, text string, options [][2]string) string {
	given := alike(text)
	names := make([]string, 0, len(options))
	for _, o := range options {
		if given == alike(o[0]) || given == alike(o[1]) {
			return o[0]
		}
		names = append(names, o[1])
	}
	r.wrong(f, "choice", text, say("“"+shorten(text)+"”不在可选项中", "This is none of the options"),
		say("从列表中选择："+strings.Join(names, "、"), "Choose from the list of the cell"))
	return ""
}
