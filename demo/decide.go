package demo

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"github.com/google/uuid"

	"jiangxin/demo/cast"
	"jiangxin/demo/client"
	"jiangxin/domain/casework"
	"jiangxin/domain/filing"
)

// Decide answers a task and waits until all that follows is recorded.
func (p *Person) Decide(ctx context.Context, task client.Task, d client.Decision) (client.Settled, error) {
	return p.DecideWithKey(ctx, uuid.NewString(), task, d)
}

// Confirmed adds the password that who signs a receipt enters again, as policy asks (receipt.password).
func Confirmed(task client.Task, d client.Decision) client.Decision {
	if d.Password == "" && filing.Stage(task.Stage) == filing.Receipt && casework.Step(task.Step) == casework.StepSign {
		d.Password = cast.Password
	}
	return d
}

// DecideWithKey is Decide under a key of the caller's: the same key and decision may be sent again.
func (p *Person) DecideWithKey(ctx context.Context, key string, task client.Task, d client.Decision) (client.Settled, error) {
	if d.Version == 0 {
		d.Version = task.Version
	}
	d = Confirmed(task, d)
	r, err := p.API.DecideTaskWithResponse(ctx, task.CaseNo, task.Stage, task.Round, task.Slot, &client.DecideTaskParams{IdempotencyKey: key}, d)
	switch {
	case err != nil:
		return client.Settled{}, fmt.Errorf("%s decides %s %s of %s: %w", p.Login, d.Verdict, task.Id, task.CaseNo, err)
	case r.JSON200 != nil:
		return *r.JSON200, nil
	}
	command, err := p.follow(ctx, r.HTTPResponse.Header.Get("Location"))
	return client.Settled{CommandId: command.Id, Seq: command.Seq, Stage: command.Stage}, err
}

// follow asks for a command under way until it is recorded or refused.
func (p *Person) follow(ctx context.Context, location string) (client.Command, error) {
	until := time.Now().Add(p.world.Patience)
	for {
		command, err := p.command(ctx, location)
		switch {
		case err != nil:
			return command, err
		case command.State == client.CommandStateDone:
			return command, nil
		case command.State == client.CommandStateRefused:
			return command, fmt.Errorf("the command %s was refused: %s: %s", command.Id, command.Refusal.Code, command.Refusal.Message)
		case time.Now().After(until):
			return command, fmt.Errorf("the command %s is still under way after %s", command.Id, p.world.Patience)
		}
		if err := rest(ctx, 4*firstWait); err != nil {
			return command, err
		}
	}
}

func (p *Person) command(ctx context.Context, location string) (client.Command, error) {
	var command client.Command
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, p.world.base+location, http.NoBody)
	if err != nil {
		return command, err
	}
	response, err := p.link.Do(request)
	if err != nil {
		return command, err
	}
	defer func() { _ = response.Body.Close() }()
	return command, json.NewDecoder(response.Body).Decode(&command)
}

// Decision puts a verdict and its sheet into the form that travels.
func Decision(verdict casework.Verdict, sheet any) (client.Decision, error) {
	raw, err := json.Marshal(sheet)
	return client.Decision{Verdict: string(verdict), Sheet: raw}, err
}
