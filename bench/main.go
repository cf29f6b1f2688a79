// Command bench measures the product against its yardsticks on the same servers in the same run. It needs
// the servers of devstack: make bench starts them. Every figure is one line; docs/performance.md reads them.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"strconv"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx" that the migrations run on
	"go.temporal.io/sdk/client"

	"jiangxin/config"
	"jiangxin/contract"
	"jiangxin/demo/crowd"
	"jiangxin/migrations"
	"jiangxin/store"
)

// How the load is made (DESIGN's yardsticks: 20 callers).
const (
	rounds     = 5
	callers    = 20
	stretch    = 4 * time.Second
	enterprise = 40 // made-up enterprises of each city
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 25*time.Minute)
	defer cancel()
	if err := run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	cfg, err := config.Read()
	if err != nil {
		return err
	}
	if len(os.Args) > 1 && os.Args[1] == "certificates" { // this part alone
		figures, err := certificates(ctx, cfg)
		show(figures)
		return err
	}
	if err := prepare(ctx, cfg); err != nil {
		return err
	}
	starts := []float64{}
	var p *product
	for range rounds {
		if p != nil {
			p.stop()
		}
		var took time.Duration
		if p, took, err = startProduct(ctx); err != nil {
			return err
		}
		starts = append(starts, took.Seconds())
	}
	defer p.stop()
	temporal, err := client.Dial(client.Options{HostPort: cfg.TemporalAddress, Namespace: cfg.TemporalNamespace, Logger: quiet{},
		ConnectionOptions: client.ConnectionOptions{GrpcCompression: &client.GrpcCompressionNone{}}, // as the product
	})
	if err != nil {
		return err
	}
	defer temporal.Close()
	figures, err := decisions(ctx, p, temporal)
	if err != nil {
		return err
	}
	statements, err := queuePages(ctx, cfg)
	if err != nil {
		return err
	}
	seen, err := pages(ctx, p)
	if err != nil {
		return err
	}
	papers, err := certificates(ctx, cfg)
	if err != nil {
		return err
	}
	figures = append(append(append(figures, statements...), seen...), papers...)
	figures = append(figures, figure{name: "start of jiangxin all to ready", value: median(starts), op: "<=", goal: 3, unit: " s"})
	show(figures)
	return nil
}

func show(figures []figure) {
	for _, f := range figures {
		fmt.Println(f)
	}
}

// prepare migrates and seeds an empty database.
func prepare(ctx context.Context, cfg config.Config) error {
	db, err := sql.Open("pgx", cfg.DatabaseOwnerURL)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	if _, err := migrations.Up(ctx, db); err != nil {
		return err
	}
	to, err := store.Open(cfg.DatabaseOwnerURL)
	if err != nil {
		return err
	}
	defer func() { _ = to.Close() }()
	if err := to.SeedReference(ctx); err != nil {
		return err
	}
	hasher, err := crowd.Cheap()
	if err != nil {
		return err
	}
	return crowd.Seed(ctx, to, hasher, enterprise)
}

// decisions compares decisions through the API with Updates of a bare workflow, in turns.
func decisions(ctx context.Context, p *product, temporal client.Client) ([]figure, error) {
	fmt.Printf("bench: bringing %d filings to the centre's review\n", callers)
	loops, err := p.file(ctx, callers)
	if err != nil {
		return nil, err
	}
	w, err := startBare(temporal)
	if err != nil {
		return nil, err
	}
	defer w.Stop()
	ids, err := startBareRuns(ctx, temporal, callers)
	if err != nil {
		return nil, err
	}
	ours := func(ctx context.Context, caller int) error { return loops[caller].decide(ctx) }
	counts := make([]int, callers)
	theirs := func(ctx context.Context, caller int) error {
		counts[caller]++
		return bareDecision(ctx, temporal, ids[caller], strconv.Itoa(counts[caller]))
	}
	before, err := events(ctx, temporal, workflowIDs(loops))
	if err != nil {
		return nil, err
	}
	bareBefore, err := events(ctx, temporal, ids)
	if err != nil {
		return nil, err
	}
	var rate, bareRate, latency, cpu, one, bareOne []float64
	taken, bareTaken := 0, 0
	for range rounds {
		b := press(ctx, callers, stretch, theirs)
		f := press(ctx, callers, stretch, ours)
		b1 := press(ctx, 1, stretch/2, theirs)
		f1 := press(ctx, 1, stretch/2, ours)
		for _, s := range []sample{b, f, b1, f1} {
			if s.err != nil {
				return nil, s.err
			}
		}
		taken += f.decisions + f1.decisions
		bareTaken += b.decisions + b1.decisions
		rate, bareRate = append(rate, f.perSecond()), append(bareRate, b.perSecond())
		latency = append(latency, f1.medianMillis()/b1.medianMillis())
		one, bareOne = append(one, f1.medianMillis()), append(bareOne, b1.medianMillis())
		cpu = append(cpu, f.cpuEach()/b.cpuEach())
	}
	ratios := make([]float64, rounds)
	for i := range ratios {
		ratios[i] = rate[i] / bareRate[i]
	}
	after, err := events(ctx, temporal, workflowIDs(loops))
	if err != nil {
		return nil, err
	}
	bareAfter, err := events(ctx, temporal, ids)
	if err != nil {
		return nil, err
	}
	each, bareEach := float64(after-before)/float64(taken), float64(bareAfter-bareBefore)/float64(bareTaken)
	return []figure{
		{name: "decisions per second at 20 callers", value: median(rate)},
		{name: "updates per second of a bare workflow at 20 callers", value: median(bareRate)},
		{name: "decisions per second, product / bare", value: median(ratios), op: ">=", goal: 0.7},
		{name: "latency of one caller's decision", value: median(one), unit: " ms"},
		{name: "latency of one caller's bare update", value: median(bareOne), unit: " ms"},
		{name: "latency of one caller, product / bare", value: median(latency), op: "<=", goal: 1.4},
		{name: "history events per decision", value: each},
		{name: "history events per decision, product - bare", value: each - bareEach, op: "<=", goal: 2},
		{name: "CPU seconds per decision of all processes, product / bare", value: median(cpu)},
	}, nil
}

func workflowIDs(loops []*loop) []string {
	ids := make([]string, len(loops))
	for i, l := range loops {
		ids[i] = contract.FilingID(l.caseNo)
	}
	return ids
}

// events sums the lengths of the histories of the newest runs.
func events(ctx context.Context, c client.Client, ids []string) (int64, error) {
	var sum int64
	for _, id := range ids {
		d, err := c.DescribeWorkflowExecution(ctx, id, "")
		if err != nil {
			return 0, err
		}
		sum += d.GetWorkflowExecutionInfo().GetHistoryLength()
	}
	return sum, nil
}

// quiet drops the SDK's log.
type quiet struct{}

func (quiet) Debug(string, ...any) {}
func (quiet) Info(string, ...any)  {}
func (quiet) Warn(string, ...any)  {}
func (quiet) Error(string, ...any) {}
