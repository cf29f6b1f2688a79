package region

import (
	"fmt"
	"slices"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
)

// bearers are the kinds of bodies that a function may lie with: only verification and the catalogue may lie with
// either body of a city (DOMAIN section A).
var bearers = map[Function][]Kind{
	Verification: {Bureau, Authority}, Submission: {Bureau}, Catalogue: {Bureau, Authority}, Audit: {Authority},
	Review: {Centre}, Query: {Centre}, Receipt: {Department},
}

// LiesWith says whether a body of the kind may carry out the function.
func (f Function) LiesWith(kind Kind) bool { return slices.Contains(bearers[f], kind) }

// Competent is the body that carries out a function for a region on a day. A region's own row goes
// before the general one, a later row before an earlier one.
func (d Directory) Competent(function Function, region string, on civil.Date) (Body, error) {
	home, err := d.Region(region)
	if err != nil {
		return Body{}, err
	}
	for _, row := range d.competences[function] {
		if (row.Region != "" && row.Region != region) || !on.Within(row.From, row.To) {
			continue
		}
		if body, found := d.bodyOf(row.Kind, home, on); found {
			return body, nil
		}
		break
	}
	name := home.Name(on)
	return Body{}, fault.New(fault.Internal,
		fmt.Sprintf("%s在 %s 没有承担“%s”的机构，请管理员补充机构名录。", name.ZH, on, function),
		fmt.Sprintf("On %s no body of %s is competent for %s; an administrator must complete the directory.", on, name.EN, function))
}

// bodyOf finds the body of a kind for a region: its own, or its province's for provincial kinds.
func (d Directory) bodyOf(kind Kind, home Region, on civil.Date) (Body, bool) {
	code := home.Code
	if kind.provincial() && home.Level != Province {
		code = home.Parent
	}
	for _, body := range d.bodies {
		if body.Kind == kind && body.Region == code && body.Acts(on) {
			return body, true
		}
	}
	return Body{}, false
}

// Delegated says whether the region's bureau has delegated verification to the authority (受委托), which
// then issues its own written opinion and hands over to the bureau.
func (d Directory) Delegated(region string, on civil.Date) bool {
	body, err := d.Competent(Verification, region, on)
	return err == nil && body.Kind == Authority
}

// Duties lists the functions that a body carries out for a region on a day, in the order of the notice.
func (d Directory) Duties(bodyID, region string, on civil.Date) []Function {
	var duties []Function
	for _, function := range Functions() {
		if body, err := d.Competent(function, region, on); err == nil && body.ID == bodyID {
			duties = append(duties, function)
		}
	}
	return duties
}

// Covers says whether a region lies in a body's jurisdiction: its own, or all of the province for a
// provincial body.
func (d Directory) Covers(bodyID, region string) bool {
	body, found := d.byID[bodyID]
	if !found {
		return false
	}
	home, found := d.byCode[region]
	return found && (body.Region == region || body.Kind.provincial() && home.Parent == body.Region)
}
