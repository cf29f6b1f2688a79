package e2e

import (
	"bytes"
	"os"
	"path/filepath"
	"sync"
	"time"

	"jiangxin/api/roster"
	"jiangxin/demo"
	"jiangxin/demo/cast"
	"jiangxin/demo/client"
	"jiangxin/demo/exhibit"
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
)

// m is what a script is told, by name.
type m map[string]any

// forJ1 has two applications that wait for their officer.
func forJ1(s *stage) any {
	return m{"login": "sy-bureau-handler", "pointer": s.at(s.file(cast.Shenyang, filing.Acceptance)), "keyboard": s.at(s.file(cast.Shenyang, filing.Acceptance))}
}

// forJ2 has two applications that came back, and two files that mend them.
func forJ2(s *stage) any {
	return m{"pointer": s.at(s.returned(cast.Shenyang)), "keyboard": s.at(s.returned(cast.Shenyang)), "files": []string{
		s.paper("岗位津贴管理办法", "第一条　取得相应职业技能等级的职工，按等级核定岗位津贴。"), s.paper("二号车间视频监控资产证明", "视频监控 16 路，录像保存 90 天。"),
	}}
}

// forJ3 has three filings at the centre: two are approved, and there is always a next one.
func forJ3(s *stage) any {
	var all []place
	for range 3 {
		all = append(all, s.at(s.file(cast.Shenyang, filing.CentreReview)))
	}
	return m{"login": "centre-handler", "cases": all}
}

// paper writes a made-up PDF and gives its path.
func (s *stage) paper(name string, lines ...string) string {
	s.t.Helper()
	file, err := exhibit.PDF(name, exhibit.Page{Title: name, Lines: lines})
	s.must(err)
	return s.write(file)
}

// write puts a file where people choose theirs from, and gives its path.
func (s *stage) write(file exhibit.File) string {
	s.t.Helper()
	path := filepath.Join(s.folder, file.Name)
	s.must(os.WriteFile(path, file.Body, 0o600))
	return path
}

// forUpload has a draft and a photo of 50 MB: a small one whose comments say nothing at length.
func forUpload(s *stage) any {
	seed := s.draft(cast.Shenyang)
	file, err := exhibit.JPEG("车间全景照片", exhibit.Page{Title: "车间全景"})
	s.must(err)
	body := bytes.NewBuffer(file.Body[:2]) // start of image
	comment := append([]byte{0xff, 0xfe, 0xff, 0xff}, bytes.Repeat([]byte(" "), 65533)...)
	for body.Len() < bigFile {
		body.Write(comment)
	}
	body.Write(file.Body[2:])
	seed["big"], seed["size"] = s.write(exhibit.File{Name: file.Name, Body: body.Bytes()}), body.Len()
	return seed
}

// bigFile is the size of the file of which a part is lost on the way (UI.md, S2).
const bigFile = 50 << 20

// forSession has a draft to type in, an application to decide, and two cases that can go back to an earlier stage.
func forSession(s *stage) any {
	return m{
		"draft": s.draft(cast.Shenyang), "task": s.at(s.file(cast.Shenyang, filing.Acceptance)), "other": "sy-bureau-reviewer",
		"back": s.at(s.file(cast.Shenyang, filing.Panel)), "kept": s.at(s.file(cast.Shenyang, filing.Panel)),
	}
}

// forSuccessor has a site visit that its visitor has at hand, and another visitor who may record the same one.
func forSuccessor(s *stage) any {
	c := s.file(cast.Shenyang, filing.SiteVisit)
	visit := s.at(c)
	for _, id := range c.Panel {
		expert, err := s.world.Expert(s.t.Context(), cast.Shenyang.Region, id)
		s.must(err)
		if expert.Login != visit.Who {
			return m{"visit": visit, "second": expert.Login}
		}
	}
	s.t.Fatal("the panel has one member")
	return nil
}

// forConflict has an application on which two officers decide, and the sheet of the faster one.
func forConflict(s *stage) any {
	c := s.file(cast.Shenyang, filing.Acceptance)
	open, err := c.Next(s.t.Context())
	s.must(err)
	_, sheet, err := c.Usual(s.t.Context(), c.Clerk, open)
	s.must(err)
	return m{"task": s.at(c), "first": "sy-bureau-head", "sheet": sheet}
}

// forDiff has an application whose fourth material was replaced and whose sixth was answered in words.
func forDiff(s *stage) any {
	ctx := s.t.Context()
	c := s.returned(cast.Shenyang)
	file, err := exhibit.PDF("岗位津贴管理办法（修订）", exhibit.Page{Title: "岗位津贴管理办法", Lines: []string{"第一条　按等级核定岗位津贴。"}})
	s.must(err)
	id, err := c.Clerk.Upload(ctx, client.Material, c.No, file)
	s.must(err)
	entries := c.Content.Materials.Items
	for i := range entries {
		if entries[i].Number == 4 {
			entries[i].Documents = []filing.DocumentID{id}
		}
	}
	s.must(c.Draft.Save(ctx, filing.SectionMaterials, c.Content.Materials))
	s.must(c.PlayTo(ctx, filing.Acceptance))
	return m{"task": s.at(c), "file": file.Name}
}

