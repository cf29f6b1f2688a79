package activities_test

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/filing"
	"jiangxin/domain/filing/filingtest"
	"jiangxin/domain/identity"
	"jiangxin/store"
	"jiangxin/store/storetest"
)

const (
	authority  = "authority-210200"
	bureau     = "bureau-210200"
	department = "department-210000"
	caseNo     = "210200-2026-000001"
)

// story plays a case into the database as the workflow would: batches of events, commands, statements.
type story struct {
	*store.Store
	t      *testing.T
	caseNo string
	people map[string]uuid.UUID
	at     time.Time
	seq    int
	events []contract.Event
	papers []string           // ordered in the batch that is being written
	render func(paper string) // called for every paper once its batch is recorded
}

func newStory(t *testing.T) *story {
	t.Helper()
	s := &story{Store: storetest.Seeded(t), t: t, caseNo: caseNo, people: map[string]uuid.UUID{}, at: filingtest.Now, render: func(string) {}}
	enterprise := uuid.New()
	app := filingtest.Application()
	s.exec(`INSERT INTO enterprises (id, name, credit_code, region, created_at) VALUES (?, ?, ?, '210200', ?)`, enterprise, app.Unit.Name, app.Unit.CreditCode, s.at)
	for login, name := range map[string]string{
		"clerk": "钱平和", "handler": "孙齐文", "reviewer": "李思远", "signer": "王若水", "province": "吴省清",
		"expert-1": "周文博", "expert-2": "郑晓岚", "expert-3": "冯建业",
	} {
		id := uuid.New()
		s.people[login] = id
		s.exec(`INSERT INTO users (id, login, name, password_hash, created_at) VALUES (?, ?, ?, '', ?)`, id, login, name, s.at)
	}
	for _, e := range []string{"expert-1", "expert-2", "expert-3"} {
		s.exec(`INSERT INTO experts (user_id, region, employer, title, specialty) VALUES (?, '210200', ?, '教授', '6-31-01-03')`, s.people[e], "大连示例大学第"+e[7:]+"学院")
	}
	input := contract.Filing{
		CaseNo: s.caseNo, Region: "210200", Enterprise: enterprise.String(), Competent: authority, Bureau: bureau,
		Publisher: bureau, Centre: "centre-210000", Department: department,
	}
	s.must(s.DB.Create(&store.Case{
		CaseNo: s.caseNo, Procedure: contract.FilingWorkflow, ProcedureVersion: 1, Policy: "2020-06-01.1",
		WorkflowID: contract.FilingID(s.caseNo), Region: "210200", EnterpriseID: enterprise, EnterpriseName: app.Unit.Name,
		Competent: authority, Bureau: bureau, Input: text(t, input), Head: store.Genesis(s.caseNo), OpenedAt: s.at,
	}).Error)
	s.staff(enterprise)
	return s
}

// staff stores the lists as the application's form does: masked, with the digest that the snapshot names.
func (s *story) staff(enterprise uuid.UUID) {
	s.t.Helper()
	id := uuid.New()
	s.exec(`INSERT INTO applications (id, enterprise_id, kind, region, state, case_no, content, created_by, created_at, updated_at)
		VALUES (?, ?, 'initial', '210200', 'submitted', ?, '{}', ?, ?, ?)`, id, enterprise, s.caseNo, s.people["clerk"], s.at, s.at)
	facts := filingtest.StaffFacts()
	for i, row := range filingtest.Staff() {
		number, err := identity.ParseResidentID(row.IDNumber)
		s.must(err)
		digest, err := hex.DecodeString(facts[i].IDDigest)
		s.must(err)
		s.exec(`INSERT INTO staff (application_id, kind, ordinal, name, id_number_sealed, id_number_digest, id_number_masked, details)
			VALUES (?, ?, ?, ?, 'sealed', ?, ?, '{}')`, id, string(row.Kind), i, row.Name, digest, number.Masked())
	}
}

func (s *story) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

func (s *story) exec(sql string, args ...any) {
	s.t.Helper()
	s.must(s.DB.Exec(sql, args...).Error)
}

