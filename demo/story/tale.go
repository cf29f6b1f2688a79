// Package story tells one filing from the first form to the public catalogue, a line for each step as it
// happens. It shows what goes wrong on purpose as well: a mistyped code, a forbidden occupation, a return,
// the same person twice, a dissent.
package story

import (
	"context"
	"fmt"
	"io"
	"time"

	"jiangxin/demo"
	"jiangxin/demo/cast"
	"jiangxin/demo/client"
	"jiangxin/domain/civil"
)

// Tale is a story that is being told. After the first failure it tells nothing more; Err gives that failure.
type Tale struct {
	out   io.Writer
	world *demo.World
	city  cast.City
	c     *demo.Case
	lines int
	err   error

	competent string // body that verifies
	filed     client.FilingFacts
	receipt   string // SHA-256 of the receipt, hex

	batch        *demo.Batch
	certificates []client.Certificate
	revocation   string // case number
	summed       string // SHA-256 of the month's summary, hex
}

// tell does one step and prints who did what with which result, and how long it took.
func (t *Tale) tell(ctx context.Context, who *demo.Person, what string, do func() (string, error)) {
	if t.err != nil {
		return
	}
	began := time.Now()
	result, err := do()
	took := time.Since(began)
	name := t.name(ctx, who)
	if err == nil {
		err = t.err // of naming
	}
	if err != nil {
		t.err = fmt.Errorf("%s %s: %w", name, what, err)
		return
	}
	t.lines++
	_, t.err = fmt.Fprintf(t.out, "%s %3d  %s：%s → %s（%d 毫秒）\n", time.Now().In(civil.Zone()).Format(time.TimeOnly), t.lines, name, what, result, took.Milliseconds())
}

// chapter prints a heading.
func (t *Tale) chapter(title string) {
	if t.err == nil {
		_, t.err = fmt.Fprintf(t.out, "\n── %s\n", title)
	}
}

// refused does a step that the product must refuse with a code, and prints the product's sentence.
func (t *Tale) refused(ctx context.Context, who *demo.Person, what, code string, do func() error) {
	t.tell(ctx, who, what, func() (string, error) {
		err := do()
		problem, is := demo.ProblemOf(err)
		switch {
		case err == nil:
			return "", fmt.Errorf("it was accepted and should have been refused as %s", code)
		case !is || problem.Code != code:
			return "", fmt.Errorf("it should have been refused as %s: %w", code, err)
		}
		return fmt.Sprintf("被拒绝（%s）：%s", code, problem.Detail), nil
	})
}

// name says who a person is and for whom they act.
func (t *Tale) name(ctx context.Context, who *demo.Person) string {
	if who.Login == "" {
		return "公众"
	}
	s, err := who.Session(ctx)
	if err != nil {
		t.err = err
		return who.Login
	}
	switch {
	case s.Body.Name != "":
		return s.Body.Name + " " + s.User.Name
	case s.Enterprise.Name != "":
		return s.Enterprise.Name + " " + s.User.Name
	case len(s.Roles) > 0 && s.Roles[0] == client.RoleExpert:
		return "专家 " + s.User.Name
	}
	return s.User.Name
}

// officer gives somebody of a body by the end of the sign-in name.
func (t *Tale) officer(prefix, desk string) *demo.Person { return t.world.As(prefix + "-" + desk) }

// office is the beginning of the sign-in names of the body that verifies.
func (t *Tale) office() string {
	if t.competent == "bureau-"+t.city.Region {
		return t.city.Prefix + "-bureau"
	}
	return t.city.Prefix + "-authority"
}
