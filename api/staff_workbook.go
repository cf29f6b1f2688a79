package api

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"

	"jiangxin/api/roster"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/evidence"
	"jiangxin/store"
)

// GetStaffWorkbook hands out the workbook for the staff lists, with the rows that are saved already.
func (s *Server) GetStaffWorkbook(ctx context.Context, in GetStaffWorkbookRequestObject) (GetStaffWorkbookResponseObject, error) {
	a, err := s.ownApplication(ctx, in.ApplicationId)
	if err != nil {
		return nil, err
	}
	stored, err := s.store.StaffOf(ctx, a.ID)
	if err != nil {
		return nil, err
	}
	list, err := showStaff(a, stored, func(row store.Staff) (string, error) { return row.IDNumberMasked, nil })
	if err != nil {
		return nil, err
	}
	limit, err := s.staffLimit(ctx)
	if err != nil {
		return nil, err
	}
	rows := make([]filing.Staff, 0, len(list.Rows))
	for _, row := range list.Rows {
		rows = append(rows, staffOf(row))
	}
	file, err := roster.Template(rows, limit)
	if err != nil {
		return nil, err
	}
	return GetStaffWorkbook200ApplicationvndOpenxmlformatsOfficedocumentSpreadsheetmlSheetResponse{
		Body: bytes.NewReader(file), ContentLength: int64(len(file)),
		Headers: GetStaffWorkbook200ResponseHeaders{ContentDisposition: evidence.Disposition("人员名单.xlsx")},
	}, nil
}

// CheckStaffWorkbook reads a filled workbook and says what is wrong with each cell. Nothing is saved.
func (s *Server) CheckStaffWorkbook(ctx context.Context, in CheckStaffWorkbookRequestObject) (CheckStaffWorkbookResponseObject, error) {
	a, err := s.ownApplication(ctx, in.ApplicationId)
	if err != nil {
		return nil, err
	}
	limit, err := s.staffLimit(ctx)
	if err != nil {
		return nil, err
	}
	file, err := wholeFile(in.Body)
	if err != nil {
		return nil, err
	}
	entries, err := roster.Read(file, limit)
	if err != nil {
		return nil, err
	}
	entered := make([]filing.Staff, 0, len(entries))
	for _, entry := range entries {
		entered = append(entered, entry.Staff)
	}
	masked := make([]string, 0, len(entries))
	for _, row := range entered {
		masked = append(masked, row.IDNumber)
	}
	if err := s.keepMasked(ctx, a, entered); err != nil {
		return nil, err
	}
	for i := range entries {
		entries[i].Staff = entered[i]
	}
	roster.Judge(entries, limit, s.today())
	return CheckStaffWorkbook200JSONResponse(showStaffCheck(ctx, entries, masked)), nil
}

// showStaffCheck shows the rows as they were read: a number that was masked stays masked.
func showStaffCheck(ctx context.Context, entries []roster.Entry, numbers []string) StaffCheck {
	shown := StaffCheck{Rows: make([]StaffCheckRow, 0, len(entries))}
	for i, entry := range entries {
		row := StaffCheckRow{Line: entry.Line, Problems: []CellProblem{}, Content: staffRow(entry.Staff.StaffDetails, numbers[i])}
		for _, p := range entry.Problems {
			row.Problems = append(row.Problems, CellProblem{
				Column: p.Column, Field: p.Field, Name: sayName(ctx, p.Name), Value: p.Value, Code: p.Code, Message: say(ctx, p.Text),
			})
		}
		if len(row.Problems) == 0 {
			shown.Right++
		} else {
			shown.Wrong++
		}
		shown.Rows = append(shown.Rows, row)
	}
	return shown
}

// wholeFile reads a file that is sent as the body, up to the limit of bodies.
func wholeFile(body io.Reader) ([]byte, error) {
	raw, err := io.ReadAll(body)
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return nil, fault.New(fault.TooLarge, "文件超过 "+itoa(int(large.Limit>>10))+" KiB，请只保留人员名单后重试",
			"The file is larger than "+itoa(int(large.Limit>>10))+" KiB; keep the staff lists alone and try again")
	case err != nil:
		return nil, fault.New(fault.Malformed, "文件没有传完，请重试", "The file broke off; try again").Because(err)
	}
	return raw, nil
}
