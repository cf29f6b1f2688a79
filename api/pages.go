package api

import (
	"bytes"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
)

// servePage serves the built web app for every address that no operation has; addresses under /api never
// fall back to a page.
func (s *Server) servePage(c *gin.Context) {
	asked := path.Clean(c.Request.URL.Path)
	if s.ui == nil || strings.HasPrefix(asked, "/api/") || (c.Request.Method != http.MethodGet && c.Request.Method != http.MethodHead) {
		s.noRoute(c)
		return
	}
	name := strings.TrimPrefix(asked, "/")
	if info, err := fs.Stat(s.ui, name); name == "" || err != nil || info.IsDir() {
		if path.Ext(name) != "" { // a missing asset is missing, not a page
			s.noRoute(c)
			return
		}
		name = "index.html"
		c.Header("Cache-Control", "no-cache")
	}
	body, err := fs.ReadFile(s.ui, name)
	if err != nil {
		s.noRoute(c)
		return
	}
	http.ServeContent(c.Writer, c.Request, name, time.Time{}, bytes.NewReader(body))
}
