// Package config reads the product's settings from the environment, checks them at start, and prints
// them without secrets.
package config

import (
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/caarlos0/env/v11"

	"jiangxin/vault"
)

// Modes in which the product runs.
const (
	Development = "development" // on one machine, with made-up secrets and people
	Production  = "production"  // refuses what is only good enough for development
)

// Config is everything that the product takes from its environment. Its String shows no secret.
type Config struct {
	Mode          string `env:"MODE" envDefault:"development"`
	Listen        string `env:"LISTEN" envDefault:"127.0.0.1:8080"`
	WorkerListen  string `env:"WORKER_LISTEN"`  // where a worker of its own answers its health check; empty: nowhere
	MetricsListen string `env:"METRICS_LISTEN"` // where /metrics is answered, and only there; empty: at Listen, to this machine
	PublicURL     string `env:"PUBLIC_URL"`     // as browsers reach the product; printed in QR codes
	LogLevel      string `env:"LOG_LEVEL" envDefault:"info"`

	DatabaseURL      string `env:"DATABASE_URL"`       // the application's role
	DatabaseOwnerURL string `env:"DATABASE_OWNER_URL"` // the owner's role, for migrations only

	TemporalAddress   string `env:"TEMPORAL_ADDRESS" envDefault:"127.0.0.1:7233"`
	TemporalNamespace string `env:"TEMPORAL_NAMESPACE" envDefault:"jiangxin"`
	TemporalUI        string `env:"TEMPORAL_UI_URL"`

	S3Endpoint       string `env:"S3_ENDPOINT"`        // host:port as this server reaches the store
	S3PublicEndpoint string `env:"S3_PUBLIC_ENDPOINT"` // as browsers reach it; empty: the same
	S3AccessKey      string `env:"S3_ACCESS_KEY"`
	S3SecretKey      string `env:"S3_SECRET_KEY"`
	S3Bucket         string `env:"S3_BUCKET" envDefault:"jiangxin"`
	S3Secure         bool   `env:"S3_SECURE" envDefault:"true"`

	Keys      string `env:"KEYS"`       // vault's keyring
	DigestKey string `env:"DIGEST_KEY"` // vault's digest key
	Clamd     string `env:"CLAMD"`      // address of the virus scanner; empty: none

	DecideWait      time.Duration `env:"DECIDE_WAIT" envDefault:"5s"`       // how long the API waits for an Update
	SessionIdle     time.Duration `env:"SESSION_IDLE" envDefault:"30m"`     // a session ends after so long without a request
	SessionAbsolute time.Duration `env:"SESSION_ABSOLUTE" envDefault:"12h"` // and after so long in any case
	TrustedProxies  []string      `env:"TRUSTED_PROXIES"`                   // whose X-Forwarded-For counts
}

// Secrets that stand in this file are for development only: everybody knows them.
const (
	developmentKeys   = "dev-1:TssK9A1Gz6kbLbnsuB6pyWvVE3WXLoqSn/5WbVqz8Gw="
	developmentDigest = "dev-1:0dL0n3uYI4+HEWvP8iQO9mPcZAKgEsdPB0cj2dOd+U0="
)

// Read reads and checks the environment. The error lists every wrong setting, one sentence each.
func Read() (Config, error) { return from(nil) }

// from reads from the given variables; nil means the process's own.
func from(variables map[string]string) (Config, error) {
	var c Config
	if err := env.ParseWithOptions(&c, env.Options{Prefix: "JIANGXIN_", Environment: variables}); err != nil {
		return Config{}, fmt.Errorf("the settings cannot be read: %w", err)
	}
	c.fill()
	return c, c.check()
}

// fill gives what follows from other settings, and in development the secrets that everybody knows.
func (c *Config) fill() {
	if c.PublicURL == "" && c.Mode == Development {
		c.PublicURL = "http://" + c.Listen
	}
	c.PublicURL = strings.TrimSuffix(c.PublicURL, "/")
	c.TemporalUI = strings.TrimSuffix(c.TemporalUI, "/")
	if c.Mode == Development {
		if c.Keys == "" {
			c.Keys = developmentKeys
		}
		if c.DigestKey == "" {
			c.DigestKey = developmentDigest
		}
	}
}

