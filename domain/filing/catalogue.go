package filing

import (
	"jiangxin/domain/civil"
	"jiangxin/domain/occupation"
)

// Catalogue tells what may be filed.
type Catalogue interface {
	Judge(code, workType string, on civil.Date) Judgement
}

// Judgement is what the catalogue, the rules on licensed occupations and the standards say of one
// occupation or work type on a day.
type Judgement struct {
	Known   bool               // it stands in the catalogue
	Name    string             // its name there
	Skill   bool               // 技能类
	Licence occupation.Verdict // whether licences (准入类) exclude it (notice 二(一))
	Basis   string             // of that verdict
	Levels  []string           // codes of the levels that the national standard has; empty when not known
}

// ByReference judges by the occupation package's reference data.
func ByReference(reference occupation.Reference) Catalogue { return byReference{reference} }

type byReference struct{ reference occupation.Reference }

// Judge implements Catalogue.
func (b byReference) Judge(code, workType string, on civil.Date) Judgement {
	found, err := b.reference.Catalogue.Lookup(code, on)
	if err != nil {
		return Judgement{}
	}
	licence := b.reference.Rules.Judge(code, workType, on)
	j := Judgement{Known: true, Name: found.Name, Skill: found.Skill, Licence: licence.Verdict, Basis: licence.Basis()}
	for _, level := range b.reference.Standards.Levels(code, workType, on) {
		j.Levels = append(j.Levels, string(level))
	}
	return j
}
