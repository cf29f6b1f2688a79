package worker_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"jiangxin/domain/civil"
	"jiangxin/evidence"
	"jiangxin/store"
	"jiangxin/store/storetest"
	"jiangxin/vault"
	"jiangxin/worker"
)

var handedIn = time.Date(2026, 11, 20, 1, 0, 0, 0, time.UTC)

// files is a bucket of the test's own; endpoint may name a store that is down.
func files(t *testing.T, endpoint, bucket string) *evidence.Store {
	t.Helper()
	s, err := evidence.NewStore(evidence.Config{
		Endpoint: endpoint, AccessKey: os.Getenv("JIANGXIN_S3_ACCESS_KEY"), SecretKey: os.Getenv("JIANGXIN_S3_SECRET_KEY"), Bucket: bucket,
	}, evidence.NewInspector(evidence.DefaultLimits(), nil))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestEvidenceIsLockedForFiveYearsFromItsDecisionAndADeadStoreOnlyDelaysIt(t *testing.T) {
	t.Parallel()
	db, bucket := storetest.Seeded(t), "test-"+strings.ToLower(rand.Text())
	bucketed := files(t, os.Getenv("JIANGXIN_S3_ENDPOINT"), bucket)
	must(t, bucketed.EnsureBucket(t.Context()))
	keys, err := vault.ParseKeyring("test-1:TssK9A1Gz6kbLbnsuB6pyWvVE3WXLoqSn/5WbVqz8Gw=")
	must(t, err)
	key, wrapped := keys.NewCaseKey("document/x")
	sealed, err := bucketed.PutSealed(t.Context(), evidence.SealedKey("C1", "x"), key, bytes.NewReader([]byte("身份证")), int64(len("身份证")), evidence.PDF)
	must(t, err)
	user, kept, draft := uuid.New(), uuid.New(), uuid.New()
	must(t, db.DB.Exec(`INSERT INTO users (id, login, name, password_hash, created_at) VALUES (?, 'a', '甲', '', ?)`, user, handedIn).Error)
	for id, due := range map[uuid.UUID]*time.Time{kept: &handedIn, draft: nil} {
		must(t, db.AddDocument(t.Context(), store.Document{
			ID: id, Purpose: "material", Name: "a.pdf", State: store.DocumentAccepted, ObjectKey: sealed.Key, ObjectVersion: sealed.VersionID,
			KeyWrapped: wrapped, Personal: true, EvidenceAt: due, LockTryAt: due, CreatedBy: user, CreatedAt: handedIn, Version: 1,
		}))
	}
	now := handedIn.Add(time.Hour)
	down := &worker.Locker{Store: db, Evidence: files(t, "127.0.0.1:1", bucket)}
	brief, cancel := context.WithTimeout(t.Context(), 2*time.Second)
	defer cancel()
	if err := down.LockOnce(brief, now); err == nil {
		t.Error("a store that is down locked something")
	}
	up := &worker.Locker{Store: db, Evidence: bucketed}
	must(t, up.LockOnce(t.Context(), now.Add(2*time.Minute)))
	must(t, up.LockOnce(t.Context(), now.Add(time.Hour))) // nothing is left to do
	want := civil.Of(handedIn).AddYears(5).End().UTC().Truncate(time.Second)
	until, err := bucketed.Locked(t.Context(), sealed.Ref)
	if err != nil || !until.Equal(want) {
		t.Errorf("locked until %v, want %v: %v", until, want, err)
	}
	for id, locked := range map[uuid.UUID]bool{kept: true, draft: false} {
		if d, err := db.Document(t.Context(), id); err != nil || (d.LockedUntil != nil) != locked || d.LockTryAt != nil {
			t.Errorf("%+v, %v", d, err)
		}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
