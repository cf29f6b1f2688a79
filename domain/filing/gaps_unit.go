package filing

import (
	"net/mail"
	"slices"
	"strconv"
	"strings"

	"jiangxin/domain/identity"
)

func (p *problems) unitGaps(u Unit, lookups Lookups) {
	p.need("/name", u.Name)
	p.need("/creditCode", u.CreditCode)
	p.creditCodeGaps(u)
	p.accountGaps(u, lookups.Account)
	p.need("/nature", u.Nature)
	p.need("/industry", u.Industry)
	p.need("/legalRepresentative", u.LegalRepresentative)
	p.need("/registeredAddress", u.RegisteredAddress)
	p.need("/officeAddress", u.OfficeAddress)
	p.need("/region", u.Region)
	if u.Region != "" && lookups.Region != nil && !lookups.Region(u.Region) {
		p.Add("/region", "region", "所属市不在本省，请重新选择", "The city is not of this province; choose again")
	}
	if u.CentralBranch {
		p.need("/parent", u.Parent)
	}
	p.headcounts(u)
	p.need("/contact/name", u.Contact.Name)
	p.need("/contact/phone", u.Contact.Phone)
	if _, err := identity.ParsePhone(u.Contact.Phone); u.Contact.Phone != "" && err != nil {
		p.Because("/contact/phone", err)
	}
	p.need("/contact/email", u.Contact.Email)
	if address, err := mail.ParseAddress(u.Contact.Email); u.Contact.Email != "" && (err != nil || address.Address != u.Contact.Email) {
		p.Add("/contact/email", "email", "电子邮箱格式不对，请核对", "This is no e-mail address; check it")
	}
}

// creditCodeGaps reads the code; a reason lets one pass whose check character alone is wrong.
func (p *problems) creditCodeGaps(u Unit) {
	_, err := identity.ParseCreditCode(u.CreditCode)
	if err != nil && u.CreditCodeReason != "" {
		_, err = identity.ParseCreditCodeWithOverride(u.CreditCode, u.CreditCodeReason)
	}
	if u.CreditCode != "" && err != nil {
		p.Because("/creditCode", err)
	}
}

// accountGaps compares who applies with whose account it is: 属地 and identity come from the registration.
func (p *problems) accountGaps(u Unit, account Account) {
	for _, fact := range []struct{ key, entered, registered, zh, en string }{
		{"name", u.Name, account.Name, "单位全称", "name"},
		{"creditCode", strings.ToUpper(u.CreditCode), account.CreditCode, "统一社会信用代码", "credit code"},
		{"region", u.Region, account.Region, "所属市", "city"},
	} {
		if fact.registered != "" && fact.entered != "" && strings.TrimSpace(fact.entered) != fact.registered {
			p.Add("/"+fact.key, "account", fact.zh+"与本账号登记的“"+fact.registered+"”不一致，请改正；登记有误的，请先申请变更账号信息",
				"The "+fact.en+" differs from that of this account, "+fact.registered+"; correct it, or have the account changed first")
		}
	}
}

func (p *problems) headcounts(u Unit) {
	if u.StaffTotal == 0 {
		p.fill("/staffTotal")
	} else if u.DispatchedStaff > u.StaffTotal {
		p.Add("/dispatchedStaff", "count", "劳务派遣人员数不能多于职工总数，请核对", "There cannot be more dispatched workers than staff; check the numbers")
	}
	sum, seen := 0, []string{}
	for i, s := range u.Skilled {
		at := "/skilled/" + strconv.Itoa(i) + "/level"
		if !knownLevel(s.Level) || slices.Contains(seen, s.Level) {
			p.Add(at, "level", "等级不对或重复，请重新选择", "The level is unknown or stands twice; choose again")
		}
		seen = append(seen, s.Level)
		sum += s.Count
	}
	if u.StaffTotal > 0 && sum > u.StaffTotal {
		p.Add("/skilled", "count", "各等级技能人员之和不能多于职工总数，请核对", "There cannot be more skilled staff than staff; check the numbers")
	}
}

func (p *problems) organisationGaps(o Organisation, staff StaffSummary) {
	p.need("/name", o.Name)
	p.need("/head", o.Head)
	p.need("/duties", o.Duties)
	for _, c := range []struct {
		key   string
		count int
		kind  StaffKind
	}{
		{"fullTime", o.FullTime, FullTime}, {"experts", o.Experts, Expert},
		{"assessors", o.Assessors, Assessor}, {"qualitySupervisors", o.QualitySupervisors, QualitySupervisor},
	} {
		if listed := staff.Counts[c.kind]; c.count > 0 && listed > 0 && c.count != listed {
			n := strconv.Itoa(listed)
			p.Add("/"+c.key, "count", "与人员名单不一致，名单中有 "+n+" 人，请核对", "The staff lists hold "+n+"; make the numbers equal")
		}
	}
}

func (p *problems) staffGaps(staff StaffSummary) {
	for _, kind := range StaffKinds {
		if staff.Counts[kind] == 0 {
			p.Add("", absent, "“"+kind.Name().ZH+"”名单至少 1 人，请补充", kind.Name().EN+": list at least one")
		}
	}
	if staff.Wrong > 0 {
		p.Add("", "wrong_rows", "人员名单中有 "+strconv.Itoa(staff.Wrong)+" 处错误，请逐行修改", "The staff lists have "+strconv.Itoa(staff.Wrong)+" errors; correct them row by row")
	}
}

func (p *problems) conditionGaps(c Conditions) {
	var stated [ConditionCount + 1]bool
	for i, item := range c.Items {
		at := "/items/" + strconv.Itoa(i)
		if item.Number < 1 || item.Number > ConditionCount || stated[item.Number] {
			p.Add(at+"/number", "condition", "条件序号不对或重复，请刷新页面后重试", "The condition is unknown or stands twice; reload the page and try again")
			continue
		}
		stated[item.Number] = true
		p.need(at+"/statement", item.Statement)
	}
	for _, condition := range conditions {
		if !stated[condition.Number] {
			p.Add("/items", absent, "请说明如何符合条件"+condition.Article+"“"+condition.Name.ZH+"”", "Say how you meet condition "+strconv.Itoa(condition.Number)+": "+condition.Name.EN)
		}
	}
}
