package store

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"gorm.io/gorm"

	"jiangxin/domain/certification"
	"jiangxin/domain/fault"
)

// ResultTemplates lists the exam centre's own editions of the result template, oldest first; the delivered ones are
// not among them.
func (s *Store) ResultTemplates(ctx context.Context) ([]certification.Template, error) {
	rows, err := s.TemplateEditions(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]certification.Template, 0, len(rows))
	for _, row := range rows {
		out = append(out, row.Template)
	}
	return out, nil
}

// TemplateEdition is one of the exam centre's editions with who added it.
type TemplateEdition struct {
	ResultTemplate
	Template certification.Template `gorm:"-"`
	By       string                 // name of who added it
}

// TemplateEditions lists the editions with who added them, oldest first.
func (s *Store) TemplateEditions(ctx context.Context) ([]TemplateEdition, error) {
	var rows []TemplateEdition
	if err := s.DB.WithContext(ctx).Raw(`SELECT t.*, COALESCE(u.name, '') AS by FROM result_templates t LEFT JOIN users u ON u.id = t.made_by
		ORDER BY t.version`).Scan(&rows).Error; err != nil {
		return nil, fail(err, "read the result templates")
	}
	for i := range rows {
		if err := rows[i].read(); err != nil {
			return nil, err
		}
	}
	return rows, nil
}

func (e *TemplateEdition) read() error {
	if err := json.Unmarshal([]byte(e.Content), &e.Template); err != nil {
		return fmt.Errorf("read result template %d: %w", e.Version, err)
	}
	e.Template.Version, e.Template.From = e.Version, e.ValidFrom
	return nil
}

// AddResultTemplate adds the edition that follows the newest one. Sent twice by the same person it is added once;
// where somebody else was first it is fault.Stale.
func (s *Store) AddResultTemplate(ctx context.Context, t certification.Template, row ResultTemplate) (ResultTemplate, error) {
	content, err := json.Marshal(t)
	if err != nil {
		return row, fmt.Errorf("write result template %d: %w", t.Version, err)
	}
	row.Version, row.ValidFrom, row.Content = t.Version, t.From, string(content)
	err = s.In(ctx, func(tx *gorm.DB) error {
		// Whoever adds waits for whoever is adding: the digest covers the edition before.
		if err := tx.Exec(`SELECT pg_advisory_xact_lock(hashtext('result_templates'))`).Error; err != nil {
			return err
		}
		var last []ResultTemplate
		if err := tx.Order("version DESC").Limit(1).Find(&last).Error; err != nil {
			return err
		}
		var before []byte
		if len(last) > 0 {
			if last[0].Version >= row.Version {
				return sameOrStale(last[0], &row)
			}
			before = last[0].Digest
		}
		row.Digest = row.chained(before)
		return tx.Create(&row).Error
	})
	return row, err
}

// sameOrStale gives the edition that stands there already where it is the one that was wanted.
func sameOrStale(there ResultTemplate, row *ResultTemplate) error {
	if there.Content == row.Content && there.Reason == row.Reason && there.MadeBy != nil && row.MadeBy != nil && *there.MadeBy == *row.MadeBy {
		*row = there
		return nil
	}
	return fault.New(fault.Stale, "已有人发布了新一版，您填写的内容仍保留，请核对后重新提交", "Somebody added an edition meanwhile; what you entered is kept, compare and send again").
		With("version", itoa(there.Version)).With("at", there.MadeAt.UTC().Format(time.RFC3339))
}

// chained is the edition's digest after the digest of the one before.
func (r ResultTemplate) chained(before []byte) []byte {
	by, body := "", ""
	if r.MadeBy != nil {
		by = r.MadeBy.String()
	}
	if r.BodyID != nil {
		body = *r.BodyID
	}
	sum := sha256.New()
	sum.Write(before)
	sum.Write([]byte(strings.Join([]string{
		itoa(r.Version), r.ValidFrom.String(), by, body, r.MadeAt.UTC().Format(time.RFC3339Nano), r.Request, r.Reason, r.Content,
	}, "\x1f")))
	return sum.Sum(nil)
}

// VerifyTemplates recomputes the chain of the editions and gives the first version that does not fit; 0 when all do.
func (s *Store) VerifyTemplates(ctx context.Context) (int, error) {
	var rows []ResultTemplate
	if err := s.DB.WithContext(ctx).Order("version").Find(&rows).Error; err != nil {
		return 0, fail(err, "read the result templates")
	}
	var before []byte
	for _, row := range rows {
		if string(row.chained(before)) != string(row.Digest) {
			return row.Version, nil
		}
		before = row.Digest
	}
	return 0, nil
}
