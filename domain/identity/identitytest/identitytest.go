// Package identitytest makes up valid numbers for tests and demonstrations. Every number follows from
// its seed; none is taken from a real person or enterprise, and the places are those that no registry
// uses (Liaoning's 2199xx), so that none can be mistaken for a real one.
package identitytest

import (
	"fmt"
	"time"

	"jiangxin/domain/civil"
	"jiangxin/domain/identity"
)

// place is a county code of Liaoning (21) that GB/T 2260 does not assign.
const place = "219900"

// Maker makes numbers one after another, the same ones for the same seed. It is not safe for
// concurrent use.
type Maker struct{ state uint64 }

// New starts a maker from a seed.
func New(seed uint64) *Maker { return &Maker{state: seed} }

// below picks a number from 0 to n-1 by splitmix64, which no release of the language will change.
func (m *Maker) below(n int) int {
	m.state += 0x9e3779b97f4a7c15
	mixed := m.state
	mixed = (mixed ^ mixed>>30) * 0xbf58476d1ce4e5b9
	mixed = (mixed ^ mixed>>27) * 0x94d049bb133111eb
	return int((mixed ^ mixed>>31) % uint64(n))
}

// CreditCode makes the credit code of a company (91: enterprise registered with market supervision).
func (m *Maker) CreditCode() string {
	const letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
	body := "91" + place + "MA"
	for len(body) < 17 {
		body += string(letters[m.below(len(letters))])
	}
	return body + string(identity.CreditCheck(body))
}

// ResidentID makes the number of somebody born between 1966 and 2004.
func (m *Maker) ResidentID() string {
	first := civil.On(1966, time.January, 1)
	span := first.DaysUntil(civil.On(2004, time.December, 31)) + 1
	sex := identity.Male
	if m.below(2) == 0 {
		sex = identity.Female
	}
	return m.ResidentIDOf(first.AddDays(m.below(span)), sex)
}

// ResidentIDOf makes the number of somebody with this birth date and sex.
func (m *Maker) ResidentIDOf(birth civil.Date, sex identity.Sex) string {
	year, month, day := birth.Parts()
	order := m.below(500)*2 + int(sex)%2
	body := fmt.Sprintf("%s%04d%02d%02d%03d", place, year, month, day, order)
	return body + string(identity.ResidentCheck(body))
}

// Mobile makes a mobile number that is plainly made up (190 0000 xxxx).
func (m *Maker) Mobile() string { return fmt.Sprintf("1900000%04d", m.below(10000)) }

// Name makes a personal name of two or three characters.
func (m *Maker) Name() string {
	surnames := []rune("赵钱孙李周吴郑王")
	given := []rune("安宁平和明远志诚思齐文博海川松柏云帆")
	name := string(surnames[m.below(len(surnames))])
	for range 1 + m.below(2) {
		name += string(given[m.below(len(given))])
	}
	return name
}
