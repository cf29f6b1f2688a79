package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"jiangxin/contract"
	"jiangxin/demo"
	"jiangxin/demo/cast"
	"jiangxin/demo/client"
	"jiangxin/domain/filing"
)

// How many people the batches hold that are compared: the most that the delivered setting allows, and few.
const (
	largeBatch = 10_000
	smallBatch = 10
)

// How the audit's pages are measured, and how long an issue may take.
const (
	auditPage      = 5 // rows of a page: the sample of the small batch
	auditStretch   = 3 * time.Second
	issuePatience  = 15 * time.Minute
	issueQuestions = 200 * time.Millisecond
)

// cohort is a large and a small batch of one enterprise, filled in and stored.
type cohort struct {
	enterprise   *demo.Case
	large, small *demo.Batch
}

// batches gives the cohort. Its product is a fresh process, so that its memory is that of this work.
func (h *house) batches(ctx context.Context) (*cohort, error) {
	if h.held != nil {
		return h.held, nil
	}
	if h.running != nil {
		h.running.stop()
		h.running = nil
	}
	p, err := h.product(ctx)
	if err != nil {
		return nil, err
	}
	fmt.Printf("bench: filling in a batch of %d people\n", largeBatch)
	c, err := p.world.File(ctx, cast.Shenyang, filing.Finished)
	if err != nil {
		return nil, err
	}
	made := &cohort{enterprise: c}
	if made.large, err = p.world.Batch(ctx, c, largeBatch); err != nil {
		return nil, err
	}
	if made.small, err = p.world.Batch(ctx, c, smallBatch); err != nil {
		return nil, err
	}
	for _, b := range []*demo.Batch{made.large, made.small} {
		if err := b.Fill(ctx); err != nil {
			return nil, err
		}
		if _, err := b.Confirm(ctx); err != nil {
			return nil, err
		}
	}
	h.held = made
	return made, nil
}

// rows compares reading, checking and storing a large workbook through the API with excelize merely reading it, in turns.
// Its photos have been examined before, as they are when somebody confirms what the check has shown.
func rows(ctx context.Context, h *house) ([]figure, error) {
	c, err := h.batches(ctx)
	if err != nil {
		return nil, err
	}
	book, err := c.large.Workbook(ctx)
	if err != nil {
		return nil, err
	}
	pid := h.running.command.Process.Pid
	if err := forgetPeak(pid); err != nil {
		return nil, err
	}
	var stored, read, ratio []float64
	for range rounds {
		b, err := h.running.world.Batch(ctx, c.enterprise, largeBatch)
		if err != nil {
			return nil, err
		}
		b.SharePhotos(c.large)
		if err := b.Fill(ctx); err != nil {
			return nil, err
		}
		began := time.Now()
		if _, err := b.Confirm(ctx); err != nil {
			return nil, err
		}
		ours := time.Since(began).Seconds()
		theirs, err := excelizeReads(book)
		if err != nil {
			return nil, err
		}
		stored, read, ratio = append(stored, ours), append(read, theirs), append(ratio, ours/theirs)
	}
	peak, err := peakMiB(pid)
	if err != nil {
		return nil, err
	}
	return []figure{
		{name: "a workbook of 10,000 rows read, checked and stored", value: median(stored), unit: " s"},
		{name: "the same workbook merely read by excelize", value: median(read), unit: " s"},
		{name: "a workbook read, checked and stored, product / excelize reading", value: median(ratio), op: "<=", goal: 2},
		{name: "peak memory of the whole product meanwhile", value: peak, op: "<=", goal: 256, unit: " MiB"},
	}, nil
}

// excelizeReads says how many seconds excelize takes to read every cell.
func excelizeReads(file []byte) (float64, error) {
	began := time.Now()
	book, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		return 0, err
	}
	defer func() { _ = book.Close() }()
	lines, err := book.Rows(book.GetSheetName(0))
	if err != nil {
		return 0, err
	}
	count := 0
	for lines.Next() {
		if _, err := lines.Columns(); err != nil {
			return 0, err
		}
		count++
	}
	if count <= largeBatch {
		return 0, fmt.Errorf("excelize reads %d rows", count)
	}
	return time.Since(began).Seconds(), lines.Close()
}

// forgetPeak lets the kernel count the peak of a process's memory anew.
func forgetPeak(pid int) error {
	return os.WriteFile(fmt.Sprintf("/proc/%d/clear_refs", pid), []byte("5"), 0)
}

