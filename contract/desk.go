package contract

import "time"

// Task is one question to one audience.
type Task struct {
	ID       string   `json:"id"`    // <stage>/<round>/<slot>
	Stage    string   `json:"stage"` // the stage that asks
	Round    int      `json:"round"`
	Step     string   `json:"step,omitempty"` // handle, review or sign within an institutional act
	Body     string   `json:"body,omitempty"` // body or enterprise whose people may answer
	Role     string   `json:"role"`
	Assignee string   `json:"assignee,omitempty"` // user ID when only this person may answer
	Proxy    string   `json:"proxy,omitempty"`    // body that may enter the answer on behalf (代录)
	Also     []string `json:"also,omitempty"`     // user IDs that may answer besides the audience
	Verdicts []string `json:"verdicts"`
	Targets  []string `json:"targets,omitempty"` // stages that the verdict back may name
	NotBy    []string `json:"notBy,omitempty"`   // user IDs that took earlier steps of the act
	DueDays  int      `json:"dueDays,omitempty"` // days until due; 0 = no deadline
	DueUnit  string   `json:"dueUnit,omitempty"` // DueDay, DueCity, or empty
}

// Units of a deadline; empty means working days from the opening of the task.
const (
	DueDay  = "day"  // calendar days from the opening of the task
	DueCity = "city" // working days of the city's clock, from the start of the case, pauses left out
)

// Decision answers a task. Words and lists stay in the command; only their digest travels.
type Decision struct {
	Command  string   `json:"command"` // ID of the durable command, equal to the Update ID
	Digest   string   `json:"digest"`  // SHA-256 of the command's body
	TaskID   string   `json:"taskId"`
	Verdict  string   `json:"verdict"`
	Target   string   `json:"target,omitempty"` // stage, with the verdict back or rectify
	Actor    string   `json:"actor"`            // user ID
	OnBehalf string   `json:"onBehalf,omitempty"`
	People   []string `json:"people,omitempty"` // user IDs that the decision names; of a panel, the leader first
	Days     int      `json:"days,omitempty"`   // working days that the decision grants
	Again    bool     `json:"again,omitempty"`  // a notice that asks again for what the last one told of
	Request  string   `json:"request,omitempty"`
}

// Operation acts on a case outside its tasks: withdrawal, extension, and what operators do.
type Operation struct {
	Command  string   `json:"command,omitempty"` // empty only for a retry sent by hand
	Digest   string   `json:"digest,omitempty"`
	Actor    string   `json:"actor,omitempty"`
	TaskID   string   `json:"taskId,omitempty"`
	Effect   string   `json:"effect,omitempty"`
	Stage    string   `json:"stage,omitempty"`
	Fact     string   `json:"fact,omitempty"`
	Value    string   `json:"value,omitempty"`
	Body     string   `json:"body,omitempty"`
	Role     string   `json:"role,omitempty"`
	Assignee string   `json:"assignee,omitempty"`
	Days     int      `json:"days,omitempty"`
	People   []string `json:"people,omitempty"`
	Request  string   `json:"request,omitempty"`
}

// Facts of a procedure that an operator corrects; later tasks follow the corrected one.
const (
	FactCompetent = "competent" // body: the one that verifies a filing; the authority of results, revocations and summaries
	FactBureau    = "bureau"    // body that submits a filing to the centre
	FactPublisher = "publisher" // body that publishes the catalogue
	FactPanel     = "panel"     // experts, the leader first
)

// Settled is what an Update returns: the decision and all that followed from it is recorded.
type Settled struct {
	Seq   int    `json:"seq"`   // the event of the decision itself
	Stage string `json:"stage"` // where the case stands now
}

// ActProgress is how far an institutional act has come.
type ActProgress struct {
	Step     int      `json:"step"`     // index of the step that is open
	Decision Decision `json:"decision"` // what the first step proposed
	By       []string `json:"by"`       // who took the steps so far
}

// Effect is a side effect that is owed after its events are recorded.
type Effect struct {
	ID    string    `json:"id"`   // paper ID, or another key that makes it safe to run twice
	Kind  string    `json:"kind"` // name of the activity
	Since time.Time `json:"since"`
	Cause string    `json:"cause,omitempty"` // why it is stuck; empty while it is not
}

// DeskState is what a desk carries into a new run.
type DeskState struct {
	Seq      int                    `json:"seq"`
	Stage    string                 `json:"stage"`
	Rounds   map[string]int         `json:"rounds"`
	Open     map[string]Task        `json:"open"`
	Answered map[string]Decision    `json:"answered"`
	Acts     map[string]ActProgress `json:"acts"`
	Due      map[string]time.Time   `json:"due"`               // of the open tasks, as Record computed them
	Numbers  map[string]string      `json:"numbers,omitempty"` // what Record numbered and dated
	Effects  []Effect               `json:"effects,omitempty"`
	Since    time.Time              `json:"since"` // when the present rest began
	Ended    bool                   `json:"ended,omitempty"`
}
