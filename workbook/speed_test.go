package workbook_test

import (
	"bytes"
	"fmt"
	"sync"
	"testing"

	"github.com/xuri/excelize/v2"

	"jiangxin/workbook"
)

// large is a workbook of 10,000 rows and 26 columns as a spreadsheet program saves it: with texts that cells share.
var large = sync.OnceValue(func() []byte {
	book := excelize.NewFile()
	defer func() { _ = book.Close() }()
	sheet := book.GetSheetName(0)
	for row := range 10_001 {
		cells := make([]any, 26)
		for column := range cells {
			switch {
			case row == 0:
				cells[column] = fmt.Sprint("列", column)
			case column == 2:
				cells[column] = fmt.Sprintf("2101021990%08d", row)
			case column >= 12 && column < 16:
				cells[column] = 60 + (row+column)%40
			case column < 5:
				cells[column] = fmt.Sprint("姓名与单位", row, column)
			default:
				cells[column] = fmt.Sprint("一般内容", (row+column)%500)
			}
		}
		if err := book.SetSheetRow(sheet, fmt.Sprint("A", row+1), &cells); err != nil {
			panic(err)
		}
	}
	var file bytes.Buffer
	if _, err := book.WriteTo(&file); err != nil {
		panic(err)
	}
	return file.Bytes()
})

func BenchmarkTenThousandRowsRead(b *testing.B) {
	file := large()
	b.ReportAllocs()
	for b.Loop() {
		book, err := workbook.Open(bytes.NewReader(file), int64(len(file)), workbook.LimitsFor(10_001))
		if err != nil {
			b.Fatal(err)
		}
		count := 0
		for row, err := range book.Rows(book.Sheets()[0]) {
			if err != nil {
				b.Fatal(err)
			}
			if row.Cells[25].Text != "" {
				count++
			}
		}
		if count != 10_001 {
			b.Fatal(count)
		}
	}
}

func BenchmarkTenThousandRowsReadByExcelize(b *testing.B) {
	file := large()
	b.ReportAllocs()
	for b.Loop() {
		book, err := excelize.OpenReader(bytes.NewReader(file))
		if err != nil {
			b.Fatal(err)
		}
		rows, err := book.Rows(book.GetSheetName(0))
		if err != nil {
			b.Fatal(err)
		}
		for rows.Next() {
			if _, err := rows.Columns(); err != nil {
				b.Fatal(err)
			}
		}
		if err := book.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
