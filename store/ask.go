package store

import (
	"context"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// How the public's questions are asked (settings).
const (
	askConnections = 3  // that are used at once
	askTogether    = 32 // questions in one round trip
	askPatience    = 10 * time.Second
)

// publicDesk asks the public's questions over connections of its own, so that however many ask, they leave the officers
// theirs. A question that comes while a connection is free is asked at once; those that come while all are in use wait
// and then go together, each as its own prepared statement, in one round trip: the more ask, the less each costs.
type publicDesk struct {
	pool *pgxpool.Pool

	mu      sync.Mutex
	waiting []*question
	busy    int // connections in use
}

// question is one prepared read.
type question struct {
	query     string
	arguments []any
	answered  chan struct{} // closed once found and err are set
	found     []CheckedCertificate
	err       error
}

func openPublicDesk(url string) (*publicDesk, error) {
	settings, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, err
	}
	settings.MaxConns, settings.MaxConnLifetime = askConnections, connLifetime
	pool, err := pgxpool.NewWithConfig(context.Background(), settings) // it connects on use
	return &publicDesk{pool: pool}, err
}

// ask gives the rows that answer a question.
func (d *publicDesk) ask(ctx context.Context, query string, arguments ...any) ([]CheckedCertificate, error) {
	q := &question{query: query, arguments: arguments, answered: make(chan struct{})}
	d.mu.Lock()
	d.waiting = append(d.waiting, q)
	if d.busy < askConnections {
		d.busy++
		go d.work()
	}
	d.mu.Unlock()
	select {
	case <-q.answered:
		return q.found, q.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// work asks until nobody waits.
func (d *publicDesk) work() {
	for {
		d.mu.Lock()
		n := min(len(d.waiting), askTogether)
		if n == 0 {
			d.busy--
			d.mu.Unlock()
			return
		}
		batch := append([]*question(nil), d.waiting[:n]...)
		d.waiting = append(d.waiting[:0], d.waiting[n:]...)
		d.mu.Unlock()
		d.send(batch)
		for _, q := range batch {
			if q.err != nil { // perhaps the connection had died, or another question's fault took this one along
				d.send([]*question{q})
			}
			close(q.answered)
		}
	}
}

// send asks all by one round trip.
func (d *publicDesk) send(questions []*question) {
	ctx, cancel := context.WithTimeout(context.Background(), askPatience)
	defer cancel()
	var batch pgx.Batch
	for _, q := range questions {
		batch.Queue(q.query, q.arguments...)
	}
	results := d.pool.SendBatch(ctx, &batch)
	for _, q := range questions {
		q.read(results.Query())
	}
	if err := results.Close(); err != nil && questions[0].err == nil {
		questions[0].err = err
	}
}

func (q *question) read(rows pgx.Rows, err error) {
	q.found, q.err = nil, err
	if err != nil {
		return
	}
	defer rows.Close()
	for rows.Next() {
		var c CheckedCertificate
		if q.err = rows.Scan(&c.Number, &c.Name, &c.Occupation, &c.OccupationName, &c.WorkType, &c.Level, &c.IssuedOn, &c.EnterpriseName,
			&c.FilingNo, &c.Region, &c.Covered, &c.CoveredOn, &c.RevokedAt, &c.RevokedWords); q.err != nil {
			return
		}
		q.found = append(q.found, c)
	}
	q.err = rows.Err()
}
