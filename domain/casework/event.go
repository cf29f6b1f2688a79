package casework

// EventType names one kind of fact in the life of a case. It is stored for ever and never renamed.
type EventType string

// PaperKind names a paper (文书) that a procedure makes; it is part of the paper's ID and never renamed.
type PaperKind string

// The events that the desk itself makes, whatever the procedure.
const (
	Opened         EventType = "opened"         // the case began
	StageEntered   EventType = "stageEntered"   // a stage began, first or again
	TaskOpened     EventType = "taskOpened"     // a question is put to somebody
	Decided        EventType = "decided"        // somebody answered
	TaskVoided     EventType = "taskVoided"     // a question fell away unanswered
	TaskReassigned EventType = "taskReassigned" // an operator gave a question to somebody else
	TaskExtended   EventType = "taskExtended"   // a deadline was moved
	ActTaken       EventType = "actTaken"       // an institutional act took effect at its last step
	PaperDue       EventType = "paperDue"       // a paper has to be made
	PaperMade      EventType = "paperMade"      // it is stored, with its digest
	EffectSkipped  EventType = "effectSkipped"  // an operator gave up a side effect
	Withdrawn      EventType = "withdrawn"      // the applicant took the application back
	Reopened       EventType = "reopened"       // an operator led the case back to a stage
	Corrected      EventType = "corrected"      // an operator corrected a fact of the procedure
	CaseClosed     EventType = "caseClosed"     // the case ended, with its outcome
)
