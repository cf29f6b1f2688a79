// Package demo plays the product as people would, through its public HTTP interface and nothing else: it
// signs in, fills an application, uploads, submits, and answers task after task. `jiangxin demo` tells one
// filing with it as a story; end-to-end tests, failure tests and benchmarks drive their cases with it.
package demo

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"jiangxin/demo/client"
)

// ProblemError is an answer of the product that is no success.
type ProblemError struct {
	Method, Path string
	Problem      client.Problem
}

// Error gives the problem's sentence with every wrong field.
func (e *ProblemError) Error() string {
	text := fmt.Sprintf("%s %s: %d %s: %s", e.Method, e.Path, e.Problem.Status, e.Problem.Code, e.Problem.Detail)
	for _, f := range e.Problem.Fields {
		text += fmt.Sprintf(" [%s %s: %s]", f.Pointer, f.Code, f.Message)
	}
	return text
}

// ProblemOf gives the problem document inside an error.
func ProblemOf(err error) (client.Problem, bool) {
	var e *ProblemError
	if errors.As(err, &e) {
		return e.Problem, true
	}
	return client.Problem{}, false
}

// refused says whether an error is a problem with one of the codes.
func refused(err error, codes ...string) bool {
	problem, ok := ProblemOf(err)
	for _, code := range codes {
		if ok && problem.Code == code {
			return true
		}
	}
	return false
}

// link is how one person's requests travel. A server that is down or being restarted is tried again with
// the same request, key and all, until the patience ends.
type link struct {
	http     *http.Client // with the person's cookies
	patience time.Duration
	csrf     func() string
	signIn   func(context.Context) error // nil: nobody to sign in
}

// The waits between tries.
const (
	firstWait = 50 * time.Millisecond
	longWait  = 2 * time.Second
)

// Do implements the client's HttpRequestDoer. What is no success comes back as an error.
func (l *link) Do(request *http.Request) (*http.Response, error) {
	until, wait, renewed := time.Now().Add(l.patience), firstWait, false
	for {
		response, err := l.once(request)
		problem, refusedIt := ProblemOf(err)
		switch {
		case err == nil:
			return response, nil
		case request.Context().Err() != nil:
			return nil, err
		case refusedIt && problem.Status == http.StatusUnauthorized && l.signIn != nil && !renewed && !strings.HasSuffix(request.URL.Path, "/api/session"):
			if err := l.signIn(request.Context()); err != nil {
				return nil, err
			}
			renewed = true
			continue
		case refusedIt && problem.Code == "csrf" && l.signIn != nil && !renewed:
			renewed = true // the same person signed in between the token and the cookie of this request
		case refusedIt && !passing(problem.Status), time.Now().After(until):
			return nil, err
		}
		if err := rest(request.Context(), wait); err != nil {
			return nil, err
		}
		wait = min(2*wait, longWait)
	}
}

// passing are the answers that another try may turn: busy, down, or behind a proxy that finds nobody.
func passing(status int) bool {
	switch status {
	case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return true
	}
	return false
}

// once sends the request a single time and reads the whole answer, so that one cut short counts as failed.
func (l *link) once(request *http.Request) (*http.Response, error) {
	again := request.Clone(request.Context())
	if request.GetBody != nil {
		body, err := request.GetBody()
		if err != nil {
			return nil, err
		}
		again.Body = body
	}
	again.URL = given(request.URL)
	if token := l.csrf(); token != "" && request.Method != http.MethodGet {
		again.Header.Set("X-CSRF-Token", token)
	}
	response, err := l.http.Do(again)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(response.Body)
	if closed := response.Body.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return nil, fmt.Errorf("%s %s: the answer was cut short: %w", request.Method, request.URL.Path, err)
	}
	if response.StatusCode >= http.StatusBadRequest {
		return nil, problemIn(request, response.StatusCode, body)
	}
	response.Body = io.NopCloser(bytes.NewReader(body))
	return response, nil
}

// given leaves out the parameters that nobody set: the generated client writes them as empty or zero.
func given(address *url.URL) *url.URL {
	query, cut := address.Query(), *address
	for name := range query {
		if value := query.Get(name); value == "" || value == "0" {
			query.Del(name)
		}
	}
	cut.RawQuery = query.Encode()
	return &cut
}

func problemIn(request *http.Request, status int, body []byte) error {
	e := &ProblemError{Method: request.Method, Path: request.URL.Path}
	if err := json.Unmarshal(body, &e.Problem); err != nil || e.Problem.Code == "" {
		e.Problem = client.Problem{Code: "none", Detail: string(body[:min(len(body), 300)])}
	}
	e.Problem.Status = status
	return e
}

// rest waits, or returns when the context ends.
func rest(ctx context.Context, wait time.Duration) error {
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// answered is a generated answer with one kind of success.
type answered[T any] interface{ GetJSON200() *T }

// Answer gives the content of an answer that has one kind of success.
func Answer[T any](r answered[T], err error) (T, error) {
	var none T
	if err != nil {
		return none, err
	}
	if content := r.GetJSON200(); content != nil {
		return *content, nil
	}
	return none, errors.New("the product answered with something else than its description says")
}
