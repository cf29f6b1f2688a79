package store

import (
	"crypto/rand"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"gorm.io/gorm"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
	"jiangxin/domain/policy"
	"jiangxin/domain/region"
)

// filingScope is the counter of filing numbers: one running number for the province.
const filingScope = "filing"

// applyReceiptIssued files the enterprise: number, validity, occupations, copies, and the tenure's case. An
// enterprise that was filed before keeps its number.
func applyReceiptIssued(b *batch, e contract.Event) error {
	data, err := read[contract.ReceiptData](e)
	if err != nil {
		return err
	}
	var known []Filing
	if err := b.tx.Where("enterprise_id = ?", b.c.EnterpriseID).Find(&known).Error; err != nil {
		return err
	}
	if len(known) > 0 {
		return fmt.Errorf("enterprise %s is filed already as %s", b.c.EnterpriseID, known[0].FilingNo)
	}
	b.numbered = append(b.numbered, numbered{scope: filingScope, apply: func(serial int64) error {
		number, err := filing.Number(int(serial))
		if err != nil {
			return err
		}
		return b.file(e, data, string(number))
	}})
	return nil
}

func (b *batch) file(e contract.Event, data contract.ReceiptData, number string) error {
	frozen, err := b.lastSnapshot()
	if err != nil {
		return err
	}
	sheet, err := b.receiptSheet(data.Command)
	if err != nil {
		return err
	}
	from, through := filing.PlanValidity(sheet, civil.Of(e.At), data.Years)
	f := Filing{
		FilingNo: number, EnterpriseID: b.c.EnterpriseID, EnterpriseName: b.c.EnterpriseName,
		CreditCode: frozen.Application.Unit.CreditCode, Region: b.c.Region, CaseNo: b.c.CaseNo,
		ValidFrom: from, ValidThrough: through, Token: rand.Text(),
		Contact: frozen.Application.Unit.Contact.Phone, FiledAt: instant(e), Version: 1,
	}
	if err := b.tx.Create(&f).Error; err != nil {
		return err
	}
	occupations, err := b.granted(frozen.Application.Occupations.Rows, f)
	if err != nil {
		return err
	}
	if err := b.tx.Create(&occupations).Error; err != nil {
		return err
	}
	if err := b.copyReceipt(e, f); err != nil {
		return err
	}
	if b.result.Numbers == nil {
		b.result.Numbers = map[string]string{}
	}
	b.result.Numbers[contract.NumberFiling] = number
	b.result.Numbers[contract.DateFrom] = from.String()
	b.result.Numbers[contract.DateThrough] = through.String()
	return b.openTenure(e, f)
}

func (b *batch) lastSnapshot() (filing.Frozen, error) {
	var s Snapshot
	if err := b.tx.Where("case_no = ?", b.c.CaseNo).Order("round DESC").Take(&s).Error; err != nil {
		return filing.Frozen{}, err
	}
	return filing.Thaw([]byte(s.Content))
}

func (b *batch) receiptSheet(command string) (filing.ReceiptSheet, error) {
	var sheet filing.ReceiptSheet
	var c Command
	if err := b.tx.Take(&c, "id = ?", command).Error; err != nil {
		return sheet, err
	}
	var body DecisionBody
	if err := json.Unmarshal([]byte(c.Body), &body); err != nil || len(body.Sheet) == 0 {
		return sheet, err
	}
	return sheet, json.Unmarshal(body.Sheet, &sheet)
}

// granted gives the occupations and levels that passed (filing.Granted), as rows of the filing.
func (b *batch) granted(rows []filing.OccupationRow, f Filing) ([]FilingOccupation, error) {
	var assessed filing.AssessmentSheet
	var verified filing.VerificationSheet
	if err := b.lastSheet(filing.Assessment, casework.Conclude, &assessed); err != nil {
		return nil, err
	}
	if err := b.lastSheet(filing.Verification, casework.Pass, &verified); err != nil {
		return nil, err
	}
	var out []FilingOccupation
	for _, g := range filing.Granted(rows, assessed, verified) {
		out = append(out, FilingOccupation{
			FilingNo: f.FilingNo, Code: g.Code, WorkType: g.WorkType, Name: g.Name, Levels: g.Levels,
			Standard: standardOf(rows, g), AddedOn: f.ValidFrom,
		})
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("case %s grants no occupation", b.c.CaseNo)
	}
	return out, nil
}

func standardOf(rows []filing.OccupationRow, g filing.Grant) string {
	for _, row := range rows {
		if row.Code == g.Code && row.WorkType == g.WorkType {
			return row.Standard.Name
		}
	}
	return ""
}

// lastSheet reads what the newest statement of a stage with this verdict says; nothing where there is none.
func (b *batch) lastSheet(stage filing.Stage, verdict casework.Verdict, into any) error {
	said, found, err := lastStatement(b.tx, b.c.CaseNo, string(stage), verdict)
	if err != nil || !found {
		return err
	}
	return said.ReadSheet(into)
}

