package e2e

import (
	"bytes"
	"os"
	"path/filepath"
	"sync"

	"jiangxin/demo/cast"
	"jiangxin/demo/client"
	"jiangxin/demo/exhibit"
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
	path := filepath.Join(s.folder, file.Name)
	s.must(os.WriteFile(path, body.Bytes(), 0o600))
	seed["big"], seed["size"] = path, body.Len()
	return seed
}

// bigFile is the size of the file of which a part is lost on the way (UI.md, S2).
const bigFile = 50 << 20

// forSession has a draft to type in and an application to decide.
func forSession(s *stage) any {
	return m{"draft": s.draft(cast.Shenyang), "task": s.at(s.file(cast.Shenyang, filing.Acceptance))}
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
