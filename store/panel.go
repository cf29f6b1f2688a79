package store

import (
	"context"
	"encoding/json"

	"jiangxin/domain/casework"
)

// Panel gives the experts of a case (专家组), the leader first: as appointed, or as an operator corrected them
// later. The events are the one source, because the procedure itself goes by them.
func (s *Store) Panel(ctx context.Context, caseNo string) ([]string, error) {
	var rows []CaseEvent
	err := s.DB.WithContext(ctx).Raw(`SELECT * FROM case_events WHERE case_no = ? AND type IN ?
		AND body::jsonb #> '{data,people}' IS NOT NULL ORDER BY seq DESC LIMIT 1`,
		caseNo, []string{string(casework.Decided), string(casework.Corrected)}).Scan(&rows).Error
	if err != nil || len(rows) == 0 {
		return nil, fail(err, "read the panel")
	}
	event, err := rows[0].Event()
	if err != nil {
		return nil, err
	}
	var data struct {
		People []string `json:"people"` // of contract.DecidedData and contract.OperationData alike
	}
	err = json.Unmarshal(event.Data, &data)
	return data.People, err
}
