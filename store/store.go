// Package store keeps everything in Postgres: one file per aggregate, and one applier per event type.
// GORM reads and writes rows; SQL says what GORM cannot say clearly; tables are made by migrations only.
package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"gorm.io/driver/postgres"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"jiangxin/domain/fault"
)

// Store is the system of record and the read model.
type Store struct {
	DB        *gorm.DB
	public    *publicDesk
	reference referenceCache
}

// Limits of the connection pool of one process (settings).
const (
	poolSize     = 24
	connLifetime = 30 * time.Minute
)

// Open connects with the application's role. It does not wait for the database: the pool connects on use.
// Statements are prepared and cached by the driver, per connection; GORM would prepare them anew in most
// transactions, because a prepared statement of database/sql belongs to one connection.
func Open(url string) (*Store, error) {
	db, err := gorm.Open(postgres.Open(url), &gorm.Config{
		SkipDefaultTransaction: true,
		TranslateError:         true,
		DisableAutomaticPing:   true,
		Logger:                 logger.Discard,
		NowFunc:                func() time.Time { return time.Now().UTC().Truncate(time.Microsecond) },
	})
	if err != nil {
		return nil, fmt.Errorf("open the database: %w", err)
	}
	pool, err := db.DB()
	if err != nil {
		return nil, fmt.Errorf("reach the connection pool: %w", err)
	}
	pool.SetMaxOpenConns(poolSize)
	pool.SetMaxIdleConns(poolSize)
	pool.SetConnMaxLifetime(connLifetime)
	public, err := openPublicDesk(url)
	if err != nil {
		return nil, fmt.Errorf("open the database: %w", err)
	}
	return &Store{DB: db, public: public}, nil
}

// Close gives the connections back.
func (s *Store) Close() error {
	s.public.pool.Close()
	pool, err := s.DB.DB()
	if err != nil {
		return err
	}
	return pool.Close()
}

// Ping says whether the database answers.
func (s *Store) Ping(ctx context.Context) error {
	pool, err := s.DB.DB()
	if err != nil {
		return err
	}
	return fail(pool.PingContext(ctx), "ask the database")
}

// In runs do in one transaction.
func (s *Store) In(ctx context.Context, do func(tx *gorm.DB) error) error {
	return fail(s.DB.WithContext(ctx).Transaction(do), "write to the database")
}

// fail turns a database error into the product's: a fault passes, a missing row is NotFound, a database
// that does not answer is Unavailable, and anything else is wrapped with what was being done.
func fail(err error, doing string) error {
	var known *fault.Error
	var server *pgconn.PgError
	var network net.Error
	var connect *pgconn.ConnectError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &known):
		return err
	case errors.Is(err, gorm.ErrRecordNotFound):
		return fault.New(fault.NotFound, "没有找到，或者您无权查看", "Not found, or not for you to see").Because(err)
	case errors.As(err, &connect), errors.As(err, &network), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF),
		errors.Is(err, context.DeadlineExceeded), pgconn.SafeToRetry(err):
		return unavailable(err)
	case errors.As(err, &server) && isDown(server.Code):
		return unavailable(err)
	}
	return fmt.Errorf("%s: %w", doing, err)
}

// isDown lists the states in which the server itself is going away or not yet there: classes 08 (connection),
// 53 (resources) and 57P (operator intervention).
func isDown(code string) bool {
	return len(code) == 5 && (code[:2] == "08" || code[:2] == "53" || code[:3] == "57P")
}

func unavailable(err error) error {
	return fault.New(fault.Unavailable,
		"数据库暂时无法访问，您的内容没有丢失，请稍后重试", "The database cannot be reached; nothing is lost, please try again shortly").Because(err)
}