func text(t *testing.T, value any) string {
	t.Helper()
	raw, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func (s *story) note(kind casework.EventType, task, command, actor string, data any) {
	s.t.Helper()
	s.seq++
	s.events = append(s.events, contract.Event{
		Seq: s.seq, At: s.at, Type: string(kind), TaskID: task, Command: command, Actor: actor, Data: json.RawMessage(text(s.t, data)),
	})
}

// flush records the batch and renders the papers that it ordered, as the desk does at rest.
func (s *story) flush() {
	s.t.Helper()
	_, err := s.Record(s.t.Context(), contract.RecordRequest{CaseNo: s.caseNo, Events: s.events})
	s.must(err)
	s.events = nil
	ordered := s.papers
	s.papers = nil
	for _, id := range ordered {
		s.render(id)
	}
}

func (s *story) command(actor string, body store.DecisionBody) string {
	s.t.Helper()
	id := uuid.NewString()
	s.must(s.DB.Create(&store.Command{
		ID: id, Actor: s.people[actor], Operation: contract.UpdateDecide, CaseNo: s.caseNo, Digest: []byte{1}, Payload: "{}",
		Body: text(s.t, body), State: store.CommandSent, CreatedAt: s.at, SentAt: s.at,
	}).Error)
	return id
}

func snapshot(t *testing.T, change func(*filing.Application)) string {
	t.Helper()
	app := filingtest.Application()
	change(&app)
	var documents []filing.Document
	for _, d := range filingtest.Documents() {
		documents = append(documents, d)
	}
	content, _, err := filing.Snapshot(app, filingtest.StaffFacts(), documents)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func (s *story) open() {
	s.t.Helper()
	command := s.command("clerk", store.DecisionBody{Snapshot: snapshot(s.t, func(*filing.Application) {})})
	s.note(casework.Opened, "", command, "", contract.OpenedData{Procedure: contract.FilingWorkflow})
	s.note(casework.StageEntered, "", "", "", contract.StageData{Stage: "acceptance", Round: 1})
	s.paper("acceptance/1/intakeSlip", "", command)
	s.paper("acceptance/1/applicationForm", "", command)
	s.ask("acceptance/1/1", 5)
	s.flush()
}

func (s *story) paper(id, body, command string) {
	s.t.Helper()
	stage, round, kind := split(s.t, id)
	s.note(casework.PaperDue, "", "", "", contract.PaperData{ID: id, Kind: kind, Stage: stage, Round: round, Body: body, Command: command})
	s.papers = append(s.papers, id)
}

func split(t *testing.T, id string) (stage string, round int, slot string) {
	t.Helper()
	parsed, err := casework.ParseTaskID(id) // papers have IDs of the same form
	if err != nil {
		t.Fatal(err)
	}
	return parsed.Stage, parsed.Round, parsed.Slot
}

// ask opens a task; days is its deadline in working days, of the city's clock where that runs.
func (s *story) ask(id string, days int) {
	s.t.Helper()
	unit := ""
	if strings.HasPrefix(id, "panel/") {
		unit = contract.DueCity
	}
	stage, round, slot := split(s.t, id)
	step := ""
	if slices.Contains([]string{"handle", "review", "sign"}, slot) {
		step = slot
	}
	s.note(casework.TaskOpened, id, "", "", contract.Task{
		ID: id, Stage: stage, Round: round, Step: step, Body: authority, Role: string(casework.Handler), Verdicts: []string{}, DueDays: days, DueUnit: unit,
	})
}

// answer decides a task that is open, an hour later; behalf names whose word it is, where an officer enters it.
func (s *story) answer(id, actor, behalf string, verdict casework.Verdict, sheet any, handedIn string) string {
	s.t.Helper()
	s.at = s.at.Add(time.Hour)
	body := store.DecisionBody{Verdict: string(verdict), Snapshot: handedIn}
	if sheet != nil {
		body.Sheet = json.RawMessage(text(s.t, sheet))
	}
	onBehalf := ""
	if behalf != "" {
		onBehalf = s.people[behalf].String()
	}
	command := s.command(actor, body)
	s.note(casework.Decided, id, command, s.people[actor].String(), contract.DecidedData{Verdict: string(verdict), OnBehalf: onBehalf, Digest: "00"})
	return command
}

// act takes the three steps of an institutional act and returns the first step's command.
func (s *story) act(stage string, round int, verdict casework.Verdict, sheet any) string {
	s.t.Helper()
	at := fmt.Sprintf("%s/%d/", stage, round)
	s.enter(stage, round)
	s.ask(at+"handle", 0)
	s.flush()
	command := s.answer(at+"handle", "handler", "", verdict, sheet, "")
	s.ask(at+"review", 0)
	s.flush()
	s.answer(at+"review", "reviewer", "", casework.Agree, nil, "")
	s.ask(at+"sign", 0)
	s.flush()
	s.answer(at+"sign", "signer", "", casework.Agree, nil, "")
	return command
}

func (s *story) enter(stage string, round int) {
	s.t.Helper()
	s.note(casework.StageEntered, "", "", "", contract.StageData{Stage: stage, Round: round})
}

// step enters a stage, asks one question and answers it.
func (s *story) step(stage string, round int, actor string, verdict casework.Verdict, sheet any) string {
	s.t.Helper()
	id := fmt.Sprintf("%s/%d/1", stage, round)
	s.enter(stage, round)
	s.ask(id, 0)
	s.flush()
	return s.answer(id, actor, "", verdict, sheet, "")
}
