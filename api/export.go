package api

import (
	"bytes"
	"context"
	"iter"
	"strings"

	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
	"jiangxin/evidence"
	"jiangxin/store"
	"jiangxin/workbook"
)

// exportLimit is the most enterprises of one download (setting); the province expects two thousand at most.
const exportLimit = 10000

// catalogueTable is 附件4: one line per filed occupation.
func (s *Server) catalogueTable(ctx context.Context, city string) (workbook.Export, iter.Seq2[[]workbook.Value, error], error) {
	table := workbook.Export{Sheet: "企业目录"}
	for _, column := range filing.CatalogueColumns {
		table.Columns = append(table.Columns, workbook.ExportColumn{Heading: sayName(ctx, column)})
	}
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return table, nil, err
	}
	rows, err := s.store.Institutions(ctx, store.CatalogueFilter{Region: city}, s.today(), "", "", exportLimit)
	if err != nil {
		return table, nil, err
	}
	var lines [][]workbook.Value
	for i, row := range rows {
		lines = append(lines, catalogueLines(ctx, reference, row, i+1, s.today())...)
	}
	return table, workbook.Rows(lines), nil
}

func catalogueLines(ctx context.Context, reference *store.Reference, row store.CatalogueRow, number int, today civil.Date) [][]workbook.Value {
	shown := showInstitution(ctx, reference, row, today)
	lines := make([][]workbook.Value, 0, len(shown.Occupations))
	for _, o := range shown.Occupations {
		levels := make([]string, 0, len(o.Levels))
		for _, level := range o.Levels {
			levels = append(levels, level.Name)
		}
		line := []workbook.Value{workbook.Whole(int64(number))}
		for _, text := range []string{
			shown.RegionName, shown.Name, shown.CreditCode, shown.FilingNo, o.Name + "(" + o.Code + ")", o.WorkType,
			strings.Join(levels, "、"), shown.FiledOn.String(), shown.ValidThrough.String(), shown.StatusName, shown.Contact,
		} {
			line = append(line, workbook.Text(text))
		}
		lines = append(lines, line)
	}
	return lines
}

// DownloadInstitutionsCsv writes the catalogue as CSV, with the byte order mark that Excel needs for Chinese.
func (s *Server) DownloadInstitutionsCsv(ctx context.Context, in DownloadInstitutionsCsvRequestObject) (DownloadInstitutionsCsvResponseObject, error) {
	table, rows, err := s.catalogueTable(ctx, in.Params.Region)
	if err != nil {
		return nil, err
	}
	var text bytes.Buffer
	if err := table.WriteCSV(&text, rows); err != nil {
		return nil, err
	}
	return DownloadInstitutionsCsv200TextcsvResponse{
		Body: &text, ContentLength: int64(text.Len()),
		Headers: DownloadInstitutionsCsv200ResponseHeaders{ContentDisposition: evidence.Disposition(s.exportName("csv"))},
	}, nil
}

func (s *Server) exportName(ending string) string {
	return "职业技能等级认定企业目录 " + s.today().String() + "." + ending
}

// DownloadInstitutionsXlsx writes the catalogue as a workbook. Its cells are texts, never formulas.
func (s *Server) DownloadInstitutionsXlsx(ctx context.Context, in DownloadInstitutionsXlsxRequestObject) (DownloadInstitutionsXlsxResponseObject, error) {
	table, rows, err := s.catalogueTable(ctx, in.Params.Region)
	if err != nil {
		return nil, err
	}
	var file bytes.Buffer
	if err := table.WriteXLSX(&file, rows); err != nil {
		return nil, err
	}
	return DownloadInstitutionsXlsx200ApplicationvndOpenxmlformatsOfficedocumentSpreadsheetmlSheetResponse{
		Body: &file, ContentLength: int64(file.Len()),
		Headers: DownloadInstitutionsXlsx200ResponseHeaders{ContentDisposition: evidence.Disposition(s.exportName("xlsx"))},
	}, nil
}
