// Package cast lists the made-up people, experts and enterprises of demonstrations, tests and benchmarks:
// who they are and by what name they sign in. Nobody in it is real. It only names them; package crowd puts
// them into a database.
package cast

import (
	"fmt"

	"jiangxin/domain/casework"
	"jiangxin/domain/identity/identitytest"
)

// Password is the password of every account here. It protects nothing: production is never seeded.
const Password = "Jiangxin-demo-2026"

// City is a city of the demonstration.
type City struct {
	Prefix string // of the sign-in names
	Region string // GB/T 2260
	Name   string
}

// The two cities of the demonstration. Dalian has delegated verification to its authority.
var (
	Shenyang = City{Prefix: "sy", Region: "210100", Name: "沈阳"}
	Dalian   = City{Prefix: "dl", Region: "210200", Name: "大连"}
)

// Cities lists them.
func Cities() []City { return []City{Shenyang, Dalian} }

// CityNamed finds a city by its prefix, its pinyin or its name.
func CityNamed(name string) (City, bool) {
	for pinyin, city := range map[string]City{"shenyang": Shenyang, "dalian": Dalian} {
		if name == pinyin || name == city.Prefix || name == city.Name || name == city.Region {
			return city, true
		}
	}
	return City{}, false
}

// Person is somebody with an account.
type Person struct {
	Login string
	Name  string
	Body  string // body ID; empty for experts, clerks and operators
	Roles []casework.Role
}

// Expert is a person who may sit on a panel.
type Expert struct {
	Person
	Region    string
	Employer  string
	Title     string // 职称
	Specialty string // occupation codes, separated by spaces
}

// Enterprise is an enterprise with the clerk who files for it.
type Enterprise struct {
	Name       string
	CreditCode string
	Region     string
	Legal      string // 法定代表人
	Clerk      Person
}

// desks are the three of an office, each with a role of its own.
var desks = []struct {
	suffix string
	role   casework.Role
}{
	{"handler", casework.Handler}, {"reviewer", casework.Reviewer}, {"signer", casework.Signer},
}

// Operator keeps cases moving and decides nothing.
var Operator = Person{Login: "operator", Name: "运维值班员", Roles: []casework.Role{casework.Operator}}

// Officers lists the people of both bodies of every city of the demonstration and of the provincial ones:
// one for each desk, and in each office a head who may do all three, so that small offices can be shown.
func Officers() []Person {
	var all []Person
	maker := identitytest.New(22)
	office := func(prefix, body string) {
		for _, desk := range desks {
			all = append(all, Person{Login: prefix + "-" + desk.suffix, Name: maker.Name(), Body: body, Roles: []casework.Role{desk.role}})
		}
		all = append(all, Person{Login: prefix + "-head", Name: maker.Name(), Body: body,
			Roles: []casework.Role{casework.Handler, casework.Reviewer, casework.Signer}})
	}
	for _, city := range Cities() {
		office(city.Prefix+"-bureau", "bureau-"+city.Region)
		office(city.Prefix+"-authority", "authority-"+city.Region)
	}
	office("centre", "centre-210000")
	office("department", "department-210000")
	return append(all, Operator)
}

// expertCount is how many experts a city has here.
const expertCount = 6

// Experts lists the experts of every city.
func Experts() []Expert {
	var all []Expert
	for n, city := range Cities() {
		maker := identitytest.New(uint64(100 + n))
		for i := range expertCount {
			all = append(all, Expert{
				Person: Person{Login: fmt.Sprintf("%s-expert-%d", city.Prefix, i+1), Name: maker.Name(), Roles: []casework.Role{casework.Expert}},
				Region: city.Region, Employer: city.Name + "示例职业技术学院", Title: "正高级工程师",
				Specialty: "6-31-01-01 6-31-01-02 6-31-01-03 6-18-02-04 6-18-01-01",
			})
		}
	}
	return all
}

// EnterpriseOf makes up the n-th enterprise of a city, from 1; the same one every time.
func EnterpriseOf(city City, n int) Enterprise {
	var seed uint64
	for _, digit := range city.Region {
		seed = seed*10 + uint64(digit-'0')
	}
	maker := identitytest.New(seed*1_000_000 + uint64(n))
	e := Enterprise{CreditCode: maker.CreditCode(), Region: city.Region, Legal: maker.Name()}
	e.Name = fmt.Sprintf("%s匠心示例装备%s有限公司", city.Name, ordinal(n))
	e.Clerk = Person{Login: fmt.Sprintf("%s-demo-%02d", city.Prefix, n), Name: maker.Name(), Roles: []casework.Role{casework.Clerk}}
	return e
}

// ordinal writes a number in Chinese digits, so that names look like names.
func ordinal(n int) string {
	var out []rune
	for _, digit := range fmt.Sprintf("%02d", n) {
		out = append(out, []rune("零一二三四五六七八九")[digit-'0'])
	}
	return string(out)
}
