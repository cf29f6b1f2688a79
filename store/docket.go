package store

import (
	"context"
	"strings"
	"time"

	"gorm.io/gorm"
)

// orMissing is the error, or a missing row when there is none.
func orMissing(err error) error {
	if err != nil {
		return err
	}
	return gorm.ErrRecordNotFound
}

// Conditions on cases c: what each viewer may look at.
const (
	caseSatOn     = `EXISTS (SELECT FROM tasks t WHERE t.case_no = c.case_no AND (t.assignee = @user OR t.also @> ARRAY[ @person ]))`
	caseSubmitted = `EXISTS (SELECT FROM tasks t WHERE t.case_no = c.case_no AND t.stage IN ('submission', 'centreReview', 'receipt', 'publication'))`
)

// sees is the SQL condition for the cases within a viewer's jurisdiction. Both bodies of a city see its filings; what
// comes after them, with the personal data of workers, only the one whose function it is (DOMAIN section A), be it the
// successor of the one that acted. Provincial bodies list all cases of the province and open those at or past submission.
func (v Viewer) sees(opening bool) string {
	switch {
	case v.Operator:
		return "TRUE"
	case v.Enterprise.String() == v.Organisation && v.Organisation != "":
		return "c.enterprise_id = @enterprise"
	case v.Region != "" && v.Audits:
		return "c.region = @region"
	case v.Region != "":
		return "c.region = @region AND c.procedure = 'Filing'"
	case v.Province && opening:
		return caseSubmitted
	case v.Province:
		return "TRUE"
	}
	return caseSatOn
}

func (v Viewer) seeing() map[string]any {
	arguments := v.named()
	arguments["enterprise"], arguments["region"] = v.Enterprise, v.Region
	return arguments
}

// MayView says whether the viewer may open the case.
func (s *Store) MayView(ctx context.Context, v Viewer, caseNo string) (bool, error) {
	arguments := v.seeing()
	arguments["case"] = caseNo
	var may bool
	err := s.DB.WithContext(ctx).Raw("SELECT EXISTS (SELECT FROM cases c WHERE c.case_no = @case AND "+v.sees(true)+")", arguments).Scan(&may).Error
	return may, fail(err, "look up the jurisdiction")
}

// DocketFilter says which cases a page shows.
type DocketFilter struct {
	State  string // open, closed or all
	Region string
	Stage  string
	Query  string // the beginning of the enterprise's name, or a case number
}

// Docket lists the filing cases within a viewer's jurisdiction, the newest first.
func (s *Store) Docket(ctx context.Context, v Viewer, f DocketFilter, before Place, limit int) ([]Case, error) {
	arguments := v.seeing()
	where := []string{v.sees(false), "c.procedure = 'Filing'"}
	switch f.State {
	case "open":
		where = append(where, "c.closed_at IS NULL")
	case "closed":
		where = append(where, "c.closed_at IS NOT NULL")
	}
	if f.Region != "" {
		where = append(where, "c.region = @city")
	}
	if f.Stage != "" {
		where = append(where, "c.stage = @stage")
	}
	if f.Query != "" {
		where = append(where, "(starts_with(c.enterprise_name, @query) OR c.case_no = @query)")
	}
	if !before.At.IsZero() {
		where = append(where, "(c.opened_at, c.case_no) < (@at, @before)")
	}
	arguments["city"], arguments["stage"], arguments["query"] = f.Region, f.Stage, f.Query
	arguments["at"], arguments["before"], arguments["limit"] = before.At, before.ID, limit
	var rows []Case
	err := s.DB.WithContext(ctx).Raw("SELECT c.* FROM cases c WHERE "+strings.Join(where, " AND ")+
		" ORDER BY c.opened_at DESC, c.case_no DESC LIMIT @limit", arguments).Scan(&rows).Error
	return rows, fail(err, "list the cases")
}

// Waiting is something of a case that has not moved for a while.
type Waiting struct {
	Kind  string // command or paper
	ID    string
	Since time.Time
}

// WaitingIn lists the commands and papers of a case that have waited since before the instant.
func (s *Store) WaitingIn(ctx context.Context, caseNo string, before time.Time) ([]Waiting, error) {
	var rows []Waiting
	err := s.DB.WithContext(ctx).Raw(`SELECT 'command' AS kind, operation AS id, created_at AS since FROM commands
			WHERE case_no = @case AND state = 'sent' AND created_at < @before
		UNION ALL SELECT 'paper', id, ordered_at FROM papers WHERE case_no = @case AND state = 'due' AND ordered_at < @before
		ORDER BY since`, map[string]any{"case": caseNo, "before": before}).Scan(&rows).Error
	return rows, fail(err, "list what waits")
}