// forBack fills a queue with more than a page of applications.
func forBack(s *stage) any {
	var wg sync.WaitGroup
	slots := make(chan struct{}, 4)
	failed := make(chan error, queueLength)
	for range queueLength {
		wg.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			if _, err := s.world.File(s.t.Context(), cast.Shenyang, filing.Acceptance); err != nil {
				failed <- err
			}
		})
	}
	wg.Wait()
	close(failed)
	for err := range failed {
		s.must(err)
	}
	return m{"login": "sy-bureau-handler", "stage": filing.Acceptance.Name().ZH, "count": queueLength}
}

// queueLength is more than a page of the queue holds.
const queueLength = 55

// forCSP has an application with files of every kind.
func forCSP(s *stage) any {
	c, err := s.world.Enterprise(s.t.Context(), cast.Shenyang)
	s.must(err)
	unit := filing.Unit{Name: c.Enterprise.Name, CreditCode: c.Enterprise.CreditCode, Nature: "有限责任公司", Industry: "通用设备制造业",
		LegalRepresentative: c.Enterprise.Legal, RegisteredAddress: "沈阳市示例区匠心路 1 号"}
	files, err := exhibit.Seven(unit)
	s.must(err)
	ids := map[demo.Purpose]filing.DocumentID{}
	for i, file := range files {
		ids[demo.MaterialPurpose(i+1)], err = c.Clerk.Upload(s.t.Context(), client.Material, "", file)
		s.must(err)
	}
	s.apply(c, func(p demo.Purpose) filing.DocumentID { return ids[p] }, nil)
	return m{"task": s.at(c), "word": m{"number": 4, "says": "评价结果与薪酬待遇、岗位晋升挂钩"}, "picture": m{"number": 6}, "pdf": m{"number": 5}}
}

// apply composes an application of documents by their purpose, lets somebody change it, and hands it in. Where a
// purpose has no document, a public one stands in.
func (s *stage) apply(c *demo.Case, of demo.Attached, change func(*filing.Application)) {
	s.t.Helper()
	ctx := s.t.Context()
	file, err := exhibit.PDF("管理办法（公开版）", exhibit.Page{Title: "管理办法", Lines: []string{c.Enterprise.Name}})
	s.must(err)
	public, err := c.Clerk.Upload(ctx, client.Rule, "", file)
	s.must(err)
	c.Content = demo.Compose(c.Enterprise, c.City, func(p demo.Purpose) filing.DocumentID {
		if id := of(p); id != "" {
			return id
		}
		return public
	}, time.Now())
	if change != nil {
		change(&c.Content)
	}
	for _, part := range c.Parts() {
		s.must(c.Draft.Save(ctx, part.Section, part.Content))
	}
	s.must(c.Draft.SaveStaff(ctx, demo.StaffOf(c.Enterprise, civil.Of(time.Now()))))
	s.must(c.Submit(ctx))
}

// forAxe is every route, and people who have nothing to do.
func forAxe(s *stage) any {
	r, _ := everyRoute(s).(*routes)
	idle := cast.Experts()[len(cast.Experts())-1] // of Dalian, where hardly a panel sits
	return struct {
		*routes
		Fresh      string `json:"fresh"`
		IdleExpert string `json:"idleExpert"`
	}{r, cast.EnterpriseOf(cast.Dalian, enterprises).Clerk.Login, idle.Login}
}

// forStory has an enterprise that never applied, and the files on its clerk's machine.
func forStory(s *stage) any {
	city := cast.Dalian // it has delegated verification, so bureau and authority both take part
	e := cast.EnterpriseOf(city, enterprises-1)
	unit := filing.Unit{Name: e.Name, CreditCode: e.CreditCode, Nature: "有限责任公司", Industry: "通用设备制造业", LegalRepresentative: e.Legal, RegisteredAddress: "大连市示例区匠心路 1 号"}
	made, err := exhibit.Seven(unit)
	s.must(err)
	var materials []string
	for _, file := range made {
		materials = append(materials, s.write(file))
	}
	workbook, err := roster.Template(demo.StaffOf(e, civil.Of(time.Now())), 100)
	s.must(err)
	photo, err := exhibit.JPEG("焊接工位", exhibit.Page{Title: "焊接工位"})
	s.must(err)
	var experts []string
	for _, expert := range cast.Experts() {
		if expert.Region == city.Region {
			experts = append(experts, expert.Login)
		}
	}
	return m{
		"clerk": e.Clerk.Login, "enterprise": e.Name, "creditCode": e.CreditCode, "legal": e.Legal, "prefix": city.Prefix, "experts": experts,
		"files": m{
			"materials": materials, "staff": s.write(exhibit.File{Name: "人员名单.xlsx", Body: workbook}), "photo": s.write(photo),
			"plan": s.paper("企业职业技能等级认定工作方案", "一、企业概况"), "examination": s.paper("考务管理办法", "第一条"), "quality": s.paper("质量管理办法", "第一条"),
			"certificate": s.paper("证书管理办法", "第一条"), "public": s.paper("管理办法公开版", "第一条"),
			"mended":        []string{s.paper("岗位津贴管理办法", "第一条"), s.paper("视频监控资产证明", "视频监控 16 路")},
			"letter":        s.paper("承诺书（签字盖章扫描件）", "我单位郑重承诺：严格执行职业技能等级认定各项规定，接受监督。"),
			"authorisation": s.paper("授权委托书", "兹委托本单位经办人办理备案事宜。"),
		},
	}
}
