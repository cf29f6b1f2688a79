package api

import (
	"context"
	"strings"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/region"
	"jiangxin/store"
)

// cataloguePlace is where a page of the catalogue begins.
type cataloguePlace struct{ Region, FilingNo string }

// ListInstitutions shows one page of the catalogue. Every entry stands from the receipt on, and its standing
// goes by the date.
func (s *Server) ListInstitutions(ctx context.Context, in ListInstitutionsRequestObject) (ListInstitutionsResponseObject, error) {
	after, err := placeIn[cataloguePlace](in.Params.Cursor)
	if err != nil {
		return nil, err
	}
	limit := limitOf(in.Params.Limit)
	filter := store.CatalogueFilter{
		Query: strings.TrimSpace(in.Params.Q), Region: in.Params.Region, Occupation: strings.TrimSpace(in.Params.Occupation),
		Level: in.Params.Level, Standing: string(in.Params.Status),
	}
	rows, err := s.store.Institutions(ctx, filter, s.today(), after.Region, after.FilingNo, limit+1)
	if err != nil {
		return nil, err
	}
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return nil, err
	}
	rows, next := cut(rows, limit, func(row store.CatalogueRow) any { return cataloguePlace{row.Region, row.FilingNo} })
	list := InstitutionList{Items: []Institution{}, Next: next}
	for _, row := range rows {
		list.Items = append(list.Items, showInstitution(ctx, reference, row, s.today()))
	}
	return ListInstitutions200JSONResponse(list), nil
}

func showInstitution(ctx context.Context, reference *store.Reference, row store.CatalogueRow, today civil.Date) Institution {
	standing := row.Standing(today)
	shown := Institution{
		FilingNo: row.FilingNo, Name: row.EnterpriseName, CreditCode: row.CreditCode, Region: row.Region,
		RegionName: regionName(ctx, reference, row.Region, today), ValidFrom: row.ValidFrom, ValidThrough: row.ValidThrough,
		FiledOn: civil.Of(row.FiledAt), Status: InstitutionStatus(standing), StatusName: sayName(ctx, standing.Name()), Contact: row.Contact,
		Occupations: []InstitutionOccupation{},
	}
	if row.PublishedAt != nil {
		shown.PublishedOn = civil.Of(*row.PublishedAt)
	}
	for _, o := range row.Occupations {
		workType := o.WorkType
		if workType == "" {
			workType = noWorkType
		}
		shown.Occupations = append(shown.Occupations, InstitutionOccupation{
			Code: o.Code, Name: o.Name, WorkType: workType, Levels: levelsOf(ctx, o.Levels), Standard: o.Standard, AddedOn: o.AddedOn,
		})
	}
	return shown
}

// noWorkType is how an occupation without work types prints, never blank (人社鉴发〔2021〕1号).
const noWorkType = "--"

// GetInstitution shows one filed enterprise.
func (s *Server) GetInstitution(ctx context.Context, in GetInstitutionRequestObject) (GetInstitutionResponseObject, error) {
	row, err := s.institution(ctx, in.FilingNo)
	if err != nil {
		return nil, err
	}
	shown, err := s.showWholeInstitution(ctx, row)
	return GetInstitution200JSONResponse(shown), err
}

func (s *Server) institution(ctx context.Context, filingNo string) (store.CatalogueRow, error) {
	return s.store.Institution(ctx, strings.ToUpper(filingNo))
}

func (s *Server) showWholeInstitution(ctx context.Context, row store.CatalogueRow) (Institution, error) {
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return Institution{}, err
	}
	shown := showInstitution(ctx, reference, row, s.today())
	if shown.Rules, err = s.showRules(ctx, row.Filing); err != nil {
		return shown, err
	}
	editions, err := s.store.Editions(ctx, row.FilingNo)
	for _, e := range editions {
		shown.Editions = append(shown.Editions, CatalogueEdition{
			Region: e.Region, Edition: e.Edition, Publisher: bodyOf(ctx, reference, e.Publisher, s.today()).Name, PublishedOn: e.PublishedOn, ReportedOn: e.ReportedOn,
		})
	}
	return shown, err
}

// VerifyReceipt is what a receipt's QR code leads to. An unknown token says so plainly.
func (s *Server) VerifyReceipt(ctx context.Context, in VerifyReceiptRequestObject) (VerifyReceiptResponseObject, error) {
	row, err := s.store.InstitutionByToken(ctx, in.Token)
	if fault.Is(err, fault.NotFound) {
		return nil, fault.New(fault.NotFound, "没有查到这份备案回执，请核对二维码是否完整，或按机构备案号查询",
			"No such receipt is on record; check that the code is whole, or search by the filing number")
	}
	if err != nil {
		return nil, err
	}
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return nil, err
	}
	shown := ReceiptCheck{CheckedAt: s.now()}
	if shown.Institution, err = s.showWholeInstitution(ctx, row); err != nil {
		return nil, err
	}
	owner, err := reference.Directory.Competent(region.Receipt, row.Region, s.today())
	shown.Owner = say(ctx, owner.Name(s.today()))
	return VerifyReceipt200JSONResponse(shown), err
}
