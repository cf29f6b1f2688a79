// Package contract holds what travels through Temporal: names of workflows, Updates and activities,
// ID builders and payloads. Histories live for three years and longer, so a payload is never a domain
// struct, a JSON tag is never renamed, and a field is only ever added, with a zero value that means
// what was true before it existed. Free text and personal data never travel (DESIGN sections 2 and 4).
package contract

// TaskQueue is the queue that all workers of the product poll.
const TaskQueue = "jiangxin"

// Names of the workflow types.
const (
	FilingWorkflow = "Filing"
	TenureWorkflow = "Tenure"

	CertificationWorkflow = "Certification"
	RevocationWorkflow    = "Revocation"
	SummaryWorkflow       = "MonthlySummary"
	MonthEndWorkflow      = "MonthEnd"
)

// Names of the Updates. Decide is a person's answer to a task; the others act on the case as a whole.
const (
	UpdateDecide   = "decide"
	UpdateWithdraw = "withdraw" // by the applicant
	UpdateExtend   = "extend"   // a deadline
	UpdateCorrect  = "correct"  // a fact of the procedure
	UpdateReassign = "reassign" // a task
	UpdateReopen   = "reopen"   // an earlier stage
	UpdateRetry    = "retry"    // whatever is stuck, at once
	UpdateSkip     = "skip"     // give up a stuck side effect
)

// Names of the activities.
const (
	ActivityRecord      = "Record"
	ActivityRenderPaper = "RenderPaper"
	ActivityStartTenure = "StartTenure"

	ActivityMakeCertificates = "MakeCertificates" // works on until all certificates of the case are made
	ActivityOpenMonth        = "OpenMonth"
)

// Search attributes, all readable without a worker and none of them personal data.
const (
	AttrStage      = "Stage"
	AttrCity       = "City"
	AttrWaitingFor = "WaitingFor"
	AttrDueAt      = "DueAt"
	AttrSeq        = "Seq"
	AttrStuck      = "Stuck"
)

// Types of the application errors that cross Temporal.
const (
	ErrTaskClosed     = "task_closed"     // no open task with that ID
	ErrVerdictUnknown = "verdict_unknown" // the task does not offer this verdict or target
	ErrSamePerson     = "same_person"     // took an earlier step of the same act
	ErrNotAllowedNow  = "not_allowed_now" // the operation fits no present state
	ErrTooLarge       = "too_large"       // the payload is above CommandLimit
	ErrDiverged       = "diverged"        // Record found another batch under the same numbers
	ErrGap            = "gap"             // Record found events missing before the batch
	ErrPermanent      = "permanent"       // an effect that no retry can mend
)

// CommandLimit is the most a decision may weigh on its way through Temporal, in bytes of JSON.
const CommandLimit = 16 << 10
