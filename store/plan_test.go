package store_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"jiangxin/domain/civil"
	"jiangxin/store"
	"jiangxin/store/storetest"
)

// listener keeps the statements that a store sends.
type listener struct {
	logger.Interface
	mu   sync.Mutex
	said []string
}

func (l *listener) LogMode(logger.LogLevel) logger.Interface { return l }

func (l *listener) Trace(_ context.Context, _ time.Time, sql func() (string, int64), _ error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	text, _ := sql()
	l.said = append(l.said, text)
}

func TestNoListOfResultsReadsATableFromEndToEnd(t *testing.T) {
	t.Parallel()
	s := storetest.Seeded(t)
	heard := &listener{Interface: logger.Discard}
	db := s.DB.Session(&gorm.Session{Logger: heard})
	watched := &store.Store{DB: db}
	ctx, who, day := t.Context(), uuid.New(), civil.On(2026, 11, 20)
	const batchNo = "Y000021000001202611001"
	_, _ = watched.BatchesOf(ctx, who, "", batchNo, 50)
	_, _ = watched.BatchesIn(ctx, store.BatchFilter{Region: "210100"}, store.BatchPlace{On: day, BatchNo: batchNo}, 50)
	_, _ = watched.BatchesIn(ctx, store.BatchFilter{}, store.BatchPlace{On: day, BatchNo: batchNo}, 50)
	_, _ = watched.Calendar(ctx, "210100", day, day, store.BatchPlace{}, 50)
	_, _ = watched.ResultPage(ctx, batchNo, store.AllRows, 7, 50)
	_, _ = watched.ResultPage(ctx, batchNo, store.AttentionRows, 7, 50)
	_, _ = watched.ResultPage(ctx, batchNo, store.ChangedRows, 7, 50)
	_, _ = watched.AuditRows(ctx, batchNo)
	_, _ = watched.Held(ctx, []string{"a", "b"}, "c", "", "4")
	_, _ = watched.Elsewhere(ctx, []string{"a", "b"}, who)
	_, _ = watched.CertificatesOfBatch(ctx, batchNo, 7, 50)
	_, _ = watched.CertificatesOfEnterprise(ctx, who, "Y", 50)
	_, _ = watched.PublicResults(ctx, "", store.BatchPlace{On: day, BatchNo: batchNo}, 50)
	_, _ = watched.OpenRevocation(ctx, "Y")
	_, _ = watched.SummaryOfCase(ctx, "Y-202611")
	_, _ = watched.SummariesIn(ctx, "210100", "202611", "", 50)
	_, _ = watched.SummaryEntries(ctx, store.MonthlySummary{FilingNo: "Y", Month: "202611", EnterpriseID: who})
	_, _ = watched.UnmadeCertificates(ctx, batchNo)
	statements := append(heard.said,
		"SELECT 1 FROM certificates WHERE number = 'a' AND name = 'b'", "SELECT 1 FROM certificates WHERE token = 'a'",
		"SELECT 1 FROM certificates WHERE id_digest = convert_to('a', 'UTF8') AND name = 'b'")
	if len(statements) < 21 {
		t.Fatalf("heard only %d statements", len(statements))
	}
	for _, statement := range statements {
		if err := s.DB.Transaction(func(tx *gorm.DB) error {
			var plan []string
			tx.Exec("SET LOCAL enable_seqscan = off") // the tables are empty: what an index can answer, it then does
			if err := tx.Raw("EXPLAIN " + strings.ReplaceAll(statement, "?", "??")).Scan(&plan).Error; err != nil {
				return err
			}
			if text := strings.Join(plan, "\n"); strings.Contains(text, "Seq Scan") {
				t.Errorf("%s\n%s", statement, text)
			}
			return nil
		}); err != nil {
			t.Errorf("%s: %v", statement, err)
		}
	}
}
