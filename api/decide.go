package api

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/fault"
	"jiangxin/store"
)

// DecideTask answers a task: check, keep as a command, deliver, and wait until all that follows is recorded.
func (s *Server) DecideTask(ctx context.Context, in DecideTaskRequestObject) (DecideTaskResponseObject, error) {
	id := casework.TaskID{Stage: in.Stage, Round: in.Round, Slot: in.Slot}
	of, err := s.store.Case(ctx, in.CaseNo)
	if err != nil {
		return nil, err
	}
	task, err := s.store.Task(ctx, in.CaseNo, id)
	if err != nil {
		return nil, err
	}
	behalf := in.Body.OnBehalf
	caller := CallerOf(ctx)
	if err := mayAnswer(caller, task, behalf.User); err != nil {
		return nil, err
	}
	w := wish{
		operation: contract.UpdateDecide, of: of, taskID: task.ID, version: in.Body.Version,
		key: in.Params.IdempotencyKey, request: withoutPassword(*in.Body),
	}
	if err = s.tooLate(ctx, of, task); err == nil {
		w.body, w.payload, err = s.decision(ctx, of, task, *in.Body)
	}
	var p progress
	if err != nil {
		p, err = s.again(ctx, w, err)
	} else {
		p, err = s.carryOut(ctx, w)
	}
	if err != nil {
		return nil, err
	}
	if !p.done {
		return DecideTask202JSONResponse{Body: s.commandBody(ctx, p.command), Headers: DecideTask202ResponseHeaders{Location: p.location()}}, nil
	}
	return DecideTask200JSONResponse(p.settledBody()), nil
}

// tooLate says that somebody decided first, or that the case is finished, before anything is found wrong with
// what was sent.
func (s *Server) tooLate(ctx context.Context, of store.Case, t store.Task) error {
	caller := CallerOf(ctx)
	if t.State != store.TaskDone {
		if err := stillOpen(of); err != nil {
			return err
		}
	}
	return s.store.WhoWasFirst(ctx, t, caller.ID)
}

// withoutPassword keeps a repeated password out of every digest and store.
func withoutPassword(d Decision) Decision {
	d.Password = ""
	return d
}

// mayAnswer says whether the caller may answer the task: as its audience, or, for a person who does not sign
// in, as an officer of the body that may enter the answer (代录).
func mayAnswer(caller Caller, t store.Task, behalf uuid.UUID) error {
	allowed := caller.isAudience(t)
	if behalf != uuid.Nil {
		allowed = caller.isProxy(t) && t.Assignee != nil && *t.Assignee == behalf
	}
	if !allowed {
		return hidden()
	}
	if slices.Contains(t.NotBy, caller.ID.String()) {
		return fault.New(fault.Forbidden, "您已办理过本决定的前一步，须由另一人办理", "You took an earlier step of this decision; somebody else must take this one")
	}
	return nil
}

// judged is what a procedure makes of a decision: what is kept of it, and the little that steers the case.
type judged struct {
	body   store.DecisionBody
	people []string // that the decision names
	days   int      // that it grants
	again  bool     // a notice asks again for what the last one told of
}

// judges check a decision by the rules of its case's procedure, and say every wrong field at once.
var judges = map[string]func(*Server, context.Context, store.Case, store.Task, Decision) (judged, error){
	contract.FilingWorkflow:        (*Server).judgeFiling,
	contract.CertificationWorkflow: (*Server).judgeCertification,
	contract.RevocationWorkflow:    (*Server).judgeCertification,
	contract.SummaryWorkflow:       (*Server).judgeCertification,
}

// decision checks what the person decided and says what is kept and what travels.
func (s *Server) decision(ctx context.Context, of store.Case, t store.Task, d Decision) (store.DecisionBody, func(id, digest string) any, error) {
	judge, known := judges[of.Procedure]
	if !known {
		return store.DecisionBody{}, nil, hidden() // such a case asks nobody
	}
	j, err := judge(s, ctx, of, t, d)
	if err != nil {
		return j.body, nil, err
	}
	actor, request := CallerOf(ctx).ID.String(), RequestOf(ctx)
	return j.body, func(id, digest string) any {
		return contract.Decision{
			Command: id, Digest: digest, TaskID: t.ID, Verdict: d.Verdict, Target: j.body.Target, Actor: actor,
			OnBehalf: j.body.OnBehalf, People: j.people, Days: j.days, Again: j.again, Request: request,
		}
	}, nil
}

// confirmPassword asks for the signed-in person's password once more, where an act rests on it.
func (s *Server) confirmPassword(ctx context.Context, id uuid.UUID, password string) error {
	user, err := s.store.User(ctx, id)
	if err != nil {
		return err
	}
	if err := s.claimAttempt(ctx, id); err != nil {
		return err
	}
	same, err := s.passwords.Verify(ctx, user.PasswordHash, password)
	if err != nil {
		return err
	}
	if !same {
		return fault.Wrong("/password", "password", "密码不正确，请重新输入", "The password is wrong; enter it again")
	}
	return s.forgetAttempts(ctx, id)
}
