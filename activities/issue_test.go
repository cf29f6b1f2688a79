package activities_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/jpeg"
	"io"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"go.temporal.io/sdk/temporal"

	"jiangxin/activities"
	"jiangxin/contract"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/evidence"
	"jiangxin/store"
	"jiangxin/store/storetest"
	"jiangxin/vault"
)

const batchNo = "Y000021000001202611001"

var issuedAt = time.Date(2026, 11, 20, 1, 0, 0, 0, time.UTC)

// album has one photo for everybody, but for those whose file is missing.
type album struct {
	mu      sync.Mutex
	missing string
}

func (a *album) Photo(name string) ([]byte, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if name == a.missing {
		return nil, fault.New(fault.NotFound, "没有这张照片", "There is no such photo")
	}
	var out bytes.Buffer
	err := jpeg.Encode(&out, image.NewGray(image.Rect(0, 0, 120, 160)), nil)
	return out.Bytes(), err
}

// issuer has a batch of n certificates that are numbered and not made.
func issuer(t *testing.T, n int) (*activities.Issuer, *album, vault.CaseKey) {
	t.Helper()
	s := storetest.Seeded(t)
	kept := keep(t, setting(t, "JIANGXIN_S3_ENDPOINT"))
	if err := kept.EnsureBucket(t.Context()); err != nil {
		t.Fatal(err)
	}
	keys, err := vault.ParseKeyring("test-1:TssK9A1Gz6kbLbnsuB6pyWvVE3WXLoqSn/5WbVqz8Gw=")
	if err != nil {
		t.Fatal(err)
	}
	key, wrapped := keys.NewCaseKey(batchNo)
	register(t, s, keys, wrapped, n)
	photos := &album{}
	return &activities.Issuer{
		Store: s, Evidence: kept, Keys: keys, PublicURL: "https://jx.example.org",
		Photos: func(context.Context, store.Batch) (activities.Photos, error) { return photos, nil },
	}, photos, key
}

func register(t *testing.T, s *store.Store, keys *vault.Keyring, wrapped string, n int) {
	t.Helper()
	enterprise, user := uuid.New(), uuid.New()
	exec := func(sql string, args ...any) {
		if err := s.DB.Exec(sql, args...).Error; err != nil {
			t.Fatal(err)
		}
	}
	exec(`INSERT INTO enterprises (id, name, credit_code, region, created_at) VALUES (?, '沈阳星辰重工有限公司', '91210100MA0000000X', '210100', ?)`, enterprise, issuedAt)
	exec(`INSERT INTO users (id, login, name, password_hash, created_at) VALUES (?, 'clerk', '李文员', '', ?)`, user, issuedAt)
	exec(`INSERT INTO cases (case_no, procedure, procedure_version, policy, workflow_id, region, enterprise_id, enterprise_name, competent, bureau, input, head, key_wrapped, opened_at)
		VALUES (?, 'Certification', 1, '2020-06-01.1', 'c', '210100', ?, '沈阳星辰重工有限公司', 'authority-210100', '', '{}', '', ?, ?)`, batchNo, enterprise, wrapped, issuedAt)
	exec(`INSERT INTO filings (filing_no, enterprise_id, enterprise_name, credit_code, region, case_no, valid_from, valid_through, token, filed_at)
		VALUES ('Y000021000001', ?, '沈阳星辰重工有限公司', '', '210100', ?, '2026-01-01', '2028-12-31', 't', ?)`, enterprise, batchNo, issuedAt)
	exec(`INSERT INTO batches (batch_no, filing_no, enterprise_id, enterprise_name, region, state, occupation, occupation_name, level, way, exam_from, exam_to, place, plan,
			template, rows, issued, created_by, created_at, updated_at) VALUES (?, 'Y000021000001', ?, '沈阳星辰重工有限公司', '210100', 'issued', '6-31-01-03', '电工', '4', 'examination',
			'2026-11-10', '2026-11-10', '', '{}', 1, ?, ?, ?, ?, ?)`, batchNo, enterprise, n, n, user, issuedAt, issuedAt)
	for no := 1; no <= n; no++ {
		sealed := keys.Seal(store.ResultIDNumber, batchNo, []byte("210102199001011234"))
		exec(`INSERT INTO result_rows (batch_no, no, name, id_sealed, id_digest, id_masked, content, verdict) VALUES (?, ?, '张三', ?, 'd', 'm', ?, 'pass')`,
			batchNo, no, sealed, fmt.Sprintf(`{"photo":"%d.jpg"}`, no))
		if err := s.DB.Create(&store.Certificate{
			Number: fmt.Sprintf("Y0000210000012640%05d", no), BatchNo: batchNo, RowNo: no, FilingNo: "Y000021000001", EnterpriseID: enterprise,
			EnterpriseName: "沈阳星辰重工有限公司", Region: "210100", Name: "张三", IDKind: "resident", IDSealed: sealed, IDDigest: []byte("d"), IDMasked: "m",
			Occupation: "6-31-01-03", OccupationName: "电工", Level: "4", Employer: "沈阳星辰重工有限公司", IssuedOn: civil.Of(issuedAt), IssuedAt: issuedAt,
			Covered: true, Token: fmt.Sprint("token-", no), Transfer: store.TransferIssued, Version: 1,
		}).Error; err != nil {
			t.Fatal(err)
		}
	}
}

