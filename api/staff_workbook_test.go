package api

import (
	"net/http"
	"strings"
	"testing"

	"github.com/google/uuid"

	"jiangxin/api/roster"
	"jiangxin/domain/filing/filingtest"
)

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

func TestAStaffWorkbookIsCheckedCellByCellAndNothingIsSaved(t *testing.T) {
	t.Parallel()
	p := open(t).clerk()
	path := p.drafted()
	empty := p.do(http.MethodGet, path+"/staff/workbook", nil)
	if empty.status != http.StatusOK || !strings.HasPrefix(string(empty.body), "PK") || !strings.Contains(empty.header.Get("Content-Disposition"), ".xlsx") {
		t.Fatalf("%d %s", empty.status, empty.header)
	}
	rows := filingtest.Staff()
	rows[1].IDNumber = "210102199001011234"
	file, err := roster.Template(rows, 100)
	p.must(err)
	check := func(file []byte) answer {
		return p.do(http.MethodPost, path+"/staff/workbook/check", string(file), "Content-Type", xlsx)
	}
	got := into[StaffCheck](check(file))
	if len(got.Rows) != len(rows) || got.Wrong != 1 || got.Right != len(rows)-1 {
		t.Fatalf("%+v", got)
	}
	wrong := got.Rows[1]
	if wrong.Line != 3 || len(wrong.Problems) != 1 || wrong.Problems[0].Column != "C" || wrong.Problems[0].Field != "idNumber" ||
		wrong.Problems[0].Value != "210102199001011234" || wrong.Problems[0].Message == "" {
		t.Errorf("%+v", wrong)
	}
	if saved := into[StaffList](p.do(http.MethodGet, path+"/staff", nil)); len(saved.Rows) != 0 || saved.Version != 1 {
		t.Errorf("it was saved: %+v", saved)
	}
	check([]byte("姓名")).want(http.StatusUnprocessableEntity, "bad_file")
	check([]byte(strings.Repeat("x", bodyLimit+1))).want(http.StatusRequestEntityTooLarge, "too_large")
	p.do(http.MethodPost, path+"/staff/workbook/check", "{}").want(http.StatusBadRequest, "malformed")
}

func TestAWorkbookThatWasHandedOutIsRightAsItIs(t *testing.T) {
	t.Parallel()
	p := open(t).clerk()
	path := p.drafted()
	var rows []StaffRow
	for _, row := range filingtest.Staff() {
		rows = append(rows, staffRow(row.StaffDetails, row.IDNumber))
	}
	if got := p.do(http.MethodPut, path+"/staff", StaffEdit{Version: 1, Rows: rows}); got.status != http.StatusOK {
		t.Fatalf("%d %s", got.status, got.body)
	}
	file := p.do(http.MethodGet, path+"/staff/workbook", nil).body
	got := into[StaffCheck](p.do(http.MethodPost, path+"/staff/workbook/check", string(file), "Content-Type", xlsx))
	if got.Wrong != 0 || got.Right != len(rows) || !strings.Contains(got.Rows[0].Content.IdNumber, "*") {
		t.Errorf("%+v", got)
	}
	again := StaffEdit{Version: 2}
	for _, row := range got.Rows {
		again.Rows = append(again.Rows, row.Content)
	}
	if got := p.do(http.MethodPut, path+"/staff", again, "Idempotency-Key", uuid.NewString()); got.status != http.StatusOK {
		t.Errorf("%d %s", got.status, got.body)
	}
}
