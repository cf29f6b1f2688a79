package e2e

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"jiangxin/demo"
	"jiangxin/demo/cast"
	"jiangxin/demo/exhibit"
	"jiangxin/domain/certification"
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
	"jiangxin/domain/identity"
	"jiangxin/domain/identity/identitytest"
)

// candidates is how many people stand in a workbook of the script (UI.md, J5).
const candidates = 50

// planted is one wrong cell of a workbook, and a part of the sentence that has to stand beside it (UI.md, S7).
type planted struct {
	Cell   string `json:"cell"`
	Says   string `json:"says"`
	put    any    // what stands there: a text, a number, a formula that begins with =; nil empties the cell
	repair string // what belongs there
}

// forCertify has two filed enterprises: one has results to hand in, the other has none this month. The clerk's
// spreadsheet program is a server of this test: the script sends it the template that it downloaded.
func forCertify(s *stage) any {
	city := cast.Shenyang
	filed, idle := s.file(city, filing.Finished), s.file(city, filing.Finished)
	number, _ := s.receipt(filed)
	first, second := s.people(filed.Enterprise, 1), s.people(filed.Enterprise, 2)
	faults := s.plant(first, "沈阳市另一家机械有限公司")
	return m{
		"clerk": filed.Clerk.Login, "enterprise": filed.Enterprise.Name, "filingNo": number, "idle": m{"clerk": idle.Clerk.Login, "enterprise": idle.Enterprise.Name},
		"authority": city.Prefix + "-authority", "centre": "centre-handler", "folder": s.folder, "today": civil.Of(time.Now()).String(),
		"spreadsheet": s.spreadsheet([][]demo.Candidate{first, second}, faults), "faults": faults, "people": first, "second": second,
		"photos": []string{s.portraits("照片一.zip", first), s.portraits("照片二.zip", second)}, "evidence": s.evidence(filed.Enterprise),
	}
}

// forTemplate names the day from which the editions of the script hold, so that no other script has them.
func forTemplate(*stage) any { return m{"day": civil.Of(time.Now()).AddDays(30).String()} }

// people makes up the candidates of a workbook, whose ID numbers belong to nobody.
func (s *stage) people(e cast.Enterprise, book int) []demo.Candidate {
	seed := uint64(book)
	for _, r := range e.CreditCode {
		seed = seed*31 + uint64(r)
	}
	maker := identitytest.New(seed)
	var all []demo.Candidate
	for i := range candidates {
		all = append(all, demo.Candidate{
			"姓名": maker.Name(), "证件类型": "居民身份证", "证件号码": maker.ResidentID(), "所在单位": e.Name, "用工形式": "本单位职工", "等级": "三级/高级工",
			"申报条件": "取得四级/中级工证书后从事本职业工作满 4 年", "理论成绩": strconv.Itoa(62 + i%37), "技能成绩": strconv.Itoa(60+i%40) + ".5",
			"工作业绩": "良好", "职业道德和工匠精神": "优秀", "照片文件名": fmt.Sprintf("%d-%03d.jpg", book, i+1),
		})
	}
	passport := all[candidates-1] // which the system cannot check: somebody has to look
	passport["证件类型"], passport["证件号码"] = "护照", fmt.Sprintf("E%08d", seed%100_000_000)
	return all
}

// plant spoils seventeen cells of a workbook, each in a way of its own.
func (s *stage) plant(people []demo.Candidate, stranger string) []planted {
	child := identitytest.New(7).ResidentIDOf(civil.On(2015, time.March, 2), identity.Female)
	wrong := []struct {
		heading string
		put     any
		says    string
	}{
		{"姓名", nil, "“姓名”没有填写"},
		{"证件号码", otherDigit(people[3]["证件号码"]), "校验不通过"},
		{"证件号码", 210105199001011230, "存成了数值"},
		{"证件号码", people[2]["证件号码"], "是同一证件号码"},
		{"证件号码", child, "周岁"},
		{"所在单位", stranger, "不是备案单位"},
		{"用工形式", "外聘", "不在可选项中"},
		{"职业", "美容师", "职业与本批次不一致"},
		{"等级", "一级/高级技师", "等级"},
		{"派遣单位", "沈阳人力资源有限公司", "不应填写派遣信息"},
		{"申报条件", nil, "“申报条件”没有填写"},
		{"理论成绩", "合格", "不是分数"},
		{"技能成绩", 101, "成绩"},
		{"技能成绩", -1, "成绩"},
		{"工作业绩", "不合格", "工作业绩不合格"},
		{"照片文件名", "没有这张.jpg", "没有这个文件"},
		{"理论成绩", "=1+80", "公式"},
	}
	templates, err := certification.Templates()
	s.must(err)
	template, err := certification.TemplateOn(templates, civil.Of(time.Now()))
	s.must(err)
	var all []planted
	for i, w := range wrong {
		column := slices.IndexFunc(template.Columns, func(c certification.Column) bool { return c.Heading == w.heading })
		line := 2*i + 3 // every other row stays right
		cell, err := excelize.CoordinatesToCellName(column+1, line)
		s.must(err)
		all = append(all, planted{Cell: cell, Says: w.says, put: w.put, repair: people[line-2][w.heading]})
	}
	return all
}

