package api

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
)

// site is the built web app as it is served: pages, and the files that they load.
type site struct {
	files  fs.FS
	pages  map[string]string // by name: the page with places for its nonce
	assets map[string]asset  // by name
}

// asset is one file with its compressed forms.
type asset struct {
	kind    string // media type
	forever bool   // its name changes with its content
	forms   []form // the smallest first; the last is the file itself
}

// form is one way to send an asset.
type form struct {
	coding string // as in Content-Encoding; empty for the file itself
	suffix string // of its file's name
	tag    string
	size   int64
}

// codings are the compressed forms that the build makes, the smallest first.
var codings = []form{{coding: "br", suffix: ".br"}, {coding: "gzip", suffix: ".gz"}}

// openSite reads the pages of a built app and the digests of its files; nil is an API without pages. Nothing whose name begins with a dot is served.
func openSite(files fs.FS) (*site, error) {
	s := &site{files: files, pages: map[string]string{}, assets: map[string]asset{}}
	if files == nil {
		return s, nil
	}
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		hidden := strings.HasPrefix(path.Base(name), ".") && name != "."
		switch {
		case err != nil:
			return err
		case hidden && entry.IsDir():
			return fs.SkipDir
		case hidden || entry.IsDir() || isCompressed(name):
			return nil
		case path.Ext(name) == ".html":
			page, err := fs.ReadFile(files, name)
			s.pages[name] = string(page)
			return err
		}
		s.assets[name], err = s.readAsset(name)
		return err
	})
	if err == nil && s.pages["index.html"] == "" {
		err = errors.New("there is no index.html")
	}
	if err != nil {
		return nil, fmt.Errorf("read the web app: %w", err)
	}
	return s, nil
}

func isCompressed(name string) bool {
	return slices.ContainsFunc(codings, func(f form) bool { return strings.HasSuffix(name, f.suffix) })
}

func (s *site) readAsset(name string) (asset, error) {
	a := asset{kind: kindOf(name), forever: under(name, "assets")}
	for _, f := range append(slices.Clone(codings), form{}) {
		body, err := fs.ReadFile(s.files, name+f.suffix)
		if errors.Is(err, fs.ErrNotExist) && f.suffix != "" {
			continue
		}
		if err != nil {
			return a, err
		}
		sum := sha256.Sum256(body)
		f.tag, f.size = `"`+hex.EncodeToString(sum[:12])+`"`, int64(len(body))
		a.forms = append(a.forms, f)
	}
	return a, nil
}

// kinds are the media types by name, the same on every machine.
var kinds = map[string]string{
	".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
	".json": "application/json", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg",
	".webp": "image/webp", ".ico": "image/x-icon", ".woff2": "font/woff2", ".txt": "text/plain; charset=utf-8", ".pdf": "application/pdf",
	".webmanifest": "application/manifest+json",
}

func kindOf(name string) string {
	if kind, known := kinds[path.Ext(name)]; known {
		return kind
	}
	return "application/octet-stream"
}

// pdfWorker begins the name of the worker that reads PDFs. Its decoders of scans are WebAssembly, which the policy
// of its own file must allow; no page may compile any.
const pdfWorker = "assets/pdf.worker"

// answerAsset sends an asset in the smallest form that the browser takes.
func (s *Server) answerAsset(c *gin.Context, name string, a asset) {
	h, chosen := c.Writer.Header(), a.forms[len(a.forms)-1]
	for _, f := range a.forms {
		if f.coding == "" || accepts(c.GetHeader("Accept-Encoding"), f.coding) {
			chosen = f
			break
		}
	}
	file, err := s.site.files.Open(name + chosen.suffix)
	if err != nil {
		s.refuse(c, err)
		return
	}
	defer func() { _ = file.Close() }()
	body, ok := file.(io.ReadSeeker)
	if !ok {
		s.refuse(c, fmt.Errorf("%s cannot be sought in", name))
		return
	}
	if strings.HasPrefix(name, pdfWorker) {
		h.Set("Content-Security-Policy", strings.Replace(s.contentPolicy(""), "script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", 1))
	}
	h.Set("Content-Type", a.kind)
	h.Set("ETag", chosen.tag)
	h.Set("Cache-Control", "no-cache")
	if a.forever {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if len(a.forms) > 1 {
		h.Add("Vary", "Accept-Encoding")
	}
	if chosen.coding != "" {
		h.Set("Content-Encoding", chosen.coding)
		h.Set("Content-Length", strconv.FormatInt(chosen.size, 10)) // ServeContent leaves it out where the content is encoded
	}
	http.ServeContent(c.Writer, c.Request, "", time.Time{}, body)
}

// accepts reads an Accept-Encoding header; what is not named there is not taken.
func accepts(header, coding string) bool {
	for one := range strings.SplitSeq(header, ",") {
		name, weight, weighted := strings.Cut(one, ";")
		if !strings.EqualFold(strings.TrimSpace(name), coding) {
			continue
		}
		value, found := strings.CutPrefix(strings.TrimSpace(weight), "q=")
		q, err := strconv.ParseFloat(value, 64)
		return !weighted || (found && err == nil && q > 0)
	}
	return false
}
