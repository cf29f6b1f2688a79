package api

import (
	"io/fs"
	"log/slog"
	"net/http"
	"slices"
	"sync/atomic"
	"time"

	"github.com/gin-gonic/gin"
	"go.temporal.io/sdk/client"

	"jiangxin/config"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/occupation"
	"jiangxin/evidence"
	"jiangxin/store"
	"jiangxin/vault"
)

// Deps is what the API works with.
type Deps struct {
	Config      config.Config
	Version     string
	Log         *slog.Logger
	Store       *store.Store
	Evidence    *evidence.Store
	Keys        *vault.Keyring
	Digester    *vault.Digester
	Passwords   *vault.Passwords
	Temporal    client.Client
	Occupations occupation.Reference
	UI          fs.FS            // the built web app
	Now         func() time.Time // nil: the clock
}

// Server implements the operations of the description.
type Server struct {
	config      config.Config
	version     string
	log         *slog.Logger
	store       *store.Store
	evidence    *evidence.Store
	keys        *vault.Keyring
	digester    *vault.Digester
	passwords   *vault.Passwords
	temporal    client.Client
	occupations occupation.Reference
	site        *site
	now         func() time.Time

	operations map[string]operation // by method and route
	metrics    *metrics
	signIns    *throttle // per address
	publicUse  *throttle // per address
	readings   *throttle // of personal data, per person
	queries    paced     // of certificates, per address
	zips       examinedZips
	checks     atomic.Pointer[checkFrame]
	apart      string // content policy of what is no page
}

var _ StrictServerInterface = (*Server)(nil)

// Bounds of what one caller may do (settings).
const (
	publicEvery  = 50 * time.Millisecond
	publicBurst  = 200
	readingEvery = time.Second
	readingBurst = 30
)

// New builds the API as one HTTP handler. It connects to nothing.
func New(deps Deps) (http.Handler, error) {
	operations, err := loadOperations()
	if err != nil {
		return nil, err
	}
	site, err := openSite(deps.UI)
	if err != nil {
		return nil, err
	}
	if deps.Now == nil {
		deps.Now = func() time.Time { return time.Now().UTC().Truncate(time.Microsecond) }
	}
	s := &Server{
		config: deps.Config, version: deps.Version, log: deps.Log, store: deps.Store, evidence: deps.Evidence,
		keys: deps.Keys, digester: deps.Digester, passwords: deps.Passwords, temporal: deps.Temporal,
		occupations: deps.Occupations, site: site, now: deps.Now, operations: operations,
		signIns: newThrottle(signInEvery, signInBurst), publicUse: newThrottle(publicEvery, publicBurst),
		readings: newThrottle(readingEvery, readingBurst),
	}
	s.metrics, s.apart = newMetrics(s), s.contentPolicy("")
	gin.SetMode(gin.ReleaseMode)
	engine := gin.New()
	engine.ContextWithFallback = true
	engine.HandleMethodNotAllowed = true
	if err := engine.SetTrustedProxies(deps.Config.TrustedProxies); err != nil {
		return nil, fault.New(fault.Invalid, "JIANGXIN_TRUSTED_PROXIES 有误", "JIANGXIN_TRUSTED_PROXIES holds no address").Because(err)
	}
	engine.Use(s.begin, s.protect, s.allowTemporalUI, s.authenticate, s.authorise, s.validate)
	engine.NoRoute(s.servePage)
	engine.NoMethod(s.noRoute)
	strict := NewStrictHandlerWithOptions(s, nil, StrictGinServerOptions{
		RequestErrorHandlerFunc: func(c *gin.Context, err error) {
			s.refuse(c, fault.New(fault.Malformed, "提交的内容无法识别，请刷新页面后重试", "The content cannot be read; reload the page and try again").Because(err))
		},
		HandlerErrorFunc:         s.refuse,
		ResponseErrorHandlerFunc: s.refuse,
	})
	RegisterHandlersWithOptions(engine, strict, GinServerOptions{ErrorHandler: func(c *gin.Context, err error, _ int) {
		s.refuse(c, fault.New(fault.Malformed, "地址中的参数有误，请检查", "A parameter in the address is wrong; check it").Because(err))
	}})
	engine.OPTIONS("/api/codec/decode", s.noRoute) // answered by allowTemporalUI
	return engine, nil
}

// today is the legal date of now.
func (s *Server) today() civil.Date { return civil.Of(s.now()) }

func (o operation) tagged(tag string) bool {
	return o.spec != nil && slices.Contains(o.spec.Tags, tag)
}
