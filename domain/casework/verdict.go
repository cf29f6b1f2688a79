package casework

// Verdict is the code of an answer. A task offers a few of them.
type Verdict string

// The verdicts of all procedures; each task offers its own selection.
const (
	Accept   Verdict = "accept"   // 受理; 承诺书核对无误
	Return   Verdict = "return"   // 退回补正 (一次性告知)
	Refuse   Verdict = "refuse"   // 不予受理
	Submit   Verdict = "submit"   // 提交
	Appoint  Verdict = "appoint"  // 组成专家组
	Conclude Verdict = "conclude" // 形成结论
	Sign     Verdict = "sign"     // 签署
	Dissent  Verdict = "dissent"  // 签署并保留不同意见
	Revise   Verdict = "revise"   // 请组长修改
	Pass     Verdict = "pass"     // 通过核验
	Rectify  Verdict = "rectify"  // 整改后复核
	Fail     Verdict = "fail"     // 未通过核验
	Endorse  Verdict = "endorse"  // 出具书面意见并移交
	Report   Verdict = "report"   // 报送备案
	Agree    Verdict = "agree"    // 同意 (复核; 审核和签发步骤)
	SendBack Verdict = "sendBack" // 退回经办 (审核和签发步骤)
	Back     Verdict = "back"     // 退回之前的环节; the target stage is named
	Issue    Verdict = "issue"    // 出具备案回执
	Decline  Verdict = "decline"  // 不予备案
	Publish  Verdict = "publish"  // 公布目录

	PassInPart Verdict = "passInPart" // 部分通过: some rows of a batch pass, the others do not
	ReturnRows Verdict = "returnRows" // 退回修改: rows of a batch go back to be mended
	Revoke     Verdict = "revoke"     // 注销证书
)

// Name is a code's words in the two languages.
type Name struct{ ZH, EN string }

var verdictNames = map[Verdict]Name{
	Accept:   {"受理", "Accept"},
	Return:   {"退回补正", "Return for supplement"},
	Refuse:   {"不予受理", "Refuse acceptance"},
	Submit:   {"提交", "Submit"},
	Appoint:  {"组成专家组", "Appoint the panel"},
	Conclude: {"形成结论", "Conclude"},
	Sign:     {"签署", "Sign"},
	Dissent:  {"签署（保留不同意见）", "Sign with dissent"},
	Revise:   {"请组长修改", "Ask for revision"},
	Pass:     {"通过核验", "Verification passed"},
	Rectify:  {"整改后复核", "Rectify, then check again"},
	Fail:     {"未通过核验", "Verification not passed"},
	Endorse:  {"出具书面意见并移交", "Endorse and hand over"},
	Report:   {"报送备案", "Submit for filing"},
	Agree:    {"同意", "Agree"},
	SendBack: {"退回经办", "Send back to the handler"},
	Back:     {"退回前序环节", "Back to an earlier stage"},
	Issue:    {"出具备案回执", "Issue the receipt"},
	Decline:  {"不予备案", "Decline to file"},
	Publish:  {"公布", "Publish"},

	PassInPart: {"部分通过", "Passed in part"},
	ReturnRows: {"退回修改", "Return rows to be mended"},
	Revoke:     {"注销", "Revoke"},
}

// Name gives the verdict's words; an unknown code gives itself.
func (v Verdict) Name() Name {
	if n, ok := verdictNames[v]; ok {
		return n
	}
	return Name{string(v), string(v)}
}

// Adverse says whether the verdict burdens the applicant, so that it needs clause and reason.
func (v Verdict) Adverse() bool {
	switch v {
	case Return, Refuse, Rectify, Fail, Decline, PassInPart, ReturnRows, Revoke:
		return true
	}
	return false
}
