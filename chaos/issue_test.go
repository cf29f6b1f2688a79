package chaos_test

import (
	"context"
	"testing"
	"time"

	"jiangxin/contract"
	"jiangxin/demo"
	"jiangxin/demo/cast"
	"jiangxin/domain/filing"
)

// issuing is how many certificates are under way while things break.
const issuing = 300

// TestThreeHundredCertificatesAreIssuedOnceWhateverIsKilledMeanwhile kills worker, file store, Postgres and API in turn
// while the certificates of a batch are made: afterwards there are exactly so many, their numbers have no gap, each
// has its file, and none is there twice.
func TestThreeHundredCertificatesAreIssuedOnceWhateverIsKilledMeanwhile(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 6*time.Minute)
	defer cancel()
	b := batch(ctx, t, issuing)
	if err := b.Audited(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Issue(ctx); err != nil {
		t.Fatal(err)
	}
	beyond := func(n int) {
		t.Helper()
		eventually(t, time.Minute, "the making goes on", func() bool { return made(t, b.No) > n })
	}
	beyond(0)
	withoutWorker(t)()
	beyond(40)
	store := without(t, "minio")
	time.Sleep(3 * time.Second)
	store()
	beyond(90)
	database := without(t, "postgres")
	time.Sleep(2 * time.Second)
	database()
	eventually(t, time.Minute, "the database answers", func() bool {
		return house.record.DB.WithContext(ctx).Exec("SELECT 1").Error == nil
	})
	house.api.kill()
	if err := house.api.start(); err != nil {
		t.Fatal(err)
	}
	eventually(t, 3*time.Minute, "all certificates are made", func() bool { return made(t, b.No) == issuing })
	whole(t, b.No, issuing)
	eventually(t, time.Minute, "the case has ended", func() bool {
		return number(t, `SELECT count(*) FROM cases WHERE case_no = ? AND outcome = 'issued'`, b.No) == 1 &&
			attributes(t, contract.CertificationID(b.No))["Stage"] == ""
	})
	sound(t, b.No)
}

// batch makes a batch of a fresh filed enterprise.
func batch(ctx context.Context, t *testing.T, people int) *demo.Batch {
	t.Helper()
	c, err := house.patient.File(ctx, cast.Shenyang, filing.Finished)
	if err != nil {
		t.Fatal(err)
	}
	b, err := house.patient.Batch(ctx, c, people)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// made counts the certificates whose file is there; less than nothing while the database is away.
func made(t *testing.T, batchNo string) int {
	t.Helper()
	n := -1
	if house.record.DB.WithContext(t.Context()).
		Raw(`SELECT count(*) FROM certificates WHERE batch_no = ? AND made_at IS NOT NULL`, batchNo).Scan(&n).Error != nil {
		return -1
	}
	return n
}

// whole checks that a batch has so many certificates with numbers one after another, each with a file of its own.
func whole(t *testing.T, batchNo string, want int) {
	t.Helper()
	var all struct{ Rows, Numbers, Files, Tokens, First, Last int }
	if err := house.record.DB.WithContext(t.Context()).Raw(`SELECT count(*) AS rows, count(DISTINCT number) AS numbers,
			count(DISTINCT object_key) FILTER (WHERE object_key <> '' AND size > 0) AS files, count(DISTINCT token) AS tokens,
			min(right(number, 6)::int) AS first, max(right(number, 6)::int) AS last FROM certificates WHERE batch_no = ?`, batchNo).
		Scan(&all).Error; err != nil {
		t.Fatal(err)
	}
	if all.Rows != want || all.Numbers != want || all.Files != want || all.Tokens != want || all.First != 1 || all.Last != want {
		t.Errorf("the batch of %d has %+v", want, all)
	}
}
