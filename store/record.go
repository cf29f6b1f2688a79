package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"gorm.io/gorm"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/fault"
)

// Record writes one batch of a case in one transaction: events, what follows from each, numbers, the result
// for a retry, and the new head. It is safe to run twice: a batch that is already recorded gives its stored
// result, or fault.Diverged when it was another batch. A gap is refused.
func (s *Store) Record(ctx context.Context, in contract.RecordRequest) (contract.RecordResult, error) {
	if len(in.Events) == 0 {
		return contract.RecordResult{}, fault.New(fault.Internal, "没有可记录的内容", "There is nothing to record")
	}
	request, err := json.Marshal(in.Events)
	if err != nil {
		return contract.RecordResult{}, fmt.Errorf("digest the batch: %w", err)
	}
	digest := sha256.Sum256(request)
	reference, err := s.Reference(ctx)
	if err != nil {
		return contract.RecordResult{}, err
	}
	var result contract.RecordResult
	err = s.In(ctx, func(tx *gorm.DB) error {
		c, err := lockCase(tx, in.CaseNo)
		if err != nil {
			return err
		}
		first := in.Events[0].Seq
		if first <= c.Seq {
			result, err = recorded(tx, in.CaseNo, first, digest[:])
			return err
		}
		if first != c.Seq+1 {
			return fault.New(fault.Diverged, "办件记录缺号，已停止写入", "Events are missing before this batch").
				With("gap", "true").With("recorded", fmt.Sprint(c.Seq)).With("first", fmt.Sprint(first))
		}
		b := &recording{tx: tx, c: &c, reference: reference, result: &result}
		return b.write(in.Events, digest[:])
	})
	return result, err
}

// recording is one Record under way.
type recording struct {
	tx        *gorm.DB
	c         *Case
	reference *Reference
	result    *contract.RecordResult
	numbered  []numbered
}

// numbered is an allocation that waits for the end of the transaction, where counters are taken last.
type numbered struct {
	scope string
	count int64 // how many numbers in a row; 0 = one
	apply func(first int64) error
}

func (b *recording) write(events []contract.Event, digest []byte) error {
	head, err := appendEvents(b.tx, *b.c, events)
	if err != nil {
		return err
	}
	for _, e := range events {
		apply, known := appliers[casework.EventType(e.Type)]
		if !known {
			return fmt.Errorf("no applier for event type %q", e.Type)
		}
		if err := apply(b, e); err != nil {
			return fmt.Errorf("apply event %d (%s): %w", e.Seq, e.Type, err)
		}
	}
	slices.SortStableFunc(b.numbered, func(x, y numbered) int { return compareText(x.scope, y.scope) })
	for _, n := range b.numbered {
		first, err := nextNumbers(b.tx, n.scope, max(n.count, 1))
		if err != nil {
			return err
		}
		if err := n.apply(first); err != nil {
			return err
		}
	}
	last := events[len(events)-1]
	b.result.Seq = last.Seq
	stored, err := json.Marshal(b.result)
	if err != nil {
		return err
	}
	if err := b.tx.Create(&CaseBatch{
		CaseNo: b.c.CaseNo, FirstSeq: events[0].Seq, LastSeq: last.Seq, Digest: digest, Result: string(stored),
	}).Error; err != nil {
		return err
	}
	b.c.Seq, b.c.Head = last.Seq, head
	return b.tx.Model(&Case{CaseNo: b.c.CaseNo}).Select("seq", "head", "stage", "round", "outcome", "started_at", "closed_at", "competent", "bureau", "findings").
		Updates(b.c).Error
}

func compareText(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// CaseBatch remembers what was recorded together and what it gave.
type CaseBatch struct {
	CaseNo   string `gorm:"primaryKey"`
	FirstSeq int    `gorm:"primaryKey"`
	LastSeq  int
	Digest   []byte
	Result   string
}

// TableName is the table of batches.
func (CaseBatch) TableName() string { return "case_batches" }

func recorded(tx *gorm.DB, caseNo string, first int, digest []byte) (contract.RecordResult, error) {
	var result contract.RecordResult
	var found []CaseBatch
	if err := tx.Find(&found, "case_no = ? AND first_seq = ?", caseNo, first).Error; err != nil {
		return result, err
	}
	if len(found) == 0 || !bytes.Equal(found[0].Digest, digest) {
		return result, fault.New(fault.Diverged, "同号记录内容不一致，已停止写入", "Another batch is recorded under these numbers").
			With("first", fmt.Sprint(first))
	}
	return result, json.Unmarshal([]byte(found[0].Result), &result)
}

// nextNumber takes the next value of a gapless counter.
func nextNumber(tx *gorm.DB, scope string) (int64, error) { return nextNumbers(tx, scope, 1) }

// nextNumbers takes the next count values of a gapless counter and gives the first of them.
func nextNumbers(tx *gorm.DB, scope string, count int64) (int64, error) {
	var last int64
	err := tx.Raw(`INSERT INTO numbers AS n (scope, last) VALUES (@scope, @count)
		ON CONFLICT (scope) DO UPDATE SET last = n.last + @count RETURNING last`, map[string]any{"scope": scope, "count": count}).Scan(&last).Error
	return last - count + 1, err
}

// read unpacks the data of an event.
func read[T any](e contract.Event) (T, error) {
	var data T
	err := json.Unmarshal(e.Data, &data)
	return data, err
}

// instant is the moment of an event as it is stored.
func instant(e contract.Event) time.Time { return e.At.UTC().Truncate(time.Microsecond) }