// peakMiB is the most resident memory that a process had since then.
func peakMiB(pid int) (float64, error) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(status)) {
		if text, is := strings.CutPrefix(line, "VmHWM:"); is {
			kib, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(text), " kB"), 64)
			return kib / 1024, err
		}
	}
	return 0, errors.New("the kernel tells no peak of memory")
}

// audits compares a page of the audit of a large batch with that of a small one, in turns: the task, the batch, and the
// first rows that have to be looked at.
func audits(ctx context.Context, h *house) ([]figure, error) {
	c, err := h.batches(ctx)
	if err != nil {
		return nil, err
	}
	if err := c.submit(ctx); err != nil {
		return nil, err
	}
	handler := h.running.world.As(cast.Shenyang.Prefix + "-authority-handler")
	page := func(b *demo.Batch) func(context.Context, int) error {
		return func(ctx context.Context, _ int) error {
			if _, err := b.Task(ctx, handler); err != nil {
				return err
			}
			if _, err := demo.Answer(handler.API.GetBatchWithResponse(ctx, b.No)); err != nil {
				return err
			}
			list, err := demo.Answer(handler.API.ListResultsWithResponse(ctx, b.No, &client.ListResultsParams{Which: "attention", Limit: auditPage}))
			if err == nil && len(list.Items) != auditPage {
				err = fmt.Errorf("the page of batch %s has %d rows", b.No, len(list.Items))
			}
			return err
		}
	}
	var large, small, ratio []float64
	for round := range rounds + 1 {
		s, l := press(ctx, 1, auditStretch, page(c.small)), press(ctx, 1, auditStretch, page(c.large))
		if err := errors.Join(s.err, l.err); err != nil {
			return nil, err
		}
		if round == 0 { // both warm
			continue
		}
		large, small, ratio = append(large, l.p99Millis()), append(small, s.p99Millis()), append(ratio, l.p99Millis()/s.p99Millis())
	}
	return []figure{
		{name: "p99 of the audit page of a batch of 10,000", value: median(large), unit: " ms"},
		{name: "p99 of the audit page of a batch of 10", value: median(small), unit: " ms"},
		{name: "p99 of the audit page, 10,000 rows / 10 rows", value: median(ratio), op: "<=", goal: 1.5},
	}, nil
}

// submit hands both batches in, once.
func (c *cohort) submit(ctx context.Context) error {
	for _, b := range []*demo.Batch{c.large, c.small} {
		now, err := b.View(ctx)
		if err != nil {
			return err
		}
		if now.State != client.BatchStateDraft {
			continue
		}
		if _, err := b.Submit(ctx); err != nil {
			return err
		}
	}
	return nil
}

// issues measures the issue of a large batch end to end, from the enterprise's decision until the last file is stored, and
// compares the histories of the two batches' workflows, which have taken the same decisions.
func issues(ctx context.Context, h *house) ([]figure, error) {
	c, err := h.batches(ctx)
	if err != nil {
		return nil, err
	}
	if err := c.submit(ctx); err != nil {
		return nil, err
	}
	temporal, err := h.temporal()
	if err != nil {
		return nil, err
	}
	var seconds []float64
	var lengths []int64
	for _, b := range []*demo.Batch{c.small, c.large} {
		if err := b.Passed(ctx); err != nil {
			return nil, err
		}
		began := time.Now()
		if _, err := b.Issue(ctx); err != nil {
			return nil, err
		}
		if err := made(ctx, b); err != nil {
			return nil, err
		}
		seconds = append(seconds, time.Since(began).Seconds())
		length, err := events(ctx, temporal, []string{contract.CertificationID(b.No)})
		if err != nil {
			return nil, err
		}
		lengths = append(lengths, length)
	}
	return []figure{
		{name: "10,000 certificates issued, from the decision to the last file", value: seconds[1], unit: " s"},
		{name: "certificates issued per second", value: largeBatch / seconds[1]},
		{name: "history events of the workflow of 10 rows", value: float64(lengths[0])},
		{name: "history events of the workflow of 10,000 rows", value: float64(lengths[1])},
		{name: "history events, 10,000 rows - 10 rows", value: float64(lengths[1] - lengths[0]), op: "<=", goal: 0},
	}, nil
}

// made waits until the file of every certificate of a batch is stored and its case has ended.
func made(ctx context.Context, b *demo.Batch) error {
	for until := time.Now().Add(issuePatience); time.Now().Before(until); time.Sleep(issueQuestions) {
		now, err := b.View(ctx)
		if err != nil {
			return err
		}
		if now.State == client.BatchStateIssued && now.Issued > 0 && now.Made == now.Issued {
			return nil
		}
	}
	return fmt.Errorf("the certificates of batch %s are not made after %s", b.No, issuePatience)
}
