package api

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/xuri/excelize/v2"

	"jiangxin/contract"
	"jiangxin/demo/exhibit"
	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/domain/certification/certificationtest"
	"jiangxin/domain/civil"
	"jiangxin/store"
)

// filingNo is the filing of the enterprise that certifies.
const filingNo = "Y000021000001"

// institution is the clerk of an enterprise that is filed for electricians of level 4 and 3 from 2026 to 2028.
type institution struct {
	*person
	name     string
	evidence string // a document of the enterprise that serves as any evidence
	photos   string // the good zip
}

// filed makes the first enterprise of Shenyang a filed one.
func (o *office) filed() institution { return o.filedIn("210100", "2028-12-31") }

// filedIn is filed where the filing's city and last day are others.
func (o *office) filedIn(region, through string) institution {
	o.t.Helper()
	one := o.settle("000001")
	p := o.clerk()
	enterprise, err := o.store.Enterprise(o.t.Context(), one.enterprise)
	o.must(err)
	o.sql(`INSERT INTO filings (filing_no, enterprise_id, enterprise_name, credit_code, region, case_no, valid_from, valid_through, token, filed_at)
		VALUES (?, ?, ?, ?, ?, ?, '2026-01-01', ?, 'token', ?)`,
		filingNo, enterprise.ID, enterprise.Name, enterprise.CreditCode, region, one.caseNo, through, o.now())
	o.sql(`INSERT INTO filing_occupations (filing_no, code, work_type, name, levels, standard, added_on) VALUES (?, '6-31-01-03', '', '电工', '{4,3}', '', '2026-01-01')`, filingNo)
	file, err := exhibit.PDF("佐证", exhibit.Page{Title: "佐证"})
	o.must(err)
	b := institution{person: p, name: enterprise.Name, evidence: p.send("佐证.pdf", "resultEvidence", file.Body, nil).Id}
	b.photos = p.send("照片.zip", "resultPhotos", portraits(o.t, "1.jpg", "2.jpg", "3.jpg"), nil).Id
	return b
}

func (o *office) sql(text string, values ...any) {
	o.t.Helper()
	o.must(o.store.DB.Exec(text, values...).Error)
}

// howMany gives the one number that a query answers.
func (o *office) howMany(text string, values ...any) (n int) {
	o.t.Helper()
	o.must(o.store.DB.Raw(text, values...).Scan(&n).Error)
	return n
}

// plan is a complete plan of an examination in the level, which is over.
func (b institution) plan(level string) BatchPlan {
	plan := BatchPlan{
		Occupation: "6-31-01-03", Level: level, Way: "examination", Place: "公司培训中心", From: civil.On(2026, 11, 10), To: civil.On(2026, 11, 12),
		Assessors: []BatchAssessor{{Name: "周明远", Card: "KP-1", Lead: true}, {Name: "吴敏之", Card: "KP-2"}, {Name: "郑守一", Card: "KP-3"}},
		Evidence:  []BatchEvidence{},
	}
	for _, kind := range []string{"workPlan", "scoreSheet", "paper", "labourProof"} {
		plan.Evidence = append(plan.Evidence, BatchEvidence{Kind: kind, Document: b.evidence})
	}
	return plan
}

func (b institution) batch() Batch {
	b.t.Helper()
	got := b.do(http.MethodPost, "/api/batches", b.plan("3"))
	if got.status != http.StatusCreated {
		b.t.Fatalf("make a batch: %d %s", got.status, got.body)
	}
	return into[Batch](got)
}

func (b institution) view(batchNo string) Batch {
	b.t.Helper()
	return into[Batch](b.do(http.MethodGet, "/api/batches/"+batchNo, nil))
}

// workbookFile is a workbook that its clerk is filling in.
type workbookFile struct {
	*excelize.File
	t     *testing.T
	sheet string
}

// workbook is the template of a batch, filled in with three good rows in lines 2 to 4 and then changed.
func (b institution) workbook(batchNo string, change func(workbookFile)) []byte {
	b.t.Helper()
	template := b.do(http.MethodGet, "/api/batches/"+batchNo+"/workbook", nil)
	book, err := excelize.OpenReader(bytes.NewReader(template.body))
	b.must(err)
	defer func() { _ = book.Close() }()
	w := workbookFile{File: book, t: b.t, sheet: book.GetSheetName(0)}
	for i, row := range certificationtest.Rows(7, 3) {
		line := i + 2
		for heading, value := range map[string]string{
			"姓名": row.Name, "证件类型": "居民身份证", "证件号码": row.IDNumber, "所在单位": b.name, "用工形式": "本单位职工", "职业": "电工", "等级": "三级/高级工",
			"申报条件": row.Condition, "理论成绩": "82", "技能成绩": "78.5", "工作业绩": "良好", "职业道德和工匠精神": "优秀", "照片文件名": fmt.Sprint(i+1, ".jpg"),
		} {
			w.text(heading, line, value)
		}
	}
	if change != nil {
		change(w)
	}
	var out bytes.Buffer
	b.must(book.Write(&out))
	return out.Bytes()
}

