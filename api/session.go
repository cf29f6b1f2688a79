package api

import (
	"context"
	"encoding/hex"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/google/uuid"

	"jiangxin/domain/casework"
	"jiangxin/domain/fault"
	"jiangxin/store"
	"jiangxin/vault"
)

// How sessions are kept (settings).
const (
	seenEvery   = time.Minute // how exactly the last use of a session is known
	signInEvery = time.Second // refill of sign-ins per address
	signInBurst = 60          // an office behind one address signs in together at nine
)

// session is what the middleware keeps of a session.
type session struct {
	digest    []byte
	csrf      string
	expiresAt time.Time
}

func (s *Server) cookieName() string {
	if s.config.SecureCookies() {
		return "__Host-jiangxin"
	}
	return "jiangxin"
}

func (s *Server) setCookie(c *gin.Context, value string, seconds int) {
	http.SetCookie(c.Writer, &http.Cookie{
		Name: s.cookieName(), Value: value, Path: "/", MaxAge: seconds,
		HttpOnly: true, Secure: s.config.SecureCookies(), SameSite: http.SameSiteLaxMode,
	})
}

// digestOf is what is stored of a token.
func digestOf(token string) []byte { return []byte(vault.DigestToken(token)) }

// authenticate finds the caller of the session cookie, if there is one.
func (s *Server) authenticate(c *gin.Context) {
	if visiting(c.Request.Context()).route.id == "" { // the pages and their files are the same for everybody
		c.Next()
		return
	}
	token, err := c.Cookie(s.cookieName())
	if err != nil || token == "" || len(token) > 200 {
		c.Next()
		return
	}
	ctx, now := c.Request.Context(), s.now()
	found, live, err := s.store.SessionOf(ctx, digestOf(token), now, now.Add(-s.config.SessionIdle))
	if err != nil {
		if visiting(ctx).route.public() { // a page that needs nobody is served without knowing who asks
			c.Next()
			return
		}
		s.refuse(c, err)
		return
	}
	if live {
		if err := s.recognise(ctx, found, now); err != nil {
			s.refuse(c, err)
			return
		}
	}
	c.Next()
}

func (o operation) public() bool { return permits[o.id].public }

func (s *Server) recognise(ctx context.Context, found store.SignedIn, now time.Time) error {
	caller := Caller{
		ID: found.UserID, Login: found.Login, Name: found.Name,
		session: session{digest: found.Digest, csrf: found.CSRF, expiresAt: found.ExpiresAt},
	}
	for _, role := range found.Roles {
		caller.Roles = append(caller.Roles, casework.Role(role))
	}
	if found.EnterpriseID != nil {
		caller.Enterprise = *found.EnterpriseID
	}
	if found.BodyID != "" {
		reference, err := s.store.Reference(ctx)
		if err != nil {
			return err
		}
		if caller.Body, err = reference.Directory.Body(found.BodyID); err != nil {
			return err
		}
	}
	if now.Sub(found.SeenAt) > seenEvery {
		if err := s.store.Seen(ctx, found.Digest, now); err != nil {
			return err
		}
	}
	visiting(ctx).caller = caller
	return nil
}

// authorise applies the policy table, and asks changing requests for the session's CSRF token.
func (s *Server) authorise(c *gin.Context) {
	v := visiting(c.Request.Context())
	if v.route.id == "" {
		c.Next()
		return
	}
	rule := permits[v.route.id]
	if err := rule.admits(v.caller); err != nil {
		s.refuse(c, err)
		return
	}
	changes := c.Request.Method != http.MethodGet && c.Request.Method != http.MethodHead
	if changes && !rule.noCSRF && !vault.SameToken(c.GetHeader("X-CSRF-Token"), v.caller.session.csrf) {
		s.refuse(c, fault.New(fault.CSRF, "页面已过期，请刷新后重试，已填写的内容不会丢失",
			"The page is out of date; reload it and try again, what you wrote is kept"))
		return
	}
	if rule.public && v.route.tagged("public") {
		if err := s.publicUse.allow(v.address, s.now()); err != nil {
			s.refuse(c, err)
			return
		}
	}
	c.Next()
}

