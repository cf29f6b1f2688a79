package certification_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"jiangxin/domain/certification"
	"jiangxin/domain/certification/certificationtest"
	"jiangxin/domain/civil"
	"jiangxin/domain/policy"
)

func TestTheDeliveredSettingsAreRead(t *testing.T) {
	t.Parallel()
	book, err := policy.DefaultBook()
	if err != nil {
		t.Fatal(err)
	}
	s, err := certification.SettingsOf(book.At(certificationtest.Today))
	if err != nil {
		t.Fatal(err)
	}
	if s.AssessorsMin != 3 || s.PassMark != 60 || s.RowsMax != 10000 || s.SampleShare != 10 || s.SampleMin != 5 || s.AgeMin != 16 || s.QueryRate < 1 || s.Makers < 1 || !s.SummaryNil ||
		s.PhotoKiBMin >= s.PhotoKiBMax || s.PhotoPixelsMin < 1 || !slices.Equal(s.SerialsBy, []string{"year", "level"}) {
		t.Errorf("%+v", s)
	}
	if !slices.Equal(s.Steps[certification.Audit], []policy.Step{policy.Handle, policy.Review}) || len(s.Steps[certification.Revocation]) != 3 {
		t.Errorf("%+v", s.Steps)
	}
	for _, stage := range asking {
		if s.DueDays[stage] < 1 {
			t.Errorf("%s is never due", stage)
		}
	}
	if text := s.Wording(certificationtest.Body); !strings.Contains(text, certificationtest.Body) || policy.ForbiddenWord(s.CertificateText) != "" {
		t.Error(text)
	}
	if _, err := certification.SettingsOf(book.At(civil.On(2020, time.May, 1))); err == nil {
		t.Error("settings of a day on which none were in force")
	}
}

func TestWordsForPeopleAreThere(t *testing.T) {
	t.Parallel()
	for _, o := range []certification.Outcome{certification.Issued, certification.NonePassed, certification.Withdrawn, certification.Revoked, certification.Kept, certification.Reported} {
		if o.Name().ZH == string(o) {
			t.Error(o)
		}
	}
	for _, g := range certification.Grades {
		if g.Name().EN == string(g) || g.Passes() == (g == certification.Failing) {
			t.Error(g)
		}
	}
	for _, r := range certification.RevocationReasons {
		if r.Name().ZH == string(r) {
			t.Error(r)
		}
	}
	if certification.PublicStateOf(civil.Date{}).Name().ZH != "有效" || certification.PublicStateOf(certificationtest.Today).Name().ZH != "已注销" {
		t.Error("the public states have no words")
	}
}
