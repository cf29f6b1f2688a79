package main

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"jiangxin/config"
	"jiangxin/domain/certification"
	"jiangxin/domain/filing"
	"jiangxin/domain/identity/identitytest"
	"jiangxin/domain/occupation"
	"jiangxin/store"
	"jiangxin/vault"
)

// How large the register is that is asked.
const (
	registered     = 1_000_000 // certificates; a multiple of 100,000
	registeredEach = 10_000    // of one batch
	registerOfYear = 2026
)

// register is a database with so many certificates, each with its row of results, sealed and digested as the product
// does it. It is apart from that of the other parts, so that it disturbs none.
type register struct {
	url    string // as the application's role
	owner  string
	filing filing.FilingNumber
}

const registerName = "bench_register"

func openRegister(ctx context.Context) (*register, error) {
	r := &register{filing: "Y000021000001"}
	if err := r.create(ctx); err != nil {
		return nil, err
	}
	var err error
	if r.url, err = within(os.Getenv("JIANGXIN_DATABASE_URL"), registerName); err != nil {
		return nil, err
	}
	if r.owner, err = within(os.Getenv("JIANGXIN_DATABASE_OWNER_URL"), registerName); err != nil {
		return nil, err
	}
	if err := prepare(ctx, r.owner, 1); err != nil {
		return nil, err
	}
	fmt.Printf("bench: filling the register with %d certificates\n", registered)
	return r, r.fill(ctx)
}

func (r *register) create(ctx context.Context) error {
	owner, err := url.Parse(os.Getenv("JIANGXIN_DATABASE_OWNER_URL"))
	if err != nil {
		return err
	}
	return asAdmin(ctx, "DROP DATABASE IF EXISTS "+registerName+" WITH (FORCE)", "CREATE DATABASE "+registerName+" OWNER "+owner.User.Username())
}

func (r *register) drop() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if err := asAdmin(ctx, "DROP DATABASE "+registerName+" WITH (FORCE)"); err != nil {
		fmt.Fprintln(os.Stderr, "bench: drop the register:", err)
	}
}

func asAdmin(ctx context.Context, statements ...string) error {
	admin, err := pgx.Connect(ctx, os.Getenv("JIANGXIN_ADMIN_DATABASE_URL"))
	if err != nil {
		return fmt.Errorf("connect as the superuser: %w", err)
	}
	defer func() { _ = admin.Close(ctx) }()
	for _, s := range statements {
		if _, err := admin.Exec(ctx, s); err != nil {
			return fmt.Errorf("%s: %w", s, err)
		}
	}
	return nil
}

// within is the address of another database of the same server.
func within(address, database string) (string, error) {
	u, err := url.Parse(address)
	if err != nil {
		return "", err
	}
	u.Path = "/" + database
	return u.String(), nil
}

// holder gives number and name of a certificate; n picks it as if by chance.
func (r *register) holder(n int64) (number, name string) {
	const prime = 618_970_019 // shares no factor with the register's size, so that all are asked for before one is again
	at := int(n * prime % registered)
	return r.number(at), registeredName(at)
}

// number is the number of the n-th certificate: of ten bodies' serials, since a serial has six digits.
func (r *register) number(n int) string {
	level := occupation.LevelCodes()[n/(registered/2)%2+2]
	number, err := certification.CertificateNumber(r.filing, registerOfYear, level, n%(registered/2)+1)
	if err != nil {
		panic(err) // the constants above are right or wrong for every n
	}
	return string(number)
}

func registeredName(n int) string {
	return string([]rune("赵钱孙李周吴郑王")[n%8]) + string('一'+rune(n/8%5000)) + string('乙'+rune(n%3001))
}

