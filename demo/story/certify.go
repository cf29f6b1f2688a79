package story

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"jiangxin/demo"
	"jiangxin/demo/client"
	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
)

// people is how many the workbook of the second act holds.
const people = 60

// deed is one decision of the second act.
type deed struct {
	who     *demo.Person
	caseNo  string
	stage   certification.Stage
	what    string
	verdict casework.Verdict
	sheet   any
}

// decide answers the open task of a case and prints what came of it.
func (t *Tale) decide(ctx context.Context, d deed) {
	t.tell(ctx, d.who, d.what, func() (string, error) {
		task, err := demo.OpenTask(ctx, d.who, d.caseNo)
		if err != nil {
			return "", err
		}
		if task.Stage != string(d.stage) {
			return "", fmt.Errorf("the case asks for %s, not for %s", task.Stage, d.stage)
		}
		said, err := demo.Decision(d.verdict, d.sheet)
		if err != nil {
			return "", err
		}
		settled, err := d.who.Decide(ctx, task, said)
		return fmt.Sprintf("%s，事件 %d", certification.VerdictName(d.stage, d.verdict).ZH, settled.Seq), err
	})
}

func (t *Tale) auditor(desk string) *demo.Person { return t.officer(t.city.Prefix+"-authority", desk) }

// plan makes a batch and fills its workbook; three rows are wrong on purpose.
func (t *Tale) plan(ctx context.Context) {
	t.chapter("第二幕　八、认定结果")
	clerk := t.c.Clerk
	t.tell(ctx, clerk, "新建批次：三级/高级工，考核测评", func() (string, error) {
		var err error
		if t.batch, err = t.world.Batch(ctx, t.c, people); err != nil {
			return "", err
		}
		return "批次 " + t.batch.No, nil
	})
	var right []demo.Candidate
	t.tell(ctx, clerk, "下载模板，填写 60 人（故意写错 3 行）并连同照片上传", func() (string, error) {
		for _, c := range t.batch.Candidates {
			right = append(right, demo.Candidate{"证件号码": c["证件号码"], "理论成绩": c["理论成绩"], "照片文件名": c["照片文件名"]})
		}
		t.batch.Candidates[4]["证件号码"] = mistype(t.batch.Candidates[4]["证件号码"])
		t.batch.Candidates[11]["理论成绩"] = "合格"
		t.batch.Candidates[29]["照片文件名"] = "没有这张.jpg"
		return "两个文件", t.batch.Fill(ctx)
	})
	t.tell(ctx, clerk, "预检（不保存）", func() (string, error) {
		check, err := t.batch.Check(ctx)
		if err != nil {
			return "", err
		}
		if check.Wrong != 3 || check.Rows != people || check.MayConfirm {
			return "", fmt.Errorf("the check found %d wrong of %d rows, want 3 of %d: %+v", check.Wrong, check.Rows, people, check.Shown)
		}
		var said []string
		for _, row := range check.Shown {
			if row.Level == "wrong" {
				said = append(said, fmt.Sprintf("第%d行%s列：%s", row.Line, row.Findings[0].Column, row.Findings[0].Message))
			}
		}
		return strings.Join(said, "；"), nil
	})
	t.tell(ctx, clerk, "下载标注问题的结果表", func() (string, error) {
		marked, err := t.batch.Marked(ctx)
		return fmt.Sprintf("%d 字节", marked), err
	})
	t.refused(ctx, clerk, "带着错误确认入库", "not_ready", func() error {
		_, err := t.batch.Confirm(ctx)
		return err
	})
	t.tell(ctx, clerk, "改正 3 行，重新上传、预检、确认两次", func() (string, error) {
		for i, c := range right {
			for heading, value := range c {
				t.batch.Candidates[i][heading] = value
			}
		}
		if err := t.batch.Fill(ctx); err != nil {
			return "", err
		}
		check, err := t.batch.Check(ctx)
		if err != nil || !check.MayConfirm {
			return "", first(err, fmt.Errorf("the mended workbook is still wrong: %+v", check.Shown))
		}
		once, err := t.batch.Confirm(ctx)
		if err != nil {
			return "", err
		}
		twice, err := t.batch.Confirm(ctx)
		if err == nil && (once.Rows != people || twice.Version != once.Version) {
			err = fmt.Errorf("confirming twice changed the batch: %d rows, version %d then %d", once.Rows, once.Version, twice.Version)
		}
		return fmt.Sprintf("%d 人入库一次", twice.Rows), err
	})
	t.tell(ctx, clerk, "报送结果", func() (string, error) {
		submitted, err := t.batch.Submit(ctx)
		return "办件 " + submitted.CaseNo, err
	})
}

// returnedRow is the row that the authority sends back.
const returnedRow = 7

