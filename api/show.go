package api

import (
	"context"

	"github.com/google/uuid"

	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
	"jiangxin/domain/occupation"
	"jiangxin/domain/procedure"
	"jiangxin/domain/region"
	"jiangxin/store"
)

// named gives a code with its words.
func named(ctx context.Context, code string, name casework.Name) Named {
	return Named{Code: code, Name: sayName(ctx, name)}
}

func showBody(ctx context.Context, directory region.Directory, body region.Body, today civil.Date) Body {
	shown := Body{Id: body.ID, Kind: BodyKind(body.Kind), Name: say(ctx, body.Name(today)), Region: body.Region}
	for _, duty := range directory.Duties(body.ID, body.Region, today) {
		shown.Duties = append(shown.Duties, string(duty))
	}
	return shown
}

// bodyOf shows a body by its ID; an unknown one is shown by its ID alone.
func bodyOf(ctx context.Context, reference *store.Reference, id string, today civil.Date) Body {
	body, err := reference.Directory.Body(id)
	if err != nil {
		return Body{Id: id, Name: id}
	}
	return showBody(ctx, reference.Directory, body, today)
}

func regionName(ctx context.Context, reference *store.Reference, code string, today civil.Date) string {
	place, err := reference.Directory.Region(code)
	if err != nil {
		return code
	}
	return say(ctx, place.Name(today))
}

func stageName(ctx context.Context, stage string) string {
	return sayName(ctx, procedure.StageName(stage))
}

func levelsOf(ctx context.Context, codes []string) []Named {
	levels := make([]Named, 0, len(codes))
	for _, code := range codes {
		levels = append(levels, Named{Code: code, Name: say(ctx, occupation.LevelCode(code).Text())})
	}
	return levels
}

func (s *Server) showEnterprise(ctx context.Context, e store.Enterprise) (Enterprise, error) {
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return Enterprise{}, err
	}
	shown := Enterprise{
		Id: e.ID.String(), Name: e.Name, CreditCode: e.CreditCode, Region: e.Region,
		RegionName: regionName(ctx, reference, e.Region, s.today()),
	}
	filed, found, err := s.store.FilingOfEnterprise(ctx, e.ID)
	if found {
		shown.Filing = showFiling(filed, s.today())
	}
	return shown, err
}

func showFiling(f store.Filing, today civil.Date) FilingFacts {
	return FilingFacts{
		Check:    filing.ReceiptPath(f.Token),
		FilingNo: f.FilingNo, CaseNo: f.CaseNo, ValidFrom: f.ValidFrom, ValidThrough: f.ValidThrough,
		Status: InstitutionStatus(f.Standing(today)),
	}
}

func personOf(id *uuid.UUID, name string) Person {
	if id == nil {
		return Person{}
	}
	return Person{Id: id.String(), Name: name}
}

func showCase(ctx context.Context, reference *store.Reference, c store.Case, today civil.Date) CaseSummary {
	shown := CaseSummary{
		CaseNo: c.CaseNo, EnterpriseId: c.EnterpriseID.String(), EnterpriseName: c.EnterpriseName, Region: c.Region,
		RegionName: regionName(ctx, reference, c.Region, today), Stage: c.Stage, StageName: stageName(ctx, c.Stage), Round: c.Round,
		Outcome: c.Outcome, OpenedAt: c.OpenedAt.UTC(), ClosedAt: at(c.ClosedAt),
	}
	if c.Outcome != "" {
		shown.OutcomeName = sayName(ctx, procedure.OutcomeName(c.Outcome))
	}
	return shown
}
