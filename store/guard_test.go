package store_test

import (
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"jiangxin/contract"
	"jiangxin/store/storetest"
)

// what nobody may do to the record of a case, whatever their role.
var forgeries = []string{
	"UPDATE case_events SET body = '{}'", "DELETE FROM case_events", "TRUNCATE case_events", "TRUNCATE cases CASCADE",
	"DELETE FROM cases", "UPDATE case_batches SET result = '{}'", "DELETE FROM case_batches", "TRUNCATE case_batches",
	"UPDATE cases SET case_no = 'other'",
}

func TestWhatHappenedCannotBeChangedByTheApplicationNorByTheOwner(t *testing.T) {
	t.Parallel()
	database := storetest.Open(t)
	database.SeedReference(t)
	f := setupOn(t, database.Store)
	if _, err := f.Record(t.Context(), contract.RecordRequest{CaseNo: f.caseNo, Events: opening()}); err != nil {
		t.Fatal(err)
	}
	events := f.count(t, "SELECT COUNT(*) FROM case_events")
	for role, address := range map[string]string{"application": database.URL, "owner": database.OwnerURL} {
		connection, err := pgx.Connect(t.Context(), address)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = connection.Close(t.Context()) }()
		for _, forgery := range forgeries {
			if _, err := connection.Exec(t.Context(), forgery); err == nil {
				t.Errorf("the %s could: %s", role, forgery)
			}
		}
	}
	if left := f.count(t, "SELECT COUNT(*) FROM case_events"); left != events {
		t.Errorf("%d events are left of %d", left, events)
	}
	if broken, err := f.VerifyChain(t.Context(), f.caseNo); err != nil || broken != 0 {
		t.Errorf("the chain breaks at %d: %v", broken, err)
	}
}

func TestTheApplicationOwnsNothingAndCannotTakeWhatIsForOthers(t *testing.T) {
	t.Parallel()
	database := storetest.Open(t)
	connection, err := pgx.Connect(t.Context(), database.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = connection.Close(t.Context()) }()
	for _, statement := range []string{
		"DROP TABLE case_events", "ALTER TABLE case_events DISABLE TRIGGER ALL", "CREATE TABLE mine (x int)", "DROP TRIGGER case_events_append_only ON case_events",
		"UPDATE statements SET content = ''", "DELETE FROM snapshots", "DELETE FROM personal_reads", "DELETE FROM numbers", "DELETE FROM users",
		"DELETE FROM documents", "DELETE FROM filings", "INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, true)",
		"SET session_replication_role = replica",
		"UPDATE policy_params SET value = '1'", "INSERT INTO policy_params SELECT key, value, unit, source, evidence, valid_from, valid_to, revision + 1, note FROM policy_params",
		"DELETE FROM competences", "UPDATE bodies SET kind = 'bureau'", "UPDATE regions SET parent = ''", "UPDATE calendar_days SET off = NOT off",
		"INSERT INTO calendar_years (year) VALUES (2099)", "DELETE FROM occupation_additions", "UPDATE experts SET employer = ''", "DELETE FROM user_roles",
		"UPDATE user_roles SET role = 'signer'", "UPDATE filings SET valid_through = '2099-01-01'", "UPDATE filings SET enterprise_name = ''",
		"DELETE FROM certificates", "UPDATE certificates SET name = ''", "UPDATE certificates SET number = 'x'", "UPDATE certificates SET token = ''",
		"DELETE FROM result_samples", "UPDATE result_templates SET content = ''", "DELETE FROM result_templates", "UPDATE result_samples SET seed = ''", "UPDATE monthly_summaries SET month = '202601'", "DELETE FROM roll_ups",
		"INSERT INTO numbers (scope, last) VALUES ('a', 5); UPDATE numbers SET last = 4 WHERE scope = 'a'",
		"INSERT INTO numbers (scope, last) VALUES ('a', 5); UPDATE numbers SET scope = 'b', last = 6 WHERE scope = 'a'",
	} {
		if _, err := connection.Exec(t.Context(), statement); err == nil {
			t.Errorf("the application could: %s", statement)
		}
	}
	var owned int
	if err := connection.QueryRow(t.Context(), "SELECT COUNT(*) FROM pg_class WHERE relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)").Scan(&owned); err != nil || owned != 0 {
		t.Errorf("the application owns %d relations: %v", owned, err)
	}
}

func TestNoCascadeReachesTheEvents(t *testing.T) {
	t.Parallel()
	s := storetest.New(t)
	var rules []string
	if err := s.DB.Raw(`SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f'`).Scan(&rules).Error; err != nil {
		t.Fatal(err)
	}
	for _, rule := range rules {
		if strings.Contains(rule, "CASCADE") || strings.Contains(rule, "SET NULL") || strings.Contains(rule, "SET DEFAULT") {
			t.Errorf("a foreign key changes rows by itself: %s", rule)
		}
	}
	if len(rules) < 20 {
		t.Errorf("only %d foreign keys were found", len(rules))
	}
}

func TestACommitIsOnTheDiskBeforeItIsAcknowledged(t *testing.T) {
	t.Parallel()
	s := storetest.New(t)
	for setting, want := range map[string]string{"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"} {
		var value string
		if err := s.DB.Raw("SELECT current_setting(?)", setting).Scan(&value).Error; err != nil || value != want {
			t.Errorf("%s is %q: %v", setting, value, err)
		}
	}
}
