package store

import (
	"bytes"
	"context"
	"encoding/json"
	"strconv"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"jiangxin/domain/casework"
	"jiangxin/domain/fault"
)

// States of a command.
const (
	CommandSent    = "sent"    // committed; on its way to the workflow
	CommandDone    = "done"    // recorded
	CommandRefused = "refused" // the workflow would not take it
)

// SubmitOperation is the operation of the command that submits an application; the others are Updates.
const SubmitOperation = "submit"

// Command is a person's wish, durable before anything else happens. It ends by Record or by a refusal,
// never by the clock.
type Command struct {
	ID         string `gorm:"primaryKey"`
	Actor      uuid.UUID
	Operation  string
	CaseNo     string
	TaskID     string
	Digest     []byte
	Payload    string
	Body       string
	State      string
	Seq        *int
	Refusal    string
	Request    string
	CreatedAt  time.Time
	SentAt     time.Time
	FinishedAt *time.Time
}

// TableName is the table of commands.
func (Command) TableName() string { return "commands" }

// Command reads one command.
func (s *Store) Command(ctx context.Context, id string) (Command, error) {
	var c Command
	err := s.DB.WithContext(ctx).Take(&c, "id = ?", id).Error
	return c, fail(err, "read the command")
}

// Keep commits a command and, for an answer to a task, moves the task from open to deciding where version and
// holder still match. It returns the stored command and whether this call stored it. The same ID with
// another digest is fault.KeyReused; a task that somebody else took first is fault.Taken, Stale or Closed; an
// application that was changed after it was frozen is fault.Stale.
func (s *Store) Keep(ctx context.Context, c Command, version int) (Command, bool, error) {
	fresh := false
	err := s.In(ctx, func(tx *gorm.DB) error {
		done := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&c)
		if done.Error != nil {
			return done.Error
		}
		if done.RowsAffected == 0 {
			return nil
		}
		fresh = true
		if c.TaskID == "" {
			return nil
		}
		if err := beginDeciding(ctx, tx, c, version); err != nil {
			return err
		}
		return closeDraft(tx, c)
	})
	if err != nil || fresh {
		return c, fresh, err
	}
	known, err := s.Command(ctx, c.ID)
	if err != nil {
		return c, false, err
	}
	if !bytes.Equal(known.Digest, c.Digest) {
		return known, false, fault.New(fault.KeyReused, "该幂等键已用于另一项请求，请刷新页面后重新提交",
			"The Idempotency-Key was used with another request; reload and submit again")
	}
	return known, false, nil
}

// beginDeciding reads who was first by the connection that it has: losers who asked the pool for a second one
// would wait for each other.
func beginDeciding(ctx context.Context, tx *gorm.DB, c Command, version int) error {
	moved := tx.Exec(`UPDATE tasks SET state = 'deciding', command = ?, claimed_by = COALESCE(claimed_by, ?),
		claimed_at = COALESCE(claimed_at, ?), version = version + 1
		WHERE case_no = ? AND id = ? AND state = 'open' AND version = ? AND (claimed_by IS NULL OR claimed_by = ?)`,
		c.ID, c.Actor, c.CreatedAt, c.CaseNo, c.TaskID, version, c.Actor)
	if moved.Error != nil || moved.RowsAffected == 1 {
		return moved.Error
	}
	id, err := casework.ParseTaskID(c.TaskID)
	if err != nil {
		return err
	}
	here := &Store{DB: tx}
	t, err := here.Task(ctx, c.CaseNo, id)
	if err != nil {
		return err
	}
	return here.lostRace(ctx, t, c.Actor)
}

// Refuse ends a command that the workflow would not take, and opens its task again. A command that is
// already recorded stays so.
func (s *Store) Refuse(ctx context.Context, id string, why *fault.Error, at time.Time) error {
	words, err := json.Marshal(Refusal{Code: string(why.Code), ZH: why.Text.ZH, EN: why.Text.EN})
	if err != nil {
		return err
	}
	return s.In(ctx, func(tx *gorm.DB) error {
		done := tx.Exec(`UPDATE commands SET state = 'refused', refusal = ?, finished_at = ? WHERE id = ? AND state = 'sent'`,
			string(words), at, id)
		if done.Error != nil || done.RowsAffected == 0 {
			return done.Error
		}
		return tx.Exec(`UPDATE tasks SET state = 'open', command = '', version = version + 1 WHERE command = ? AND state = 'deciding'`, id).Error
	})
}

// Refusal is why a workflow would not take a command.
type Refusal struct {
	Code string `json:"code"`
	ZH   string `json:"zh"`
	EN   string `json:"en"`
}

// Fault gives the refusal back as an error; it is nil for a command that was not refused.
func (c Command) Fault() error {
	if c.State != CommandRefused {
		return nil
	}
	var r Refusal
	if err := json.Unmarshal([]byte(c.Refusal), &r); err != nil {
		return fault.New(fault.Internal, "指令未被接受", "The command was refused").Because(err)
	}
	return fault.New(fault.Code(r.Code), r.ZH, r.EN)
}

// Overdue lists commands that were handed to Temporal before the given instant and are still on their way,
// and marks them as handed over at now.
func (s *Store) Overdue(ctx context.Context, before, now time.Time, limit int) ([]Command, error) {
	var commands []Command
	err := s.DB.WithContext(ctx).Raw(`UPDATE commands SET sent_at = ? WHERE id IN (
			SELECT id FROM commands WHERE state = 'sent' AND sent_at < ? ORDER BY sent_at LIMIT ? FOR UPDATE SKIP LOCKED
		) RETURNING *`, now, before, limit).Scan(&commands).Error
	return commands, fail(err, "list the commands to send again")
}

// finishCommand marks a command as recorded and gives it back with its body.
func finishCommand(tx *gorm.DB, id string, seq int, at time.Time) (Command, error) {
	var c Command
	done := tx.Raw(`UPDATE commands SET state = 'done', seq = ?, finished_at = ? WHERE id = ? RETURNING *`, seq, at, id).Scan(&c)
	if done.Error == nil && done.RowsAffected != 1 {
		return c, fault.New(fault.Internal, "找不到对应的指令", "The command is missing").With("command", id)
	}
	return c, done.Error
}

func itoa(n int) string { return strconv.Itoa(n) }
