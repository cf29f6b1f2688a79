// Command bench measures the product against its yardsticks on the same servers in the same run. It needs the servers
// of devstack: make bench starts them. Every figure is one line; docs/performance.md reads them. Named parts are
// measured alone, such as query,rows.
package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"jiangxin/config"
)

// rounds is how often product and yardstick are measured in turn; figures are medians.
const rounds = 5

// patience is how long the whole may take.
const patience = 40 * time.Minute

// part is a group of figures that can be measured alone.
type part struct {
	name    string
	measure func(context.Context, *house) ([]figure, error)
}

// parts stand in the order in which they are measured.
var parts = []part{
	{"start", starts},
	{"decisions", decisions},
	{"queue", queuePages},
	{"pages", pages},
	{"certificates", certificates},
	{"query", queries},
	{"rows", rows},
	{"audit", audits},
	{"issue", issues},
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	var err error
	if len(os.Args) == 3 && os.Args[1] == bareQuery { // the yardstick of queries, in a process of its own
		err = serveBare(ctx, os.Args[2])
	} else {
		err = run(ctx, os.Args[1:])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// run measures the named parts; all where none is named.
func run(ctx context.Context, names []string) error {
	chosen, err := choose(names)
	if err != nil {
		return err
	}
	cfg, err := config.Read()
	if err != nil {
		return err
	}
	h := &house{cfg: cfg}
	defer h.close()
	for _, p := range chosen {
		began := time.Now()
		figures, err := p.measure(ctx, h)
		for _, f := range figures {
			fmt.Println(f)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		fmt.Printf("bench: %s took %s\n", p.name, time.Since(began).Round(time.Second))
	}
	return nil
}

func choose(names []string) ([]part, error) {
	wanted := strings.FieldsFunc(strings.Join(names, ","), func(r rune) bool { return r == ',' })
	var known []string
	var chosen []part
	for _, p := range parts {
		known = append(known, p.name)
		if len(wanted) == 0 || slices.Contains(wanted, p.name) {
			chosen = append(chosen, p)
		}
	}
	for _, name := range wanted {
		if !slices.Contains(known, name) {
			return nil, fmt.Errorf("there is no part %q; there are %s", name, strings.Join(known, ", "))
		}
	}
	return chosen, nil
}