// fill writes batches, rows and certificates, each as a stream.
func (r *register) fill(ctx context.Context) error {
	cfg, err := config.Read()
	if err != nil {
		return err
	}
	keys, err := vault.ParseKeyring(cfg.Keys)
	if err != nil {
		return err
	}
	digester, err := vault.ParseDigestKey(cfg.DigestKey)
	if err != nil {
		return err
	}
	to, err := pgx.Connect(ctx, r.owner)
	if err != nil {
		return err
	}
	defer func() { _ = to.Close(ctx) }()
	var enterprise uuid.UUID
	var name string
	if err := to.QueryRow(ctx, `SELECT id, name FROM enterprises LIMIT 1`).Scan(&enterprise, &name); err != nil {
		return err
	}
	for _, s := range []string{
		`INSERT INTO cases (case_no, procedure, procedure_version, policy, workflow_id, region, enterprise_id, enterprise_name, competent, bureau, input, head, key_wrapped, opened_at)
			VALUES ('210100-2026-000001', 'Filing', 1, '2020-06-01.1', 'filing/1', '210100', $1, $2, '', '', '{}', '', '', now())`,
		`INSERT INTO filings (filing_no, enterprise_id, enterprise_name, credit_code, region, case_no, valid_from, valid_through, token, filed_at)
			VALUES ('` + string(r.filing) + `', $1, $2, '', '210100', '210100-2026-000001', '2026-01-01', '2028-12-31', 'token', now())`,
		fmt.Sprintf(`INSERT INTO batches (batch_no, filing_no, enterprise_id, enterprise_name, region, state, occupation, occupation_name, level, way, exam_from, exam_to,
				place, plan, template, rows, passed, issued, made, issued_on, created_by, created_at, updated_at)
			SELECT '%[1]s' || to_char(date '2020-01-01' + n * interval '1 month', 'YYYYMM') || '001', '%[1]s', $1, $2, '210100', 'issued', '6-18-02-04', '焊工', '3', 'examination',
				'2026-11-20', '2026-11-20', '', '{}', 1, %[2]d, %[2]d, %[2]d, %[2]d, '2026-11-22', (SELECT id FROM users LIMIT 1), now(), now()
			FROM generate_series(0, %[3]d) n`, r.filing, registeredEach, registered/registeredEach-1),
	} {
		if _, err := to.Exec(ctx, s, enterprise, name); err != nil {
			return fmt.Errorf("fill the register: %w", err)
		}
	}
	source := &streamed{register: r, keys: keys, digester: digester, enterprise: enterprise, name: name}
	if err := source.into(ctx, to, "result_rows", rowColumns, source.row); err != nil {
		return err
	}
	if err := source.into(ctx, to, "certificates", certificateColumns, source.certificate); err != nil {
		return err
	}
	_, err = to.Exec(ctx, `VACUUM (ANALYZE) result_rows, certificates`)
	return err
}

var (
	rowColumns = []string{"batch_no", "no", "name", "id_sealed", "id_digest", "id_masked", "content", "verdict", "round"}

	certificateColumns = []string{
		"number", "batch_no", "row_no", "filing_no", "enterprise_id", "enterprise_name", "region", "name", "id_kind", "id_sealed", "id_digest",
		"id_masked", "occupation", "occupation_name", "level", "employer", "issued_on", "issued_at", "covered", "token", "made_at",
	}
)

// streamed makes up the rows on their way into the database.
type streamed struct {
	register   *register
	keys       *vault.Keyring
	digester   *vault.Digester
	enterprise uuid.UUID
	name       string
}

func (s *streamed) into(ctx context.Context, to *pgx.Conn, table string, columns []string, row func(n int, id string) []any) error {
	people := identitytest.New(1)
	n := 0
	_, err := to.CopyFrom(ctx, pgx.Identifier{table}, columns, pgx.CopyFromFunc(func() ([]any, error) {
		if n == registered {
			return nil, nil
		}
		n++
		return row(n-1, people.ResidentID()), nil
	}))
	if err != nil {
		return fmt.Errorf("fill %s: %w", table, err)
	}
	return nil
}

// batch gives the batch and the row of the n-th certificate.
func (s *streamed) batch(n int) (batchNo string, row int) {
	month := time.Date(2020, time.Month(1+n/registeredEach), 1, 0, 0, 0, 0, time.UTC)
	return string(s.register.filing) + month.Format("200601") + "001", n%registeredEach + 1
}

// person gives what is stored of an ID number.
func (s *streamed) person(batchNo, id string) (sealed string, digest []byte, masked string) {
	return store.SealResultNumber(s.keys, batchNo, id), []byte(s.digester.Digest(store.ResultIDNumber, id)), certification.MaskID(id)
}

func (s *streamed) row(n int, id string) []any {
	batchNo, no := s.batch(n)
	sealed, digest, masked := s.person(batchNo, id)
	return []any{batchNo, no, registeredName(n), sealed, digest, masked, "{}", "pass", 1}
}

func (s *streamed) certificate(n int, id string) []any {
	batchNo, no := s.batch(n)
	sealed, digest, masked := s.person(batchNo, id)
	at := time.Date(registerOfYear, 11, 22, 6, 30, 0, 0, time.UTC)
	number := s.register.number(n)
	return []any{
		number, batchNo, no, string(s.register.filing), s.enterprise, s.name, "210100", registeredName(n), "resident", sealed, digest,
		masked, "6-18-02-04", "焊工", number[15:16], s.name, at, at, true, vault.NewQRToken(), at,
	}
}
