package e2e

import (
	"errors"
	"reflect"
	"slices"

	"jiangxin/demo"
	"jiangxin/demo/cast"
	"jiangxin/demo/client"
	"jiangxin/demo/exhibit"
	"jiangxin/domain/filing"
)

// payload is what somebody who means harm would write wherever words are taken.
const payload = `"><img src=x onerror=xss()>`

// plain are the fields of type string that hold no words: codes, IDs and numbers.
var plain = []string{
	"Code", "CreditCode", "Region", "Level", "Phone", "Email", "Occupation", "Result", "Clause", "Members", "Leader", "Present", "Experts", "IDNumber",
	"WorkType", "Pointer", "LegalRepresentative", "Object", "Digest", "Levels",
}

// ofCatalogue are the types whose names are those of the occupation catalogue.
var ofCatalogue = []reflect.Type{reflect.TypeFor[filing.OccupationRow](), reflect.TypeFor[filing.Grant]()}

// poison appends the payload to every text in a value.
func poison(v reflect.Value, field string) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			poison(v.Elem(), field)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			catalogued := v.Type().Field(i).Name == "Name" && slices.Contains(ofCatalogue, v.Type())
			if v.Type().Field(i).IsExported() && !catalogued {
				poison(v.Field(i), v.Type().Field(i).Name)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			poison(v.Index(i), field)
		}
	case reflect.String:
		if v.Type() == reflect.TypeFor[string]() && v.CanSet() && v.String() != "" && !slices.Contains(plain, field) {
			v.SetString(v.String() + payload)
		}
	}
}

// poisoned plays a filing whose every text carries the payload, until it rests at a stage.
func (s *stage) poisoned(city cast.City, upTo filing.Stage) *demo.Case {
	s.t.Helper()
	ctx := s.t.Context()
	c, err := s.world.Enterprise(ctx, city)
	s.must(err)
	c.Enterprise.Name += payload
	db := s.product.App.Store.DB.WithContext(ctx)
	s.must(db.Exec("UPDATE enterprises SET name = ? WHERE credit_code = ?", c.Enterprise.Name, c.Enterprise.CreditCode).Error)
	s.must(db.Exec("UPDATE users SET name = name || ? WHERE login = ?", payload, c.Clerk.Login).Error)
	file, err := exhibit.PDF("制度文件"+payload, exhibit.Page{Title: "制度文件", Lines: []string{"第一条"}})
	s.must(err)
	named, err := c.Clerk.Upload(ctx, client.Material, "", file)
	s.must(err)
	s.apply(c, func(p demo.Purpose) filing.DocumentID {
		if p == demo.MaterialPurpose(4) || p == demo.MaterialPurpose(6) {
			return named
		}
		return ""
	}, func(a *filing.Application) {
		poison(reflect.ValueOf(a), "")
		a.Unit.Name = c.Enterprise.Name
	})
	returned := false
	for {
		open, err := c.Next(ctx)
		if errors.Is(err, demo.ErrFinished) || (err == nil && open.Stage == string(upTo)) {
			return c
		}
		s.must(err)
		who, err := c.Who(ctx, open)
		s.must(err)
		verdict, sheet, err := c.Usual(ctx, who, open)
		s.must(err)
		if review, is := sheet.(*filing.AcceptanceSheet); is && !returned {
			returned = true
			find(review, 4, "incomplete", "请补充制度条款。")
			verdict = "return"
		}
		poison(reflect.ValueOf(sheet), "")
		_, err = c.Say(ctx, who, open, verdict, sheet)
		s.must(err)
	}
}

// forXSS has filings full of harm at the stages that show most of it, and one that is public.
func forXSS(s *stage) any {
	cases := m{}
	for _, at := range []filing.Stage{filing.Supplement, filing.Acceptance, filing.SiteVisit, filing.Assessment, filing.Verification, filing.CentreReview, filing.Receipt} {
		cases[string(at)] = s.at(s.poisoned(cast.Shenyang, at))
	}
	filed := s.poisoned(cast.Shenyang, filing.Finished)
	number, token := s.receipt(filed)
	return m{"payload": payload, "cases": cases, "filed": s.at(filed), "number": number, "receipt": token}
}
