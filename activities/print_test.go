package activities_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/uuid"
	"go.temporal.io/sdk/temporal"
	"gorm.io/gorm"

	"jiangxin/activities"
	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/domain/filing/filingtest"
	"jiangxin/paper"
)

// facts are what each paper of the story must say.
var facts = map[string][]string{
	"acceptance/1/intakeSlip":           {"大连市", "收件凭证", "210200-2026-000001-收件-1", "沈阳匠信示例装备有限公司", "网上核验", "2026年3月2日10时00分", "2026年3月9日前作出答复"},
	"acceptance/1/applicationForm":      {"申请-1", "企业职工教育经费", "设备点检员", "（三）机构、人员、场地与设备", "高级工程师", "电工实训台DG-30×30", "二级/技师"},
	"acceptance/1/supplementNotice":     {"补正-1", "内容不完整", "缺少2025年度激励办法", "《通知》四（一）4", "经费保障说明不足", "经费来源", "2026年3月16日前", "共2项"},
	"acceptance/2/acceptanceNotice":     {"受理-2", "2026年3月2日予以受理", "2026年3月30日前"},
	"signature/1/assessment":            {"评估-1", "建议整改后复核", "一号实训车间东侧没有监控", "郑晓岚", "组长", "（代录：孙齐文）", "机修钳工的工位偏少，建议分批", "大连示例大学第2学院", "不符合"},
	"signature/2/assessment":            {"评估-2", "建议通过", "电工（五级/初级工、四级/中级工、三级/高级工）"},
	"verification/1/rectification":      {"整改-1", "补装东侧视频监控", "《通知》一（三）", "一号实训车间东侧没有监控", "2026年3月30日前"},
	"verification/2/verificationResult": {"核验-2", "评估-2", "通过", "孙齐文", "李思远", "王若水", "电工"},
	"commitment/1/commitmentLetter":     {"承诺-1", "赵安宁", "大连市人力资源和社会保障局"},
	"delegateOpinion/1/delegateOpinion": {"意见-1", "经核验符合条件，同意移交报送", "评估-2", "核验-2", "2026年3月2日"},
	"submission/1/submissionForm":       {"报送-1", "组长：郑晓岚", "同意报送备案。", "受委托机构意见", "经核验符合条件", "省人事考试中心复核意见"},
	"receipt/1/receipt":                 {"回执-1", "Y000021000001", "2026年3月3日至2029年3月2日", "抄送：辽宁省人事考试中心，各市人力资源和社会保障局，沈抚示范区管委会人力资源局"},
	"publication/1/catalogue":           {"目录-1", "第1版", "Y000021000001", "有效", "2029-03-02", "报省人力资源和社会保障厅"},
}

func TestEveryPaperSaysWhatWasRecordedAndIsTheSameAfterEverythingElseHappened(t *testing.T) {
	t.Parallel()
	s := newStory(t)
	p := newPrinter(t, s)
	first := map[string]contract.EffectResult{}
	s.render = func(id string) { first[id] = makePaper(t, p, id) }
	s.whole()
	s.later()
	for id := range facts {
		if _, made := first[id]; !made {
			t.Errorf("%s was never ordered", id)
		}
	}
	another := newPrinter(t, s)
	for id, before := range first {
		if again := makePaper(t, p, id); again != before {
			t.Errorf("%s gives %+v, before %+v", id, again, before)
		}
		anew := makePaper(t, another, id)
		body := pdf(t, another, anew.Key)
		if anew != before || !bytes.Equal(body, pdf(t, p, before.Key)) {
			t.Errorf("%s has other bytes in an empty store", id)
		}
		check(t, id, words(t, body))
		if folder := os.Getenv("PAPERS"); folder != "" {
			s.must(os.WriteFile(filepath.Join(folder, strings.ReplaceAll(id, "/", "-")+".pdf"), body, 0o600))
		}
	}
}

var residentID = regexp.MustCompile(`[1-9]\d{16}[\dX]`)

func check(t *testing.T, id, text string) {
	t.Helper()
	for _, fact := range facts[id] {
		if !strings.Contains(text, solid(fact)) {
			t.Errorf("%s does not say %s", id, fact)
		}
	}
	for _, row := range filingtest.Staff() {
		if strings.Contains(text, row.IDNumber) || residentID.MatchString(strings.ReplaceAll(text, filingtest.Application().Unit.CreditCode, "")) {
			t.Fatalf("%s holds a full ID number", id)
		}
		masked := row.IDNumber[:4] + "**********" + row.IDNumber[14:]
		if strings.HasSuffix(id, "applicationForm") && !strings.Contains(text, masked) {
			t.Errorf("%s lacks %s", id, masked)
		}
	}
}

