package api

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"

	"jiangxin/domain/certification"
	"jiangxin/domain/fault"
	"jiangxin/store"
)

// handedInBatch is what a snapshot of a batch holds besides its rows, whose changes the rows themselves show.
type handedInBatch struct {
	store.FrozenBatch
	plan certification.Plan
}

func readBatch(row store.Snapshot) (b handedInBatch, err error) {
	if err = json.Unmarshal([]byte(row.Content), &b.FrozenBatch); err == nil {
		err = json.Unmarshal(b.Plan, &b.plan)
	}
	if err != nil {
		return b, fmt.Errorf("read submission %d of %s: %w", row.Round, row.CaseNo, err)
	}
	return b, nil
}

// batchDifferences marks which files and which note of a batch changed between two submissions.
func (s *Server) batchDifferences(ctx context.Context, from, to store.Snapshot) (DifferenceList, error) {
	list := DifferenceList{Items: []Difference{}}
	before, err := readBatch(from)
	if err != nil {
		return list, err
	}
	after, err := readBatch(to)
	if err != nil {
		return list, err
	}
	template, err := s.templateOf(ctx, after.Template)
	if err != nil {
		return list, err
	}
	names := map[string]string{}
	var failed error
	called := func(ids ...string) string {
		texts := make([]string, 0, len(ids))
		for _, id := range ids {
			if names[id] == "" {
				names[id], err = s.documentName(ctx, id)
				failed = errors.Join(failed, err)
			}
			texts = append(texts, names[id])
		}
		return strings.Join(texts, "、")
	}
	for _, need := range template.Evidence {
		was, is := evidenceOf(before.plan, need.Kind), evidenceOf(after.plan, need.Kind)
		if !slices.Equal(was, is) {
			list.Items = append(list.Items, Difference{
				Section: "evidence", Pointer: "/plan/evidence/" + need.Kind, Label: need.Name, Kind: kindOfChange(strings.Join(was, ""), strings.Join(is, "")),
				Before: called(was...), After: called(is...),
			})
		}
	}
	for _, file := range []struct {
		pointer string
		label   fault.Text
		was, is *uuid.UUID
	}{
		{"/workbook", fault.Text{ZH: "认定结果表", EN: "Workbook"}, before.Workbook, after.Workbook},
		{"/photos", fault.Text{ZH: "照片压缩包", EN: "Zip of photos"}, before.Photos, after.Photos},
	} {
		if file.was != nil && file.is != nil && *file.was != *file.is {
			list.Items = append(list.Items, Difference{
				Section: "files", Pointer: file.pointer, Label: say(ctx, file.label), Kind: "changed",
				Before: called(file.was.String()), After: called(file.is.String()),
			})
		}
	}
	if was, is := before.plan.Note, after.plan.Note; was != is {
		list.Items = append(list.Items, Difference{
			Section: "plan", Pointer: "/plan/note", Label: say(ctx, fault.Text{ZH: "备注", EN: "Note"}), Kind: kindOfChange(was, is), Before: was, After: is,
		})
	}
	return list, failed
}

func kindOfChange(was, is string) DifferenceKind {
	switch {
	case was == "":
		return "added"
	case is == "":
		return "removed"
	}
	return "changed"
}

func evidenceOf(plan certification.Plan, kind string) []string {
	var ids []string
	for _, e := range plan.Evidence {
		if e.Kind == kind {
			ids = append(ids, string(e.Document))
		}
	}
	return ids
}

func (s *Server) documentName(ctx context.Context, text string) (string, error) {
	id, err := uuid.Parse(text)
	if err != nil {
		return "", fmt.Errorf("read a document's number: %w", err)
	}
	d, err := s.store.Document(ctx, id)
	return d.Name, err
}
