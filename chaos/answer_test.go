package chaos_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"jiangxin/demo"
	"jiangxin/demo/cast"
	"jiangxin/demo/client"
	"jiangxin/domain/casework"
	"jiangxin/domain/filing"
)

// file plays a fresh filing of Shenyang to a stage.
func file(t *testing.T, stage filing.Stage) *demo.Case {
	t.Helper()
	c, err := house.patient.File(t.Context(), cast.Shenyang, stage)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// letter is a decision made ready under its key: it can be sent any number of times.
type letter struct {
	from     string // sign-in name
	task     client.Task
	key      string
	decision client.Decision
}

// reply is what the product said to a letter.
type reply struct {
	status  int
	command string
	seq     int
	stage   string
	problem client.Problem
}

// acknowledged says whether the product took the decision: recorded, or kept to be recorded.
func (r reply) acknowledged() bool {
	return r.status == http.StatusOK || r.status == http.StatusAccepted
}

// usual makes the usual answer to a task ready, and has its author signed in, so that only the decision is
// left to be sent.
func usual(t *testing.T, c *demo.Case, task client.Task) letter {
	t.Helper()
	who, err := c.Who(t.Context(), task)
	if err != nil {
		t.Fatal(err)
	}
	verdict, sheet, err := c.Usual(t.Context(), who, task)
	if err != nil {
		t.Fatal(err)
	}
	if panel, chosen := sheet.(*filing.PanelSheet); chosen {
		c.Panel = panel.People()
	}
	return write(t, who.Login, task, verdict, sheet)
}

// write makes any answer ready.
func write(t *testing.T, from string, task client.Task, verdict casework.Verdict, sheet any) letter {
	t.Helper()
	raw, err := json.Marshal(sheet)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := house.hasty.As(from).Session(t.Context()); err != nil {
		t.Fatal(err)
	}
	return letter{from: from, task: task, key: uuid.NewString(),
		decision: demo.Confirmed(task, client.Decision{Verdict: string(verdict), Version: task.Version, Sheet: raw})}
}

// send sends the letter as it is; the error is that of a connection which broke.
func (l letter) send(ctx context.Context) (reply, error) { return l.sendIn(ctx, house.hasty) }

// sendIn sends the letter in a world: the patient one tries again, with the same key, while a server is down.
func (l letter) sendIn(ctx context.Context, world *demo.World) (reply, error) {
	r, err := world.As(l.from).API.DecideTaskWithResponse(ctx, l.task.CaseNo, l.task.Stage, l.task.Round, l.task.Slot,
		&client.DecideTaskParams{IdempotencyKey: l.key}, l.decision)
	problem, refused := demo.ProblemOf(err)
	switch {
	case refused:
		return reply{status: problem.Status, problem: problem}, nil
	case err != nil:
		return reply{}, err
	case r.JSON200 != nil:
		return reply{status: http.StatusOK, command: r.JSON200.CommandId, seq: r.JSON200.Seq, stage: r.JSON200.Stage}, nil
	case r.JSON202 != nil:
		return reply{status: http.StatusAccepted, command: r.JSON202.Id}, nil
	}
	return reply{}, errors.New("the product answered " + r.Status())
}

// must sends the letter and insists on one status.
func (l letter) must(t *testing.T, status int) reply {
	t.Helper()
	r, err := l.send(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if r.status != status {
		t.Fatalf("%s on %s of %s: %d %s %s, want %d", l.decision.Verdict, l.task.Id, l.task.CaseNo, r.status, r.problem.Code, r.problem.Detail, status)
	}
	return r
}

// next gives the open task of a case that has one.
func next(t *testing.T, c *demo.Case) client.Task {
	t.Helper()
	task, err := c.Next(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return task
}

// open lists the tasks of a case that somebody may answer, once there are so many.
func open(t *testing.T, c *demo.Case, atLeast int) []client.Task {
	t.Helper()
	var tasks []client.Task
	eventually(t, 30*time.Second, "there are enough open tasks", func() bool {
		view, err := c.View(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		tasks = slices.DeleteFunc(view.OpenTasks, func(task client.Task) bool { return task.State != client.TaskStateOpen })
		return len(tasks) >= atLeast
	})
	return tasks
}

// helped asks the problem document for a sentence in which a person learns what to do.
func helped(t *testing.T, r reply) {
	t.Helper()
	if len([]rune(r.problem.Detail)) < 10 || r.problem.RequestId == "" {
		t.Errorf("the problem helps nobody: %+v", r.problem)
	}
}

// withdraw takes an application back.
func withdraw(t *testing.T, login, caseNo string) {
	t.Helper()
	r, err := house.hasty.As(login).API.WithdrawCaseWithResponse(t.Context(), caseNo, &client.WithdrawCaseParams{IdempotencyKey: uuid.NewString()},
		client.Reading{Reason: "暂不申请"})
	if err != nil {
		t.Fatal(err)
	}
	if r.JSON200 == nil && r.JSON202 == nil {
		t.Errorf("the withdrawal is answered %s", r.Status())
	}
}
