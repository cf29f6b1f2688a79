package region

import (
	"cmp"
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
)

//go:embed data/liaoning.json
var liaoning []byte

// Rows are the tables from which a directory is built.
type Rows struct {
	Regions     []Region     `json:"regions"`
	Bodies      []Body       `json:"bodies"`
	Competences []Competence `json:"competences"`
}

// Directory answers who is who and who does what. It is immutable and safe for concurrent use; the
// slices inside the values that it returns are shared and not to be changed.
type Directory struct {
	regions     []Region // by code
	byCode      map[string]Region
	bodies      []Body // by ID
	byID        map[string]Body
	competences map[Function][]Competence // what takes precedence first
}

// DefaultDirectory is Liaoning as the product is delivered.
func DefaultDirectory() (Directory, error) {
	rows, err := DefaultRows()
	if err != nil {
		return Directory{}, err
	}
	return NewDirectory(rows)
}

// DefaultRows returns the delivered tables, for a store that keeps them.
func DefaultRows() (Rows, error) {
	var rows Rows
	if err := json.Unmarshal(liaoning, &rows); err != nil {
		return Rows{}, fault.New(fault.Internal, "内置的机构名录损坏，请联系运维人员。",
			"The built-in directory is broken; tell the operators.").Because(err)
	}
	return rows, nil
}

// NewDirectory builds a directory and refuses tables that contradict themselves: doubled codes, a body
// without its region, a competence that the notice does not allow.
func NewDirectory(rows Rows) (Directory, error) {
	directory := Directory{
		regions: slices.Clone(rows.Regions), byCode: map[string]Region{},
		bodies: slices.Clone(rows.Bodies), byID: map[string]Body{},
		competences: map[Function][]Competence{},
	}
	for _, region := range rows.Regions {
		if _, doubled := directory.byCode[region.Code]; doubled || region.Code == "" || len(region.Names) == 0 {
			return Directory{}, broken("区域", "region", region.Code)
		}
		directory.byCode[region.Code] = region
	}
	for _, region := range rows.Regions {
		if _, known := directory.byCode[region.Parent]; known == (region.Level == Province) {
			return Directory{}, broken("区域", "region", region.Code)
		}
	}
	for _, body := range rows.Bodies {
		home, known := directory.byCode[body.Region]
		if _, doubled := directory.byID[body.ID]; doubled || !known || body.ID == "" || len(body.Names) == 0 ||
			body.Kind.provincial() != (home.Level == Province) {
			return Directory{}, broken("机构", "body", body.ID)
		}
		directory.byID[body.ID] = body
	}
	for _, row := range rows.Competences {
		if err := directory.admit(row); err != nil {
			return Directory{}, err
		}
		directory.competences[row.Function] = append(directory.competences[row.Function], row)
	}
	for _, rows := range directory.competences {
		slices.SortStableFunc(rows, func(a, b Competence) int {
			if (a.Region == "") != (b.Region == "") {
				return -strings.Compare(a.Region, b.Region)
			}
			return b.From.Compare(a.From)
		})
	}
	slices.SortFunc(directory.regions, func(a, b Region) int { return cmp.Compare(a.Code, b.Code) })
	slices.SortFunc(directory.bodies, func(a, b Body) int { return cmp.Compare(a.ID, b.ID) })
	return directory, nil
}

// admit checks a competence.
func (d Directory) admit(row Competence) error {
	_, known := d.byCode[row.Region]
	if !row.Function.LiesWith(row.Kind) || row.From.IsZero() || row.Region != "" && !known {
		return broken("职能", "competence", fmt.Sprintf("%s/%s/%s", row.Function, row.Kind, row.Region))
	}
	return nil
}

func (k Kind) provincial() bool { return k == Centre || k == Department }

// Region finds a region by code.
func (d Directory) Region(code string) (Region, error) {
	region, found := d.byCode[code]
	if !found {
		return Region{}, fault.Wrong("", "region", fmt.Sprintf("没有代码为“%.20s”的地区，请从列表中选择。", code),
			fmt.Sprintf("There is no region %.20q; choose one from the list.", code))
	}
	return region, nil
}

// Regions lists all regions by code.
func (d Directory) Regions() []Region { return slices.Clone(d.regions) }

// Cities lists the regions in which enterprises apply: the cities, and districts that file by themselves.
func (d Directory) Cities() []Region {
	return slices.DeleteFunc(d.Regions(), func(r Region) bool { return r.Level == Province })
}

// Body finds a body by its ID.
func (d Directory) Body(id string) (Body, error) {
	body, found := d.byID[id]
	if !found {
		return Body{}, fault.New(fault.NotFound, fmt.Sprintf("没有编号为“%.40s”的机构。", id),
			fmt.Sprintf("There is no body %.40q.", id))
	}
	return body, nil
}

// Bodies lists the bodies of a kind that act on a day, by ID; an empty kind means all. The receipt is
// copied (抄送) to the centre and to every bureau of this list.
func (d Directory) Bodies(kind Kind, on civil.Date) []Body {
	var bodies []Body
	for _, body := range d.bodies {
		if (kind == "" || body.Kind == kind) && body.Acts(on) {
			bodies = append(bodies, body)
		}
	}
	return bodies
}

func broken(zh, en, which string) error {
	return fault.Wrong("", "directory", fmt.Sprintf("机构名录中的%s“%s”有误，请更正后重试。", zh, which),
		fmt.Sprintf("The directory's %s %q is wrong; correct it and try again.", en, which))
}