// at is the cell below a heading.
func (w workbookFile) at(heading string, line int) string {
	w.t.Helper()
	rows, err := w.GetRows(w.sheet)
	if err != nil {
		w.t.Fatal(err)
	}
	column := slices.IndexFunc(rows[0], func(text string) bool { return strings.Trim(text, " *＊") == heading })
	cell, err := excelize.CoordinatesToCellName(column+1, line)
	if err != nil {
		w.t.Fatalf("%s: %v", heading, err)
	}
	return cell
}

func (w workbookFile) text(heading string, line int, value string) {
	w.t.Helper()
	w.must(w.SetCellStr(w.sheet, w.at(heading, line), value))
}

func (w workbookFile) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// uploaded sends a workbook and gives the files of a check.
func (b institution) uploaded(file []byte) map[string]any {
	b.t.Helper()
	return map[string]any{"workbook": b.send("认定结果.xlsx", "resultWorkbook", file, nil).Id, "photos": b.photos}
}

func (b institution) check(batchNo string, files map[string]any) answer {
	b.t.Helper()
	return b.do(http.MethodPost, "/api/batches/"+batchNo+"/results/check", files)
}

func (b institution) confirm(batchNo string, files map[string]any) answer {
	b.t.Helper()
	wish := map[string]any{"version": b.view(batchNo).Version}
	for key, value := range files {
		wish[key] = value
	}
	return b.do(http.MethodPut, "/api/batches/"+batchNo+"/results", wish)
}

// filled makes a batch with three rows.
func (b institution) filled(change func(workbookFile)) Batch {
	b.t.Helper()
	batch := b.batch()
	got := b.confirm(batch.BatchNo, b.uploaded(b.workbook(batch.BatchNo, change)))
	if got.status != http.StatusOK {
		b.t.Fatalf("confirm: %d %s", got.status, got.body)
	}
	return into[Batch](got)
}

// Results are the authority's business, never the bureau's (DOMAIN section A), and nobody else's.
func TestResultsAreReadByTheirEnterpriseAndTheAuthorityOfItsCityAlone(t *testing.T) {
	t.Parallel()
	o := openFiles(t)
	b := o.filed()
	draft := b.filled(nil)
	b.handedIn(draft)
	b.issued(draft.BatchNo)
	var certificate string
	o.must(o.store.DB.Raw(`SELECT number FROM certificates ORDER BY number LIMIT 1`).Scan(&certificate).Error)
	batch := "/api/batches/" + draft.BatchNo
	for _, login := range []string{"sy-authority-handler", "sy-bureau-handler", "sy-bureau-signer", "dl-authority-handler", "dl-bureau-handler", "centre-handler", "department-signer"} {
		who, may := o.signIn(login), login == "sy-authority-handler"
		reads := func(path string, got answer) {
			t.Helper()
			if refused := got.status == http.StatusForbidden || got.status == http.StatusNotFound; may && got.status >= 300 || !may && !refused {
				t.Errorf("%s gets %d for %s", login, got.status, path)
			}
		}
		for _, path := range []string{
			batch, batch + "/results?which=all", batch + "/results/1/photo", batch + "/certificates", batch + "/upload", "/api/cases/" + draft.BatchNo,
			"/api/cases/" + draft.BatchNo + "/statements", "/api/cases/" + draft.BatchNo + "/papers", "/api/cases/" + draft.BatchNo + "/events",
			"/api/certificates/" + certificate, "/api/documents/" + draft.Workbook, "/api/documents/" + draft.Workbook + "/content?reason=audit",
			"/api/documents/" + draft.Photos + "/content?reason=audit", "/api/documents/" + b.evidence + "/content?reason=audit",
		} {
			reads(path, who.do(http.MethodGet, path, nil))
		}
		reads("an ID number", who.do(http.MethodPost, batch+"/results/1/reading", map[string]any{"reason": "核对"}))
	}
	o.sql(`UPDATE cases SET competent = 'authority-before' WHERE case_no = ?`, draft.BatchNo)
	if got := o.signIn("sy-authority-handler").do(http.MethodGet, batch, nil); got.status != http.StatusOK {
		t.Errorf("the successor of the authority that audited gets %d", got.status)
	}
}

// handedIn submits a batch; nobody runs its workflow here.
func (b institution) handedIn(batch Batch) {
	b.t.Helper()
	got := b.do(http.MethodPost, "/api/batches/"+batch.BatchNo+"/submission", map[string]any{"version": batch.Version, "promise": true}, "Idempotency-Key", uuid.NewString())
	if got.status != http.StatusAccepted {
		b.t.Fatalf("submit: %d %s", got.status, got.body)
	}
}

