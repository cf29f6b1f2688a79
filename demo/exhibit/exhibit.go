// Package exhibit makes real files for applications that nobody has made: PDF, Word and JPEG with made-up
// Chinese content. The same words give the same bytes, other words other bytes.
package exhibit

import (
	"fmt"
	"time"

	"jiangxin/domain/filing"
	"jiangxin/paper/typeset"
)

// File is one file, ready to be uploaded.
type File struct {
	Name string // with its ending
	Body []byte
}

// Page is what a file says.
type Page struct {
	Title  string
	Lines  []string // one paragraph each
	Signed string   // who signed and stamped it; empty: nobody
}

// printedOn is the date in the files' own data. It is fixed, so that the same words give the same bytes.
var printedOn = time.Date(2026, time.January, 5, 1, 0, 0, 0, time.UTC)

// PDF typesets a page.
func PDF(name string, p Page) (File, error) {
	sheet := typeset.NewSheet(typeset.Portrait, typeset.Imprint{Title: p.Title, Number: "演示材料", PrintedAt: printedOn})
	sheet.Paragraph(p.Title, typeset.Style{Size: 20, Leading: 40, Bold: true, Color: typeset.Ink, Align: typeset.Center})
	for _, text := range p.paragraphs() {
		sheet.Paragraph(text, typeset.Style{Size: 12, Leading: 22, Color: typeset.Ink, Align: typeset.Justify, Indent: 2})
	}
	body, _, err := sheet.Finish()
	if err != nil {
		return File{}, fmt.Errorf("typeset %s: %w", name, err)
	}
	return File{Name: name + ".pdf", Body: body}, nil
}

// paragraphs are the lines with the signature below.
func (p Page) paragraphs() []string {
	lines := append([]string{}, p.Lines...)
	if p.Signed != "" {
		lines = append(lines, "签字："+p.Signed+"（演示）　　盖章：（演示用章）")
	}
	return append(lines, "本文件为系统演示自动生成，内容均为虚构。")
}

// sevenOf are the seven files that the enterprise hands in, by what they are for.
type sevenOf struct {
	name string
	make func(string, Page) (File, error)
	text func(unit filing.Unit) []string
}

var seven = []sevenOf{
	{"营业执照复印件", JPEG, func(u filing.Unit) []string {
		return []string{"统一社会信用代码：" + u.CreditCode, "名称：" + u.Name, "类型：" + u.Nature, "法定代表人：" + u.LegalRepresentative, "住所：" + u.RegisteredAddress}
	}},
	{"企业职业技能等级认定备案申请表（附件1）", PDF, func(u filing.Unit) []string {
		return []string{"申请单位：" + u.Name, "法定代表人：" + u.LegalRepresentative, "我单位自愿申请开展职业技能等级认定，对所提交材料的真实性、有效性、合法性负责。"}
	}},
	{"企业职业技能等级认定工作方案（附件2）", DOCX, func(u filing.Unit) []string {
		return []string{"一、企业概况：" + u.Name + "属" + u.Industry + "，在职职工一千二百人。", "二、对象与申报条件：本企业在岗职工。", "三、评价内容和方式：理论知识考试、操作技能考核，技师以上另作综合评审。",
			"四、保障：政策、组织机构、设施设备及场地、规章制度、人员队伍、教材标准试题、质量、信息化八个方面。"}
	}},
	{"技能人才培养评价使用激励制度", DOCX, func(u filing.Unit) []string {
		return []string{u.Name + "技能人才管理制度汇编。", "第一条　取得相应职业技能等级的职工，按等级核定岗位津贴。", "第二条　评价结果与薪酬待遇、岗位晋升挂钩。"}
	}},
	{"职业（工种）评价标准清单", PDF, func(u filing.Unit) []string {
		return []string{u.Name + "采用国家职业标准：设备点检员、电工、焊工、机修钳工；车工采用本企业评价规范。"}
	}},
	{"场地设备与视频监控资产证明", JPEG, func(u filing.Unit) []string {
		return []string{"产权单位：" + u.Name, "实训车间 800 平方米，电工实训台 30 台，焊接工位 20 个", "视频监控 16 路，录像保存 90 天"}
	}},
	{"认定机构工作制度与质量管控文件", PDF, func(u filing.Unit) []string {
		return []string{u.Name + "设技能人才评价中心，专职负责职工培训考核。", "考务、阅卷、督导各环节分人负责，全程录像，接受人力资源社会保障部门监督。"}
	}},
}

// Seven makes the files of the seven materials (notice 四(一)) in their order. The first is not asked for
// where the licence is checked online.
func Seven(unit filing.Unit) ([]File, error) {
	files := make([]File, 0, len(seven))
	for _, s := range seven {
		file, err := s.make(s.name, Page{Title: s.name, Lines: s.text(unit), Signed: unit.LegalRepresentative})
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}