// later happens after the story: an extension, another handing in, another edition of the catalogue.
func (s *story) later() {
	s.t.Helper()
	s.exec(`UPDATE tasks SET due_at = due_at + interval '30 days', due_provisional = true WHERE case_no = ? AND due_at IS NOT NULL`, s.caseNo)
	enterprise := uuid.New()
	s.exec(`INSERT INTO enterprises (id, name, credit_code, region, created_at) VALUES (?, '大连后来者有限公司', 'later', '210200', ?)`, enterprise, s.at)
	s.exec(`INSERT INTO cases (case_no, procedure, procedure_version, policy, workflow_id, region, enterprise_id, enterprise_name, competent, bureau, input, head, key_wrapped, opened_at)
		SELECT '210200-2026-000002', procedure, 1, policy, 'filing/2', region, ?, '大连后来者有限公司', competent, bureau, '{}', head, '', opened_at FROM cases WHERE case_no = ?`, enterprise, s.caseNo)
	s.exec(`INSERT INTO filings (filing_no, enterprise_id, enterprise_name, credit_code, region, case_no, valid_from, valid_through, token, filed_at)
		VALUES ('Y000021000002', ?, '大连后来者有限公司', 'later', '210200', '210200-2026-000002', '2026-04-01', '2029-03-31', 'token-2', ?)`, enterprise, s.at)
	s.exec(`INSERT INTO filing_occupations (filing_no, code, work_type, name, levels, standard, added_on) VALUES
		('Y000021000002', '6-31-01-03', '', '电工', '{5}', '', '2026-04-01'), ('Y000021000001', '6-18-01-01', '', '车工', '{5}', '', '2027-04-01')`)
	s.exec(`INSERT INTO catalogue_editions (region, edition, publisher, published_on, reported_on, case_no, seq, filing_no)
		VALUES ('210200', 2, ?, '2026-04-01', '2026-04-01', '210200-2026-000002', 1, 'Y000021000002')`, bureau)
}

func TestTheThreeRefusalsHaveClausesAndWordsOfTheirOwn(t *testing.T) {
	t.Parallel()
	grounds := []filing.Ground{{Clause: "一(三)", Words: "没有内设机构且拒绝设立"}, {Clause: "一(一)", Reason: "notLegalPerson", Words: "分公司不能单独申请"}}
	for stage, c := range map[string]struct {
		title, number, issuer string
		play                  func(*story) string
	}{
		"acceptance": {"不予受理通知书", "不受理-1", "大连市", func(s *story) string {
			return s.answer("acceptance/1/1", "handler", "", casework.Refuse, &filing.AcceptanceSheet{Grounds: grounds}, "")
		}},
		"verification": {"未通过核验通知书", "未通过-1", "大连市", func(s *story) string {
			return s.act("verification", 1, casework.Fail, &filing.VerificationSheet{Grounds: grounds})
		}},
		"receipt": {"不予备案通知书", "不备案-1", "辽宁省人力资源和社会保障厅", func(s *story) string {
			return s.act("receipt", 1, casework.Decline, &filing.ReceiptSheet{Grounds: grounds})
		}},
	} {
		s := newStory(t)
		p := newPrinter(t, s)
		s.open()
		body := authority
		if stage == "receipt" {
			body = department
		}
		id := stage + "/1/refusalNotice"
		s.paper(id, body, c.play(s))
		s.flush()
		text := words(t, pdf(t, p, makePaper(t, p, id).Key))
		for _, fact := range []string{c.title, c.number, c.issuer, "《通知》一（三）", "没有内设机构且拒绝设立", "不具有独立法人资格。分公司不能单独申请"} {
			if !strings.Contains(text, fact) {
				t.Errorf("%s does not say %s", id, fact)
			}
		}
	}
}

func TestAPaperFromBeforeACorrectionKeepsTheOldBody(t *testing.T) {
	t.Parallel()
	s := newStory(t)
	p := newPrinter(t, s)
	s.open()
	before := makePaper(t, p, "acceptance/1/intakeSlip")
	s.note(casework.Corrected, "", "", "", contract.OperationData{Operation: contract.UpdateCorrect, Fact: "competent", Value: bureau})
	s.paper("acceptance/1/acceptanceNotice", "", "")
	s.flush()
	if again := makePaper(t, p, "acceptance/1/intakeSlip"); again != before {
		t.Error("the intake slip has changed")
	}
	text := words(t, pdf(t, p, makePaper(t, p, "acceptance/1/acceptanceNotice").Key))
	if !strings.Contains(text, "大连市人力资源和社会保障局") {
		t.Error("the notice does not bear the corrected body")
	}
}

