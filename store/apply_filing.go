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

// grant is what a receipt files, ready but for its number: the counter of the province stays locked until the
// transaction ends, so nothing is read or reckoned under it.
type grant struct {
	filing      Filing
	occupations []FilingOccupation
	copies      []string // body IDs
	tenure      contract.Tenure
}

// applyReceiptIssued files the enterprise: number, validity, occupations, copies, and the tenure's case. An
// enterprise that was filed before keeps its number.
func applyReceiptIssued(b *recording, e contract.Event) error {
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
	g, err := b.prepareGrant(e, data)
	if err != nil {
		return err
	}
	b.numbered = append(b.numbered, numbered{scope: filingScope, apply: func(serial int64) error {
		number, err := filing.Number(int(serial))
		if err != nil {
			return err
		}
		return b.file(e, g, string(number))
	}})
	return nil
}

func (b *recording) prepareGrant(e contract.Event, data contract.ReceiptData) (grant, error) {
	frozen, err := b.lastSnapshot()
	if err != nil {
		return grant{}, err
	}
	sheet, err := sheetOf[filing.ReceiptSheet](b, data.Command)
	if err != nil {
		return grant{}, err
	}
	from, through := filing.PlanValidity(sheet, civil.Of(e.At), data.Years)
	g := grant{
		filing: Filing{
			EnterpriseID: b.c.EnterpriseID, EnterpriseName: b.c.EnterpriseName, CreditCode: frozen.Application.Unit.CreditCode,
			Region: b.c.Region, CaseNo: b.c.CaseNo, ValidFrom: from, ValidThrough: through, Token: rand.Text(),
			Contact: frozen.Application.Unit.Contact.Phone, FiledAt: instant(e), Version: 1,
		},
		copies: b.copies(civil.Of(e.At)),
	}
	if g.occupations, err = b.granted(frozen.Application.Occupations.Rows, from); err != nil {
		return grant{}, err
	}
	g.tenure, err = b.tenure(g.filing)
	return g, err
}

func (b *recording) lastSnapshot() (filing.Frozen, error) {
	var s Snapshot
	if err := b.tx.Where("case_no = ?", b.c.CaseNo).Order("round DESC").Take(&s).Error; err != nil {
		return filing.Frozen{}, err
	}
	return filing.Thaw([]byte(s.Content))
}

