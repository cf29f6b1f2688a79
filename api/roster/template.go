package roster

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/xuri/excelize/v2"

	"jiangxin/domain/filing"
)

// Names of the two sheets of the template.
const (
	listSheet    = "人员名单"
	exampleSheet = "填写示例"
)

const textFormat = 49 // number format @: what is typed stays as it is typed

var example = []string{
	"考评人员", "张示例", "210100199001010000", "车间主任", "高级工程师", "电工", "二级/技师", "辽考评示例0001", "2029-06-30", "本单位职工",
}

var hints = []string{
	"请在“人员名单”中填写，每人一行；人员类别、等级、聘用方式从下拉列表中选择。",
	"身份证号须为文本格式；已保存的人员显示为带 * 的号码，保留不动即沿用原号码。",
	"有效期至填写日期，例如 2029-06-30；没有证卡的留空。不要合并单元格，不要使用公式。",
	"上面一行为虚构示例，身份证号并不存在。",
}

// Template writes the workbook with the rows that are known already, ID numbers as they may be shown. Every cell
// is a text, never a formula. limit is how many rows the lists may hold.
func Template(rows []filing.Staff, limit int) ([]byte, error) {
	book := excelize.NewFile()
	defer func() { _ = book.Close() }()
	err := book.SetSheetName(book.GetSheetName(0), listSheet)
	if err != nil {
		return nil, fmt.Errorf("name the sheet: %w", err)
	}
	if _, err := book.NewSheet(exampleSheet); err != nil {
		return nil, fmt.Errorf("add the sheet: %w", err)
	}
	head, headErr := book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, NumFmt: textFormat})
	plain, plainErr := book.NewStyle(&excelize.Style{NumFmt: textFormat})
	errs := []error{headErr, plainErr}
	for _, sheet := range []string{listSheet, exampleSheet} {
		for i, c := range columns {
			errs = append(errs,
				book.SetColStyle(sheet, letter(i), plain), book.SetColWidth(sheet, letter(i), letter(i), c.width),
				book.SetCellStr(sheet, letter(i)+"1", c.name.ZH), book.SetCellStyle(sheet, letter(i)+"1", letter(i)+"1", head))
		}
		errs = append(errs, book.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	}
	for n, row := range rows {
		errs = append(errs, write(book, listSheet, n+2, plain, cells(row)))
	}
	errs = append(errs, write(book, exampleSheet, 2, plain, example))
	for n, hint := range hints {
		errs = append(errs, write(book, exampleSheet, n+4, plain, []string{hint}))
	}
	errs = append(errs, dropDowns(book, limit))
	if err := errors.Join(errs...); err != nil {
		return nil, fmt.Errorf("fill the workbook: %w", err)
	}
	var file bytes.Buffer
	if _, err := book.WriteTo(&file); err != nil {
		return nil, fmt.Errorf("write the workbook: %w", err)
	}
	return file.Bytes(), nil
}

func write(book *excelize.File, sheet string, line, style int, texts []string) error {
	var errs []error
	for i, text := range texts {
		at := fmt.Sprint(letter(i), line)
		errs = append(errs, book.SetCellStr(sheet, at, text), book.SetCellStyle(sheet, at, at, style))
	}
	return errors.Join(errs...)
}

func dropDowns(book *excelize.File, limit int) error {
	for i, c := range columns {
		if len(c.choices) == 0 {
			continue
		}
		words := make([]string, 0, len(c.choices))
		for _, one := range c.choices {
			words = append(words, one.name.ZH)
		}
		list := excelize.NewDataValidation(true)
		list.SetSqref(fmt.Sprintf("%s2:%s%d", letter(i), letter(i), limit+1))
		list.SetError(excelize.DataValidationErrorStyleStop, c.name.ZH, "请从下拉列表中选择")
		if err := list.SetDropList(words); err != nil {
			return err
		}
		if err := book.AddDataValidation(listSheet, list); err != nil {
			return err
		}
	}
	return nil
}

// cells writes a row in the order of the columns.
func cells(row filing.Staff) []string {
	values := map[string]string{
		"kind": string(row.Kind), "name": row.Name, "idNumber": row.IDNumber, "position": row.Position, "title": row.Title,
		"occupation": row.Occupation, "level": row.Level, "cardNo": row.CardNo, "validThrough": row.ValidThrough.String(), "employment": string(row.Employment),
	}
	texts := make([]string, 0, len(columns))
	for _, c := range columns {
		texts = append(texts, c.words(values[c.field]))
	}
	return texts
}