// copyReceipt sends the receipt to the exam centre and to every city's bureau (notice 四(二): 同时抄送).
func (b *batch) copyReceipt(e contract.Event, f Filing) error {
	day := civil.Of(e.At)
	bodies := append(b.reference.Directory.Bodies(region.Centre, day), b.reference.Directory.Bodies(region.Bureau, day)...)
	for _, body := range bodies {
		if err := b.tx.Create(&ReceiptCopy{FilingNo: f.FilingNo, BodyID: body.ID, CopiedAt: f.FiledAt}).Error; err != nil {
			return err
		}
		facts := map[string]string{"filingNo": f.FilingNo, "enterprise": f.EnterpriseName}
		if err := tell(b, e, reader{Body: body.ID}, "receiptCopied", facts); err != nil {
			return err
		}
	}
	return tell(b, e, toEnterprise(b), "receiptIssued", map[string]string{
		"filingNo": f.FilingNo, "validFrom": f.ValidFrom.String(), "validThrough": f.ValidThrough.String(),
	})
}

// openTenure commits the case that lives the validity; its workflow is started afterwards.
func (b *batch) openTenure(e contract.Event, f Filing) error {
	edition, err := b.reference.Policy.Edition(b.c.Policy)
	if err != nil {
		return err
	}
	remind, err := edition.Ints(policy.TenureReminders)
	if err != nil {
		return err
	}
	input, err := json.Marshal(contract.Tenure{
		FilingNo: f.FilingNo, Region: f.Region, Enterprise: f.EnterpriseID.String(), From: f.ValidFrom.String(),
		Through: f.ValidThrough.String(), Remind: remind, Policy: b.c.Policy,
	})
	if err != nil {
		return err
	}
	return b.tx.Create(&Case{
		CaseNo: f.FilingNo, Procedure: contract.TenureWorkflow, ProcedureVersion: 1, Policy: b.c.Policy,
		WorkflowID: contract.TenureID(f.FilingNo), Region: f.Region, EnterpriseID: f.EnterpriseID,
		EnterpriseName: f.EnterpriseName, Competent: b.c.Competent, Bureau: b.c.Bureau, Input: string(input),
		Head: Genesis(f.FilingNo), OpenedAt: instant(e),
	}).Error
}

// applyCataloguePublished makes the next edition of the city's catalogue and reports it to the Department.
func applyCataloguePublished(b *batch, e contract.Event) error {
	data, err := read[contract.PublicationData](e)
	if err != nil {
		return err
	}
	at := instant(e)
	b.numbered = append(b.numbered, numbered{scope: "catalogue/" + data.Region, apply: func(edition int64) error {
		facts := map[string]string{"filingNo": data.FilingNo, "region": data.Region, "edition": strconv.FormatInt(edition, 10)}
		if err := b.tx.Create(&CatalogueEdition{
			Region: data.Region, Edition: int(edition), Publisher: data.Publisher, PublishedOn: civil.Of(at),
			CaseNo: b.c.CaseNo, Seq: e.Seq, FilingNo: data.FilingNo,
		}).Error; err != nil {
			return err
		}
		for _, body := range b.reference.Directory.Bodies(region.Department, civil.Of(at)) {
			if err := tell(b, e, reader{Body: body.ID}, "cataloguePublished", facts); err != nil {
				return err
			}
		}
		return tell(b, e, toEnterprise(b), "cataloguePublished", facts)
	}})
	return b.setFiling(data.FilingNo, "published_at", at)
}

func (b *batch) setFiling(number, column string, at time.Time) error {
	done := b.tx.Model(&Filing{}).Where("filing_no = ?", number).
		Updates(map[string]any{column: at, "version": gorm.Expr("version + 1")})
	if done.Error == nil && done.RowsAffected != 1 {
		return fmt.Errorf("no filing %q", number)
	}
	return done.Error
}

func applyReminderDue(b *batch, e contract.Event) error {
	data, err := read[contract.ReminderData](e)
	if err != nil {
		return err
	}
	facts := map[string]string{"filingNo": data.FilingNo, "days": strconv.Itoa(data.Days)}
	if err := tell(b, e, reader{Body: b.c.Bureau}, "tenureReminder", facts); err != nil {
		return err
	}
	return tell(b, e, toEnterprise(b), "tenureReminder", facts)
}

func applyLapsed(b *batch, e contract.Event) error {
	data, err := read[contract.LapsedData](e)
	if err != nil {
		return err
	}
	facts := map[string]string{"filingNo": data.FilingNo, "validThrough": data.Through}
	if err := tell(b, e, reader{Body: b.c.Bureau}, "tenureLapsed", facts); err != nil {
		return err
	}
	if err := tell(b, e, toEnterprise(b), "tenureLapsed", facts); err != nil {
		return err
	}
	return b.setFiling(data.FilingNo, "lapsed_at", instant(e))
}
