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

	world   *World
	clerk   *Person
	draft   *Draft
	app     filing.Application
	panel   []string // user IDs, the leader first
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
		return &Case{Enterprise: e, City: city, world: w, clerk: clerk, draft: draft}, nil
	}
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

// Apply fills the draft with the least that is complete, one document standing for all, and submits it.
func (c *Case) Apply(ctx context.Context) error {
	page := exhibit.Page{Title: "备案申请材料", Lines: []string{c.Enterprise.Name, "全部材料合订本"}, Signed: c.Enterprise.Legal}
	file, err := exhibit.PDF("申请材料合订本", page)
	if err != nil {
		return err
	}
	id, err := c.clerk.Upload(ctx, client.Material, "", file)
	if err != nil {
		return err
	}
	c.app = application(c.Enterprise, c.City, func(string) filing.DocumentID { return id }, time.Now())
	for _, part := range c.parts() {
		if err := c.draft.Save(ctx, part.section, part.content); err != nil {
			return err
		}
	}
	if err := c.draft.SaveStaff(ctx, staffOf(c.Enterprise, today())); err != nil {
		return err
	}
	return c.submit(ctx)
}

func (c *Case) submit(ctx context.Context) error {
	submitted, err := c.draft.Submit(ctx)
	c.No = submitted.CaseNo
	return err
}

// part is one section of the application with its content.
type part struct {
	section filing.Section
	content any
}

// parts lists the sections in the order of the form; the staff lists are saved apart.
func (c *Case) parts() []part {
	return []part{
		{filing.SectionUnit, c.app.Unit}, {filing.SectionOrganisation, c.app.Organisation}, {filing.SectionConditions, c.app.Conditions},
		{filing.SectionOccupations, c.app.Occupations}, {filing.SectionPlan, c.app.Plan}, {filing.SectionRules, c.app.Rules},
		{filing.SectionPremises, c.app.Premises}, {filing.SectionFunding, c.app.Funding}, {filing.SectionMaterials, c.app.Materials},
		{filing.SectionPromise, c.app.Promise},
	}
}

// View reads the case as operators see it: they see every case.
func (c *Case) View(ctx context.Context) (client.Case, error) {
	return answer(c.world.As(cast.Operator.Login).API.GetCaseWithResponse(ctx, c.No))
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
	verdict, sheet, err := c.usual(ctx, who, task)
	if err != nil {
		return client.Settled{}, fmt.Errorf("prepare the answer to %s: %w", task.Id, err)
	}
	return c.Say(ctx, who, task, verdict, sheet)
}

// Say answers a task with a verdict and its sheet, and remembers what later answers refer to.
func (c *Case) Say(ctx context.Context, who *Person, task client.Task, verdict casework.Verdict, sheet any) (client.Settled, error) {
	d, err := decision(verdict, sheet)
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
		c.panel = s.People()
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
		return c.clerk, nil
	case task.Assignee.Id != "":
		return c.world.Expert(ctx, c.City.Region, task.Assignee.Id)
	}
	return c.world.Officer(task.Body, task.Role)
}
