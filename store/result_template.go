package store

import (
	"context"
	"encoding/json"
	"fmt"

	"jiangxin/domain/certification"
)

// ResultTemplates lists the exam centre's own editions of the result template, oldest first; the delivered ones are
// not among them.
func (s *Store) ResultTemplates(ctx context.Context) ([]certification.Template, error) {
	var rows []ResultTemplate
	if err := s.DB.WithContext(ctx).Order("version").Find(&rows).Error; err != nil {
		return nil, fail(err, "read the result templates")
	}
	out := make([]certification.Template, 0, len(rows))
	for _, row := range rows {
		var t certification.Template
		if err := json.Unmarshal([]byte(row.Content), &t); err != nil {
			return nil, fmt.Errorf("read result template %d: %w", row.Version, err)
		}
		t.Version, t.From = row.Version, row.ValidFrom
		out = append(out, t)
	}
	return out, nil
}