func (c Config) check() error {
	var wrong []error
	need := func(ok bool, sentence string, arguments ...any) {
		if !ok {
			wrong = append(wrong, fmt.Errorf(sentence, arguments...))
		}
	}
	need(c.Mode == Development || c.Mode == Production, "JIANGXIN_MODE is %q: set it to development or production", c.Mode)
	need(c.DatabaseURL != "", "JIANGXIN_DATABASE_URL is missing: set it to postgres://role:password@host:port/database")
	need(isURL(c.PublicURL), "JIANGXIN_PUBLIC_URL is %q: set it to the address that browsers use, such as https://jx.example.org", c.PublicURL)
	need(c.S3Endpoint != "", "JIANGXIN_S3_ENDPOINT is missing: set it to host:port of the file store")
	need(c.S3AccessKey != "" && c.S3SecretKey != "", "JIANGXIN_S3_ACCESS_KEY or JIANGXIN_S3_SECRET_KEY is missing: the file store asks for both")
	need(c.TemporalUI == "" || isURL(c.TemporalUI), "JIANGXIN_TEMPORAL_UI_URL is %q: set it to an http address or leave it out", c.TemporalUI)
	var level slog.Level
	need(level.UnmarshalText([]byte(c.LogLevel)) == nil, "JIANGXIN_LOG_LEVEL is %q: set it to debug, info, warn or error", c.LogLevel)
	need(c.DecideWait >= 100*time.Millisecond && c.DecideWait <= 30*time.Second, "JIANGXIN_DECIDE_WAIT is %s: set it between 100ms and 30s", c.DecideWait)
	need(c.SessionIdle >= time.Minute && c.SessionIdle <= c.SessionAbsolute, "JIANGXIN_SESSION_IDLE is %s: set it between 1m and JIANGXIN_SESSION_ABSOLUTE", c.SessionIdle)
	if _, err := vault.ParseKeyring(c.Keys); err != nil {
		need(false, "JIANGXIN_KEYS cannot be used: %w", err)
	}
	if _, err := vault.ParseDigestKey(c.DigestKey); err != nil {
		need(false, "JIANGXIN_DIGEST_KEY cannot be used: %w", err)
	}
	if c.Mode == Production {
		need(!strings.Contains(c.Keys, strings.TrimPrefix(developmentKeys, "dev-1:")), "JIANGXIN_KEYS holds the development key: make one with openssl rand -base64 32")
		need(!strings.Contains(c.DigestKey, strings.TrimPrefix(developmentDigest, "dev-1:")), "JIANGXIN_DIGEST_KEY is the development key: make one with openssl rand -base64 32")
		need(strings.HasPrefix(c.PublicURL, "https://"), "JIANGXIN_PUBLIC_URL is %q: production serves https only, because session cookies must not travel in the open", c.PublicURL)
		need(!weak(c.S3SecretKey), "JIANGXIN_S3_SECRET_KEY is a well-known secret: set one of your own")
		need(!weak(passwordIn(c.DatabaseURL)), "JIANGXIN_DATABASE_URL carries a well-known password: set one of your own")
	}
	return errors.Join(wrong...)
}

// weak says whether a secret is empty or one that is printed in documentation or in this repository.
func weak(secret string) bool {
	switch secret {
	case "", "minioadmin", "postgres", "password", "changeme", "jiangxin":
		return true
	}
	return strings.Contains(secret, "dev-only")
}

func passwordIn(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.User == nil {
		return os.Getenv("PGPASSWORD")
	}
	password, given := u.User.Password()
	if !given {
		return os.Getenv("PGPASSWORD")
	}
	return password
}

func isURL(text string) bool {
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// SecureCookies says whether session cookies travel over TLS only.
func (c Config) SecureCookies() bool { return strings.HasPrefix(c.PublicURL, "https://") }

// BrowsersReachStoreSecurely says whether browsers reach the file store over TLS: where this server does, and
// where the pages themselves come over TLS, because those may send nothing in the open.
func (c Config) BrowsersReachStoreSecurely() bool {
	return c.S3Secure || (c.S3PublicEndpoint != "" && c.SecureCookies())
}

// Level is the least level that is logged.
func (c Config) Level() slog.Level {
	var level slog.Level
	_ = level.UnmarshalText([]byte(c.LogLevel)) // checked by Read
	return level
}
