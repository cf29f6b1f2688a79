package store

import (
	"context"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"jiangxin/contract"
	"jiangxin/domain/fault"
)

// States of a paper and of its seal.
const (
	PaperDue     = "due"      // ordered, not made yet
	PaperMade    = "made"     // stored, with its digest
	PaperSkipped = "skipped"  // given up by an operator
	SealNone     = "none"     // needs no seal
	SealAwaiting = "awaiting" // 待用印
	SealSealed   = "sealed"   // the stamped copy is attached
)

// Paper is a letter, form or receipt of a case.
type Paper struct {
	CaseNo    string `gorm:"primaryKey"`
	ID        string `gorm:"primaryKey"`
	Kind      string
	Stage     string
	Round     int
	Body      string
	Command   string
	Seq       int
	State     string
	Seal      string
	SHA256    string `gorm:"column:sha256"`
	Size      int64
	ObjectKey string
	OrderedAt time.Time
	MadeAt    *time.Time
	Stamped   *uuid.UUID
	StampedBy *uuid.UUID
	StampedAt *time.Time
	Version   int

	LockedUntil *time.Time
	LockTryAt   *time.Time // when to lock it next; nil when there is nothing to do
}

// TableName is the table of papers.
func (Paper) TableName() string { return "papers" }

// Paper reads one paper of a case.
func (s *Store) Paper(ctx context.Context, caseNo, id string) (Paper, error) {
	var p Paper
	err := s.DB.WithContext(ctx).Take(&p, "case_no = ? AND id = ?", caseNo, id).Error
	return p, fail(err, "read the paper")
}

// Papers lists a case's papers in the order in which they were ordered.
func (s *Store) Papers(ctx context.Context, caseNo string) ([]Paper, error) {
	var rows []Paper
	err := s.DB.WithContext(ctx).Where("case_no = ?", caseNo).Order("seq").Find(&rows).Error
	return rows, fail(err, "list the papers")
}

// Stamp attaches the stamped copy to a paper that awaits its seal (待用印).
func (s *Store) Stamp(ctx context.Context, caseNo, id string, document, by uuid.UUID, at time.Time) error {
	attached := false
	err := s.In(ctx, func(tx *gorm.DB) error {
		done := tx.Exec(`UPDATE papers SET seal = 'sealed', stamped = ?, stamped_by = ?, stamped_at = ?, version = version + 1
			WHERE case_no = ? AND id = ? AND seal = 'awaiting' AND state = 'made'`, document, by, at, caseNo, id)
		if attached = done.Error == nil && done.RowsAffected == 1; !attached {
			return done.Error
		}
		return markEvidence(tx, caseNo, by, []uuid.UUID{document}, at)
	})
	if err != nil || attached {
		return err
	}
	p, err := s.Paper(ctx, caseNo, id)
	switch {
	case err != nil:
		return err
	case p.Seal == SealSealed:
		return fault.New(fault.Taken, "用印件已经上传，请刷新查看", "The stamped copy is attached already; reload to see it")
	case p.Seal == SealNone:
		return fault.New(fault.Closed, "该文书无须用印", "This paper needs no seal")
	}
	return fault.New(fault.NotReady, "文书还在生成，请稍后再上传用印件", "The paper is still being made; attach the stamped copy shortly")
}

func applyPaperDue(b *recording, e contract.Event) error {
	data, err := read[contract.PaperData](e)
	if err != nil {
		return err
	}
	seal := SealNone
	if data.Body != "" {
		seal = SealAwaiting
	}
	return b.tx.Create(&Paper{
		CaseNo: b.c.CaseNo, ID: data.ID, Kind: data.Kind, Stage: data.Stage, Round: data.Round, Body: data.Body,
		Command: data.Command, Seq: e.Seq, State: PaperDue, Seal: seal, OrderedAt: instant(e), Version: 1,
	}).Error
}

func applyPaperMade(b *recording, e contract.Event) error {
	data, err := read[contract.PaperMadeData](e)
	if err != nil {
		return err
	}
	return b.tx.Exec(`UPDATE papers SET state = 'made', sha256 = ?, size = ?, object_key = ?, made_at = ?, lock_try_at = ?, version = version + 1
		WHERE case_no = ? AND id = ?`, data.SHA256, data.Size, data.Key, instant(e), instant(e), b.c.CaseNo, data.ID).Error
}

func applyEffectSkipped(b *recording, e contract.Event) error {
	data, err := read[contract.OperationData](e)
	if err != nil {
		return err
	}
	if err := b.tx.Exec(`UPDATE papers SET state = 'skipped', seal = 'none', version = version + 1 WHERE case_no = ? AND id = ?`,
		b.c.CaseNo, data.Effect).Error; err != nil {
		return err
	}
	return state(b, e, "")
}
