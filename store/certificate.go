package store

import (
	"context"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"jiangxin/contract"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
)

// Certificate reads one certificate for those who work with it; the public asks by CheckNumber, CheckID and CheckToken.
func (s *Store) Certificate(ctx context.Context, number string) (Certificate, error) {
	var c Certificate
	err := s.DB.WithContext(ctx).Take(&c, "number = ?", number).Error
	return c, fail(err, "read the certificate")
}

// CertificatesOfBatch lists the certificates of a batch in the order of its rows, which is that of their numbers,
// after the given row.
func (s *Store) CertificatesOfBatch(ctx context.Context, batchNo string, after, limit int) ([]Certificate, error) {
	var rows []Certificate
	err := s.DB.WithContext(ctx).Where("batch_no = ? AND row_no > ?", batchNo, after).Order("row_no").Limit(limit).Find(&rows).Error
	return rows, fail(err, "list the certificates")
}

// CertificatesOfEnterprise lists what an enterprise has issued, the highest number first, from before the given one.
func (s *Store) CertificatesOfEnterprise(ctx context.Context, enterprise uuid.UUID, before string, limit int) ([]Certificate, error) {
	query := s.DB.WithContext(ctx).Where("enterprise_id = ?", enterprise)
	if before != "" {
		query = query.Where("number < ?", before)
	}
	var rows []Certificate
	err := query.Order("number DESC").Limit(limit).Find(&rows).Error
	return rows, fail(err, "list the certificates of an enterprise")
}

// PublicBatch is what everybody may read of an issued batch (公开认定结果).
type PublicBatch struct {
	BatchNo        string
	FilingNo       string
	EnterpriseName string
	Region         string
	Occupation     string
	OccupationName string
	WorkType       string
	Level          string
	Issued         int
	IssuedOn       civil.Date
}

// PublicResults lists issued batches, the latest first, from before the given place; an empty region is the province.
func (s *Store) PublicResults(ctx context.Context, region string, before BatchPlace, limit int) ([]PublicBatch, error) {
	query := s.DB.WithContext(ctx).Table("batches").Where("issued_on IS NOT NULL")
	if region != "" {
		query = query.Where("region = ?", region)
	}
	if before.BatchNo != "" {
		query = query.Where("(issued_on, batch_no) < (?, ?)", before.On, before.BatchNo)
	}
	var rows []PublicBatch
	err := query.Select("batch_no, filing_no, enterprise_name, region, occupation, occupation_name, work_type, level, issued, issued_on").
		Order("issued_on DESC, batch_no DESC").Limit(limit).Scan(&rows).Error
	return rows, fail(err, "list the public results")
}

// PlaceOf is the place of a batch in the public list.
func (b PublicBatch) PlaceOf() BatchPlace { return BatchPlace{On: b.IssuedOn, BatchNo: b.BatchNo} }

// RevocationRequest is the revocation of a certificate on its way to becoming a case.
type RevocationRequest struct {
	Number  string
	Begun   string // who begins it: a body, or the enterprise's ID
	Check   string // the authority of the city
	Command Command
	Input   contract.Inquiry // of the workflow, without case number
	WrapKey func(caseNo string) string
}

// BeginRevocation commits the case that may take a certificate out of force, and its command. Of one certificate there
// is one such case at a time: a second is fault.NotReady and names the first.
func (s *Store) BeginRevocation(ctx context.Context, in RevocationRequest) (Command, error) {
	err := s.In(ctx, func(tx *gorm.DB) error {
		var c Certificate
		if err := tx.Clauses(clause.Locking{Strength: "UPDATE"}).Take(&c, "number = ?", in.Number).Error; err != nil {
			return err
		}
		if err := mayRevoke(tx, c); err != nil {
			return err
		}
		at := in.Command.CreatedAt
		caseNo, err := nextCaseNo(tx, c.Region, at)
		if err != nil {
			return err
		}
		in.Input.CaseNo, in.Input.Region, in.Input.Enterprise, in.Input.Subject = caseNo, c.Region, c.EnterpriseID.String(), c.Number
		in.Input.Command = in.Command.ID
		if err := begin(tx, Case{
			CaseNo: caseNo, Procedure: contract.RevocationWorkflow, ProcedureVersion: in.Input.Version, Policy: in.Input.Policy,
			WorkflowID: contract.RevocationID(caseNo), Region: c.Region, EnterpriseID: c.EnterpriseID, EnterpriseName: c.EnterpriseName,
			Competent: in.Check, KeyWrapped: in.WrapKey(caseNo),
		}, in.Input, &in.Command); err != nil {
			return err
		}
		return tx.Create(&Revocation{CaseNo: caseNo, Number: c.Number, BegunBy: in.Begun, BegunAt: at}).Error
	})
	return in.Command, err
}

func mayRevoke(tx *gorm.DB, c Certificate) error {
	if c.RevokedAt != nil {
		return fault.New(fault.Closed, "该证书已注销", "The certificate is revoked already").With("at", c.RevokedAt.UTC().Format(time.RFC3339))
	}
	var open []string
	if err := tx.Raw(`SELECT case_no FROM revocations WHERE number = ? AND ended_at IS NULL`, c.Number).Scan(&open).Error; err != nil {
		return err
	}
	if len(open) > 0 {
		return fault.New(fault.NotReady, "该证书的注销正在办理（"+open[0]+"），请先办结", "A revocation of this certificate is under way ("+open[0]+"); finish it first").
			With("caseNo", open[0])
	}
	return nil
}

// RevocationOf reads what a case of revocation is about.
func (s *Store) RevocationOf(ctx context.Context, caseNo string) (Revocation, error) {
	var r Revocation
	err := s.DB.WithContext(ctx).Take(&r, "case_no = ?", caseNo).Error
	return r, fail(err, "read the revocation")
}

// OpenRevocation gives the case that may take a certificate out of force now; empty when there is none.
func (s *Store) OpenRevocation(ctx context.Context, number string) (string, error) {
	var open []string
	err := s.DB.WithContext(ctx).Raw(`SELECT case_no FROM revocations WHERE number = ? AND ended_at IS NULL`, number).Scan(&open).Error
	if err != nil || len(open) == 0 {
		return "", fail(err, "look for a revocation")
	}
	return open[0], nil
}