// otherDigit changes the check digit of an ID number.
func otherDigit(id string) string {
	if strings.HasSuffix(id, "0") {
		return id[:len(id)-1] + "1"
	}
	return id[:len(id)-1] + "0"
}

// spreadsheet is the program in which the clerk fills in workbooks: it answers with the workbook that it was sent, filled
// in (/fill), with the planted faults (/spoil), with these repaired (/repair), or with what its cells show (/read).
func (s *stage) spreadsheet(books [][]demo.Candidate, faults []planted) string {
	change := func(act func(*excelize.File, string, *http.Request) error) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			book, err := excelize.OpenReader(r.Body)
			if err == nil {
				err = act(book, book.GetSheetName(0), r)
			}
			if err == nil {
				err = book.Write(w)
			}
			if err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
			}
		}
	}
	fill := func(book *excelize.File, sheet string, r *http.Request) error {
		at, err := strconv.Atoi(r.URL.Query().Get("book"))
		if err != nil {
			return err
		}
		return demo.FillIn(book, sheet, named(books[at], r.URL.Query().Get("occupation")))
	}
	desk := http.NewServeMux()
	desk.Handle("/fill", change(fill))
	desk.Handle("/spoil", change(func(book *excelize.File, sheet string, r *http.Request) error {
		if err := fill(book, sheet, r); err != nil {
			return err
		}
		for _, f := range faults {
			if formula, is := f.put.(string); is && strings.HasPrefix(formula, "=") {
				if err := book.SetCellFormula(sheet, f.Cell, formula); err != nil {
					return err
				}
			} else if err := book.SetCellValue(sheet, f.Cell, f.put); err != nil {
				return err
			}
		}
		return nil
	}))
	desk.Handle("/repair", change(func(book *excelize.File, sheet string, r *http.Request) error {
		for _, f := range faults {
			right := f.repair
			if right == "" && f.Says == "职业与本批次不一致" {
				right = r.URL.Query().Get("occupation")
			}
			if err := book.SetCellStr(sheet, f.Cell, right); err != nil {
				return err
			}
		}
		return nil
	}))
	desk.HandleFunc("/read", func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		s.must(err)
		book, err := excelize.OpenReader(bytes.NewReader(body))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		rows, err := book.GetRows(book.GetSheetName(0))
		s.must(err)
		_ = json.NewEncoder(w).Encode(rows)
	})
	server := httptest.NewServer(desk)
	s.t.Cleanup(server.Close)
	return server.URL
}

// named gives candidates their occupation, which the clerk knows from the batch.
func named(all []demo.Candidate, occupation string) []demo.Candidate {
	var out []demo.Candidate
	for _, one := range all {
		next := demo.Candidate{"职业": occupation}
		for heading, value := range one {
			next[heading] = value
		}
		out = append(out, next)
	}
	return out
}

// portraits writes the zip of the candidates' photos and gives its path.
func (s *stage) portraits(name string, people []demo.Candidate) string {
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for i, one := range people {
		file, err := exhibit.Portrait("照片", i)
		s.must(err)
		entry, err := archive.Create(one["照片文件名"])
		s.must(err)
		_, err = entry.Write(file.Body)
		s.must(err)
	}
	s.must(archive.Close())
	return s.write(exhibit.File{Name: name, Body: out.Bytes()})
}

// evidence writes a paper for each kind of evidence, and gives the paths by the kind's name.
func (s *stage) evidence(e cast.Enterprise) map[string]string {
	templates, err := certification.Templates()
	s.must(err)
	paths := map[string]string{}
	for _, need := range templates[len(templates)-1].Evidence {
		paths[need.Name] = s.paper(filepath.Base(need.Name), e.Name, "考核日期 "+civil.Of(time.Now()).String())
	}
	return paths
}
