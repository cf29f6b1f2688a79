package story

import (
	"context"
	"fmt"

	"jiangxin/demo"
	"jiangxin/domain/casework"
	"jiangxin/domain/filing"
)

// verify takes the verification result through its three steps, and tries one person for two of them.
func (t *Tale) verify(ctx context.Context) {
	t.chapter("四、核验结论与承诺书")
	head := t.officer(t.office(), "head")
	t.take(ctx, turn{stage: filing.Verification, what: "经办：提出核验结论“通过核验”", who: head})
	t.refused(ctx, head, "同一人再办审核", "forbidden", func() error {
		task, err := t.next(ctx, filing.Verification)
		if err != nil {
			return err
		}
		_, err = t.c.Say(ctx, head, task, casework.Agree, &filing.StepSheet{})
		return err
	})
	t.take(ctx, turn{stage: filing.Verification, what: "审核"})
	t.take(ctx, turn{stage: filing.Verification, what: "签发"})
	t.paper(ctx, t.officer(t.office(), "handler"), filing.VerificationPaper)
	t.seal(ctx, t.officer(t.office(), "handler"), filing.VerificationPaper)
}

// promise has the commitment letter downloaded, signed on paper, uploaded and checked.
func (t *Tale) promise(ctx context.Context) {
	t.paper(ctx, t.c.Clerk, filing.CommitmentLetter)
	t.take(ctx, turn{stage: filing.Commitment, what: "打印承诺书，法定代表人签字盖章，上传扫描件"})
	t.take(ctx, turn{stage: filing.CommitmentCheck, what: "核对承诺书，登记原件存放处"})
}

// report hands the case over where verification is delegated, submits it, has the centre return it once, and
// submits it again.
func (t *Tale) report(ctx context.Context) {
	t.chapter("五、报送与复核")
	if t.office() == t.city.Prefix+"-authority" {
		t.take(ctx, turn{stage: filing.DelegateOpinion, what: "经办：拟写受委托机构书面意见"})
		t.take(ctx, turn{stage: filing.DelegateOpinion, what: "签发书面意见并移交市人社局"})
		t.paper(ctx, t.officer(t.office(), "handler"), filing.OpinionPaper)
	}
	bureau := t.officer(t.city.Prefix+"-bureau", "handler")
	t.submit(ctx, "")
	t.paper(ctx, bureau, filing.SubmissionForm)
	t.take(ctx, turn{stage: filing.CentreReview, what: "经办：发现附件3联系电话不一致，拟退回市局", verdict: casework.Back,
		sheet: &filing.BackSheet{Target: filing.Submission, Reason: "附件3所列联系电话与申请表不一致，请核对后重新报送。"}})
	t.take(ctx, turn{stage: filing.CentreReview, what: "审核：同意退回"})
	t.submit(ctx, "再次")
	t.take(ctx, turn{stage: filing.CentreReview, what: "经办：复核无误"})
	t.take(ctx, turn{stage: filing.CentreReview, what: "审核：同意"})
}

func (t *Tale) submit(ctx context.Context, again string) {
	t.take(ctx, turn{stage: filing.Submission, what: "经办：" + again + "拟报送省人事考试中心"})
	t.take(ctx, turn{stage: filing.Submission, what: "签发：" + again + "报送备案"})
}

// issue takes the receipt through its steps; the filing has its number from here on.
func (t *Tale) issue(ctx context.Context) {
	t.chapter("六、备案回执")
	t.take(ctx, turn{stage: filing.Receipt, what: "经办：拟出具备案回执"})
	t.take(ctx, turn{stage: filing.Receipt, what: "审核"})
	t.take(ctx, turn{stage: filing.Receipt, what: "签发备案回执"})
	clerk := t.c.Clerk
	t.tell(ctx, clerk, "查看机构备案号", func() (string, error) {
		view, err := demo.Answer(clerk.API.GetCaseWithResponse(ctx, t.c.No))
		t.filed = view.Filing
		if err == nil && !validNumber(view.Filing.FilingNo) {
			err = fmt.Errorf("the case shows no filing number but %q", view.Filing.FilingNo)
		}
		return fmt.Sprintf("%s，有效期 %s 至 %s", view.Filing.FilingNo, view.Filing.ValidFrom, view.Filing.ValidThrough), err
	})
	t.listed(ctx, "filed")
	t.paper(ctx, clerk, filing.ReceiptPaper)
	t.seal(ctx, t.officer("department", "handler"), filing.ReceiptPaper)
}

func validNumber(number string) bool {
	_, err := filing.ParseNumber(number)
	return err == nil
}
