package api

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"regexp"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/google/uuid"

	"jiangxin/domain/fault"
)

// Limits of one request (settings).
const (
	bodyLimit      = 1 << 20          // bytes of a request's body
	requestTimeout = 60 * time.Second // for everything but files
	fileTimeout    = 10 * time.Minute // for files that stream through the API
)

var saneRequestID = regexp.MustCompile(`^[0-9A-Za-z._-]{8,64}$`)

// begin gives the request its ID, language and operation, and writes its line to the log when it is over.
func (s *Server) begin(c *gin.Context) {
	started := time.Now()
	v := &visit{request: c.GetHeader("X-Request-ID"), language: languageOf(c.GetHeader("Accept-Language")), address: c.ClientIP()}
	if !saneRequestID.MatchString(v.request) {
		v.request = uuid.NewString()
	}
	v.route, _ = s.operationOf(c)
	timeout := requestTimeout
	if strings.HasSuffix(v.route.path, "/content") {
		timeout = fileTimeout
	}
	ctx, cancel := context.WithTimeout(context.WithValue(c.Request.Context(), visitKey{}, v), timeout)
	defer cancel()
	_ = http.NewResponseController(c.Writer).SetReadDeadline(time.Now().Add(timeout)) // a body must not trickle for ever; not every connection knows deadlines
	c.Request = c.Request.WithContext(ctx)
	c.Header("X-Request-ID", v.request)
	defer s.finish(c, v, started)
	c.Next()
}

// finish survives a panic, measures, and logs one line without query string or personal data.
func (s *Server) finish(c *gin.Context, v *visit, started time.Time) {
	if broken := recover(); broken != nil {
		if err, ok := broken.(error); ok && errors.Is(err, http.ErrAbortHandler) {
			panic(broken)
		}
		s.log.Error("a handler panicked", "request_id", v.request, "operation", v.route.id, "stack", string(debug.Stack()))
		s.refuse(c, fmt.Errorf("panic: %v", broken))
	}
	took := time.Since(started)
	route := v.route.path
	if route == "" {
		route = "none"
	}
	s.metrics.requests.WithLabelValues(c.Request.Method, route, strconv.Itoa(c.Writer.Status())).Observe(took.Seconds())
	level := slog.LevelInfo
	if strings.HasPrefix(route, "/healthz") || strings.HasPrefix(route, "/readyz") || route == "/metrics" {
		level = slog.LevelDebug
	}
	s.log.LogAttrs(c.Request.Context(), level, "request", slog.String("request_id", v.request),
		slog.String("method", c.Request.Method), slog.String("route", route), slog.String("operation", v.route.id),
		slog.Int("status", c.Writer.Status()), slog.Int64("ms", took.Milliseconds()), slog.Int("bytes", c.Writer.Size()),
		slog.String("user", userOf(v)))
}

func userOf(v *visit) string {
	if !v.caller.SignedIn() {
		return ""
	}
	return v.caller.ID.String()
}

// protect sets the headers that keep a browser from being turned against its user.
func (s *Server) protect(c *gin.Context) {
	h := c.Writer.Header()
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
	h.Set("Content-Security-Policy", s.apart)
	if strings.HasPrefix(c.Request.URL.Path, "/api/") {
		h.Set("Cache-Control", "no-store")
	}
	if s.config.SecureCookies() {
		h.Set("Strict-Transport-Security", "max-age=31536000")
	}
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, bodyLimit)
	c.Next()
}

// contentPolicy lets a page run the scripts and styles that carry its nonce or come from here, and load and send
// nothing elsewhere, besides files to the store. Without a nonce it is for what is no page.
func (s *Server) contentPolicy(nonce string) string {
	endpoint, scheme, own := s.config.S3PublicEndpoint, "http://", "'self'"
	if endpoint == "" {
		endpoint = s.config.S3Endpoint
	}
	if s.config.BrowsersReachStoreSecurely() {
		scheme = "https://"
	}
	if nonce != "" {
		own += " 'nonce-" + nonce + "'"
	}
	return "default-src 'self'; script-src " + own + "; style-src " + own + "; connect-src 'self' " + scheme + endpoint +
		"; img-src 'self' data: blob:; font-src 'self'; worker-src 'self'; object-src 'none'; frame-src 'none'" +
		"; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
}

// allowTemporalUI lets the Temporal UI's page, and no other, call the decode endpoint with the cookie.
func (s *Server) allowTemporalUI(c *gin.Context) {
	if strings.HasPrefix(c.Request.URL.Path, "/api/codec/") {
		origin := c.GetHeader("Origin")
		c.Header("Vary", "Origin")
		if origin != "" && origin == s.config.TemporalUI {
			c.Header("Access-Control-Allow-Origin", origin)
			c.Header("Access-Control-Allow-Credentials", "true")
			c.Header("Access-Control-Allow-Methods", "POST, OPTIONS")
			c.Header("Access-Control-Allow-Headers", "Content-Type, X-Namespace, Authorization, Caller-Type")
			c.Header("Access-Control-Max-Age", "600")
		}
		if c.Request.Method == http.MethodOptions {
			c.AbortWithStatus(http.StatusNoContent)
			return
		}
	}
	c.Next()
}

func (s *Server) noRoute(c *gin.Context) {
	s.refuse(c, fault.New(fault.NotFound, "没有这个地址，请检查链接", "There is no such address; check the link"))
}
