package filing

import (
	"strconv"
	"strings"

	"jiangxin/domain/casework"
)

// fieldKind is the form of one value of an application.
type fieldKind int

const (
	group    fieldKind = iota // an object
	list                      // entries of the pattern with /* added; limit counts them
	text                      // limit in characters
	number                    // a whole number from 0 to limit
	flag                      // true or false
	choice                    // one of options
	document                  // a DocumentID
	instant                   // an RFC 3339 time
)

// field describes one value: its words for people, its form and its bound. The table of fields is the one
// place that knows them; saving a section, marking differences and naming gaps all read it.
type field struct {
	name    casework.Name
	kind    fieldKind
	limit   int
	options []string
}

// fieldTable has the pattern of every pointer of an Application; * stands for an index.
type fieldTable map[string]field

var fields = describeFields()

func describeFields() fieldTable {
	t := fieldTable{}
	for _, section := range Sections {
		if section != SectionStaff {
			t.add("/"+string(section), section.Name().ZH, section.Name().EN, group, 0)
		}
	}
	t.unit()
	t.organisation()
	t.matrix()
	t.plan()
	t.premises()
	t.rest()
	t.staff()
	return t
}

func (t fieldTable) add(pattern, zh, en string, kind fieldKind, limit int, options ...string) {
	t[pattern] = field{casework.Name{ZH: zh, EN: en}, kind, limit, options}
}

func (t fieldTable) documents(pattern, zh, en string) {
	t.add(pattern, zh, en, list, 100)
	t.add(pattern+"/*", zh, en, document, 0)
}

// pattern turns the indexes of a pointer into *.
func pattern(pointer string) string {
	steps := strings.Split(pointer, "/")
	for i, step := range steps {
		if _, err := strconv.Atoi(step); err == nil {
			steps[i] = "*"
		}
	}
	return strings.Join(steps, "/")
}

// FieldName gives the words of an application's pointer, such as 考点地址 for /premises/sites/0/address;
// nothing for an unknown one.
func FieldName(pointer string) casework.Name { return fields[pattern(pointer)].name }
