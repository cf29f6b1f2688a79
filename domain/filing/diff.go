package filing

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"jiangxin/domain/fault"
	"jiangxin/domain/form"
)

// ChangeKind says what became of a value between two snapshots.
type ChangeKind string

// The kinds.
const (
	Changed ChangeKind = "changed" // 修改
	Added   ChangeKind = "added"   // 新增
	Removed ChangeKind = "removed" // 删除
)

// Change is one difference between two submissions. Pointer leads into the new application, or into the
// old one for what was removed; staff rows are /staff/<row>.
type Change struct {
	Pointer string
	Label   fault.Text // where it is, for people
	Kind    ChangeKind
	Old     string // for people; empty with Added
	New     string // for people; empty with Removed
}

// Diff marks exactly what changed between two snapshots. Entries of a list are matched by what they are
// (an occupation by its code, a person by their ID number), so that moving one is no change; documents
// are compared by their content, so that uploading the same file again is none either.
func Diff(before, after []byte) ([]Change, error) {
	from, err := Thaw(before)
	if err != nil {
		return nil, err
	}
	to, err := Thaw(after)
	if err != nil {
		return nil, err
	}
	d := &differ{old: facts(from), new: facts(to)}
	was, is := generic(from.Application), generic(to.Application)
	for _, section := range Sections {
		pointer := "/" + string(section)
		if section == SectionStaff {
			d.list(pointer, pointer, rows(from.Staff), rows(to.Staff))
			continue
		}
		d.value(pointer, pointer, was[string(section)], is[string(section)])
	}
	return d.changes, nil
}

// differ walks two values side by side.
type differ struct {
	old, new map[string]Document // by ID
	changes  []Change
}

func facts(f Frozen) map[string]Document {
	known := map[string]Document{}
	for _, d := range f.Documents {
		known[string(d.ID)] = d
	}
	return known
}

func rows(staff []StaffFact) []any {
	value, _ := form.Any(marshal(staff))
	entries, _ := value.([]any)
	return entries
}

func (d *differ) value(oldAt, newAt string, was, is any) {
	oldMap, oldIs := was.(map[string]any)
	newMap, newIs := is.(map[string]any)
	if oldIs && newIs {
		keys := form.SortedKeys(newMap)
		for _, key := range form.SortedKeys(oldMap) {
			if _, both := newMap[key]; !both {
				keys = append(keys, key)
			}
		}
		for _, key := range keys {
			d.value(oldAt+"/"+form.Escape(key), newAt+"/"+form.Escape(key), oldMap[key], newMap[key])
		}
		return
	}
	if kind := fields[pattern(newAt)].kind; kind == list {
		oldList, _ := was.([]any)
		newList, _ := is.([]any)
		d.list(oldAt, newAt, oldList, newList)
		return
	}
	switch {
	case d.same(newAt, was, is), blank(was) && blank(is):
	case blank(was):
		d.note(newAt, Added, nil, is)
	case blank(is):
		d.note(oldAt, Removed, was, nil)
	default:
		d.note(newAt, Changed, was, is)
	}
}

// list matches the entries of two lists by what they are.
func (d *differ) list(oldAt, newAt string, was, is []any) {
	oldKeys, newKeys := d.keys(oldAt, was, d.old), d.keys(newAt, is, d.new)
	index := map[string]int{}
	for i, key := range oldKeys {
		index[key] = i
	}
	for i, key := range newKeys {
		at := newAt + "/" + strconv.Itoa(i)
		if j, matched := index[key]; matched {
			delete(index, key)
			d.value(oldAt+"/"+strconv.Itoa(j), at, was[j], is[i])
			continue
		}
		d.note(at, Added, nil, is[i])
	}
	for i, key := range oldKeys {
		if _, left := index[key]; left {
			d.note(oldAt+"/"+strconv.Itoa(i), Removed, was[i], nil)
		}
	}
}

