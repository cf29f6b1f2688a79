package api

import (
	"encoding/json"
	"path"
	"slices"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/filing"
	"jiangxin/store"
)

// tidings are the types of events that an applicant reads of its case. Of tasks, decisions, acts and papers it
// reads its own, those that took effect, and those that are addressed to it (applicantReader).
var tidings = []casework.EventType{
	casework.Opened, casework.StageEntered, casework.TaskOpened, casework.Decided, casework.TaskVoided, casework.TaskExtended, casework.ActTaken,
	casework.PaperDue, casework.PaperMade, casework.Withdrawn, casework.CaseClosed, filing.ReceiptIssued, filing.CataloguePublished,
}

// disclosed are the keys of an event's data that the applicant reads: codes, rounds and dates. Who acted for a
// body and under which command stays between the bodies.
var disclosed = []string{
	"procedure", "procedureVersion", "policy", "stage", "round", "pause", "id", "dueDays", "dueUnit", "verdict", "body", "kind", "sha256", "size",
	"days", "outcome", "years", "filingNo", "region", "publisher",
}

// applicantReader picks from a case's events what concerns the applicant.
type applicantReader struct {
	enterprise string
	own        map[string]bool // tasks put to the applicant
}

// read gives an event as the applicant reads it, with a reduced body and without its digest; false leaves it
// out. It must see the events in order.
func (r *applicantReader) read(row store.CaseEvent) (Event, bool, error) {
	kind := casework.EventType(row.Type)
	if !slices.Contains(tidings, kind) {
		return Event{}, false, nil
	}
	e, err := row.Event()
	if err != nil {
		return Event{}, false, err
	}
	data := map[string]json.RawMessage{}
	if len(e.Data) > 0 {
		if err := json.Unmarshal(e.Data, &data); err != nil {
			return Event{}, false, err
		}
	}
	if !r.concerned(kind, e, data) {
		return Event{}, false, nil
	}
	for key := range data {
		if !slices.Contains(disclosed, key) {
			delete(data, key)
		}
	}
	told := contract.Event{Seq: e.Seq, At: e.At, Type: e.Type, TaskID: e.TaskID}
	if told.Data, err = json.Marshal(data); err != nil {
		return Event{}, false, err
	}
	body, err := json.Marshal(told)
	return Event{Seq: row.Seq, Type: row.Type, At: row.At.UTC(), Body: RawJSON(body)}, true, err
}

func (r *applicantReader) concerned(kind casework.EventType, e contract.Event, data map[string]json.RawMessage) bool {
	switch kind {
	case casework.TaskOpened:
		if text(data["body"]) == r.enterprise {
			r.own[e.TaskID] = true
		}
		return r.own[e.TaskID]
	case casework.Decided, casework.TaskVoided, casework.TaskExtended:
		return r.own[e.TaskID]
	case casework.ActTaken: // a body that leads the case back says so to another body
		return text(data["verdict"]) != string(casework.Back)
	case casework.PaperDue, casework.PaperMade:
		return applicantPapers[path.Base(text(data["id"]))]
	}
	return true
}

// text reads a JSON string; anything else is empty.
func text(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return ""
	}
	return s
}
