package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"time"

	"gorm.io/gorm"

	"jiangxin/contract"
)

// CaseEvent is one fact of a case as it is kept. Body holds the canonical bytes, so that the chain can be
// checked for ever, whatever becomes of the structs.
type CaseEvent struct {
	CaseNo string `gorm:"primaryKey"`
	Seq    int    `gorm:"primaryKey"`
	Type   string
	At     time.Time
	Body   string
	Digest []byte
}

// TableName is the table of events.
func (CaseEvent) TableName() string { return "case_events" }

// Event reads the fact out of the canonical bytes.
func (e CaseEvent) Event() (contract.Event, error) {
	var out contract.Event
	if err := json.Unmarshal([]byte(e.Body), &out); err != nil {
		return out, fmt.Errorf("read event %s %d: %w", e.CaseNo, e.Seq, err)
	}
	return out, nil
}

// Genesis is the digest before the first event of a case.
func Genesis(caseNo string) []byte {
	sum := sha256.Sum256([]byte("jiangxin case " + caseNo))
	return sum[:]
}

// chain gives the canonical bytes of an event and its digest: SHA-256 over the digest before and the bytes.
func chain(before []byte, e contract.Event) (body string, digest []byte, err error) {
	e.At = e.At.UTC().Truncate(time.Microsecond)
	raw, err := json.Marshal(e)
	if err != nil {
		return "", nil, fmt.Errorf("write event %d: %w", e.Seq, err)
	}
	h := sha256.New()
	h.Write(before)
	h.Write(raw)
	return string(raw), h.Sum(nil), nil
}

// appendEvents adds the events of one batch and returns the new head.
func appendEvents(tx *gorm.DB, c Case, events []contract.Event) ([]byte, error) {
	head := c.Head
	rows := make([]CaseEvent, 0, len(events))
	for _, e := range events {
		body, digest, err := chain(head, e)
		if err != nil {
			return nil, err
		}
		rows = append(rows, CaseEvent{CaseNo: c.CaseNo, Seq: e.Seq, Type: e.Type, At: e.At, Body: body, Digest: digest})
		head = digest
	}
	return head, tx.Create(&rows).Error
}

// Events lists a case's facts in order.
func (s *Store) Events(ctx context.Context, caseNo string) ([]CaseEvent, error) {
	var rows []CaseEvent
	err := s.DB.WithContext(ctx).Where("case_no = ?", caseNo).Order("seq").Find(&rows).Error
	return rows, fail(err, "list the events")
}

// VerifyChain recomputes the chain of a case and says where it breaks; 0 means that it holds.
func (s *Store) VerifyChain(ctx context.Context, caseNo string) (brokenAt int, err error) {
	c, err := s.Case(ctx, caseNo)
	if err != nil {
		return 0, err
	}
	rows, err := s.Events(ctx, caseNo)
	if err != nil {
		return 0, err
	}
	head := Genesis(caseNo)
	for i, row := range rows {
		h := sha256.New()
		h.Write(head)
		h.Write([]byte(row.Body))
		head = h.Sum(nil)
		if row.Seq != i+1 || !bytes.Equal(head, row.Digest) {
			return i + 1, nil
		}
	}
	if len(rows) != c.Seq || !bytes.Equal(head, c.Head) {
		return len(rows) + 1, nil
	}
	return 0, nil
}
