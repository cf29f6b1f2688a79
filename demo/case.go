package demo

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"jiangxin/demo/cast"
	"jiangxin/demo/client"
	"jiangxin/demo/exhibit"
	"jiangxin/domain/casework"
	"jiangxin/domain/filing"
)

// Case is one filing that is being played. It remembers what was said, because later answers refer to it; so
// one case is driven from one place at a time, while different cases may be driven side by side.
type Case struct {
	No         string
	Enterprise cast.Enterprise
	City       cast.City

	Clerk   *Person
	Draft   *Draft
	Content filing.Application // what was applied for
	Panel   []string           // user IDs, the leader first

	world   *World
	defects []filing.Defect
	points  []filing.Point
}

// Enterprise takes the next enterprise of a city that has not applied yet, and opens its draft.
func (w *World) Enterprise(ctx context.Context, city cast.City) (*Case, error) {
	for {
		w.mu.Lock()
		w.taken[city.Region]++
		e := cast.EnterpriseOf(city, w.taken[city.Region])
		w.mu.Unlock()
		if known, err := w.listed(ctx, e); known || err != nil {
			if err != nil {
				return nil, err
			}
			continue
		}
		clerk := w.As(e.Clerk.Login)
		draft, err := clerk.Draft(ctx)
		switch {
		case errors.Is(err, errTaken):
			continue
		case refused(err, "bad_credentials"):
			return nil, fmt.Errorf("every demonstration enterprise of %s has applied, or none was seeded: seed more of them (%s is not there)", city.Name, e.Clerk.Login)
		case err != nil:
			return nil, err
		}
		return &Case{Enterprise: e, City: city, world: w, Clerk: clerk, Draft: draft}, nil
	}
}

// listed says whether an enterprise stands in the public catalogue: asking that is cheaper than signing in.
func (w *World) listed(ctx context.Context, e cast.Enterprise) (bool, error) {
	list, err := Answer(w.Anybody().API.ListInstitutionsWithResponse(ctx, &client.ListInstitutionsParams{Q: e.CreditCode}))
	return len(list.Items) > 0, err
}

// File plays a filing of a fresh enterprise until the case rests at a stage. filing.Finished plays it to its end.
func (w *World) File(ctx context.Context, city cast.City, upTo filing.Stage) (*Case, error) {
	c, err := w.Enterprise(ctx, city)
	if err != nil {
		return nil, err
	}
	if err := c.Apply(ctx); err != nil {
		return c, err
	}
	return c, c.PlayTo(ctx, upTo)
}

// Apply fills the draft with the least that is complete, one document standing for all and one for all that is
// made public, and submits it.
func (c *Case) Apply(ctx context.Context) error {
	page := exhibit.Page{Title: "备案申请材料", Lines: []string{c.Enterprise.Name, "全部材料合订本"}, Signed: c.Enterprise.Legal}
	file, err := exhibit.PDF("申请材料合订本", page)
	if err != nil {
		return err
	}
	id, err := c.Clerk.Upload(ctx, client.Material, "", file)
	if err != nil {
		return err
	}
	if file, err = exhibit.PDF("管理办法（公开版）", exhibit.Page{Title: "管理办法", Lines: []string{c.Enterprise.Name, "第一条　本办法依据辽人社〔2020〕22号制定。"}}); err != nil {
		return err
	}
	public, err := c.Clerk.Upload(ctx, client.Rule, "", file)
	if err != nil {
		return err
	}
	c.Content = Compose(c.Enterprise, c.City, func(p Purpose) filing.DocumentID {
		if p.IsPublic() {
			return public
		}
		return id
	}, time.Now())
	for _, part := range c.Parts() {
		if err := c.Draft.Save(ctx, part.Section, part.Content); err != nil {
			return err
		}
	}
	if err := c.Draft.SaveStaff(ctx, StaffOf(c.Enterprise, today())); err != nil {
		return err
	}
	return c.Submit(ctx)
}

// Submit hands the draft in.
func (c *Case) Submit(ctx context.Context) error {
	submitted, err := c.Draft.Submit(ctx)
	c.No = submitted.CaseNo
	return err
}

// Part is one section of the application with its content.
type Part struct {
	Section filing.Section
	Content any
}

