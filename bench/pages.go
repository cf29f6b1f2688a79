package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"time"

	"jiangxin/demo/cast"
	"jiangxin/domain/filing"
)

// How pages are measured (UI.md section 4).
const (
	catalogued   = 3               // filings that are finished, so that the catalogue has entries
	queued       = 12              // filings that wait for the centre, so that its queue has rows
	pagePatience = 8 * time.Minute // for all measurements in the browser
)

// pages measures what people wait for in a browser: ui/e2e/speed.mjs opens the pages, five times each, on a machine
// and a line that are slowed down, against the same product.
func pages(ctx context.Context, h *house) ([]figure, error) {
	p, err := h.product(ctx)
	if err != nil {
		return nil, err
	}
	fmt.Printf("bench: bringing %d filings to their end, %d to the centre and one to its officer\n", catalogued, queued)
	for range queued {
		if _, err := p.world.File(ctx, cast.Shenyang, filing.CentreReview); err != nil {
			return nil, err
		}
	}
	for range catalogued {
		if _, err := p.world.File(ctx, cast.Shenyang, filing.Finished); err != nil {
			return nil, err
		}
	}
	c, err := p.world.File(ctx, cast.Shenyang, filing.Acceptance)
	if err != nil {
		return nil, err
	}
	task, err := c.Next(ctx)
	if err != nil {
		return nil, err
	}
	who, err := c.Who(ctx, task)
	if err != nil {
		return nil, err
	}
	seed, err := json.Marshal(map[string]string{
		"officer": who.Login, "centre": "centre-handler",
		"workbench": fmt.Sprintf("/app/cases/%s/tasks/%s/%d/%s", task.CaseNo, task.Stage, task.Round, url.PathEscape(task.Slot)),
	})
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, pagePatience)
	defer cancel()
	command := exec.CommandContext(ctx, "node", "speed.mjs")
	command.Dir = "ui/e2e"
	command.Env = append(os.Environ(), "BASE_URL="+p.base, "PASSWORD="+cast.Password, "SEED="+string(seed))
	command.Stderr = os.Stderr
	command.WaitDelay = 10 * time.Second
	said, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("measure the pages: %w", err)
	}
	return figuresIn(said)
}

// figuresIn reads one figure a line.
func figuresIn(said []byte) ([]figure, error) {
	var all []figure
	for lines := bufio.NewScanner(bytes.NewReader(said)); lines.Scan(); {
		var one struct {
			Name  string   `json:"name"`
			Value float64  `json:"value"`
			Unit  string   `json:"unit"`
			Goal  *float64 `json:"goal"`
		}
		if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
			return nil, fmt.Errorf("read the figure %q: %w", lines.Text(), err)
		}
		f := figure{name: one.Name, value: one.Value, unit: one.Unit}
		if one.Goal != nil {
			f.op, f.goal = "<=", *one.Goal
		}
		all = append(all, f)
	}
	return all, nil
}
