package api

import (
	"context"

	"jiangxin/store"
)

func (c Caller) reader() store.Reader {
	return store.Reader{User: c.ID, Enterprise: c.Enterprise, Body: c.Body.ID}
}

// ListMessages lists the caller's messages.
func (s *Server) ListMessages(ctx context.Context, in ListMessagesRequestObject) (ListMessagesResponseObject, error) {
	before, err := timePlaceIn(in.Params.Cursor, true)
	if err != nil {
		return nil, err
	}
	reader, limit := CallerOf(ctx).reader(), limitOf(in.Params.Limit)
	rows, err := s.store.Messages(ctx, reader, in.Params.Unread, before, limit+1)
	if err != nil {
		return nil, err
	}
	unread, err := s.store.UnreadMessages(ctx, reader)
	if err != nil {
		return nil, err
	}
	rows, next := cut(rows, limit, func(m store.MessageLine) any { return store.Place{At: m.CreatedAt, ID: m.ID.String()} })
	list := MessageList{Items: []Message{}, Unread: unread, Next: next}
	for _, m := range rows {
		list.Items = append(list.Items, Message{
			Id: m.ID.String(), CaseNo: m.CaseNo, Kind: MessageKind(m.Kind), Facts: RawJSON(m.Facts), CreatedAt: m.CreatedAt.UTC(), ReadAt: at(m.ReadAt), Asks: m.Asks,
		})
	}
	return ListMessages200JSONResponse(list), nil
}

// MarkRead marks one of the caller's messages as read.
func (s *Server) MarkRead(ctx context.Context, in MarkReadRequestObject) (MarkReadResponseObject, error) {
	found, err := s.store.MarkRead(ctx, CallerOf(ctx).reader(), in.MessageId, s.now())
	if err == nil && !found {
		err = hidden()
	}
	return MarkRead204Response{}, err
}
