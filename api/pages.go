package api

import (
	"net/http"
	"path"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"jiangxin/vault"
)

// noncePlace stands in the built pages where the nonce of a response belongs.
const noncePlace = "__CSP_NONCE__"

// servePage serves the web app for every address that no operation has; addresses under /api never fall back
// to a page, and a missing file is missing.
func (s *Server) servePage(c *gin.Context) {
	asked := path.Clean(c.Request.URL.Path)
	reads := c.Request.Method == http.MethodGet || c.Request.Method == http.MethodHead
	if len(s.site.pages) == 0 || !reads || asked == "/api" || strings.HasPrefix(asked, "/api/") {
		s.noRoute(c)
		return
	}
	name := strings.TrimPrefix(asked, "/")
	if page, found := s.site.pages[name]; found {
		s.answerPage(c, page)
		return
	}
	if asset, found := s.site.assets[name]; found {
		s.answerAsset(c, name, asset)
		return
	}
	if path.Ext(name) != "" || under(name, "assets") {
		s.noRoute(c)
		return
	}
	s.answerPage(c, s.site.pageFor(name))
}

// pageFor gives the page that an address belongs to: each has its own scripts, so that the public and the
// phone load nothing of the offices'.
func (s *site) pageFor(name string) string {
	for _, part := range []string{"app", "visit"} {
		if page, built := s.pages[part+".html"]; built && under(name, part) {
			return page
		}
	}
	return s.pages["index.html"]
}

// under says whether a path is a folder or lies in it.
func under(name, folder string) bool { return name == folder || strings.HasPrefix(name, folder+"/") }

// answerPage writes a page with a nonce of its own, without which the browser runs no script of it.
func (s *Server) answerPage(c *gin.Context, page string) {
	nonce := vault.NewToken()
	h := c.Writer.Header()
	h.Set("Content-Security-Policy", s.contentPolicy(nonce))
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Type", "text/html; charset=utf-8")
	http.ServeContent(c.Writer, c.Request, "", time.Time{}, strings.NewReader(strings.ReplaceAll(page, noncePlace, nonce)))
}
