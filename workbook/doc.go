// Package workbook is the one place that reads and writes spreadsheets (xlsx, CSV) and zips of photos: lists that
// clerks fill in, the marked copies they get back, exports. What comes from outside is read in constant memory and
// within bounds; what goes out is the same bytes for the same input, and no cell of it can become a formula.
package workbook

import (
	"cmp"
	"errors"
	"fmt"

	"jiangxin/domain/fault"
)

// Limits bound what is read of a workbook. All are settings; LimitsFor gives the usual ones.
type Limits struct {
	Rows     int   // rows of a sheet that hold something, the headings among them
	Allowed  int   // rows that a refusal names as the most, where more are read to say so better; 0 names Rows
	Columns  int   // columns of a sheet that are looked at; the others are left alone
	Part     int64 // bytes of one part of the file, unpacked
	Whole    int64 // bytes of all parts, unpacked
	Parts    int   // parts of the file
	Strings  int   // texts that cells share
	Shared   int   // bytes of these texts
	Text     int   // bytes of a cell's text; what is longer is cut, and so still too long for any field
	Merged   int   // blocks of merged cells
	Ratio    int64 // how many times larger than packed a part other than a sheet may be
	Fraction int64 // parts smaller than this many bytes have any ratio
}

// LimitsFor gives the bounds of a workbook of so many rows: about eight times what such lists take.
func LimitsFor(rows int) Limits {
	part := 8<<20 + int64(rows)*8<<10
	return Limits{
		Rows: rows, Columns: 60, Part: part, Whole: 3 * part, Parts: 300, Strings: 200_000 + 30*rows, Shared: 8<<20 + rows*2<<10, Text: 4 << 10, Merged: 2000,
		Ratio: 300, Fraction: 1 << 20,
	}
}

// bad is a verdict on a file. Where its source says itself why it cannot be read, such as a store that does not answer,
// nothing is known about the file, and that is what is said.
func bad(zh, en string, cause error) error {
	var source *fault.Error
	if errors.As(cause, &source) {
		return cause
	}
	return fault.New(fault.BadFile, zh, en).Because(cause)
}

func unreadable(cause error) error {
	return bad("文件无法读取，请用 Excel 或 WPS 另存为 .xlsx 后重试", "The file cannot be read; save it as .xlsx from a spreadsheet program and try again", cause)
}

func noWorkbook(cause error) error {
	return bad("这不是 .xlsx 工作簿，请下载模板填写后上传", "This is no .xlsx workbook; fill in the template and upload it", cause)
}

func tooLarge(cause error) error {
	return fault.New(fault.TooLarge, "工作簿展开后过大，请只保留模板中的工作表后重试",
		"The workbook unpacks to too much; keep the sheets of the template alone and try again").Because(cause)
}

func tooManyRows(limits Limits) error {
	limit := cmp.Or(limits.Allowed, limits.Rows)
	return fault.New(fault.Invalid, fmt.Sprintf("工作表填写的行数超过 %d 行，请减少或分批后重试", limit),
		fmt.Sprintf("The sheet has more than %d filled rows; remove some, or send them in parts", limit))
}