// granted gives the occupations and levels that passed (filing.Granted), as rows of the filing. Before the
// receipt could be issued, the same was checked when the Department decided.
func (b *recording) granted(rows []filing.OccupationRow, from civil.Date) ([]FilingOccupation, error) {
	assessed, err := lastSheet[filing.AssessmentSheet](b, filing.Assessment, casework.Conclude)
	if err != nil {
		return nil, err
	}
	verified, err := lastSheet[filing.VerificationSheet](b, filing.Verification, casework.Pass)
	if err != nil {
		return nil, err
	}
	grants, err := filing.Granted(rows, assessed, verified)
	if err != nil {
		return nil, fmt.Errorf("grant by case %s: %w", b.c.CaseNo, err)
	}
	out := make([]FilingOccupation, 0, len(grants))
	for _, g := range grants {
		out = append(out, FilingOccupation{
			Code: g.Code, WorkType: g.WorkType, Name: g.Name, Levels: g.Levels, Standard: standardOf(rows, g), AddedOn: from,
		})
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

// sheetOf reads the sheet of a command; one that was left empty is the zero sheet.
func sheetOf[S any](b *recording, command string) (S, error) {
	var sheet S
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

// lastSheet reads what the newest statement of a stage with this verdict says; nil where there is none.
func lastSheet[S any](b *recording, stage filing.Stage, verdict casework.Verdict) (*S, error) {
	said, found, err := lastStatement(b.tx, b.c.CaseNo, string(stage), verdict)
	if err != nil || !found {
		return nil, err
	}
	sheet := new(S)
	return sheet, said.ReadSheet(sheet)
}

// copies lists the bodies to which a receipt goes: the exam centre and every city's bureau (notice 四(二): 同时抄送).
func (b *recording) copies(day civil.Date) []string {
	var ids []string
	for _, kind := range []region.Kind{region.Centre, region.Bureau} {
		for _, body := range b.reference.Directory.Bodies(kind, day) {
			ids = append(ids, body.ID)
		}
	}
	return ids
}

// tenure says what the workflow that lives the validity is started with.
func (b *recording) tenure(f Filing) (contract.Tenure, error) {
	t := contract.Tenure{
		Region: f.Region, Enterprise: f.EnterpriseID.String(), From: f.ValidFrom.String(), Through: f.ValidThrough.String(),
		Names: map[string]string{f.EnterpriseID.String(): f.EnterpriseName}, Policy: b.c.Policy,
	}
	edition, err := b.reference.Policy.Edition(b.c.Policy)
	if err != nil {
		return t, err
	}
	if t.Remind, err = edition.Ints(policy.TenureReminders); err != nil {
		return t, err
	}
	t.RemindHour, err = edition.Int(policy.TenureRemindHour)
	return t, err
}

// file writes what needs the number, in one statement for each table.
func (b *recording) file(e contract.Event, g grant, number string) error {
	f := g.filing
	f.FilingNo = number
	if err := b.tx.Create(&f).Error; err != nil {
		return err
	}
	for i := range g.occupations {
		g.occupations[i].FilingNo = number
	}
	if err := b.tx.Create(&g.occupations).Error; err != nil {
		return err
	}
	if err := b.copyReceipt(e, f, g.copies); err != nil {
		return err
	}
	b.number(contract.NumberFiling, number)
	b.number(contract.DateFrom, f.ValidFrom.String())
	b.number(contract.DateThrough, f.ValidThrough.String())
	g.tenure.FilingNo = number
	return b.openTenure(e, g.tenure)
}

func (b *recording) copyReceipt(e contract.Event, f Filing, bodies []string) error {
	copies := make([]ReceiptCopy, 0, len(bodies))
	letters := []letter{{toEnterprise(b), ReceiptIssued{FilingNo: f.FilingNo, ValidFrom: f.ValidFrom.String(), ValidThrough: f.ValidThrough.String()}}}
	for _, id := range bodies {
		copies = append(copies, ReceiptCopy{FilingNo: f.FilingNo, BodyID: id, CopiedAt: f.FiledAt})
		letters = append(letters, letter{reader{Body: id}, ReceiptCopied{FilingNo: f.FilingNo, Enterprise: f.EnterpriseName}})
	}
	if len(copies) > 0 {
		if err := b.tx.Create(&copies).Error; err != nil {
			return err
		}
	}
	return tellAll(b, e, letters)
}

// openTenure commits the case that lives the validity; its workflow is started afterwards.
func (b *recording) openTenure(e contract.Event, t contract.Tenure) error {
	c := Case{
		CaseNo: t.FilingNo, Procedure: contract.TenureWorkflow, ProcedureVersion: 1, Policy: b.c.Policy,
		WorkflowID: contract.TenureID(t.FilingNo), Region: b.c.Region, EnterpriseID: b.c.EnterpriseID,
		EnterpriseName: b.c.EnterpriseName, Competent: b.c.Competent, Bureau: b.c.Bureau,
	}
	if err := c.freeze(t, instant(e)); err != nil {
		return err
	}
	return b.tx.Create(&c).Error
}

// applyCataloguePublished makes the next edition of the city's catalogue and reports it to the Department (报省厅)
// by the message that it gets at once.
func applyCataloguePublished(b *recording, e contract.Event) error {
	data, err := read[contract.PublicationData](e)
	if err != nil {
		return err
	}
	at := instant(e)
	day := civil.Of(at)
	reported := b.reference.Directory.Bodies(region.Department, day)
	b.numbered = append(b.numbered, numbered{scope: "catalogue/" + data.Region, apply: func(edition int64) error {
		if err := b.tx.Create(&CatalogueEdition{
			Region: data.Region, Edition: int(edition), Publisher: data.Publisher, PublishedOn: day, ReportedOn: day,
			CaseNo: b.c.CaseNo, Seq: e.Seq, FilingNo: data.FilingNo,
		}).Error; err != nil {
			return err
		}
		facts := CataloguePublished{FilingNo: data.FilingNo, Region: data.Region, Edition: strconv.FormatInt(edition, 10)}
		letters := []letter{{toEnterprise(b), facts}}
		for _, body := range reported {
			letters = append(letters, letter{reader{Body: body.ID}, facts})
		}
		return tellAll(b, e, letters)
	}})
	return b.setFiling(data.FilingNo, "published_at", at)
}

func (b *recording) setFiling(number, column string, at time.Time) error {
	done := b.tx.Model(&Filing{}).Where("filing_no = ?", number).
		Updates(map[string]any{column: at, "version": gorm.Expr("version + 1")})
	if done.Error == nil && done.RowsAffected != 1 {
		return fmt.Errorf("no filing %q", number)
	}
	return done.Error
}

func applyReminderDue(b *recording, e contract.Event) error {
	data, err := read[contract.ReminderData](e)
	if err != nil {
		return err
	}
	facts := TenureReminder{FilingNo: data.FilingNo, Days: strconv.Itoa(data.Days)}
	if err := tell(b, e, reader{Body: b.c.Bureau}, facts); err != nil {
		return err
	}
	return tell(b, e, toEnterprise(b), facts)
}

func applyLapsed(b *recording, e contract.Event) error {
	data, err := read[contract.LapsedData](e)
	if err != nil {
		return err
	}
	facts := TenureLapsed{FilingNo: data.FilingNo, ValidThrough: data.Through}
	if err := tell(b, e, reader{Body: b.c.Bureau}, facts); err != nil {
		return err
	}
	if err := tell(b, e, toEnterprise(b), facts); err != nil {
		return err
	}
	return b.setFiling(data.FilingNo, "lapsed_at", instant(e))
}
