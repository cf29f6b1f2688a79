package api

import (
	"bytes"
	"context"
	"encoding/csv"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
	"jiangxin/evidence"
	"jiangxin/store"
)

// exportLimit is the most enterprises of one download (setting); the province expects two thousand at most.
const exportLimit = 10000

// catalogueTable is 附件4 with its headings: one line per filed occupation.
func (s *Server) catalogueTable(ctx context.Context, city string) ([][]string, error) {
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := s.store.Institutions(ctx, store.CatalogueFilter{Region: city}, s.today(), "", "", exportLimit)
	if err != nil {
		return nil, err
	}
	head := make([]string, 0, len(filing.CatalogueColumns))
	for _, column := range filing.CatalogueColumns {
		head = append(head, sayName(ctx, column))
	}
	table := [][]string{head}
	for i, row := range rows {
		table = append(table, catalogueLines(ctx, reference, row, i+1, s.today())...)
	}
	return table, nil
}

func catalogueLines(ctx context.Context, reference *store.Reference, row store.CatalogueRow, number int, today civil.Date) [][]string {
	shown := showInstitution(ctx, reference, row, today)
	lines := make([][]string, 0, len(shown.Occupations))
	for _, o := range shown.Occupations {
		levels := make([]string, 0, len(o.Levels))
		for _, level := range o.Levels {
			levels = append(levels, level.Name)
		}
		lines = append(lines, []string{
			strconv.Itoa(number), shown.RegionName, shown.Name, shown.CreditCode, shown.FilingNo, o.Name + "(" + o.Code + ")", o.WorkType,
			strings.Join(levels, "、"), shown.FiledOn.String(), shown.ValidThrough.String(), shown.StatusName, shown.Contact,
		})
	}
	return lines
}

// harmless takes from a text the power to run as a formula when an office program opens the file.
func harmless(cell string) string {
	if strings.ContainsAny(strings.TrimLeft(cell, " ")+" ", "\t\r") || (cell != noWorkType && cell != "" && strings.ContainsRune("=+-@＝＋－＠\t\r", []rune(cell)[0])) {
		return "'" + cell
	}
	return cell
}

// DownloadInstitutionsCsv writes the catalogue as CSV, with the byte order mark that Excel needs for Chinese.
func (s *Server) DownloadInstitutionsCsv(ctx context.Context, in DownloadInstitutionsCsvRequestObject) (DownloadInstitutionsCsvResponseObject, error) {
	table, err := s.catalogueTable(ctx, in.Params.Region)
	if err != nil {
		return nil, err
	}
	var text bytes.Buffer
	text.WriteString("\ufeff")
	writer := csv.NewWriter(&text)
	writer.UseCRLF = true
	for _, line := range table {
		for i := range line {
			line[i] = harmless(line[i])
		}
		if err := writer.Write(line); err != nil {
			return nil, err
		}
	}
	writer.Flush()
	return DownloadInstitutionsCsv200TextcsvResponse{
		Body: &text, ContentLength: int64(text.Len()),
		Headers: DownloadInstitutionsCsv200ResponseHeaders{ContentDisposition: evidence.Disposition(s.exportName("csv"))},
	}, writer.Error()
}

func (s *Server) exportName(ending string) string {
	return "职业技能等级认定企业目录 " + s.today().String() + "." + ending
}

// DownloadInstitutionsXlsx writes the catalogue as a workbook. Its cells are texts, never formulas.
func (s *Server) DownloadInstitutionsXlsx(ctx context.Context, in DownloadInstitutionsXlsxRequestObject) (DownloadInstitutionsXlsxResponseObject, error) {
	table, err := s.catalogueTable(ctx, in.Params.Region)
	if err != nil {
		return nil, err
	}
	book := excelize.NewFile()
	defer func() { _ = book.Close() }()
	sheet := book.GetSheetName(0)
	stream, err := book.NewStreamWriter(sheet)
	if err != nil {
		return nil, err
	}
	for i, line := range table {
		cells := make([]any, len(line))
		for j := range line {
			cells[j] = line[j]
		}
		at, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return nil, err
		}
		if err := stream.SetRow(at, cells); err != nil {
			return nil, err
		}
	}
	if err := stream.Flush(); err != nil {
		return nil, err
	}
	file, err := book.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return DownloadInstitutionsXlsx200ApplicationvndOpenxmlformatsOfficedocumentSpreadsheetmlSheetResponse{
		Body: file, ContentLength: int64(file.Len()),
		Headers: DownloadInstitutionsXlsx200ResponseHeaders{ContentDisposition: evidence.Disposition(s.exportName("xlsx"))},
	}, nil
}
