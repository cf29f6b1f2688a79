package occupation

import (
	"slices"
	"strings"

	"jiangxin/domain/civil"
)

// ChangeKind says what happened to an occupation.
type ChangeKind string

// The kinds of changes. Every one but Added touches filings: new batches stop from that day, and a
// person decides; issued certificates keep their names.
const (
	Added    ChangeKind = "added"
	Removed  ChangeKind = "removed"
	Recoded  ChangeKind = "recoded"
	Renamed  ChangeKind = "renamed"
	Altered  ChangeKind = "altered"  // work types, marks or class changed under the same name
	Licensed ChangeKind = "licensed" // 转为准入类, wholly or for one work type
	Freed    ChangeKind = "freed"    // no longer licensed
)

// Change is one event in the life of an occupation.
type Change struct {
	Code     string
	WorkType string // set where only one work type is touched
	Kind     ChangeKind
	On       civil.Date // first day of the new state
	OldName  string
	NewName  string
	NewCode  string // of a recoded occupation
	Basis    string // document, where one is on record
}

// Changes lists what changed after from, up to and with to: by day, then by code.
func (c Catalogue) Changes(from, to civil.Date) []Change {
	var changes []Change
	for _, places := range c.byCode {
		for order, i := range places {
			row := c.rows[i]
			follows := order > 0 && c.rows[i-1].To.AddDays(1) == row.From
			if inside(row.From, from, to) {
				change := Change{Code: row.Code, Kind: Added, On: row.From, NewName: row.Name, Basis: row.Addition}
				if follows {
					change.Kind, change.OldName = Altered, c.rows[i-1].Name
					if change.OldName != row.Name {
						change.Kind = Renamed
					}
				}
				changes = append(changes, change)
			}
			ended := row.To.AddDays(1)
			last := order == len(places)-1 || c.rows[i+1].From != ended
			if last && inside(ended, from, to) {
				change := Change{Code: row.Code, Kind: Removed, On: ended, OldName: row.Name}
				if row.Successor != "" {
					change.Kind, change.NewCode = Recoded, row.Successor
				}
				changes = append(changes, change)
			}
		}
	}
	return inOrder(changes)
}

// Changes lists which occupations began or ceased to be licensed after from, up to and with to.
func (r Rules) Changes(from, to civil.Date) []Change {
	var changes []Change
	for _, rules := range r.byCode {
		for _, rule := range rules {
			if rule.Verdict != Forbid {
				continue
			}
			change := Change{Code: rule.Code, WorkType: rule.WorkType, Basis: rule.Basis}
			if inside(rule.From, from, to) {
				change.Kind, change.On = Licensed, rule.From
				changes = append(changes, change)
			}
			if ended := rule.To.AddDays(1); inside(ended, from, to) {
				change.Kind, change.On = Freed, ended
				changes = append(changes, change)
			}
		}
	}
	return inOrder(changes)
}

func inside(day, from, to civil.Date) bool {
	return !day.IsZero() && day.After(from) && !day.After(to)
}

func inOrder(changes []Change) []Change {
	slices.SortStableFunc(changes, func(a, b Change) int {
		if order := a.On.Compare(b.On); order != 0 {
			return order
		}
		return strings.Compare(a.Code+a.WorkType+string(a.Kind), b.Code+b.WorkType+string(b.Kind))
	})
	return changes
}
