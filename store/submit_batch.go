package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/fault"
)

// BatchSubmission is a batch on its way to becoming a case.
type BatchSubmission struct {
	BatchNo string
	Version int // that the clerk saw
	Command Command
	Input   contract.Certification     // of the workflow, without what the batch itself says
	WrapKey func(caseNo string) string // makes the case's own file key
}

// SubmitBatch closes the draft, freezes what it says, and commits case and command: Submit for results. A batch
// without rows, or with rows that are wrong, is fault.NotReady.
func (s *Store) SubmitBatch(ctx context.Context, in BatchSubmission) (Command, error) {
	err := s.In(ctx, func(tx *gorm.DB) error {
		b, err := lockDraft(tx, in.BatchNo, in.Version)
		if err != nil {
			return err
		}
		if err := onceHandedIn(tx, b); err != nil {
			return err
		}
		frozen, err := freezeBatch(tx, b)
		if err != nil {
			return err
		}
		body, err := json.Marshal(DecisionBody{Verdict: string(casework.Submit), Snapshot: frozen})
		if err != nil {
			return err
		}
		digest := sha256.Sum256([]byte(frozen))
		in.Command.Body = string(body)
		in.Input.CaseNo, in.Input.Command, in.Input.Snapshot = b.BatchNo, in.Command.ID, hex.EncodeToString(digest[:])
		in.Input.Region, in.Input.Enterprise, in.Input.FilingNo = b.Region, b.EnterpriseID.String(), b.FilingNo
		if err := begin(tx, Case{
			CaseNo: b.BatchNo, Procedure: contract.CertificationWorkflow, ProcedureVersion: in.Input.Version, Policy: in.Input.Policy,
			WorkflowID: contract.CertificationID(b.BatchNo), Region: b.Region, EnterpriseID: b.EnterpriseID, EnterpriseName: b.EnterpriseName,
			Competent: in.Input.Authority, KeyWrapped: in.WrapKey(b.BatchNo),
		}, in.Input, &in.Command); err != nil {
			return err
		}
		return tx.Exec(`UPDATE batches SET state = ?, updated_at = ?, version = version + 1 WHERE batch_no = ?`,
			BatchAudit, in.Command.CreatedAt, b.BatchNo).Error
	})
	return in.Command, err
}

// onceHandedIn lets one batch of an enterprise in at a time, and none with somebody whom another batch of the same
// occupation and level holds.
func onceHandedIn(tx *gorm.DB, b Batch) error {
	if err := tx.Exec(`SELECT FROM enterprises WHERE id = ? FOR NO KEY UPDATE`, b.EnterpriseID).Error; err != nil {
		return err
	}
	var others []string
	if err := tx.Raw(`SELECT other.batch_no FROM result_rows r JOIN result_rows o ON o.id_digest = r.id_digest JOIN batches other ON other.batch_no = o.batch_no
		WHERE r.batch_no = @batch AND `+handedInAgain+` LIMIT 1`, b.again(nil)).Scan(&others).Error; err != nil || len(others) == 0 {
		return err
	}
	return fault.New(fault.NotReady, "名单中有人已在批次 "+others[0]+" 中报送同一职业同一等级，请重新核对名单后报送",
		"Somebody on the list was handed in for this occupation and level with batch "+others[0]+"; check the list again")
}

// FrozenBatch is what is handed in with a batch: its plan, its files, and a digest of all rows, whose words stay in
// their own tables.
type FrozenBatch struct {
	BatchNo   string           `json:"batchNo"`
	Plan      json.RawMessage  `json:"plan"`
	Template  int              `json:"template"`
	Rows      int              `json:"rows"`
	Digest    string           `json:"digest"` // SHA-256 over all rows, hexadecimal
	Workbook  *uuid.UUID       `json:"workbook,omitempty"`
	Photos    *uuid.UUID       `json:"photos,omitempty"`
	Documents []FrozenDocument `json:"documents"`
}

// FrozenDocument names a document that is handed in.
type FrozenDocument struct {
	ID string `json:"id"`
}

// FreezeBatch gives the canonical bytes of what is handed in anew with a returned batch, and the version of the batch
// that they froze: DecisionBody takes both, so that an edit between freezing and keeping is noticed.
func (s *Store) FreezeBatch(ctx context.Context, batchNo string) (snapshot string, version int, err error) {
	err = s.In(ctx, func(tx *gorm.DB) error {
		b, err := lockBatch(tx, batchNo)
		if err != nil {
			return err
		}
		version = b.Version
		snapshot, err = freezeBatch(tx, b)
		return err
	})
	return snapshot, version, err
}

func freezeBatch(tx *gorm.DB, b Batch) (string, error) {
	switch {
	case b.Rows == 0:
		return "", fault.New(fault.NotReady, "批次还没有认定结果，请先上传结果表", "The batch has no results; upload the workbook first")
	case b.Wrong > 0:
		return "", fault.New(fault.NotReady, fmt.Sprintf("还有 %d 行有误，请修改后再报送", b.Wrong), fmt.Sprintf("%d rows are wrong; mend them first", b.Wrong)).
			With("rows", itoa(b.Wrong))
	}
	f := FrozenBatch{
		BatchNo: b.BatchNo, Plan: json.RawMessage(b.Plan), Template: b.Template, Rows: b.Rows, Workbook: b.Workbook, Photos: b.Photos,
		Documents: []FrozenDocument{},
	}
	for _, id := range namedIn(b.Plan) {
		f.Documents = append(f.Documents, FrozenDocument{ID: id.String()})
	}
	for _, id := range []*uuid.UUID{b.Workbook, b.Photos} {
		if id != nil {
			f.Documents = append(f.Documents, FrozenDocument{ID: id.String()})
		}
	}
	if err := tx.Raw(`SELECT encode(sha256(convert_to(string_agg(concat_ws(E'\x1f', no, name, encode(id_digest, 'hex'), content), E'\x1e' ORDER BY no), 'UTF8')), 'hex')
		FROM result_rows WHERE batch_no = ?`, b.BatchNo).Scan(&f.Digest).Error; err != nil {
		return "", err
	}
	raw, err := json.Marshal(f)
	return string(raw), err
}
