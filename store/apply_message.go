package store

import (
	"encoding/json"

	"github.com/google/uuid"

	"jiangxin/contract"
	"jiangxin/domain/casework"
)

// reader is to whom a message goes: exactly one of the three.
type reader struct {
	User       string
	Enterprise uuid.UUID
	Body       string
}

func toEnterprise(b *batch) reader { return reader{Enterprise: b.c.EnterpriseID} }

// tell leaves a message in the app, in the same transaction as the fact that it tells of. The reader's
// language gives the words; facts are codes, numbers and dates.
func tell(b *batch, e contract.Event, to reader, kind string, facts map[string]string) error {
	raw, err := json.Marshal(facts)
	if err != nil {
		return err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return err
	}
	var enterprise any
	if to.Enterprise != uuid.Nil {
		enterprise = to.Enterprise
	}
	return b.tx.Exec(`INSERT INTO messages (id, user_id, enterprise_id, body_id, case_no, seq, kind, facts, created_at)
		VALUES (?, NULLIF(?, '')::uuid, ?, NULLIF(?, ''), ?, ?, ?, ?, ?)`,
		id, to.User, enterprise, to.Body, b.c.CaseNo, e.Seq, kind, string(raw), instant(e)).Error
}

// tellOfTask tells those who do not look into a work queue every day: the enterprise and single experts.
func tellOfTask(b *batch, e contract.Event, t contract.Task) error {
	facts := map[string]string{"task": t.ID, "stage": t.Stage}
	switch {
	case t.Assignee != "":
		return tell(b, e, reader{User: t.Assignee}, "taskOpened", facts)
	case t.Role == string(casework.Clerk):
		return tell(b, e, toEnterprise(b), "taskOpened", facts)
	}
	return nil
}
