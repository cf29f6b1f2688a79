package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/filing"
)

// Statement is what was said with one recorded decision or operation: the written part of the case file.
type Statement struct {
	CaseNo   string `gorm:"primaryKey"`
	Seq      int    `gorm:"primaryKey"`
	TaskID   string
	Stage    string
	Round    int
	Step     string
	Actor    uuid.UUID
	OnBehalf *uuid.UUID
	Verdict  string
	Target   string
	Content  string
	Digest   []byte
	At       time.Time
}

// TableName is the table of statements.
func (Statement) TableName() string { return "statements" }

// DecisionBody is the body of a command that answers a task, and so the content of its statement.
type DecisionBody struct {
	Verdict  string          `json:"verdict"`
	Target   string          `json:"target,omitempty"`
	OnBehalf string          `json:"onBehalf,omitempty"`
	Signed   string          `json:"sheetDocument,omitempty"` // the scan of the signed sheet, of an entry on behalf (代录)
	Note     string          `json:"note,omitempty"`
	Sheet    json.RawMessage `json:"sheet,omitempty"`
	Snapshot string          `json:"snapshot,omitempty"` // canonical bytes, where the applicant hands in anew
	Draft    int             `json:"draft,omitempty"`    // version of the application that the snapshot froze
}

// Body reads the content.
func (s Statement) Body() (DecisionBody, error) {
	var body DecisionBody
	err := json.Unmarshal([]byte(s.Content), &body)
	return body, err
}

// ReadSheet reads the sheet; one that was left empty changes nothing.
func (s Statement) ReadSheet(into any) error {
	body, err := s.Body()
	if err != nil || len(body.Sheet) == 0 {
		return err
	}
	return json.Unmarshal(body.Sheet, into)
}

// LastStatement gives the newest statement of a stage with this verdict that holds, if there is one.
func (s *Store) LastStatement(ctx context.Context, caseNo, stage string, verdict casework.Verdict) (Statement, bool, error) {
	said, found, err := lastStatement(s.DB.WithContext(ctx), caseNo, stage, verdict)
	return said, found, fail(err, "read the statement")
}

// Statements lists what was said in a case, in order.
func (s *Store) Statements(ctx context.Context, caseNo string) ([]Statement, error) {
	var rows []Statement
	err := s.DB.WithContext(ctx).Where("case_no = ?", caseNo).Order("seq").Find(&rows).Error
	return rows, fail(err, "list the statements")
}

// Proposed lists the seqs of statements that do not hold: proposals of an act under way, or of one that was sent back.
func (s *Store) Proposed(ctx context.Context, caseNo string) ([]int, error) {
	var seqs []int
	err := s.DB.WithContext(ctx).Model(&Statement{}).Where("case_no = ? AND "+proposed, caseNo).Pluck("seq", &seqs).Error
	return seqs, fail(err, "list the proposals")
}

// state puts the words of an operation into the case file. One sent by hand from the Temporal UI has none.
func state(b *recording, e contract.Event, taskID string) error {
	if e.Command == "" {
		return nil
	}
	at := instant(e)
	command, err := finishCommand(b.tx, e.Command, e.Seq, at)
	if err != nil {
		return err
	}
	return b.tx.Create(&Statement{
		CaseNo: b.c.CaseNo, Seq: e.Seq, TaskID: taskID, Stage: b.c.Stage, Round: b.c.Round, Actor: command.Actor,
		Verdict: command.Operation, Content: command.Body, Digest: command.Digest, At: at,
	}).Error
}

// Snapshot is what the applicant handed in, frozen.
type Snapshot struct {
	CaseNo    string `gorm:"primaryKey"`
	Round     int    `gorm:"primaryKey"`
	Content   string
	Digest    []byte
	Command   string
	CreatedAt time.Time
}

// TableName is the table of snapshots.
func (Snapshot) TableName() string { return "snapshots" }

// Snapshots lists what was handed in, first to last.
func (s *Store) Snapshots(ctx context.Context, caseNo string) ([]Snapshot, error) {
	var rows []Snapshot
	err := s.DB.WithContext(ctx).Where("case_no = ?", caseNo).Order("round").Find(&rows).Error
	return rows, fail(err, "list the snapshots")
}

// freezeSnapshot keeps what the command handed in, if it did.
func freezeSnapshot(tx *gorm.DB, caseNo string, c Command, at time.Time) error {
	var body DecisionBody
	if err := json.Unmarshal([]byte(c.Body), &body); err != nil {
		return fmt.Errorf("read the command's body: %w", err)
	}
	if body.Snapshot == "" {
		return nil
	}
	if err := tx.Exec(`INSERT INTO snapshots (case_no, round, content, digest, command, created_at)
		SELECT ?, COALESCE(MAX(round), 0) + 1, ?, sha256(convert_to(?, 'UTF8')), ?, ? FROM snapshots WHERE case_no = ?`,
		caseNo, body.Snapshot, body.Snapshot, c.ID, at, caseNo).Error; err != nil {
		return err
	}
	return markEvidence(tx, caseNo, c.Actor, namedIn(body.Snapshot), at)
}

// applyHandedIn keeps what the applicant handed in anew with an answer.
func applyHandedIn(b *recording, e contract.Event) error {
	var c Command
	if err := b.tx.Take(&c, "id = ?", e.Command).Error; err != nil {
		return err
	}
	return freezeSnapshot(b.tx, b.c.CaseNo, c, instant(e))
}

// applyJudged keeps the findings on the materials with the case, where lists read them.
func applyJudged(b *recording, e contract.Event) error {
	if id, err := casework.ParseTaskID(e.TaskID); err != nil || casework.Step(id.Slot).Later() {
		return err // who agrees with a notice judges nothing anew
	}
	var c Command
	if err := b.tx.Take(&c, "id = ?", e.Command).Error; err != nil {
		return err
	}
	b.c.Findings = nil
	for _, finding := range filing.MaterialFindings([]byte(c.Body)) {
		b.c.Findings = append(b.c.Findings, string(finding))
	}
	return nil
}

// decidedHooks do what the decision of a certain stage entails beside closing its task.
var decidedHooks = map[string]applier{
	"acceptance":    applyJudged,
	"supplement":    applyHandedIn,
	"rectification": applyHandedIn,
	"correction":    applyHandedIn,
}

// proposed finds statements that do not hold: a later step of their act has not agreed, or has not been taken.
const proposed = `EXISTS (SELECT 1 FROM tasks t WHERE t.case_no = statements.case_no AND t.stage = statements.stage
	AND t.round = statements.round AND t.step IN ('review', 'sign') AND t.verdict <> 'agree')`

// lastStatement gives the newest statement of a stage that carries the verdict and holds, if there is one.
func lastStatement(tx *gorm.DB, caseNo, stage string, verdict casework.Verdict) (Statement, bool, error) {
	var rows []Statement
	err := tx.Where("case_no = ? AND stage = ? AND verdict = ? AND NOT "+proposed, caseNo, stage, string(verdict)).
		Order("seq DESC").Limit(1).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return Statement{}, false, err
	}
	return rows[0], true, nil
}