// SignIn checks name and password and opens a session under a new token.
func (s *Server) SignIn(ctx context.Context, in SignInRequestObject) (SignInResponseObject, error) {
	now := s.now()
	if err := s.signIns.allow(visiting(ctx).address, now); err != nil {
		return nil, err
	}
	user, err := s.checkPassword(ctx, in.Body.Login, in.Body.Password)
	if err != nil {
		return nil, err
	}
	token := vault.NewToken()
	opened := store.Session{
		Digest: digestOf(token), UserID: user.ID, CSRF: vault.NewToken(), CreatedAt: now, SeenAt: now,
		ExpiresAt: now.Add(s.config.SessionAbsolute),
	}
	if old := CallerOf(ctx); old.SignedIn() {
		if err := s.store.CloseSession(ctx, old.session.digest); err != nil {
			return nil, err
		}
	}
	if err := s.store.OpenSession(ctx, opened); err != nil {
		return nil, err
	}
	found, _, err := s.store.SessionOf(ctx, opened.Digest, now, now.Add(-time.Second))
	if err != nil {
		return nil, err
	}
	if err := s.recognise(ctx, found, now); err != nil {
		return nil, err
	}
	s.setCookie(ginOf(ctx), token, int(s.config.SessionAbsolute.Seconds()))
	shown, err := s.sessionOf(ctx)
	return SignIn200JSONResponse(shown), err
}

// checkPassword asks and counts the same whether the name is known or not, so that nobody learns which names
// there are.
func (s *Server) checkPassword(ctx context.Context, login, password string) (store.User, error) {
	user, err := s.store.UserByLogin(ctx, login)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return user, err
	}
	known := err == nil && !user.Disabled
	subject := user.ID
	if err != nil {
		subject = s.stranger(login)
	}
	if err := s.claimAttempt(ctx, subject); err != nil {
		return user, err
	}
	right := false
	if known {
		right, err = s.passwords.Verify(ctx, user.PasswordHash, password)
	} else {
		err = s.passwords.VerifyNobody(ctx, password)
	}
	if err != nil {
		return user, err
	}
	if !right {
		return user, fault.New(fault.BadCredentials, "用户名或密码不正确，请重新输入；连续输错五次账号将锁定十五分钟",
			"Name or password is wrong; five wrong ones lock the account for fifteen minutes")
	}
	if s.passwords.NeedsRehash(user.PasswordHash) {
		renewed, err := s.passwords.Hash(ctx, password)
		if err != nil {
			return user, err
		}
		if err := s.store.RenewHash(ctx, user.ID, renewed); err != nil {
			return user, err
		}
	}
	return user, s.forgetAttempts(ctx, user.ID)
}

// WhoAmI shows the session.
func (s *Server) WhoAmI(ctx context.Context, _ WhoAmIRequestObject) (WhoAmIResponseObject, error) {
	shown, err := s.sessionOf(ctx)
	return WhoAmI200JSONResponse(shown), err
}

// SignOut ends the session on the server; the cookie is worth nothing afterwards.
func (s *Server) SignOut(ctx context.Context, _ SignOutRequestObject) (SignOutResponseObject, error) {
	if err := s.store.CloseSession(ctx, CallerOf(ctx).session.digest); err != nil {
		return nil, err
	}
	s.setCookie(ginOf(ctx), "", -1)
	return SignOut204Response{}, nil
}

func (s *Server) sessionOf(ctx context.Context) (Session, error) {
	caller := CallerOf(ctx)
	shown := Session{
		User: Person{Id: caller.ID.String(), Name: caller.Name}, Csrf: caller.session.csrf,
		ExpiresAt: caller.session.expiresAt, IdleSeconds: int(s.config.SessionIdle.Seconds()), Roles: []Role{},
	}
	for _, role := range caller.Roles {
		shown.Roles = append(shown.Roles, Role(role))
	}
	if caller.Body.ID != "" {
		reference, err := s.store.Reference(ctx)
		if err != nil {
			return shown, err
		}
		shown.Body = showBody(ctx, reference.Directory, caller.Body, s.today())
	}
	if caller.Enterprise != uuid.Nil {
		enterprise, err := s.store.Enterprise(ctx, caller.Enterprise)
		if err != nil {
			return shown, err
		}
		if shown.Enterprise, err = s.showEnterprise(ctx, enterprise); err != nil {
			return shown, err
		}
	}
	return shown, nil
}

// ginOf gives the Gin context that a strict handler is called with.
func ginOf(ctx context.Context) *gin.Context {
	if c, ok := ctx.(*gin.Context); ok {
		return c
	}
	panic("api: a handler was called without Gin") // the generated server always passes it
}

func hexOf(raw []byte) string { return hex.EncodeToString(raw) }
