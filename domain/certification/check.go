package certification

import (
	"fmt"
	"slices"
	"strings"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/domain/occupation"
)

// Context is what the stored batch knows when its rows are checked. Whoever calls fills it.
type Context struct {
	Read []Finding // what ReadRow found; such a cell is not blamed twice

	Plan       Plan
	Occupation string         // name of the plan's occupation, in the form of today
	Filed      []filing.Grant // occupations and levels of the filing
	PassRule   PassRule
	Employers  []string // full names: the filed body first, then its listed branches

	Photos    map[string]fault.Text // by PhotoKey: what is wrong with the photo, nothing where it is right; nil: no zip yet
	Held      map[string]bool       // by IDKey: holds a certificate of this occupation and level already
	Elsewhere map[string]bool       // by IDKey: is in a batch of another enterprise at the same time
	Pending   map[string]string     // by IDKey: was handed in by this enterprise for this occupation and level already; the batch's number

	Demanded []Field // that the batch's template asks of every row besides what the checks ask for

	AgeMin  int // full years on the first day of the evaluation, from policy
	RowsMax int // from policy
}

// IDKey is the ID number as Held and Elsewhere are asked for it.
func (r Row) IDKey() string { return strings.ToUpper(strings.TrimSpace(r.IDNumber)) }

// Technician says whether the level is 技师 or above, which the four further results belong to (notice 三(一)2).
func Technician(level occupation.LevelCode) bool { return level.Rank() >= occupation.Two.Rank() }

// Check finds everything that is wrong or doubtful in the rows of a batch, what was found on reading them
// included, by line and column. Results are reported of those who have passed: a row below the pass rule is wrong.
func Check(rows []Row, ctx Context) []Finding {
	c := newChecker(ctx, rows)
	switch {
	case len(rows) == 0:
		c.batch(FieldName, "no_rows", Wrong, say("名单中没有人员", "The list holds nobody"), say("在模板中逐行填写后重新上传", "Fill the template line by line and upload it again"))
	case ctx.RowsMax > 0 && len(rows) > ctx.RowsMax:
		c.batch(FieldName, "too_many_rows", Wrong, say(fmt.Sprintf("名单有 %d 行，超过 %d 行", len(rows), ctx.RowsMax), fmt.Sprintf("The list has %d rows, more than %d", len(rows), ctx.RowsMax)),
			say("分成几个批次报送", "Divide it into several batches"))
		return c.found
	}
	for i := range rows {
		c.at, c.row = i, &rows[i]
		c.person()
		c.post()
		c.results()
		c.competition()
		c.photo()
		c.demanded()
	}
	c.unusedPhotos()
	SortFindings(c.found)
	return c.found
}

// checker goes through the rows and remembers who and what stood where.
type checker struct {
	Context
	rows  []Row
	at    int  // index of the row that is looked at
	row   *Row // that row
	found []Finding
	read  map[cellAt]bool

	ids        map[string]int  // index of the first row of an ID number
	names      map[string]int  // index of the first row of a name as it looks
	photos     map[string]int  // first line of a photo
	employers  map[string]bool // names of the filed body and its branches, as they look
	seen       map[string]bool // employers of the rows, by what stands there: whether they are ours
	labels     map[string]bool // ways to write the plan's occupation, as they look
	workType   string          // the plan's, as it looks
	technician bool
	examined   civil.Date
}

type cellAt struct {
	line  int
	field Field
}

func newChecker(ctx Context, rows []Row) *checker {
	c := &checker{
		Context: ctx, rows: rows, found: slices.Clone(ctx.Read), read: make(map[cellAt]bool, len(ctx.Read)),
		ids: make(map[string]int, len(rows)), names: make(map[string]int, len(rows)), photos: make(map[string]int, len(rows)),
		employers: map[string]bool{}, seen: map[string]bool{}, labels: map[string]bool{},
		workType: alike(ctx.Plan.WorkType), technician: Technician(ctx.Plan.Level), examined: ctx.Plan.From,
	}
	for _, f := range ctx.Read {
		c.read[cellAt{f.Line, f.Field}] = true
	}
	for _, name := range ctx.Employers {
		c.employers[alike(name)] = true
	}
	code, name := ctx.Plan.Occupation, ctx.Occupation
	for _, label := range []string{code, name, name + "(" + code + ")", code + name, name + code} {
		c.labels[alike(label)] = true
	}
	return c
}

func (c *checker) add(f Field, code string, level Severity, text, remedy [2]string) {
	if !c.read[cellAt{c.row.No, f}] {
		value := c.row.Shown(f)
		if f == FieldIDNumber {
			value = c.row.IDNumber
		}
		c.found = append(c.found, finding(c.row.No, f, code, level, value, text, remedy))
	}
}

func (c *checker) wrong(f Field, code string, text, remedy [2]string) {
	c.add(f, code, Wrong, text, remedy)
}

func (c *checker) warn(f Field, code string, text, remedy [2]string) {
	c.add(f, code, Warn, text, remedy)
}

// batch adds a finding on the workbook as a whole.
func (c *checker) batch(f Field, code string, level Severity, text, remedy [2]string) {
	c.found = append(c.found, finding(0, f, code, level, "", text, remedy))
}

// required asks for a text; it says whether one is there.
func (c *checker) required(f Field, value string) bool {
	if strings.TrimSpace(value) != "" {
		return true
	}
	zh, en := f.Name().ZH, f.Name().EN
	c.wrong(f, "required", say("“"+zh+"”没有填写", en+" is empty"), say("请填写"+zh, "Fill in "+en))
	return false
}

// demanded asks for what the template wants of every row and no check has asked for yet.
func (c *checker) demanded() {
	for _, f := range c.Demanded {
		if !slices.Contains(AlwaysFilled, f) && (f != FieldCondition || c.Plan.Way == Competition) {
			c.required(f, c.row.Shown(f))
		}
	}
}

// unused asks that a text is left out.
func (c *checker) unused(f Field, value string, why, remedy [2]string) {
	if strings.TrimSpace(value) != "" {
		c.wrong(f, "not_asked", why, remedy)
	}
}