func certificates(t *testing.T, i *activities.Issuer) []store.Certificate {
	t.Helper()
	rows, err := i.Store.CertificatesOfBatch(t.Context(), batchNo, 0, 1000)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestMakersSideBySideMakeEveryCertificateOnceSealedAndLocked(t *testing.T) {
	t.Parallel()
	i, _, key := issuer(t, 25)
	var makers sync.WaitGroup
	for n := range 3 {
		makers.Go(func() {
			if _, err := i.MakeCertificates(t.Context(), contract.EffectRequest{CaseNo: batchNo, ID: fmt.Sprint("issue/1/certificates/", n+1)}); err != nil {
				t.Error(err)
			}
		})
	}
	makers.Wait()
	if b, err := i.Store.Batch(t.Context(), batchNo); err != nil || b.Made != 25 {
		t.Errorf("%d made, %v", b.Made, err)
	}
	want := civil.Of(issuedAt).AddYears(5).End().UTC().Truncate(time.Second)
	for _, c := range certificates(t, i) {
		if c.MadeAt == nil || c.ObjectVersion == "" || c.LockedUntil == nil || !c.LockedUntil.Equal(want) {
			t.Fatalf("%+v", c)
		}
	}
	one := certificates(t, i)[0]
	ref := evidence.Ref{Key: one.ObjectKey, VersionID: one.ObjectVersion}
	if until, err := i.Evidence.Locked(t.Context(), ref); err != nil || !until.Equal(want) {
		t.Errorf("locked until %v: %v", until, err)
	}
	file, _, err := i.Evidence.OpenSealed(t.Context(), ref, key)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	if pdf, err := io.ReadAll(file); err != nil || !bytes.HasPrefix(pdf, []byte("%PDF")) {
		t.Errorf("%d bytes, %v", len(pdf), err)
	}
	// A worker that died after it stored a PDF and before it kept where: the same bytes are found again.
	if err := i.Store.DB.Exec(`UPDATE certificates SET made_at = NULL, object_version = '' WHERE number = ?`, one.Number).Error; err != nil {
		t.Fatal(err)
	}
	if _, err := i.MakeCertificates(t.Context(), contract.EffectRequest{CaseNo: batchNo}); err != nil {
		t.Error(err)
	}
	if again := certificates(t, i)[0]; again.ObjectVersion != one.ObjectVersion {
		t.Errorf("stored twice: %s and %s", one.ObjectVersion, again.ObjectVersion)
	}
}

func TestACertificateThatCannotBeMadeHoldsUpNoOtherAndIsMadeOnceItCan(t *testing.T) {
	t.Parallel()
	i, photos, _ := issuer(t, 13)
	photos.missing = "2.jpg"
	_, err := i.MakeCertificates(t.Context(), contract.EffectRequest{CaseNo: batchNo})
	if _, travels := err.(*temporal.ApplicationError); !travels { //nolint:errorlint // what leaves an activity is that very type
		t.Errorf("got %T %v", err, err)
	}
	if b, err := i.Store.Batch(t.Context(), batchNo); err != nil || b.Made != 12 {
		t.Errorf("%d made, %v", b.Made, err)
	}
	photos.missing = ""
	if _, err := i.MakeCertificates(t.Context(), contract.EffectRequest{CaseNo: batchNo}); err != nil {
		t.Error(err)
	}
	if b, err := i.Store.Batch(t.Context(), batchNo); err != nil || b.Made != 13 {
		t.Errorf("%d made, %v", b.Made, err)
	}
}
