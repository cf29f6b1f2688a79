package story

import (
	"context"
	"fmt"
	"strings"
	"time"

	"jiangxin/demo"
	"jiangxin/demo/client"
	"jiangxin/demo/exhibit"
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
)

// forbidden is an occupation that needs a licence, so that no enterprise may file it (notice 二(一)).
const forbidden = "4-07-05-03"

// fill opens the draft and tells of the mistake in the credit code.
func (t *Tale) fill(ctx context.Context) {
	t.chapter("一、企业填报申请（" + t.city.Name + "）")
	if t.c, t.err = t.world.Enterprise(ctx, t.city); t.err != nil {
		return
	}
	clerk, draft := t.c.Clerk, t.c.Draft
	t.tell(ctx, clerk, "新建备案申请", func() (string, error) {
		return fmt.Sprintf("草稿 %s，第 %d 版", draft.ID, draft.Version), nil
	})
	t.c.Content = demo.Compose(t.c.Enterprise, t.city, func(demo.Purpose) filing.DocumentID { return "" }, time.Now())
	wrong := t.c.Content.Unit
	wrong.CreditCode = mistype(wrong.CreditCode)
	t.tell(ctx, clerk, "填写单位情况，信用代码末位误填为 "+wrong.CreditCode[17:], func() (string, error) {
		return t.shown(ctx, filing.SectionUnit, wrong, "/unit/creditCode")
	})
	t.tell(ctx, clerk, "改正统一社会信用代码", func() (string, error) {
		return t.mended(ctx, filing.SectionUnit, t.c.Content.Unit, "/unit/")
	})
}

// mistype changes the check character.
func mistype(code string) string {
	last := "0"
	if strings.HasSuffix(code, last) {
		last = "1"
	}
	return code[:len(code)-1] + last
}

// shown saves a section and gives what the product says at the field, either at once or in the list of gaps.
func (t *Tale) shown(ctx context.Context, section filing.Section, content any, pointer string) (string, error) {
	err := t.c.Draft.Save(ctx, section, content)
	problem, is := demo.ProblemOf(err)
	if err != nil && !is {
		return "", err
	}
	fields := problem.Fields
	if err == nil {
		if fields, err = t.c.Draft.Gaps(ctx); err != nil {
			return "", err
		}
	}
	for _, f := range fields {
		if strings.HasSuffix(f.Pointer, pointer) {
			return "系统在 " + f.Pointer + " 提示：" + f.Message, nil
		}
	}
	return "", fmt.Errorf("the product did not say what is wrong at %s: %v", pointer, fields)
}

// mended saves a section and asks that nothing is left to say about it.
func (t *Tale) mended(ctx context.Context, section filing.Section, content any, prefix string) (string, error) {
	if err := t.c.Draft.Save(ctx, section, content); err != nil {
		return "", err
	}
	gaps, err := t.c.Draft.Gaps(ctx)
	if err != nil {
		return "", err
	}
	for _, f := range gaps {
		if strings.HasPrefix(f.Pointer, prefix) {
			return "", fmt.Errorf("%s still says: %s", f.Pointer, f.Message)
		}
	}
	return fmt.Sprintf("已保存（第 %d 版），本部分无误，全表还差 %d 处", t.c.Draft.Version, len(gaps)), nil
}

