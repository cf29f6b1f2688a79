// Package casework holds the words that every case shares, whatever its procedure: tasks and their
// IDs, roles, verdicts, the steps of an institutional act, and the events of a case.
package casework

import (
	"strconv"
	"strings"

	"jiangxin/domain/fault"
)

// TaskID names one question of a case: <stage>/<round>/<slot>. It is never used twice.
type TaskID struct {
	Stage string // the stage that asks
	Round int    // 1 when the stage is entered first, one more at every return
	Slot  string // which of the questions that are open side by side, or the step of an act
}

// String gives the form that travels and is stored, such as acceptance/1/1.
func (id TaskID) String() string {
	return id.Stage + "/" + strconv.Itoa(id.Round) + "/" + id.Slot
}

// ParseTaskID reads what String wrote.
func ParseTaskID(s string) (TaskID, error) {
	parts := strings.Split(s, "/")
	wrong := fault.Wrong("/taskId", "task_id", "任务编号格式不对，请从任务列表重新打开", "The task ID is malformed; open the task from the list again")
	if len(parts) != 3 || parts[0] == "" || parts[2] == "" {
		return TaskID{}, wrong
	}
	round, err := strconv.Atoi(parts[1])
	if err != nil || round < 1 || strconv.Itoa(round) != parts[1] {
		return TaskID{}, wrong
	}
	return TaskID{Stage: parts[0], Round: round, Slot: parts[2]}, nil
}

// Role is what a person does for their body; the body itself gives the jurisdiction.
type Role string

// The roles.
const (
	Clerk    Role = "clerk"    // 企业经办人: files and answers for the enterprise
	Handler  Role = "handler"  // 经办: prepares a decision of a body
	Reviewer Role = "reviewer" // 审核: the second step of a decision
	Signer   Role = "signer"   // 签发: the last step; the decision holds from here
	Expert   Role = "expert"   // 专家: sits on a panel
	Operator Role = "operator" // 运维: frees stuck cases; decides nothing of substance
)

var roleNames = map[Role]Name{
	Clerk:    {"企业经办人", "enterprise clerk"},
	Handler:  {"经办", "handler"},
	Reviewer: {"审核", "reviewer"},
	Signer:   {"签发", "signer"},
	Expert:   {"专家", "expert"},
	Operator: {"运维", "operator"},
}

// Name gives the role's words; an unknown code gives itself.
func (r Role) Name() Name {
	if n, ok := roleNames[r]; ok {
		return n
	}
	return Name{string(r), string(r)}
}

// Step is one inner step of an institutional act (DESIGN section 2: 经办 → 审核 → 签发).
type Step string

// The steps in their order; policy says which of them a decision passes.
const (
	StepHandle Step = "handle" // 经办
	StepReview Step = "review" // 审核
	StepSign   Step = "sign"   // 签发
)

// Later says whether the step agrees with what an earlier one decided, or sends it back.
func (s Step) Later() bool { return s == StepReview || s == StepSign }

// Role says who takes the step.
func (s Step) Role() Role {
	switch s {
	case StepReview:
		return Reviewer
	case StepSign:
		return Signer
	default:
		return Handler
	}
}

// Audience says who may answer a task: one person, or anyone of a role in a body.
type Audience struct {
	Body     string // body or enterprise ID
	Role     Role
	Assignee string // user ID when only this person may answer
	Proxy    string // body whose officers may enter the answer on behalf (代录) with the signed sheet
}