// portraits is a zip of different photos under the names.
func portraits(t *testing.T, names ...string) []byte {
	t.Helper()
	var entries []entry
	for i, name := range names {
		picture, err := exhibit.Portrait(name, i)
		if err != nil {
			t.Fatal(err)
		}
		entries = append(entries, entry{name, picture.Body})
	}
	return zipped(t, entries...)
}

// entry is one file of a zip.
type entry struct {
	name string
	body []byte
}

func zipped(t *testing.T, entries ...entry) []byte {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, e := range entries {
		file, err := archive.Create(e.name)
		if err == nil {
			_, err = file.Write(e.body)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// told is an event with the command behind it.
func told(kind casework.EventType, command string, data any) contract.Event {
	e := event(string(kind), "", data)
	e.Command = command
	return e
}

// audited records that the submitted batch came before the authority and passed but for the rows named, as its
// workflow would have done.
func (b institution) audited(batchNo string, verdict casework.Verdict, rows ...certification.RowVerdict) {
	b.t.Helper()
	sheet, err := json.Marshal(certification.AuditSheet{Rows: rows, Looked: []int{}})
	b.must(err)
	body, err := json.Marshal(store.DecisionBody{Verdict: string(verdict), Sheet: sheet})
	b.must(err)
	officer, err := b.store.UserByLogin(b.t.Context(), "sy-authority-handler")
	b.must(err)
	decision := "audit-" + batchNo
	b.must(b.store.DB.Create(&store.Command{
		ID: decision, Actor: officer.ID, Operation: contract.UpdateDecide, CaseNo: batchNo, Digest: []byte("d"), Payload: "{}", Body: string(body),
		State: store.CommandDone, CreatedAt: b.now(), SentAt: b.now(),
	}).Error)
	var submission string
	b.must(b.store.DB.Raw(`SELECT id FROM commands WHERE case_no = ? AND operation = ?`, batchNo, store.SubmitOperation).Scan(&submission).Error)
	b.record(batchNo, 1,
		told(casework.Opened, submission, contract.OpenedData{Procedure: contract.CertificationWorkflow, ProcedureVersion: 1, Policy: "2020-06-01.1"}),
		told(certification.ResultsSubmitted, submission, contract.ResultsSubmittedData{Round: 1, Command: submission}),
		told(casework.StageEntered, "", contract.StageData{Stage: string(certification.Audit), Round: 1}),
		told(certification.ResultsAudited, decision, contract.ResultsAuditedData{Round: 1, Command: decision, Verdict: string(verdict)}))
}

// issued records that the submitted batch passed and was issued.
func (b institution) issued(batchNo string) {
	b.t.Helper()
	b.audited(batchNo, casework.Pass)
	b.record(batchNo, 5, told(casework.StageEntered, "", contract.StageData{Stage: string(certification.Issue), Round: 1}),
		told(certification.CertificatesIssued, "", contract.CertificatesIssuedData{}))
}

// month opens the summaries of a month.
func (b institution) month(month string) {
	b.t.Helper()
	count, _, err := b.store.OpenSummaries(b.t.Context(), store.Months{Month: month, At: b.now(), Ask: func(store.Filing) (contract.Inquiry, error) {
		return contract.Inquiry{Version: 1, Check: "authority-210100", Policy: "2020-06-01.1"}, nil
	}})
	if err != nil || count != 1 {
		b.t.Fatalf("%d summaries: %v", count, err)
	}
}

// One enterprise cannot have two certificates of one occupation and level made for one person by handing them in twice.
func TestAPersonIsHandedInOnceForAnOccupationAndLevel(t *testing.T) {
	t.Parallel()
	b := openFiles(t).filed()
	first, second := b.filled(nil), b.filled(nil) // both are drafts: nothing is wrong yet
	b.handedIn(first)
	b.audited(first.BatchNo, casework.Pass)
	got := b.do(http.MethodPost, "/api/batches/"+second.BatchNo+"/submission", map[string]any{"version": second.Version, "promise": true}, "Idempotency-Key", uuid.NewString())
	if got.status != http.StatusConflict {
		t.Errorf("handed in twice: %d %s", got.status, got.body)
	}
	third := b.batch()
	got = b.check(third.BatchNo, b.uploaded(b.workbook(third.BatchNo, nil)))
	if found := into[ResultCheck](got); found.Wrong != 3 || !strings.Contains(string(got.body), first.BatchNo) {
		t.Errorf("the check of a third batch says %s", got.body)
	}
	other := b.plan("4")
	if got := b.do(http.MethodPost, "/api/batches", other); got.status != http.StatusCreated {
		t.Errorf("another level: %d %s", got.status, got.body)
	}
}
