package certification_test

import (
	"encoding/json"
	"errors"
	"testing"

	"pgregory.net/rapid"

	"jiangxin/domain/certification"
	"jiangxin/domain/certification/certificationtest"
	"jiangxin/domain/fault"
)

// codesAt gives the code at each pointer of an Invalid error.
func codesAt(err error) map[string]string {
	found := map[string]string{}
	var e *fault.Error
	if errors.As(err, &e) {
		for _, f := range e.Fields {
			found[f.Pointer] = f.Code
		}
	}
	return found
}

func asJSON(t rapid.TB, value any) json.RawMessage {
	t.Helper()
	raw, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// only says that the findings are exactly one, of this cell and code, and that it says what to do in both languages.
func only(t testing.TB, found []certification.Finding, line int, field certification.Field, code string) {
	t.Helper()
	if len(found) != 1 || found[0].Line != line || found[0].Field != field || found[0].Code != code {
		t.Errorf("want %s at %s of line %d alone: %+v", code, field, line, found)
		return
	}
	if f := found[0]; f.Text.ZH == "" || f.Text.EN == "" || f.Remedy.ZH == "" || f.Remedy.EN == "" {
		t.Errorf("%s does not say what to do: %+v", code, f)
	}
}

// checked edits the second of three good rows and checks them.
func checked(edit func(*certification.Row, *certification.Context)) []certification.Finding {
	rows := certificationtest.Rows(1, 3)
	ctx := certificationtest.Context(rows)
	if edit != nil {
		edit(&rows[1], &ctx)
	}
	return certification.Check(rows, ctx)
}

// readAndChecked writes a good row as cells, lets edit change one, and reads and checks it.
func readAndChecked(field certification.Field, cell certification.Cell) (certification.Row, []certification.Finding) {
	row := certificationtest.Row(1, 1)
	cells := certificationtest.Cells(row)
	ctx := certificationtest.Context([]certification.Row{row})
	cells[field] = cell
	read, found := certification.ReadRow(certificationtest.Template(), cells, 1)
	ctx.Read = found
	return read, certification.Check([]certification.Row{read}, ctx)
}

// fieldsOf gives the wrong fields of an Invalid error.
func fieldsOf(err error) []fault.Field {
	var e *fault.Error
	if errors.As(err, &e) {
		return e.Fields
	}
	return nil
}
