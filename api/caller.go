package api

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"jiangxin/domain/casework"
	"jiangxin/domain/fault"
	"jiangxin/domain/region"
)

// Caller is who makes a request: nobody, or a signed-in person with roles in a body or an enterprise.
type Caller struct {
	ID         uuid.UUID // zero: nobody is signed in
	Login      string
	Name       string
	Roles      []casework.Role
	Body       region.Body // zero: none
	Enterprise uuid.UUID   // zero: none
	session    session
}

// Has says whether the caller has one of the roles.
func (c Caller) Has(roles ...casework.Role) bool {
	return slices.ContainsFunc(roles, func(r casework.Role) bool { return slices.Contains(c.Roles, r) })
}

// SignedIn says whether somebody is.
func (c Caller) SignedIn() bool { return c.ID != uuid.Nil }

// Organisation is what a task's body says for the caller: the body's ID or the enterprise's.
func (c Caller) Organisation() string {
	if c.Enterprise != uuid.Nil {
		return c.Enterprise.String()
	}
	return c.Body.ID
}

// visit is what the middleware knows of one request; handlers reach it through the context.
type visit struct {
	request  string // ID of the request, in every log line and problem
	language language
	caller   Caller
	route    operation
	address  string // of the client
}

type visitKey struct{}

// visiting gives the visit of a request.
func visiting(ctx context.Context) *visit {
	if v, ok := ctx.Value(visitKey{}).(*visit); ok {
		return v
	}
	return &visit{}
}

// CallerOf gives who makes the request.
func CallerOf(ctx context.Context) Caller { return visiting(ctx).caller }

// RequestOf gives the request's ID, which travels into the workflow with every command.
func RequestOf(ctx context.Context) string { return visiting(ctx).request }

// say picks the reader's language.
func say(ctx context.Context, text fault.Text) string { return visiting(ctx).language.of(text) }

// sayName picks the reader's language of a code's name.
func sayName(ctx context.Context, name casework.Name) string {
	return say(ctx, fault.Text{ZH: name.ZH, EN: name.EN})
}
