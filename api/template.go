package api

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"jiangxin/domain/certification"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/evidence"
	"jiangxin/store"
)

// ListResultTemplates shows the exam centre its editions of the result template, the newest first.
func (s *Server) ListResultTemplates(ctx context.Context, _ ListResultTemplatesRequestObject) (ListResultTemplatesResponseObject, error) {
	delivered, err := certification.Templates()
	if err != nil {
		return nil, err
	}
	editions, err := s.store.TemplateEditions(ctx)
	if err != nil {
		return nil, err
	}
	all := slices.Clone(delivered)
	for _, e := range editions {
		all = append(all, e.Template)
	}
	inForce, err := certification.TemplateOn(all, s.today())
	if err != nil {
		return nil, err
	}
	list := ResultTemplateList{Items: []ResultTemplate{}, InForce: inForce.Version, Fields: []TemplateField{}}
	for _, e := range slices.Backward(editions) {
		list.Items = append(list.Items, showEdition(e, inForce.Version, s.today()))
	}
	for _, t := range slices.Backward(delivered) {
		shown := showTemplate(t, inForce.Version, s.today())
		shown.Delivered = true
		list.Items = append(list.Items, shown)
	}
	for _, f := range certification.Fields {
		list.Fields = append(list.Fields, TemplateField{
			Field: string(f), Name: sayName(ctx, f.Name()), Needed: !slices.Contains(certification.MayBeLeftOut, f),
			AlwaysFilled: slices.Contains(certification.AlwaysFilled, f), MayBeRequired: slices.Contains(certification.MayBeDemanded, f),
		})
	}
	return ListResultTemplates200JSONResponse(list), nil
}

func showEdition(e store.TemplateEdition, inForce int, today civil.Date) ResultTemplate {
	shown := showTemplate(e.Template, inForce, today)
	shown.By, shown.At, shown.Reason, shown.Digest = e.By, e.MadeAt.UTC(), e.Reason, hexOf(e.Digest)
	return shown
}

func showTemplate(t certification.Template, inForce int, today civil.Date) ResultTemplate {
	shown := ResultTemplate{Edition: t.Version, From: t.From, Source: t.Source, Columns: []TemplateColumn{}, Evidence: []TemplateEvidence{}, State: "past"}
	switch {
	case t.Version == inForce:
		shown.State = "inForce"
	case t.From.After(today):
		shown.State = "coming"
	}
	for _, c := range t.Columns {
		shown.Columns = append(shown.Columns, TemplateColumn{
			Field: string(c.Field), Heading: c.Heading, Width: c.Width, Hint: c.Hint, Options: append([]string{}, c.Options...), Example: c.Example, Required: c.Required,
		})
	}
	for _, need := range t.Evidence {
		one := TemplateEvidence{Kind: need.Kind, Name: need.Name, Ways: []string{}}
		for _, way := range need.Ways {
			one.Ways = append(one.Ways, string(way))
		}
		shown.Evidence = append(shown.Evidence, one)
	}
	return shown
}

// AddResultTemplate adds the exam centre's next edition. It changes no batch: each keeps the edition that it began with.
func (s *Server) AddResultTemplate(ctx context.Context, in AddResultTemplateRequestObject) (AddResultTemplateResponseObject, error) {
	wish, err := templateWish(*in.Body)
	if err != nil {
		return nil, err
	}
	all, err := s.templates(ctx)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(all, func(t certification.Template) bool { return t.Version == wish.Base })
	if at < 0 {
		return nil, fault.Wrong("/base", "edition", "没有这一版，请刷新后重试", "There is no such edition; reload and try again")
	}
	next, err := certification.NextTemplate(all[:at+1], wish, s.today())
	if err != nil {
		return nil, err
	}
	caller := CallerOf(ctx)
	row, err := s.store.AddResultTemplate(ctx, next, store.ResultTemplate{
		MadeBy: &caller.ID, MadeAt: s.now(), BodyID: &caller.Body.ID, Reason: wish.Reason, Request: RequestOf(ctx),
	})
	if err != nil {
		return nil, err
	}
	s.log.InfoContext(ctx, "an edition of the result template was added", "request_id", RequestOf(ctx), "edition", row.Version, "from", row.ValidFrom.String(),
		"by", caller.ID, "body", caller.Body.ID, "digest", hexOf(row.Digest))
	inForce, err := s.currentTemplate(ctx)
	shown := showEdition(store.TemplateEdition{ResultTemplate: row, Template: next, By: caller.Name}, inForce.Version, s.today())
	return AddResultTemplate201JSONResponse(shown), err
}

// templateWish reads an edition as the domain has it; the two forms have the same names.
func templateWish(given NewResultTemplate) (certification.TemplateWish, error) {
	wish := certification.TemplateWish{Base: given.Base, From: given.From, Source: given.Source, Reason: given.Reason}
	raw, err := json.Marshal(map[string]any{"columns": given.Columns, "evidence": given.Evidence})
	if err == nil {
		err = json.Unmarshal(raw, &wish)
	}
	if err != nil {
		return wish, fmt.Errorf("read the edition: %w", err)
	}
	return wish, nil
}

// PreviewResultTemplate writes the workbook of an edition as enterprises get it.
func (s *Server) PreviewResultTemplate(ctx context.Context, in PreviewResultTemplateRequestObject) (PreviewResultTemplateResponseObject, error) {
	template, err := s.templateOf(ctx, in.Edition)
	if err != nil {
		return nil, err
	}
	settings, err := s.settings(ctx, "")
	if err != nil {
		return nil, err
	}
	var file bytes.Buffer
	if err := resultTemplate(template, settings.RowsMax).Write(&file, nil); err != nil {
		return nil, fmt.Errorf("write the workbook: %w", err)
	}
	return PreviewResultTemplate200ApplicationvndOpenxmlformatsOfficedocumentSpreadsheetmlSheetResponse{
		Body: &file, ContentLength: int64(file.Len()),
		Headers: PreviewResultTemplate200ResponseHeaders{ContentDisposition: evidence.Disposition(fmt.Sprintf("认定结果模板 第%d版.xlsx", template.Version))},
	}, nil
}
