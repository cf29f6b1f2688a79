package main

import (
	"context"
	"errors"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/jackc/pgx/v5/pgxpool"
)

// bareQuery is the argument that makes this program the yardstick of queries.
const bareQuery = "bare-query"

// bareConnections is the size of its pool: the product's.
const bareConnections = 8

// bareRow is the row that both read.
type bareRow struct {
	Number, Name, Occupation, OccupationName, WorkType, Level string
	IssuedOn                                                  time.Time
	EnterpriseName, FilingNo, Region                          string
	Covered                                                   bool
	CoveredOn                                                 *time.Time
	RevokedAt                                                 *time.Time
	RevokedWords                                              string
}

// serveBare answers queries with the least that Gin and pgx can do: read the body, read one row by a prepared statement,
// write it. It knows no limits, no log, no languages, and masks nothing.
func serveBare(ctx context.Context, address string) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGTERM)
	defer stop()
	settings, err := pgxpool.ParseConfig(os.Getenv("JIANGXIN_DATABASE_URL"))
	if err != nil {
		return err
	}
	settings.MaxConns, settings.MinConns = bareConnections, bareConnections
	pool, err := pgxpool.NewWithConfig(ctx, settings)
	if err != nil {
		return err
	}
	defer pool.Close()
	gin.SetMode(gin.ReleaseMode)
	engine := gin.New()
	engine.GET("/healthz", func(c *gin.Context) { c.Status(http.StatusOK) })
	engine.POST("/api/public/certificates/query", func(c *gin.Context) {
		var asked struct{ Number, Name string }
		if err := c.ShouldBindJSON(&asked); err != nil {
			c.AbortWithStatus(http.StatusBadRequest)
			return
		}
		var r bareRow
		err := pool.QueryRow(c.Request.Context(), `SELECT number, name, occupation, occupation_name, work_type, level, issued_on,
			enterprise_name, filing_no, region, covered, covered_on, revoked_at, revoked_words FROM certificates WHERE number = $1 AND name = $2`, asked.Number, asked.Name).
			Scan(&r.Number, &r.Name, &r.Occupation, &r.OccupationName, &r.WorkType, &r.Level, &r.IssuedOn,
				&r.EnterpriseName, &r.FilingNo, &r.Region, &r.Covered, &r.CoveredOn, &r.RevokedAt, &r.RevokedWords)
		if err != nil {
			c.AbortWithStatus(http.StatusInternalServerError)
			return
		}
		c.JSON(http.StatusOK, r)
	})
	server := &http.Server{Addr: address, Handler: engine, ReadHeaderTimeout: time.Minute}
	go func() {
		<-ctx.Done()
		_ = server.Close()
	}()
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
