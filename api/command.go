package api

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"jiangxin/contract"
	"jiangxin/dispatch"
	"jiangxin/domain/fault"
	"jiangxin/store"
)

// wish is what a person wants of a case, before it is a durable command.
type wish struct {
	operation string // Update name
	of        store.Case
	taskID    string
	version   int    // of the task; 0 where there is none
	key       string // Idempotency-Key
	request   any    // what the person sent: the same key must always come with the same request
	body      store.DecisionBody
	payload   func(id, digest string) any // what travels to the workflow
}

// progress is how far a command has come: recorded, or under way.
type progress struct {
	command store.Command
	settled contract.Settled
	done    bool
}

// commandID is the identity of a wish: who wants what, under which key of theirs.
func commandID(actor uuid.UUID, operation, key string) (string, error) {
	if len(key) < 8 || len(key) > 200 {
		return "", fault.New(fault.KeyMissing, "请求缺少幂等键（8 至 200 个字符），请刷新页面后重试",
			"The Idempotency-Key (8 to 200 characters) is missing; reload and try again")
	}
	sum := sha256.Sum256([]byte(actor.String() + "\x00" + operation + "\x00" + key))
	return hex.EncodeToString(sum[:]), nil
}

// requestDigest covers where and what: another path or body under the same key is another request.
func requestDigest(caseNo, taskID string, request any) ([]byte, error) {
	raw, err := json.Marshal(request)
	if err != nil {
		return nil, fmt.Errorf("digest the request: %w", err)
	}
	sum := sha256.Sum256([]byte(caseNo + "\x00" + taskID + "\x00" + string(raw)))
	return sum[:], nil
}

// again gives the progress of a wish that was kept before; refused is what stands against it now, and comes
// back when there was no such wish. So a retry of a decision that is recorded gives its result, although
// its task is closed by now.
func (s *Server) again(ctx context.Context, w wish, refused error) (progress, error) {
	id, err := commandID(CallerOf(ctx).ID, w.operation, w.key)
	if err != nil {
		return progress{}, err
	}
	digest, err := requestDigest(w.of.CaseNo, w.taskID, w.request)
	if err != nil {
		return progress{}, err
	}
	known, err := s.store.Command(ctx, id)
	switch {
	case fault.Is(err, fault.NotFound):
		return progress{}, refused
	case err != nil:
		return progress{}, err
	case string(known.Digest) != string(digest):
		return progress{}, keyReused()
	}
	return s.deliver(ctx, w.of.WorkflowID, known)
}

func keyReused() error {
	return fault.New(fault.KeyReused, "该幂等键已用于另一项请求，请刷新页面后重新提交",
		"The Idempotency-Key was used with another request; reload and submit again")
}

// carryOut keeps the wish as a command, in one transaction with the move of its task, and delivers it.
func (s *Server) carryOut(ctx context.Context, w wish) (progress, error) {
	actor := CallerOf(ctx)
	id, err := commandID(actor.ID, w.operation, w.key)
	if err != nil {
		return progress{}, err
	}
	digest, err := requestDigest(w.of.CaseNo, w.taskID, w.request)
	if err != nil {
		return progress{}, err
	}
	body, err := json.Marshal(w.body)
	if err != nil {
		return progress{}, fmt.Errorf("write the command's body: %w", err)
	}
	payload, err := json.Marshal(w.payload(id, hex.EncodeToString(digest)))
	if err != nil {
		return progress{}, fmt.Errorf("write the command's payload: %w", err)
	}
	if len(payload) > contract.CommandLimit {
		return progress{}, fault.New(fault.TooLarge, "所选人员或编号过多，请减少后重试", "Too many people or IDs are named; reduce them and try again")
	}
	now := s.now()
	kept, _, err := s.store.Keep(ctx, store.Command{
		ID: id, Actor: actor.ID, Operation: w.operation, CaseNo: w.of.CaseNo, TaskID: w.taskID, Digest: digest,
		Payload: string(payload), Body: string(body), State: store.CommandSent, Request: RequestOf(ctx), CreatedAt: now, SentAt: now,
	}, w.version)
	if err != nil {
		return progress{}, err
	}
	return s.deliver(ctx, w.of.WorkflowID, kept)
}

// deliver hands a kept command to its workflow and waits a moment. What is not recorded by then is under
// way: the sweeper sees to it.
func (s *Server) deliver(ctx context.Context, workflowID string, c store.Command) (progress, error) {
	p := progress{command: c}
	switch c.State {
	case store.CommandRefused:
		return p, c.Fault()
	case store.CommandDone:
		settled, err := s.dispatcher().Settled(ctx, c)
		p.settled, p.done = settled, err == nil
		return p, err
	}
	wait, cancel := context.WithTimeout(ctx, s.config.DecideWait)
	defer cancel()
	settled, err := s.dispatcher().Send(wait, workflowID, c)
	var f *fault.Error
	switch {
	case err == nil:
		p.settled, p.done = settled, true
		s.count(c, "done")
		return p, nil
	case errors.As(err, &f) && f.Code == fault.Unavailable, errors.Is(err, context.DeadlineExceeded):
		s.log.WarnContext(ctx, "a command is under way", "request_id", RequestOf(ctx), "command", c.ID, "case", c.CaseNo, "cause", err)
		s.count(c, "sent")
		return p, nil
	case errors.As(err, &f) && f.Code == fault.Diverged:
		s.log.ErrorContext(ctx, "a case is open and its workflow is gone", "request_id", RequestOf(ctx), "command", c.ID, "case", c.CaseNo)
	}
	s.count(c, "refused")
	return p, err
}

// count measures how a command was answered.
func (s *Server) count(c store.Command, answer string) {
	s.metrics.commands.WithLabelValues(c.Operation, answer).Inc()
}

func (s *Server) dispatcher() *dispatch.Dispatcher {
	return &dispatch.Dispatcher{Client: s.temporal, Store: s.store}
}

// location is where a command under way can be asked for.
func (p progress) location() string { return "/api/commands/" + p.command.ID }

func (p progress) settledBody() Settled {
	return Settled{CommandId: p.command.ID, Seq: p.settled.Seq, Stage: p.settled.Stage}
}

func (s *Server) commandBody(ctx context.Context, c store.Command) Command {
	out := Command{
		Id: c.ID, Operation: c.Operation, CaseNo: c.CaseNo, TaskId: c.TaskID, State: CommandState(c.State), CreatedAt: c.CreatedAt,
	}
	if c.Seq != nil {
		out.Seq = *c.Seq
	}
	if c.FinishedAt != nil {
		out.FinishedAt = *c.FinishedAt
	}
	var f *fault.Error
	if errors.As(c.Fault(), &f) {
		out.Refusal = WhyNot{Code: string(f.Code), Message: say(ctx, f.Text)}
	}
	return out
}

// GetCommand says how far a command of one's own has come.
func (s *Server) GetCommand(ctx context.Context, in GetCommandRequestObject) (GetCommandResponseObject, error) {
	c, err := s.store.Command(ctx, in.CommandId)
	if err != nil {
		return nil, err
	}
	if c.Actor != CallerOf(ctx).ID {
		return nil, fault.New(fault.NotFound, "没有找到这项指令", "There is no such command")
	}
	out := s.commandBody(ctx, c)
	if c.State == store.CommandDone {
		of, err := s.store.Case(ctx, c.CaseNo)
		if err != nil {
			return nil, err
		}
		out.Stage = of.Stage
	}
	return GetCommand200JSONResponse(out), nil
}
