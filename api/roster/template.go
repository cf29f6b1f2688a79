package roster

import (
	"bytes"

	"jiangxin/domain/filing"
)

const listSheet = "人员名单"

var example = []string{
	"考评人员", "张示例", "210100199001010000", "车间主任", "高级工程师", "电工", "二级/技师", "辽考评示例0001", "2029-06-30", "本单位职工",
}

var instructions = []string{
	"请在“人员名单”中填写，每人一行；带 * 的列必须填写；人员类别、等级、聘用方式从下拉列表中选择。",
	"身份证号须为文本格式；已保存的人员显示为带 * 的号码，保留不动即沿用原号码。",
	"有效期至填写日期，例如 2029-06-30；没有证卡的留空。不要合并单元格，不要使用公式。",
	"“填写示例”中的人员为虚构，身份证号并不存在。",
}

// Template writes the workbook with the rows that are known already, ID numbers as they may be shown. Every cell
// is a text, never a formula. limit is how many rows the lists may hold.
func Template(rows []filing.Staff, limit int) ([]byte, error) {
	lines := make([][]string, 0, len(rows))
	for _, row := range rows {
		lines = append(lines, cells(row))
	}
	var file bytes.Buffer
	if err := template(limit).Write(&file, lines); err != nil {
		return nil, err
	}
	return file.Bytes(), nil
}

// cells writes a row in the order of the columns.
func cells(row filing.Staff) []string {
	values := map[string]string{
		"kind": string(row.Kind), "name": row.Name, "idNumber": row.IDNumber, "position": row.Position, "title": row.Title,
		"occupation": row.Occupation, "level": row.Level, "cardNo": row.CardNo, validThrough: row.ValidThrough.String(), "employment": string(row.Employment),
	}
	texts := make([]string, 0, len(columns))
	for _, c := range columns {
		texts = append(texts, c.words(values[c.field]))
	}
	return texts
}
