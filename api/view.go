package api

import (
	"context"
	"net/url"
	"strings"

	"github.com/google/uuid"

	"jiangxin/domain/fault"
	"jiangxin/store"
)

// ListViews lists the caller's views of the queue and those that are shared with their body.
func (s *Server) ListViews(ctx context.Context, _ ListViewsRequestObject) (ListViewsResponseObject, error) {
	caller := CallerOf(ctx)
	rows, err := s.store.Views(ctx, caller.ID, caller.Body.ID)
	if err != nil {
		return nil, err
	}
	list := ViewList{Items: make([]View, 0, len(rows))}
	for _, row := range rows {
		list.Items = append(list.Items, View{
			Id: row.ID.String(), Name: row.Name, Search: row.Search, Shared: row.BodyID != nil, Mine: row.UserID == caller.ID, By: row.Owner,
		})
	}
	return ListViews200JSONResponse(list), nil
}

// AddView keeps a view under a name, for the caller or for their whole body.
func (s *Server) AddView(ctx context.Context, in AddViewRequestObject) (AddViewResponseObject, error) {
	caller := CallerOf(ctx)
	name, search := strings.TrimSpace(in.Body.Name), strings.TrimPrefix(in.Body.Search, "?")
	if name == "" || strings.ContainsAny(name, "\r\n\t") {
		return nil, fault.Wrong("/name", "required", "请填写一行视图名称", "Give the view a name of one line")
	}
	if _, err := url.ParseQuery(search); err != nil || strings.ContainsAny(search, "#\r\n\t ") {
		return nil, fault.Wrong("/search", "format", "视图的条件无法识别，请刷新列表后重新保存", "The view's conditions cannot be read; reload the list and save it again").Because(err)
	}
	id, err := uuid.NewV7()
	if err != nil {
		return nil, err
	}
	view := store.SavedView{ID: id, UserID: caller.ID, Name: name, Search: search, CreatedAt: s.now()}
	if in.Body.Shared {
		if caller.Body.ID == "" {
			return nil, fault.Wrong("/shared", "body", "您不属于任何机构，只能保存为个人视图", "You belong to no body; save it for yourself")
		}
		view.BodyID = &caller.Body.ID
	}
	if err := s.store.AddView(ctx, view); err != nil {
		return nil, err
	}
	return AddView201JSONResponse{Id: id.String(), Name: name, Search: search, Shared: view.BodyID != nil, Mine: true, By: caller.Name}, nil
}

// RemoveView removes a view of the caller's own.
func (s *Server) RemoveView(ctx context.Context, in RemoveViewRequestObject) (RemoveViewResponseObject, error) {
	found, err := s.store.RemoveView(ctx, CallerOf(ctx).ID, in.ViewId)
	if err == nil && !found {
		err = hidden()
	}
	return RemoveView204Response{}, err
}