// audited has the authority audit: one row goes back, is mended, and all pass.
func (t *Tale) audited(ctx context.Context) {
	t.chapter("九、结果审核")
	handler, reviewer, clerk := t.auditor("handler"), t.auditor("reviewer"), t.c.Clerk
	t.tell(ctx, handler, "查看当日的考核日历", func() (string, error) {
		day := time.Now().In(zone()).Format(time.DateOnly)
		list, err := demo.Answer(handler.API.ListExaminationsWithResponse(ctx, &client.ListExaminationsParams{From: day, Through: day, Limit: 200}))
		if err == nil && !slices.ContainsFunc(list.Items, func(b client.Batch) bool { return b.BatchNo == t.batchNo() }) {
			err = fmt.Errorf("the calendar of %s lacks batch %s", day, t.batchNo())
		}
		return fmt.Sprintf("%d 个批次", len(list.Items)), err
	})
	t.decide(ctx, deed{handler, t.batchNo(), certification.Audit, "经办：抽样查看，退回第 7 行", casework.ReturnRows, t.verdicts(ctx, handler, func(r *certification.RowVerdict) {
		if r.No == returnedRow {
			r.Verdict, r.Reason = certification.RowReturn, "申报条件写得不清楚，请写明取得四级证书的时间"
		}
	})})
	t.decide(ctx, deed{reviewer, t.batchNo(), certification.Audit, "审核", casework.Agree, struct{}{}})
	t.paper(ctx, clerk, certification.AuditOpinion)
	t.tell(ctx, clerk, "修改被退回的一行", func() (string, error) {
		row, err := t.batch.Row(ctx, clerk, returnedRow)
		if err != nil {
			return "", err
		}
		row.Content.Condition = "2021年6月取得四级/中级工证书，之后从事本职业工作满 5 年"
		mended, err := demo.Answer(clerk.API.EditResultWithResponse(ctx, t.batchNo(), returnedRow, client.EditResult{Version: row.Version, Content: row.Content}))
		if err == nil && len(mended.Changes) != 1 {
			err = fmt.Errorf("the change is not shown: %+v", mended.Changes)
		}
		if err != nil {
			return "", err
		}
		return mended.Changes[0].Name + "已改", nil
	})
	t.decide(ctx, deed{clerk, t.batchNo(), certification.Correction, "重新报送", casework.Submit, certification.CorrectionSheet{Note: "已补充"}})
	t.decide(ctx, deed{handler, t.batchNo(), certification.Audit, "经办：查看修改处，全部通过", casework.Pass, t.verdicts(ctx, handler, nil)})
	t.decide(ctx, deed{reviewer, t.batchNo(), certification.Audit, "审核", casework.Agree, struct{}{}})
	t.paper(ctx, clerk, certification.AuditOpinion)
	t.seal(ctx, handler, certification.AuditOpinion)
}

func (t *Tale) batchNo() string {
	if t.batch == nil {
		return ""
	}
	return t.batch.No
}

// verdicts decides on every row that the authority must look at, and on the returned one; tune changes what it says.
func (t *Tale) verdicts(ctx context.Context, who *demo.Person, tune func(*certification.RowVerdict)) *certification.AuditSheet {
	sheet := &certification.AuditSheet{}
	if t.err != nil {
		return sheet
	}
	var err error
	if sheet, err = t.batch.Verdicts(ctx, who, returnedRow); err != nil {
		t.err = err
	}
	for i := range sheet.Rows {
		if tune != nil {
			tune(&sheet.Rows[i])
		}
	}
	return sheet
}