// attach makes and uploads the files: the seven materials, the specification and the three rules.
func (t *Tale) attach(ctx context.Context) {
	documents := map[demo.Purpose]filing.DocumentID{}
	files, err := exhibit.Seven(t.c.Content.Unit)
	if err != nil {
		t.err = err
		return
	}
	upload := func(purpose demo.Purpose, kind client.DocumentPurpose, file exhibit.File) {
		t.tell(ctx, t.c.Clerk, "上传《"+file.Name+"》", func() (string, error) {
			id, err := t.c.Clerk.Upload(ctx, kind, "", file)
			documents[purpose] = id
			return fmt.Sprintf("%d 字节，查验通过", len(file.Body)), err
		})
	}
	for i, file := range files {
		upload(demo.MaterialPurpose(i+1), client.Material, file)
	}
	unit := t.c.Enterprise.Name
	for _, r := range []struct {
		purpose demo.Purpose
		name    string
	}{{demo.ExaminationRule, "考务管理办法"}, {demo.QualityRule, "质量管理办法"}, {demo.CertificateRule, "证书管理办法"}} {
		inner, err := exhibit.DOCX(r.name, exhibit.Page{Title: unit + r.name, Lines: []string{"第一条　本办法依据辽人社〔2020〕22号制定。", "第二条　附内部岗位与联系人清单。"}, Signed: t.c.Enterprise.Legal})
		t.err = first(t.err, err)
		public, err := exhibit.PDF(r.name+"（公开版）", exhibit.Page{Title: unit + r.name, Lines: []string{"第一条　本办法依据辽人社〔2020〕22号制定。"}})
		t.err = first(t.err, err)
		upload(r.purpose, client.Rule, inner)
		upload(r.purpose.Public(), client.Rule, public)
	}
	own, err := exhibit.DOCX("车工评价规范", exhibit.Page{Title: unit + "车工评价规范", Lines: []string{"评价规范参照国家职业标准编制，分五级至二级。"}})
	t.err = first(t.err, err)
	upload(demo.Specification, client.Material, own)
	t.c.Content = demo.Compose(t.c.Enterprise, t.city, func(p demo.Purpose) filing.DocumentID { return documents[p] }, time.Now())
}

func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// handIn tries a forbidden occupation, saves section after section, and submits.
func (t *Tale) handIn(ctx context.Context) {
	clerk, draft := t.c.Clerk, t.c.Draft
	t.tell(ctx, clerk, "查询职业 "+forbidden, func() (string, error) {
		o, err := demo.Answer(clerk.API.GetOccupationWithResponse(ctx, forbidden, &client.GetOccupationParams{}))
		if err == nil && o.Fileable != client.Forbid {
			err = fmt.Errorf("%s is not forbidden but %s", o.Name, o.Fileable)
		}
		return o.Name + "不得申报，依据：" + o.Basis, err
	})
	tried := t.c.Content.Occupations
	tried.Rows = append(append([]filing.OccupationRow{}, tried.Rows...), filing.OccupationRow{
		Code: forbidden, Name: "消防设施操作员", Levels: tried.Rows[0].Levels, Standard: tried.Rows[0].Standard,
		Ways: tried.Rows[0].Ways, PassRule: tried.Rows[0].PassRule,
	})
	t.tell(ctx, clerk, "试报准入类职业", func() (string, error) {
		return t.shown(ctx, filing.SectionOccupations, tried, fmt.Sprintf("/occupations/rows/%d/code", len(tried.Rows)-1))
	})
	for _, part := range t.c.Parts() {
		what := "保存“" + part.Section.Name().ZH + "”"
		if part.Section == filing.SectionOccupations {
			what = "删除准入类职业，保存五个职业、四个等级"
		}
		t.tell(ctx, clerk, what, func() (string, error) {
			return t.mended(ctx, part.Section, part.Content, "/"+string(part.Section)+"/")
		})
	}
	staff := demo.StaffOf(t.c.Enterprise, civil.Of(time.Now()))
	t.tell(ctx, clerk, "保存四类人员名单", func() (string, error) {
		return fmt.Sprintf("%d 人，身份证号加密保存", len(staff)), draft.SaveStaff(ctx, staff)
	})
	t.tell(ctx, clerk, "重新打开草稿，检查是否齐备", func() (string, error) {
		kept, err := demo.Answer(clerk.API.GetApplicationWithResponse(ctx, draft.ID))
		if err != nil {
			return "", err
		}
		for _, section := range kept.Sections {
			if section.State != client.SectionProgressStateComplete {
				return "", fmt.Errorf("the section %s is %s: %d to do", section.Section, section.State, section.Gaps)
			}
		}
		return fmt.Sprintf("%d 个部分均已完成，可以提交", len(kept.Sections)), nil
	})
	t.tell(ctx, clerk, "提交申请", func() (string, error) {
		submitted, err := draft.Submit(ctx)
		t.c.No = submitted.CaseNo
		return "案号 " + submitted.CaseNo + "，申请已固定，摘要 " + submitted.Digest[:min(len(submitted.Digest), 12)] + "…", err
	})
	t.paper(ctx, clerk, filing.IntakeSlip)
}
