package api

import (
	"context"
	"strings"

	"golang.org/x/text/unicode/norm"

	"jiangxin/domain/certification"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/identity"
	"jiangxin/domain/occupation"
	"jiangxin/domain/region"
	"jiangxin/store"
)

// QueryCertificates checks a certificate by two facts that belong together. No match says nothing about which of
// the two is wrong.
func (s *Server) QueryCertificates(ctx context.Context, in QueryCertificatesRequestObject) (QueryCertificatesResponseObject, error) {
	name := certification.TidyName(in.Body.Name)
	number, id := plainNumber(in.Body.Number), plainNumber(in.Body.IdNumber)
	if name == "" || (number == "") == (id == "") {
		return nil, fault.Wrong("/number", "one_of_two", "请填写姓名，并填写证书编号或证件号码其中一项", "Give the name, and either the certificate number or the ID number")
	}
	frame, err := s.checkFrame(ctx)
	if err != nil {
		return nil, err
	}
	if err := s.queries.allow(visiting(ctx).address, s.now(), frame.settings.QueryRate); err != nil {
		return nil, err
	}
	var found []store.CheckedCertificate
	if number != "" {
		var one store.CheckedCertificate
		if one, err = s.store.CheckNumber(ctx, number, name); err == nil {
			found = append(found, one)
		} else if fault.Is(err, fault.NotFound) {
			err = nil
		}
	} else {
		found, err = s.store.CheckID(ctx, s.digester.Digest(store.ResultIDNumber, id), name)
	}
	if err != nil {
		return nil, err
	}
	answer, err := s.showChecked(ctx, found)
	return QueryCertificates200JSONResponse(answer), err
}

// checkFrame is what the answers to all checks of a day have in common. It is worked out once for each edition of the
// reference data and day, not for each question.
type checkFrame struct {
	reference *store.Reference
	day       civil.Date
	settings  certification.Settings
	owner     fault.Text // the exam centre, whose query this is
}

func (s *Server) checkFrame(ctx context.Context) (*checkFrame, error) {
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return nil, err
	}
	day := s.today()
	if f := s.checks.Load(); f != nil && f.reference == reference && f.day == day {
		return f, nil
	}
	f := &checkFrame{reference: reference, day: day}
	if f.settings, err = certification.SettingsOf(reference.Policy.At(day)); err != nil {
		return nil, err
	}
	if bodies := reference.Directory.Bodies(region.Centre, day); len(bodies) > 0 {
		f.owner = bodies[0].Name(day)
	}
	s.checks.Store(f)
	return f, nil
}

// plainNumber is a number as it is stored: without the blanks of its groups, in capitals and half width.
func plainNumber(text string) string {
	return strings.ToUpper(strings.Join(strings.Fields(norm.NFKC.String(text)), ""))
}

// VerifyCertificate is what the QR code of a certificate leads to. An unknown token says so plainly.
func (s *Server) VerifyCertificate(ctx context.Context, in VerifyCertificateRequestObject) (VerifyCertificateResponseObject, error) {
	found, err := s.store.CheckToken(ctx, in.Token)
	if fault.Is(err, fault.NotFound) {
		return nil, fault.New(fault.NotFound, "没有查到这张证书：二维码不完整，或者不是本系统的证书；请按证书编号和姓名查询",
			"No such certificate is on record: the code is not whole, or it is none of ours; search by number and name")
	}
	if err != nil {
		return nil, err
	}
	answer, err := s.showChecked(ctx, []store.CheckedCertificate{found})
	return VerifyCertificate200JSONResponse(answer), err
}

func (s *Server) showChecked(ctx context.Context, found []store.CheckedCertificate) (CertificateAnswer, error) {
	answer := CertificateAnswer{Items: make([]CheckedCertificate, 0, len(found)), CheckedAt: s.now()}
	frame, err := s.checkFrame(ctx)
	if err != nil {
		return answer, err
	}
	answer.Owner, answer.National = say(ctx, frame.owner), frame.settings.CertificateQuery
	for _, c := range found {
		shown := CheckedCertificate{
			State: CheckedCertificateState(certification.InForce), Number: c.Number, Name: identity.MaskName(c.Name), Occupation: c.Occupation,
			OccupationName: c.OccupationName, WorkType: printedWorkType(c.WorkType), Level: c.Level, LevelName: say(ctx, occupation.LevelCode(c.Level).Text()),
			IssuedOn: c.IssuedOn, Body: c.EnterpriseName, FilingNo: c.FilingNo, Covered: c.Covered,
		}
		if c.CoveredOn != nil {
			shown.CoveredOn = *c.CoveredOn
		}
		if c.RevokedAt != nil {
			shown.State, shown.RevokedOn, shown.RevokedReason = CheckedCertificateState(certification.OutOfForce), civil.Of(*c.RevokedAt), c.RevokedWords
		}
		shown.StateName = sayName(ctx, certification.PublicState(shown.State).Name())
		answer.Items = append(answer.Items, shown)
	}
	return answer, nil
}

// ListPublicResults makes results public by batch (公开认定结果): no person is named.
func (s *Server) ListPublicResults(ctx context.Context, in ListPublicResultsRequestObject) (ListPublicResultsResponseObject, error) {
	before, err := placeIn[store.BatchPlace](in.Params.Cursor)
	if err != nil {
		return nil, err
	}
	limit := limitOf(in.Params.Limit)
	rows, err := s.store.PublicResults(ctx, in.Params.Region, before, limit+1)
	if err != nil {
		return nil, err
	}
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return nil, err
	}
	rows, next := cut(rows, limit, func(b store.PublicBatch) any { return b.PlaceOf() })
	list := PublicResultList{Items: []PublicResult{}, Next: next}
	for _, b := range rows {
		list.Items = append(list.Items, PublicResult{
			BatchNo: b.BatchNo, FilingNo: b.FilingNo, EnterpriseName: b.EnterpriseName, Region: b.Region,
			RegionName: regionName(ctx, reference, b.Region, s.today()), Occupation: b.Occupation, OccupationName: b.OccupationName,
			WorkType: printedWorkType(b.WorkType), Level: b.Level, LevelName: say(ctx, occupation.LevelCode(b.Level).Text()), Count: b.Issued, IssuedOn: b.IssuedOn,
		})
	}
	return ListPublicResults200JSONResponse(list), nil
}