// Parts lists the sections in the order of the form; the staff lists are saved apart.
func (c *Case) Parts() []Part {
	return []Part{
		{filing.SectionUnit, c.Content.Unit}, {filing.SectionOrganisation, c.Content.Organisation}, {filing.SectionConditions, c.Content.Conditions},
		{filing.SectionOccupations, c.Content.Occupations}, {filing.SectionPlan, c.Content.Plan}, {filing.SectionRules, c.Content.Rules},
		{filing.SectionPremises, c.Content.Premises}, {filing.SectionFunding, c.Content.Funding}, {filing.SectionMaterials, c.Content.Materials},
		{filing.SectionPromise, c.Content.Promise},
	}
}

// View reads the case as operators see it: they see every case.
func (c *Case) View(ctx context.Context) (client.Case, error) {
	return Answer(c.world.As(cast.Operator.Login).API.GetCaseWithResponse(ctx, c.No))
}

// ErrFinished says that the case has come to its end.
var ErrFinished = errors.New("the case is finished")

// Next gives the first open task, and waits while an answer is on its way.
func (c *Case) Next(ctx context.Context) (client.Task, error) {
	until := time.Now().Add(c.world.Patience)
	for {
		view, err := c.View(ctx)
		if err != nil {
			return client.Task{}, err
		}
		if view.Outcome != "" {
			return client.Task{}, ErrFinished
		}
		open := slices.IndexFunc(view.OpenTasks, func(t client.Task) bool { return t.State == client.TaskStateOpen })
		if open >= 0 {
			return view.OpenTasks[open], nil
		}
		if time.Now().After(until) {
			return client.Task{}, fmt.Errorf("case %s at %s has had no open task for %s", c.No, view.Stage, c.world.Patience)
		}
		if err := rest(ctx, 2*firstWait); err != nil {
			return client.Task{}, err
		}
	}
}

// Step answers the next open task as it is usually answered, and gives that task. ErrFinished ends a case.
func (c *Case) Step(ctx context.Context) (client.Task, error) {
	task, err := c.Next(ctx)
	if err != nil {
		return task, err
	}
	_, err = c.Answer(ctx, task)
	return task, err
}

// PlayTo steps until the case rests at a stage; with filing.Finished, to its end.
func (c *Case) PlayTo(ctx context.Context, stage filing.Stage) error {
	for {
		task, err := c.Next(ctx)
		switch {
		case errors.Is(err, ErrFinished) && stage == filing.Finished:
			return nil
		case errors.Is(err, ErrFinished):
			return fmt.Errorf("case %s ended before %s: %w", c.No, stage, err)
		case err != nil:
			return err
		case task.Stage == string(stage):
			return nil
		}
		if _, err := c.Answer(ctx, task); err != nil {
			return err
		}
	}
}

// Answer answers a task as it is usually answered, by the person whose task it is.
func (c *Case) Answer(ctx context.Context, task client.Task) (client.Settled, error) {
	who, err := c.Who(ctx, task)
	if err != nil {
		return client.Settled{}, err
	}
	verdict, sheet, err := c.Usual(ctx, who, task)
	if err != nil {
		return client.Settled{}, fmt.Errorf("prepare the answer to %s: %w", task.Id, err)
	}
	return c.Say(ctx, who, task, verdict, sheet)
}

// Say answers a task with a verdict and its sheet, and remembers what later answers refer to.
func (c *Case) Say(ctx context.Context, who *Person, task client.Task, verdict casework.Verdict, sheet any) (client.Settled, error) {
	d, err := Decision(verdict, sheet)
	if err != nil {
		return client.Settled{}, err
	}
	settled, err := who.Decide(ctx, task, d)
	if err == nil {
		c.remember(verdict, sheet)
	}
	return settled, err
}

func (c *Case) remember(verdict casework.Verdict, sheet any) {
	switch s := sheet.(type) {
	case *filing.AcceptanceSheet:
		if verdict == casework.Return {
			c.defects = s.Defects()
		}
	case *filing.PanelSheet:
		c.Panel = s.People()
	case *filing.VerificationSheet:
		if verdict == casework.Rectify {
			c.points = s.Points
		}
	}
}

// Who gives the person whose task it is.
func (c *Case) Who(ctx context.Context, task client.Task) (*Person, error) {
	switch {
	case task.Role == string(casework.Clerk):
		return c.Clerk, nil
	case task.Assignee.Id != "":
		return c.world.Expert(ctx, c.City.Region, task.Assignee.Id)
	}
	return c.world.Officer(task.Body, task.Role)
}
