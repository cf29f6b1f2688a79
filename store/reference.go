package store

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"jiangxin/domain/civil"
	"jiangxin/domain/policy"
	"jiangxin/domain/region"
)

// Reference is the dated data that steers decisions: calendar, policy and directory, as the tables hold them.
type Reference struct {
	Calendar  civil.Calendar
	Policy    policy.Book
	Directory region.Directory
	loaded    time.Time
}

// referenceAge is how long a process may work with what it has read (setting).
const referenceAge = time.Minute

// referenceCache keeps the newest Reference of a process.
type referenceCache struct {
	mu     sync.Mutex
	newest *Reference
}

// Reference gives the reference data, at most a minute old.
func (s *Store) Reference(ctx context.Context) (*Reference, error) {
	s.reference.mu.Lock()
	defer s.reference.mu.Unlock()
	if r := s.reference.newest; r != nil && time.Since(r.loaded) < referenceAge {
		return r, nil
	}
	r, err := s.loadReference(ctx)
	if err != nil {
		if s.reference.newest != nil { // better a minute too old than none
			return s.reference.newest, nil
		}
		return nil, err
	}
	s.reference.newest = r
	return r, nil
}

func (s *Store) loadReference(ctx context.Context) (*Reference, error) {
	db := s.DB.WithContext(ctx)
	r := &Reference{loaded: time.Now()}
	var days []calendarDay
	var years []int
	if err := db.Find(&days).Error; err != nil {
		return nil, fail(err, "read the calendar")
	}
	if err := db.Raw(`SELECT year FROM calendar_years`).Scan(&years).Error; err != nil {
		return nil, fail(err, "read the calendar's years")
	}
	list := make([]civil.Day, 0, len(days))
	for _, d := range days {
		list = append(list, civil.Day{Date: d.Day, Off: d.Off, Name: d.Name})
	}
	r.Calendar = civil.NewCalendar(list, years)
	var params []policyParam
	if err := db.Find(&params).Error; err != nil {
		return nil, fail(err, "read the policy")
	}
	rows := make([]policy.Param, 0, len(params))
	for _, p := range params {
		row, err := p.param()
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	book, err := policy.NewBook(rows)
	if err != nil {
		return nil, err
	}
	r.Policy = book
	r.Directory, err = loadDirectory(db)
	return r, err
}

type calendarDay struct {
	Day  civil.Date `gorm:"primaryKey"`
	Off  bool
	Name string
}

func (calendarDay) TableName() string { return "calendar_days" }

type policyParam struct {
	Key       string     `gorm:"primaryKey"`
	ValidFrom civil.Date `gorm:"primaryKey"`
	Revision  int        `gorm:"primaryKey"`
	Value     string
	Unit      string
	Source    string
	Evidence  string
	ValidTo   *civil.Date
	Note      string
}

func (policyParam) TableName() string { return "policy_params" }

func (p policyParam) param() (policy.Param, error) {
	out := policy.Param{
		Key: p.Key, Unit: p.Unit, Source: p.Source, Evidence: policy.Evidence(p.Evidence),
		From: p.ValidFrom, Revision: p.Revision, Note: p.Note,
	}
	if p.ValidTo != nil {
		out.To = *p.ValidTo
	}
	if err := json.Unmarshal([]byte(p.Value), &out.Value); err != nil {
		return out, fmt.Errorf("read parameter %s: %w", p.Key, err)
	}
	return out, nil
}

// SeedReference fills the tables with what the product is delivered with. Rows that are there stay as they are. Only the
// owner's role may do it.
func (s *Store) SeedReference(ctx context.Context) error {
	return s.In(ctx, func(tx *gorm.DB) error {
		tx = tx.Clauses(clause.OnConflict{DoNothing: true}).Session(&gorm.Session{})
		days, years, err := civil.LoadNotices()
		if err != nil {
			return err
		}
		rows := make([]calendarDay, 0, len(days))
		for _, d := range days {
			rows = append(rows, calendarDay{Day: d.Date, Off: d.Off, Name: d.Name})
		}
		if err := tx.CreateInBatches(rows, 100).Error; err != nil {
			return err
		}
		for _, y := range years {
			if err := tx.Exec(`INSERT INTO calendar_years (year) VALUES (?) ON CONFLICT DO NOTHING`, y).Error; err != nil {
				return err
			}
		}
		if err := seedPolicy(tx); err != nil {
			return err
		}
		return seedDirectory(tx)
	})
}

func seedPolicy(tx *gorm.DB) error {
	params, err := policy.DefaultParams()
	if err != nil {
		return err
	}
	for _, p := range params {
		value, err := json.Marshal(p.Value)
		if err != nil {
			return err
		}
		if err := tx.Create(&policyParam{
			Key: p.Key, ValidFrom: p.From, Revision: p.Revision, Value: string(value), Unit: p.Unit, Source: p.Source,
			Evidence: string(p.Evidence), ValidTo: dated(p.To), Note: p.Note,
		}).Error; err != nil {
			return err
		}
	}
	return nil
}

// dated turns an unset date into NULL.
func dated(d civil.Date) *civil.Date {
	if d.IsZero() {
		return nil
	}
	return &d
}

func undated(d *civil.Date) civil.Date {
	if d == nil {
		return civil.Date{}
	}
	return *d
}
