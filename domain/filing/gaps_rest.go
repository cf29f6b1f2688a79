package filing

import (
	"encoding/json"
	"slices"
	"strconv"

	"jiangxin/domain/form"
)

func (p *problems) planGaps(plan Plan, o Occupations) {
	if plan.Document == "" {
		words, _ := form.Any(marshal(plan.Form))
		parts, _ := words.(map[string]any)
		for _, part := range planParts {
			words, _ := parts[part.key].(string)
			p.need("/form/"+part.key, words)
		}
	}
	if len(plan.Numbers) == 0 {
		p.fill("/numbers")
	}
	for i, n := range plan.Numbers {
		at := "/numbers/" + strconv.Itoa(i)
		if n.People == 0 {
			p.fill(at + "/people")
		}
		if !slices.ContainsFunc(applied(o.Rows), func(g Grant) bool {
			return g.Code == n.Code && g.WorkType == n.WorkType && slices.Contains(g.Levels, n.Level)
		}) {
			p.Add(at+"/code", "not_applied", "该职业(工种)和等级不在申报范围内，请修改", "This occupation and level is not applied for; change it")
		}
	}
}

func (p *problems) ruleGaps(rules Rules, lookups Lookups) {
	for _, rule := range []struct {
		key  string
		text RuleText
	}{{"examination", rules.Examination}, {"quality", rules.Quality}, {"certificate", rules.Certificate}} {
		p.need("/"+rule.key+"/document", string(rule.text.Document))
		p.need("/"+rule.key+"/public", string(rule.text.Public))
		if public, known := lookups.Documents[rule.text.Public]; known && (public.Purpose != ForRule || public.Personal) {
			p.Add("/"+rule.key+"/public", "purpose", "公开版将向社会公开，请以“管理办法”用途单独上传，且不得含个人信息",
				"This version is shown to everybody; upload it by itself as a rule, without personal data")
		}
	}
}

func (p *problems) premisesGaps(premises Premises) {
	if len(premises.Sites) == 0 {
		p.fill("/sites")
	}
	for i, site := range premises.Sites {
		at := "/sites/" + strconv.Itoa(i)
		p.need(at+"/name", site.Name)
		p.need(at+"/address", site.Address)
		p.need(at+"/tenure", string(site.Tenure))
		if len(site.Rooms) == 0 {
			p.fill(at + "/rooms")
		}
		if site.Places == 0 {
			p.fill(at + "/places")
		}
	}
	if len(premises.Equipment) == 0 {
		p.fill("/equipment")
	}
	for i, e := range premises.Equipment {
		at := "/equipment/" + strconv.Itoa(i)
		p.need(at+"/name", e.Name)
		if e.Quantity == 0 {
			p.fill(at + "/quantity")
		}
	}
	if premises.Video.Cameras == 0 {
		p.fill("/video/cameras")
	}
	if len(premises.Video.Documents) == 0 {
		p.need("/video/description", premises.Video.Description)
	}
}

func (p *problems) fundingGaps(f Funding) {
	p.need("/source", f.Source)
	if f.Annual == 0 {
		p.fill("/annual")
	}
	if !f.NonProfit {
		p.Add("/nonProfit", absent, "请确认不以人才评价为营利目的(条件一(四))", "Confirm that evaluation is not meant for gain (condition 4)")
	}
}

// materialGaps asks for each of the seven: a document, an online check where one is possible, or the
// section of the application that is the material.
func (p *problems) materialGaps(m Materials) {
	var entered [MaterialCount + 1]bool
	var given [MaterialCount + 1]bool
	for i, item := range m.Items {
		at := "/items/" + strconv.Itoa(i)
		material, known := MaterialByNumber(item.Number)
		if !known || entered[item.Number] {
			p.Add(at+"/number", "material", "材料序号不对或重复，请刷新页面后重试", "The material is unknown or stands twice; reload the page and try again")
			continue
		}
		entered[item.Number] = true
		if item.OnlineCheck && !material.Online {
			p.Add(at+"/onlineCheck", "not_online", "“"+material.Name.ZH+"”不能网上核验，请上传文件", material.Name.EN+" cannot be checked online; upload it")
			continue
		}
		given[item.Number] = item.OnlineCheck || len(item.Documents) > 0
	}
	for _, material := range materials {
		if given[material.Number] || material.Carried != "" {
			continue
		}
		zh, en := "请上传“"+material.Name.ZH+"”", "Upload: "+material.Name.EN
		if material.Online {
			zh, en = zh+"，或申请网上核验", en+", or ask for an online check"
		}
		p.Add("/items", absent, zh, en)
	}
}

func (p *problems) promiseGaps(promise Promise) {
	for _, part := range []struct {
		key   string
		given bool
	}{{"truthful", promise.Truthful}, {"effective", promise.Effective}, {"lawful", promise.Lawful}} {
		if name := FieldName("/promise/" + part.key); !part.given {
			p.Add("/"+part.key, absent, "请作出“"+name.ZH+"”", "Give the "+name.EN)
		}
	}
	p.need("/by", promise.By)
}

// marshal writes a value of our own types, which JSON can always hold.
func marshal(value any) []byte {
	raw, err := json.Marshal(value)
	if err != nil {
		return []byte("null")
	}
	return raw
}