// failure takes apart what the activity gave to Temporal.
func failure(t *testing.T, err error) *temporal.ApplicationError {
	t.Helper()
	var app *temporal.ApplicationError
	if !errors.As(err, &app) {
		t.Fatalf("%v is no application error", err)
	}
	return app
}

func TestABrokenRendererIsTriedAgainAndTellsNobodyWhatStandsOnThePaper(t *testing.T) {
	t.Parallel()
	s := newStory(t)
	p := newPrinter(t, s)
	s.open()
	p.Render = func(paper.Document) ([]byte, paper.Warnings, error) {
		return nil, nil, errors.New("no glyph in 沈阳匠信示例装备有限公司")
	}
	_, err := p.RenderPaper(t.Context(), request("acceptance/1/intakeSlip"))
	if app := failure(t, err); app.NonRetryable() || app.Type() != string(fault.Internal) || strings.Contains(app.Error(), "沈阳") {
		t.Errorf("got %s, %v", app.Type(), app)
	}
	p.Render = nil
	makePaper(t, p, "acceptance/1/intakeSlip")
}

func TestWhatNoRetryCanMendIsPermanent(t *testing.T) {
	t.Parallel()
	s := newStory(t)
	p := newPrinter(t, s)
	s.open()
	s.paper("acceptance/1/supplementNotice", authority, "")
	s.paper("acceptance/1/songbook", "", "")
	s.flush()
	makePaper(t, p, "acceptance/1/intakeSlip")
	other := *p
	other.Render = func(paper.Document) ([]byte, paper.Warnings, error) { return []byte("%PDF-1.4 other"), nil, nil }
	gaps := *p
	gaps.Render = func(paper.Document) ([]byte, paper.Warnings, error) { return paper.Render(&paper.Receipt{}) }
	for name, c := range map[string]struct {
		printer *activities.Printer
		id      string
		code    fault.Code
	}{
		"a notice without its decision":     {p, "acceptance/1/supplementNotice", fault.Invalid},
		"a kind that nobody builds":         {p, "acceptance/1/songbook", fault.Invalid},
		"other bytes under the same number": {&other, "acceptance/1/intakeSlip", fault.Diverged},
		"a paper with gaps":                 {&gaps, "acceptance/1/intakeSlip", fault.Invalid},
	} {
		_, err := c.printer.RenderPaper(t.Context(), request(c.id))
		if app := failure(t, err); !app.NonRetryable() || app.Type() != contract.ErrPermanent || app.Message() != string(c.code) {
			t.Errorf("%s: %s, %v", name, app.Type(), app)
		}
	}
}

func TestAStoreThatIsDownIsTriedAgain(t *testing.T) {
	t.Parallel()
	s := newStory(t)
	p := newPrinter(t, s)
	s.open()
	p.Evidence = keep(t, "127.0.0.1:1")
	_, err := p.RenderPaper(t.Context(), request("acceptance/1/intakeSlip"))
	if app := failure(t, err); app.NonRetryable() || app.Type() != string(fault.Unavailable) {
		t.Errorf("got %s, %v", app.Type(), app)
	}
}

func TestAPaperCostsTheSameQueriesHoweverLongTheCaseIs(t *testing.T) {
	t.Parallel()
	s := newStory(t)
	p := newPrinter(t, s)
	queries := 0
	count := func(*gorm.DB) { queries++ }
	s.must(s.DB.Callback().Query().Before("gorm:query").Register("count", count))
	s.must(s.DB.Callback().Row().Before("gorm:row").Register("count", count))
	cost := map[string]int{}
	s.render = func(id string) {
		queries = 0
		makePaper(t, p, id)
		cost[id] = queries
	}
	s.whole()
	if cost["signature/1/assessment"] != cost["signature/2/assessment"] {
		t.Errorf("the second assessment took %d queries, the first %d", cost["signature/2/assessment"], cost["signature/1/assessment"])
	}
	for id, n := range cost {
		if n > 11 {
			t.Errorf("%s took %d queries", id, n)
		}
	}
}