// keys says what each entry is; the second of two alike gets a number of its own.
func (d *differ) keys(pointer string, entries []any, known map[string]Document) []string {
	keys, seen := make([]string, len(entries)), map[string]int{}
	for i, entry := range entries {
		key := entryKey(pattern(pointer), entry, known)
		keys[i] = key + "\x00" + strconv.Itoa(seen[key])
		seen[key]++
	}
	return keys
}

// entryNames are the fields that tell the entries of a list apart.
var entryNames = map[string][]string{
	"/unit/skilled":              {"level"},
	"/conditions/items":          {"number"},
	"/occupations/rows":          {"code", "workType"},
	"/occupations/rows/*/levels": {"code"},
	"/plan/numbers":              {"code", "workType", "level"},
	"/premises/sites":            {"name"},
	"/premises/equipment":        {"name", "model"},
	"/materials/items":           {"number"},
	"/staff":                     {"kind", "idDigest"},
}

func entryKey(list string, entry any, known map[string]Document) string {
	object, isObject := entry.(map[string]any)
	if !isObject {
		if id, isText := entry.(string); isText && fields[list+"/*"].kind == document {
			return contentOf(id, known)
		}
		return fmt.Sprint(entry)
	}
	var parts []string
	for _, name := range entryNames[list] {
		parts = append(parts, fmt.Sprint(object[name]))
	}
	return strings.Join(parts, "\x00")
}

// contentOf is what a document is compared by: its digest, or its ID while that is not known.
func contentOf(id string, known map[string]Document) string {
	if d, ok := known[id]; ok {
		return d.SHA256
	}
	return id
}

func (d *differ) same(pointer string, was, is any) bool {
	oldText, oldIs := was.(string)
	newText, newIs := is.(string)
	if oldIs && newIs && fields[pattern(pointer)].kind == document {
		return oldText == newText && oldText == "" || contentOf(oldText, d.old) == contentOf(newText, d.new)
	}
	return oldIs == newIs && fmt.Sprint(was) == fmt.Sprint(is)
}

func (d *differ) note(pointer string, kind ChangeKind, was, is any) {
	d.changes = append(d.changes, Change{
		Pointer: pointer, Label: labelOf(pointer), Kind: kind,
		Old: show(pointer, was, d.old), New: show(pointer, is, d.new),
	})
}

// show writes a value for people: documents by name, an entry as its values, ID digests not at all.
func show(pointer string, value any, known map[string]Document) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		if d, ok := known[v]; ok && fields[pattern(pointer)].kind == document {
			return d.Name
		}
		return v
	case json.Number:
		return v.String()
	case map[string]any:
		var parts []string
		for _, key := range form.SortedKeys(v) {
			if key != "idDigest" && !blank(v[key]) {
				parts = append(parts, show(pointer+"/"+form.Escape(key), v[key], known))
			}
		}
		return strings.Join(parts, "；")
	case []any:
		var parts []string
		for i, entry := range v {
			parts = append(parts, show(pointer+"/"+strconv.Itoa(i), entry, known))
		}
		return strings.Join(parts, "、")
	}
	return fmt.Sprint(value)
}

// labelOf says where a pointer leads: the section, each entry by its number, the field.
func labelOf(pointer string) fault.Text {
	steps := strings.Split(strings.TrimPrefix(pointer, "/"), "/")
	section := Section(steps[0]).Name()
	zh, en := []string{section.ZH}, []string{section.EN}
	for i := 1; i < len(steps); i++ {
		if n, err := strconv.Atoi(steps[i]); err == nil {
			zh, en = append(zh, fmt.Sprintf("第%d项", n+1)), append(en, fmt.Sprintf("no. %d", n+1))
			continue
		}
		if name := FieldName("/" + strings.Join(steps[:i+1], "/")); name.ZH != zh[len(zh)-1] {
			zh, en = append(zh, name.ZH), append(en, name.EN)
		}
	}
	return fault.Text{ZH: strings.Join(zh, " "), EN: strings.Join(en, ", ")}
}