// award issues the certificates; one is checked, one is revoked.
func (t *Tale) award(ctx context.Context) {
	t.chapter("十、颁发证书")
	clerk, anybody := t.c.Clerk, t.world.Anybody()
	t.decide(ctx, deed{clerk, t.batchNo(), certification.Issue, "确认颁发证书", casework.Issue, certification.IssueSheet{Confirmed: true}})
	t.tell(ctx, clerk, "等待证书制作完成", func() (string, error) {
		list, err := t.batch.Certificates(ctx, 2*time.Minute)
		if err != nil {
			return "", err
		}
		t.certificates = list
		return fmt.Sprintf("%d 张，%s 至 %s", len(list), list[0].Number, list[len(list)-1].Number), nil
	})
	if t.err != nil {
		return
	}
	checked, revoked := t.certificates[0], t.certificates[len(t.certificates)-1]
	t.tell(ctx, clerk, "下载第一张证书", func() (string, error) {
		file, err := clerk.API.DownloadCertificateWithResponse(ctx, checked.Number, &client.DownloadCertificateParams{})
		if err == nil && !strings.HasPrefix(string(file.Body), "%PDF-") {
			err = fmt.Errorf("%s is no PDF", checked.Number)
		}
		if err != nil {
			return "", err
		}
		return fmt.Sprintf("PDF，%d 字节", len(file.Body)), nil
	})
	t.query(ctx, "按证书编号和姓名查询", checked.Number, checked.Name, "valid")
	t.query(ctx, "编号对、姓名不对", checked.Number, "查无此人", "")
	t.tell(ctx, anybody, "扫描证书二维码", func() (string, error) {
		answer, err := demo.Answer(anybody.API.VerifyCertificateWithResponse(ctx, path.Base(checked.VerifyUrl)))
		if err != nil {
			return "", err
		}
		return answer.Items[0].StateName + "，" + answer.Items[0].Body, nil
	})
	t.tell(ctx, clerk, "注销最后一张证书", func() (string, error) {
		begun, err := demo.Answer(clerk.API.BeginRevocationWithResponse(ctx, revoked.Number, &client.BeginRevocationParams{IdempotencyKey: uuid.NewString()}))
		t.revocation = begun.CaseNo
		return "办件 " + begun.CaseNo, err
	})
	t.decide(ctx, deed{clerk, t.revocation, certification.Revocation, "填写理由并确认注销", casework.Revoke, certification.RevocationSheet{
		Reason: certification.ByError, Text: "证件号码录入有误，持证人已交回证书", Public: "证书信息有误，已由发证单位注销",
	}})
	t.query(ctx, "查询已注销的证书", revoked.Number, revoked.Name, "revoked")
}

// query asks as anybody may; state is what must come back, empty for no match.
func (t *Tale) query(ctx context.Context, what, number, name, state string) {
	anybody := t.world.Anybody()
	t.tell(ctx, anybody, what, func() (string, error) {
		answer, err := demo.Answer(anybody.API.QueryCertificatesWithResponse(ctx, client.CertificateQuery{Number: number, Name: name}))
		switch {
		case err != nil:
			return "", err
		case state == "" && len(answer.Items) == 0:
			return "未查到相符的证书", nil
		case len(answer.Items) != 1 || string(answer.Items[0].State) != state:
			return "", fmt.Errorf("the query of %s gave %+v, want %q", number, answer.Items, state)
		}
		return answer.Items[0].StateName + "：" + answer.Items[0].Name + "，" + answer.Items[0].LevelName + "，" + answer.Items[0].RevokedReason, nil
	})
}

// sum closes the month: summary, check, roll-up.
func (t *Tale) sum(ctx context.Context) {
	t.chapter("十一、月度汇总")
	clerk, handler := t.c.Clerk, t.auditor("handler")
	month := time.Now().In(zone()).Format("200601")
	no := t.filed.FilingNo + "-" + month
	t.tell(ctx, t.operator(), "提前生成本月汇总表", func() (string, error) {
		r, err := t.operator().API.OpenMonthWithResponse(ctx, client.MonthChoice{Month: month})
		if err != nil || r.StatusCode() >= 300 {
			return "", first(err, fmt.Errorf("open the month: %s", r.Status()))
		}
		return month, t.await(ctx, clerk, no)
	})
	t.decide(ctx, deed{clerk, no, certification.Summary, "核对并报送汇总表", casework.Report, certification.SummarySheet{Filler: "填表人", Checker: "审核人", Confirmed: true}})
	t.decide(ctx, deed{handler, no, certification.SummaryCheck, "接收汇总表", casework.Accept, certification.SummaryCheckSheet{}})
	t.tell(ctx, clerk, "下载汇总表（附件7）", func() (string, error) {
		file, err := clerk.API.DownloadSummaryWithResponse(ctx, t.filed.FilingNo, month)
		if err != nil {
			return "", err
		}
		sum := sha256.Sum256(file.Body)
		t.summed = hex.EncodeToString(sum[:])
		return fmt.Sprintf("%d 字节", len(file.Body)), nil
	})
	t.tell(ctx, handler, "汇总上报省人事考试中心", func() (string, error) {
		state, err := demo.Answer(handler.API.ListRollUpsWithResponse(ctx, &client.ListRollUpsParams{Month: month}))
		if err != nil {
			return "", err
		}
		made, err := demo.Answer(handler.API.MakeRollUpWithResponse(ctx, client.RollUpWish{Month: month, Missing: state.Missing}))
		return fmt.Sprintf("第%d次：%d 家企业，%d 人，另有 %d 家未报", made.Edition, made.Summaries, made.Rows, made.Missing), err
	})
}

// await waits until a case asks somebody.
func (t *Tale) await(ctx context.Context, who *demo.Person, caseNo string) error {
	var err error
	for range 100 {
		if _, err = demo.OpenTask(ctx, who, caseNo); err == nil {
			return nil
		}
		if err := pause(ctx, 200*time.Millisecond); err != nil {
			return err
		}
	}
	return err
}

func zone() *time.Location { return time.FixedZone("Asia/Shanghai", 8*60*60) }
