package activities

import (
	"fmt"
	"slices"
	"strings"

	"jiangxin/domain/filing"
	"jiangxin/domain/occupation"
	"jiangxin/paper"
)

// profile is what 附件1 and 附件3 say about the enterprise.
func (f *file) profile() paper.Profile {
	u := f.applied.Application.Unit
	p := paper.Profile{
		Enterprise: f.enterprise(), Nature: u.Nature, Industry: u.Industry, LegalRepresentative: u.LegalRepresentative,
		RegisteredAddress: u.RegisteredAddress, OfficeAddress: u.OfficeAddress, City: f.city(),
		Staff: u.StaffTotal, Dispatched: u.DispatchedStaff,
		Contact: u.Contact.Name, Phone: u.Contact.Phone, Email: u.Contact.Email, Parent: u.Parent,
	}
	for _, s := range u.Skilled {
		p.Skilled = append(p.Skilled, paper.LevelCount{Level: levelName(s.Level), Count: s.Count})
	}
	return p
}

func (f *file) unit() paper.Unit {
	o := f.applied.Application.Organisation
	head := o.Head
	if o.HeadTitle != "" {
		head += "（" + o.HeadTitle + "）"
	}
	return paper.Unit{Name: o.Name, Head: head, Duties: o.Duties}
}

// levelName is a level as papers print it, such as 三级/高级工; an unknown code gives itself.
func levelName(code string) string {
	if name := occupation.LevelCode(code).Text().ZH; name != "" {
		return name
	}
	return code
}

func levelNames(codes []string) []string {
	names := make([]string, len(codes))
	for i, code := range codes {
		names[i] = levelName(code)
	}
	return names
}

// occupations prints the rows that were applied for, as far as keep leaves levels.
func (f *file) occupations(keep func(filing.OccupationRow, string) bool) []paper.Occupation {
	var out []paper.Occupation
	for _, row := range f.applied.Application.Occupations.Rows {
		var levels []string
		for _, l := range row.Levels {
			if keep(row, l.Code) {
				levels = append(levels, levelName(l.Code))
			}
		}
		if len(levels) > 0 {
			out = append(out, paper.Occupation{
				Code: row.Code, Name: row.Name, WorkType: row.WorkType, Levels: levels,
				Standard: standardName(row.Standard), Method: wayNames(row.Ways), PassRule: passRule(row.PassRule),
			})
		}
	}
	return out
}

// everything keeps every row and level that was applied for.
func everything(filing.OccupationRow, string) bool { return true }

func standardName(s filing.Standard) string {
	if s.Kind == filing.EnterpriseSpecification {
		return s.Name + "（行业企业评价规范）"
	}
	return s.Name
}

var ways = map[filing.Way]string{
	filing.Examination: "考核测评", filing.ComprehensiveReview: "综合评审", filing.ProcessAssessment: "过程考核", filing.Competition: "竞赛选拔",
}

func wayNames(chosen []filing.Way) string {
	names := make([]string, len(chosen))
	for i, w := range chosen {
		names[i] = ways[w]
	}
	return strings.Join(names, "、")
}

func passRule(r filing.PassRule) string {
	var parts []string
	for _, part := range []struct {
		name string
		mark int
	}{{"理论", r.Theory}, {"技能", r.Skill}, {"综合评审", r.Review}} {
		if part.mark > 0 {
			parts = append(parts, fmt.Sprintf("%s%d分", part.name, part.mark))
		}
	}
	if r.Text != "" {
		parts = append(parts, r.Text)
	}
	return strings.Join(parts, "，")
}

var (
	roomNames = map[filing.RoomKind]string{
		filing.RoomWritten: "笔试", filing.RoomComputer: "机考", filing.RoomPractical: "实操", filing.RoomOral: "答辩",
	}
	tenureNames = map[filing.Tenure]string{filing.Owned: "自有", filing.Leased: "租赁", filing.Lent: "借用"}
)

// equipmentShown bounds how many kinds of equipment a paper lists; the proofs hold all of them.
const equipmentShown = 20

// sites lists the places of examination. Equipment and cameras belong to all of them and stand with the first.
func (f *file) sites() []paper.Site {
	premises := f.applied.Application.Premises
	var sites []paper.Site
	for i, s := range premises.Sites {
		rooms := make([]string, len(s.Rooms))
		for j, r := range s.Rooms {
			rooms[j] = roomNames[r]
		}
		about := fmt.Sprintf("%s，%d平方米", s.Address, s.Area)
		if i == 0 {
			about += "\n" + equipment(premises)
		}
		title := tenureNames[s.Tenure]
		if i == 0 && len(premises.Proofs) > 0 {
			title += fmt.Sprintf("，证明文件%d份", len(premises.Proofs))
		}
		sites = append(sites, paper.Site{Name: s.Name, Kind: strings.Join(rooms, "、"), Places: s.Places, Equipment: about, Title: title})
	}
	return sites
}

func equipment(p filing.Premises) string {
	var parts []string
	for i, e := range p.Equipment {
		if i == equipmentShown {
			parts = append(parts, fmt.Sprintf("等共%d种", len(p.Equipment)))
			break
		}
		parts = append(parts, strings.TrimSpace(e.Name+" "+e.Model)+fmt.Sprintf("×%d", e.Quantity))
	}
	text := "设施设备：" + strings.Join(parts, "、")
	if p.Video.Cameras > 0 {
		text += fmt.Sprintf("；视频监控%d路，录像保存%d天", p.Video.Cameras, p.Video.StorageDays)
	}
	return text
}

// rules lists the management rules of notice 五(三) that were handed in.
func (f *file) rules() []paper.Rule {
	r := f.applied.Application.Rules
	var rules []paper.Rule
	for _, rule := range []struct {
		name string
		text filing.RuleText
	}{{"考务管理办法", r.Examination}, {"质量管理办法", r.Quality}, {"证书管理办法", r.Certificate}} {
		if rule.text.Document != "" {
			rules = append(rules, paper.Rule{Name: rule.name, Public: rule.text.Public != ""})
		}
	}
	return rules
}

// materials lists the seven of notice 四(一) as they arrived.
func (f *file) materials() []paper.ReceivedMaterial {
	entries := f.applied.Application.Materials.Items
	out := make([]paper.ReceivedMaterial, 0, filing.MaterialCount)
	for _, m := range filing.MaterialList() {
		received := paper.ReceivedMaterial{Name: wide(m.Name.ZH)}
		if i := slices.IndexFunc(entries, func(e filing.MaterialEntry) bool { return e.Number == m.Number }); i >= 0 {
			received.Files = len(entries[i].Documents)
			if entries[i].OnlineCheck {
				received.Note = "网上核验"
			}
		}
		if m.Carried != "" && received.Files == 0 {
			received.Note = "在线填报"
		}
		out = append(out, received)
	}
	return out
}

// documentNames gives the names of attached documents.
func (f *file) documentNames(ids []filing.DocumentID) string {
	var names []string
	for _, d := range f.applied.Documents {
		if slices.Contains(ids, d.ID) {
			names = append(names, d.Name)
		}
	}
	return strings.Join(names, "、")
}

// wide sets brackets and commas full-width, as official papers do.
func wide(text string) string {
	return strings.NewReplacer("(", "（", ")", "）", ",", "，").Replace(text)
}

// clause names a clause of the notice, such as 《通知》一（三） for 一(三).
func clause(article string) string { return "《通知》" + wide(article) }
