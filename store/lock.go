package store

import (
	"context"
	"regexp"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"
)

// lockAgainAfter is when a lock that did not come about is tried again (setting).
const lockAgainAfter = time.Minute

var namedID = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`)

// namedIn lists what may be a document's ID in the words of a decision or in a snapshot, each once.
func namedIn(words string) []uuid.UUID {
	seen := map[uuid.UUID]bool{}
	var ids []uuid.UUID
	for _, text := range namedID.FindAllString(words, -1) {
		if id, err := uuid.Parse(text); err == nil && !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	return ids
}

// markEvidence makes accepted documents of the case, of its applicant or of the actor evidence (留存) from the
// instant on, in the transaction that records what names them; the locker locks them later. IDs of other
// things count for nothing. freezeSnapshot calls it for what is handed in, applyDecided for what a decision
// names, Stamp for a stamped copy.
func markEvidence(tx *gorm.DB, caseNo string, actor uuid.UUID, ids []uuid.UUID, at time.Time) error {
	if len(ids) == 0 {
		return nil
	}
	return tx.Exec(`UPDATE documents d SET evidence_at = GREATEST(d.evidence_at, @at), lock_try_at = @at
		FROM cases c WHERE c.case_no = @case AND d.id IN @ids AND d.state = 'accepted'
			AND (d.case_no = c.case_no OR d.enterprise_id = c.enterprise_id OR d.created_by = @actor)`,
		map[string]any{"at": at, "case": caseNo, "ids": ids, "actor": actor}).Error
}

// Lockable is stored evidence that waits for its lock.
type Lockable struct {
	Document  uuid.UUID // of a document; nil of a paper
	CaseNo    string    // of a paper
	Paper     string    // of a paper: its ID
	ObjectKey string
	Version   string    // of the object; empty of a paper, which is written once
	SHA256    string    `gorm:"column:sha256"` // of a paper, so that no other object is locked in its place
	From      time.Time // retention counts from it
}

// ClaimLocks gives up to limit documents and papers whose lock is due at now, and keeps other lockers from
// them for a minute. What is not finished by then comes again.
func (s *Store) ClaimLocks(ctx context.Context, now time.Time, limit int) ([]Lockable, error) {
	var documents, papers []Lockable
	again := map[string]any{"now": now, "again": now.Add(lockAgainAfter), "limit": limit}
	db := s.DB.WithContext(ctx)
	if err := db.Raw(`UPDATE documents SET lock_try_at = @again WHERE id IN (
			SELECT id FROM documents WHERE lock_try_at <= @now ORDER BY lock_try_at LIMIT @limit FOR UPDATE SKIP LOCKED)
		RETURNING id AS document, object_key, object_version AS version, evidence_at AS "from"`, again).Scan(&documents).Error; err != nil {
		return nil, fail(err, "list the documents to lock")
	}
	err := db.Raw(`UPDATE papers SET lock_try_at = @again WHERE (case_no, id) IN (
			SELECT case_no, id FROM papers WHERE lock_try_at <= @now ORDER BY lock_try_at LIMIT @limit FOR UPDATE SKIP LOCKED)
		RETURNING case_no, id AS paper, object_key, sha256, made_at AS "from"`, again).Scan(&papers).Error
	return append(documents, papers...), fail(err, "list the papers to lock")
}

// Locked notes until when the evidence is locked. One that became evidence anew meanwhile stays due.
func (s *Store) Locked(ctx context.Context, l Lockable, until time.Time) error {
	db := s.DB.WithContext(ctx)
	if l.Document != uuid.Nil {
		return fail(db.Exec(`UPDATE documents SET locked_until = GREATEST(locked_until, ?),
			lock_try_at = CASE WHEN evidence_at = ? THEN NULL ELSE lock_try_at END WHERE id = ?`, until, l.From, l.Document).Error, "note the lock")
	}
	return fail(db.Exec(`UPDATE papers SET locked_until = ?, lock_try_at = NULL WHERE case_no = ? AND id = ?`,
		until, l.CaseNo, l.Paper).Error, "note the lock")
}
