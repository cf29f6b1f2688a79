package certification

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
)

//go:embed data/templates.json
var delivered []byte

// Template is the form of the results (认定结果报送模板), with the evidence that goes with them. The provincial exam
// centre owns it (notice 四(四)1: 具体报送内容和方式由省人事考试中心另行制定); a batch keeps the version that it began with.
type Template struct {
	Version  int            `json:"version"`
	From     civil.Date     `json:"from"` // first day on which a batch may begin under it
	Source   string         `json:"source"`
	Columns  []Column       `json:"columns"`
	Evidence []EvidenceNeed `json:"evidence"`
}

// Column is one column of the workbook.
type Column struct {
	Field   Field    `json:"field"`
	Heading string   `json:"heading"`
	Width   int      `json:"width"`   // characters
	Hint    string   `json:"hint"`    // shown at the cell
	Options []string `json:"options"` // of a drop-down list; empty: free text
	Example string   `json:"example"` // of the filled example sheet

	// Required says that every row fills the column, where the checks alone would not ask for it.
	Required bool `json:"required,omitempty"`
}

// EvidenceNeed is a document that a batch of some ways has to have.
type EvidenceNeed struct {
	Kind string `json:"kind"`
	Name string `json:"name"`
	Ways []Way  `json:"ways"` // empty: every way
}

// Templates lists the delivered templates from the oldest to the newest.
func Templates() ([]Template, error) { return ReadTemplates(delivered) }

// ReadTemplates reads templates in the JSON form of the delivered ones, for an exam centre that edits them.
func ReadTemplates(data []byte) ([]Template, error) {
	var all []Template
	if err := json.Unmarshal(data, &all); err != nil {
		return nil, fault.New(fault.Malformed, "成绩模板文件无法读取，请检查其 JSON 格式", "The template file cannot be read; check its JSON").Because(err)
	}
	slices.SortFunc(all, func(a, b Template) int { return a.Version - b.Version })
	for i, t := range all {
		if err := t.check(); err != nil {
			return nil, err
		}
		if i > 0 && (all[i-1].Version == t.Version || t.From.Before(all[i-1].From)) {
			return nil, fault.Wrong("/version", "version", fmt.Sprintf("模板第 %d 版的版本号重复或施行日期早于上一版，请更正", t.Version),
				fmt.Sprintf("Template version %d stands twice or begins before the one before it; correct it", t.Version))
		}
	}
	return all, nil
}

// TemplateOn is the newest of the templates in force on a day.
func TemplateOn(all []Template, day civil.Date) (Template, error) {
	for _, t := range slices.Backward(all) {
		if !t.From.After(day) {
			return t, nil
		}
	}
	return Template{}, fault.New(fault.Internal, fmt.Sprintf("%s 没有生效的成绩模板，请省人事考试中心补充", day),
		fmt.Sprintf("No template is in force on %s; the exam centre must add one", day))
}

// TemplateVersion is the template that a batch began with.
func TemplateVersion(all []Template, version int) (Template, error) {
	i := slices.IndexFunc(all, func(t Template) bool { return t.Version == version })
	if i < 0 {
		return Template{}, fault.New(fault.NotFound, fmt.Sprintf("没有第 %d 版成绩模板，请联系运维人员", version),
			fmt.Sprintf("There is no template version %d; tell the operators", version))
	}
	return all[i], nil
}

// check refuses a template that no workbook could be made of.
func (t Template) check() error {
	wrong := func(pointer, code, zh, en string) error {
		return fault.Wrong(pointer, code, fmt.Sprintf("成绩模板第 %d 版：%s", t.Version, zh), fmt.Sprintf("Template version %d: %s", t.Version, en))
	}
	if t.Version < 1 || t.From.IsZero() || t.Source == "" {
		return wrong("/version", "version", "请写明版本号、施行日期和依据", "state version, first day and source")
	}
	seen := map[Field]bool{}
	for i, c := range t.Columns {
		if !slices.Contains(Fields, c.Field) || seen[c.Field] || c.Heading == "" || c.Width < 1 {
			return wrong(fmt.Sprintf("/columns/%d", i), "column", fmt.Sprintf("第 %d 列不正确或重复", i+1), fmt.Sprintf("column %d is wrong or stands twice", i+1))
		}
		seen[c.Field] = true
	}
	for _, f := range []Field{FieldName, FieldIDNumber, FieldLevel} {
		if !seen[f] {
			return wrong("/columns", "column", "缺少姓名、证件号码或等级列", "the columns of name, ID number or level are missing")
		}
	}
	for i, need := range t.Evidence {
		if need.Kind == "" || need.Name == "" || slices.ContainsFunc(need.Ways, func(w Way) bool { return !w.Known() }) {
			return wrong(fmt.Sprintf("/evidence/%d", i), "evidence", "佐证材料须写明代码、名称和评价方式", "evidence states kind, name and ways")
		}
	}
	return nil
}

// Needs lists the evidence that a batch of the way has to have.
func (t Template) Needs(way Way) []EvidenceNeed {
	var needs []EvidenceNeed
	for _, need := range t.Evidence {
		if len(need.Ways) == 0 || slices.Contains(need.Ways, way) {
			needs = append(needs, need)
		}
	}
	return needs
}

// Demanded lists the fields that the template asks of every row.
func (t Template) Demanded() []Field {
	var demanded []Field
	for _, c := range t.Columns {
		if c.Required {
			demanded = append(demanded, c.Field)
		}
	}
	return demanded
}

// Heading is how the template names a field.
func (t Template) Heading(f Field) string {
	if c, ok := t.Column(f); ok {
		return c.Heading
	}
	return f.Name().ZH
}

// Column gives the column of a field; false when the template has none.
func (t Template) Column(f Field) (Column, bool) {
	i := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Field == f })
	if i < 0 {
		return Column{}, false
	}
	return t.Columns[i], true
}
