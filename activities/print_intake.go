package activities

import (
	"context"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"jiangxin/domain/filing"
	"jiangxin/paper"
)

// intakeSlip builds the 收件凭证: what arrived, and by when the acceptance check answers.
func intakeSlip(_ context.Context, f *file) (paper.Document, error) {
	head, err := f.headOf()
	if err != nil {
		return nil, err
	}
	answerBy, provisional := f.due(filing.Acceptance)
	return &paper.IntakeSlip{
		Head: head, Enterprise: f.enterprise(), ReceivedAt: f.Case.OpenedAt, Materials: f.materials(),
		Digest: hex.EncodeToString(f.Snapshot.Digest), AnswerBy: answerBy, Provisional: provisional,
	}, nil
}

// applicationForm builds 附件1 as it was handed in. ID numbers are masked: no paper holds a full one.
func applicationForm(ctx context.Context, f *file) (paper.Document, error) {
	digests := make([]string, 0, len(f.applied.Staff))
	for _, s := range f.applied.Staff {
		digests = append(digests, s.IDDigest)
	}
	masked, err := f.printer.Store.MaskedIDs(ctx, digests)
	if err != nil {
		return nil, err
	}
	list := func(kind filing.StaffKind) []paper.Person { return f.staff(kind, masked) }
	return &paper.ApplicationForm{
		Head: f.head(f.applied.Application.Unit.Name), Profile: f.profile(), Unit: f.unit(), Occupations: f.occupations(everything),
		Conditions: f.conditions(), FullTime: list(filing.FullTime), Experts: list(filing.Expert),
		Assessors: list(filing.Assessor), Supervisors: list(filing.QualitySupervisor),
		Sites: f.sites(), Rules: f.rules(), Funding: f.funding(), Materials: f.materials(),
	}, nil
}

// conditions puts the enterprise's statements under the five conditions.
func (f *file) conditions() []paper.Statement {
	items := f.applied.Application.Conditions.Items
	out := make([]paper.Statement, 0, filing.ConditionCount)
	for _, c := range filing.ConditionList() {
		said := paper.Statement{Condition: conditionName(c)}
		if i := slices.IndexFunc(items, func(s filing.ConditionStatement) bool { return s.Number == c.Number }); i >= 0 {
			said.Text, said.Evidence = items[i].Statement, f.documentNames(items[i].Documents)
		}
		out = append(out, said)
	}
	return out
}

// conditionName is a condition in short, such as （三）机构、人员、场地与设备.
func conditionName(c filing.Condition) string {
	return strings.TrimPrefix(wide(c.Article), "一") + c.Name.ZH
}

func (f *file) staff(kind filing.StaffKind, masked map[string]string) []paper.Person {
	var people []paper.Person
	for _, s := range f.applied.Staff {
		if s.Kind == kind {
			people = append(people, paper.Person{
				Name: s.Name, IDNumber: masked[s.IDDigest], Title: joined("／", s.Position, s.Title), Occupation: f.occupationName(s.Occupation),
				Level: levelName(s.Level), CardNumber: s.CardNo, ValidThrough: s.ValidThrough.String(),
			})
		}
	}
	return people
}

// occupationName gives the name for a code that was applied for, and anything else as it is.
func (f *file) occupationName(code string) string {
	for _, row := range f.applied.Application.Occupations.Rows {
		if row.Code == code {
			return row.Name
		}
	}
	return code
}

func (f *file) funding() string {
	funding := f.applied.Application.Funding
	annual, gain, charges := "", "", ""
	if funding.Annual > 0 {
		annual = fmt.Sprintf("年度经费%d元", funding.Annual)
	}
	if funding.NonProfit {
		gain = "不以人才评价为营利目的"
	}
	if funding.Charges != "" {
		charges = "收费情况：" + funding.Charges
	}
	return joined("；", funding.Source, annual, gain, charges)
}

// acceptanceNotice builds the 受理通知书. The city's clock, as it stood then, is the deadline of the next stage.
func acceptanceNotice(_ context.Context, f *file) (paper.Document, error) {
	head, err := f.headOf()
	if err != nil {
		return nil, err
	}
	verifyBy, provisional := f.due(filing.Panel)
	return &paper.AcceptanceNotice{
		Head: head, Enterprise: f.enterprise(), AcceptedOn: f.day.String(), VerifyBy: verifyBy, Provisional: provisional,
	}, nil
}

// joined puts the texts that are not empty side by side.
func joined(by string, texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(t string) bool { return strings.TrimSpace(t) == "" }), by)
}
