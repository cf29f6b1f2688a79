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

func toEnterprise(b *recording) reader { return reader{Enterprise: b.c.EnterpriseID} }

// letter is a message to be: the reader's language gives the words.
type letter struct {
	To    reader
	Facts MessageFacts
}

// tell leaves a message in the app, in the same transaction as the fact that it tells of.
func tell(b *recording, e contract.Event, to reader, facts MessageFacts) error {
	return tellAll(b, e, []letter{{to, facts}})
}

// tellAll leaves several messages of one fact by one statement.
func tellAll(b *recording, e contract.Event, letters []letter) error {
	rows := make([]Message, 0, len(letters))
	for _, l := range letters {
		row, err := l.message()
		if err != nil {
			return err
		}
		row.CaseNo, row.Seq, row.CreatedAt = b.c.CaseNo, e.Seq, instant(e)
		rows = append(rows, row)
	}
	return b.tx.Create(&rows).Error
}

func (l letter) message() (Message, error) {
	facts, err := json.Marshal(l.Facts)
	if err != nil {
		return Message{}, err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return Message{}, err
	}
	m := Message{ID: id, Kind: l.Facts.kind(), Facts: string(facts)}
	switch {
	case l.To.User != "":
		user, err := uuid.Parse(l.To.User)
		if err != nil {
			return Message{}, err
		}
		m.UserID = &user
	case l.To.Enterprise != uuid.Nil:
		m.EnterpriseID = &l.To.Enterprise
	default:
		m.BodyID = &l.To.Body
	}
	return m, nil
}

// tellOfTask tells those who do not look into a work queue every day: the enterprise and single experts.
func tellOfTask(b *recording, e contract.Event, t contract.Task) error {
	facts := TaskOpened{Task: t.ID, Stage: t.Stage}
	switch {
	case t.Assignee != "":
		return tell(b, e, reader{User: t.Assignee}, facts)
	case t.Role == string(casework.Clerk):
		return tell(b, e, toEnterprise(b), facts)
	}
	return nil
}
