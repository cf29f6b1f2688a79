package demo

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"jiangxin/demo/client"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
)

// Draft is an application that a clerk is filling in.
type Draft struct {
	ID      uuid.UUID
	Version int
	clerk   *Person
}

// errTaken says that the enterprise has handed in its one application already.
var errTaken = errors.New("this enterprise has an application already")

// Draft opens the enterprise's draft, or begins one. errTaken comes back where one was submitted.
func (p *Person) Draft(ctx context.Context) (*Draft, error) {
	list, err := Answer(p.API.ListApplicationsWithResponse(ctx, &client.ListApplicationsParams{Limit: 20}))
	if err != nil {
		return nil, fmt.Errorf("list the applications: %w", err)
	}
	if len(list.Items) > 0 {
		newest := list.Items[0]
		if newest.State != client.ApplicationSummaryStateDraft {
			return nil, errTaken
		}
		id, err := uuid.Parse(newest.Id)
		return &Draft{ID: id, Version: newest.Version, clerk: p}, err
	}
	made, err := p.API.CreateApplicationWithResponse(ctx, client.NewApplication{Kind: client.Initial})
	if err != nil {
		return nil, fmt.Errorf("begin an application: %w", err)
	}
	if made.JSON201 == nil {
		return nil, fmt.Errorf("begin an application: %s", made.Status())
	}
	id, err := uuid.Parse(made.JSON201.Id)
	return &Draft{ID: id, Version: made.JSON201.Version, clerk: p}, err
}

// Save keeps one section.
func (d *Draft) Save(ctx context.Context, section filing.Section, content any) error {
	raw, err := json.Marshal(content)
	if err != nil {
		return err
	}
	err = d.edit(ctx, func() (client.Saved, error) {
		return Answer(d.clerk.API.SaveSectionWithResponse(ctx, d.ID, client.SectionCode(section),
			client.SectionEdit{Version: d.Version, Content: raw}))
	})
	if err != nil {
		return fmt.Errorf("save the section %s: %w", section, err)
	}
	return nil
}

// SaveStaff replaces the staff lists.
func (d *Draft) SaveStaff(ctx context.Context, rows []filing.Staff) error {
	edit := client.StaffEdit{}
	for _, row := range rows {
		edit.Rows = append(edit.Rows, client.StaffRow{
			Kind: client.StaffRowKind(row.Kind), Name: row.Name, IdNumber: row.IDNumber, Position: row.Position, Title: row.Title,
			Occupation: row.Occupation, Level: row.Level, CardNo: row.CardNo, ValidThrough: row.ValidThrough,
			Employment: client.StaffRowEmployment(row.Employment),
		})
	}
	err := d.edit(ctx, func() (client.Saved, error) {
		edit.Version = d.Version
		return Answer(d.clerk.API.ReplaceStaffWithResponse(ctx, d.ID, edit))
	})
	if err != nil {
		return fmt.Errorf("save the staff lists: %w", err)
	}
	return nil
}

// edit saves with the newest version. A stale one means that a try whose answer was lost did save: only this
// clerk edits here, so it is saved once more on top.
func (d *Draft) edit(ctx context.Context, save func() (client.Saved, error)) error {
	saved, err := save()
	if refused(err, string(fault.Stale)) {
		now, failed := Answer(d.clerk.API.GetApplicationWithResponse(ctx, d.ID))
		if failed != nil {
			return failed
		}
		d.Version = now.Version
		saved, err = save()
	}
	if err == nil {
		d.Version = saved.Version
	}
	return err
}

// Gaps lists what is missing or wrong.
func (d *Draft) Gaps(ctx context.Context) ([]client.FieldProblem, error) {
	list, err := Answer(d.clerk.API.CheckApplicationWithResponse(ctx, d.ID))
	return list.Items, err
}

// Submit hands the application in and waits until its case stands.
func (d *Draft) Submit(ctx context.Context) (client.Submitted, error) {
	return d.SubmitWithKey(ctx, uuid.NewString())
}

// SubmitWithKey is Submit under a key of the caller's.
func (d *Draft) SubmitWithKey(ctx context.Context, key string) (client.Submitted, error) {
	r, err := d.clerk.API.SubmitApplicationWithResponse(ctx, d.ID, &client.SubmitApplicationParams{IdempotencyKey: key}, client.Version{Version: d.Version})
	switch {
	case err != nil:
		return client.Submitted{}, fmt.Errorf("submit: %w", err)
	case r.JSON200 != nil:
		return *r.JSON200, nil
	}
	command, err := d.clerk.follow(ctx, r.HTTPResponse.Header.Get("Location"))
	return client.Submitted{CaseNo: command.CaseNo, CommandId: command.Id, Seq: command.Seq, Stage: command.Stage}, err
}
