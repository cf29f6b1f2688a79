package api

import (
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"jiangxin/config"
	"jiangxin/ui"
)

const bigScript = "export const script = 'not compressed';"

// someApp is a built web app in small.
func someApp() fstest.MapFS {
	page := func(part string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(`<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__"><title>` + part + `</title><script nonce="__CSP_NONCE__" src="/assets/a-1.js"></script>`)}
	}
	return fstest.MapFS{
		"index.html": page("public"), "app.html": page("offices"), "visit.html": page("phone"),
		"assets/a-1.js":               {Data: []byte(bigScript)},
		"assets/a-1.js.br":            {Data: []byte("brotli")},
		"assets/a-1.js.gz":            {Data: []byte("gzip it")},
		"assets/_b-2.css":             {Data: []byte("a{}")},
		"assets/chart-3.bcmap":        {Data: []byte{1, 2}},
		"assets/pdf.worker.min-4.mjs": {Data: []byte("1")},
		"favicon.svg":                 {Data: []byte("<svg/>")},
		".vite/manifest.json":         {Data: []byte("{}")},
		".built":                      {Data: []byte("")},
	}
}

// serving is an API that serves an app and has no servers behind it.
func serving(t *testing.T, files fs.FS, cfg config.Config) *httptest.Server {
	t.Helper()
	handler, err := New(Deps{Config: cfg, Log: slog.New(slog.DiscardHandler), UI: files})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server
}

type page struct {
	*http.Response
	body string
}

func get(t *testing.T, server *httptest.Server, path string, headers ...string) page {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL+path, http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Accept-Encoding", "identity")
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	response, err := http.DefaultTransport.RoundTrip(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return page{response, string(body)}
}

func TestEachAddressGetsThePageOfItsPart(t *testing.T) {
	t.Parallel()
	server := serving(t, someApp(), config.Config{})
	for path, want := range map[string]string{
		"/": "public", "/catalogue": "public", "/receipts/ABC": "public", "/apple": "public", "/visitors": "public", "/index.html": "public",
		"/app": "offices", "/app/": "offices", "/app/cases/210100-2026-000001": "offices", "/app.html": "offices", "/x/../app/tasks": "offices",
		"/visit": "phone", "/visit/210100-2026-000001": "phone",
	} {
		got := get(t, server, path)
		if got.StatusCode != http.StatusOK || !strings.Contains(got.body, "<title>"+want+"<") {
			t.Errorf("%s: %d %s, want the page %s", path, got.StatusCode, got.body, want)
		}
		if kind, cache := got.Header.Get("Content-Type"), got.Header.Get("Cache-Control"); kind != "text/html; charset=utf-8" || cache != "no-store" {
			t.Errorf("%s is %q, cached %q", path, kind, cache)
		}
	}
}

func TestWhatIsMissingIsNoPage(t *testing.T) {
	t.Parallel()
	server := serving(t, someApp(), config.Config{})
	for _, path := range []string{"/assets/gone-9.js", "/assets/gone", "/assets", "/robots.txt", "/app/x.js", "/.vite/manifest.json", "/.built",
		"/assets/a-1.js.br", "/assets/a-1.js.gz", "/api", "/api/", "/api/nothing"} {
		if got := get(t, server, path); got.StatusCode != http.StatusNotFound || !strings.HasPrefix(got.Header.Get("Content-Type"), "application/problem+json") {
			t.Errorf("%s: %d %s %s", path, got.StatusCode, got.Header.Get("Content-Type"), got.body)
		}
	}
	response, err := http.Post(server.URL+"/app", "text/plain", strings.NewReader("x"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	if response.StatusCode != http.StatusNotFound {
		t.Errorf("a page takes a POST: %d", response.StatusCode)
	}
}

func TestEveryAnswerCarriesANonceOfItsOwn(t *testing.T) {
	t.Parallel()
	server := serving(t, someApp(), config.Config{S3Endpoint: "127.0.0.1:9000"})
	seen := map[string]bool{}
	for range 3 {
		got := get(t, server, "/app")
		policy := got.Header.Get("Content-Security-Policy")
		_, rest, _ := strings.Cut(policy, "script-src 'self' 'nonce-")
		nonce, _, found := strings.Cut(rest, "'")
		if !found || len(nonce) < 22 || seen[nonce] {
			t.Fatalf("no fresh nonce in %q", policy)
		}
		seen[nonce] = true
		if strings.Count(got.body, `nonce="`+nonce+`"`) != 2 || strings.Contains(got.body, noncePlace) {
			t.Errorf("the page does not carry its nonce %s: %s", nonce, got.body)
		}
		for _, want := range []string{
			"default-src 'self'", "style-src 'self' 'nonce-" + nonce + "'", "connect-src 'self' http://127.0.0.1:9000", "img-src 'self' data: blob:",
			"worker-src 'self'", "object-src 'none'", "frame-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
		} {
			if !strings.Contains("; "+policy+";", "; "+want+";") {
				t.Errorf("%q is not in %q", want, policy)
			}
		}
		for _, never := range []string{"unsafe", "style-src-attr", "*", "https:;", "http:;"} {
			if strings.Contains(policy, never) {
				t.Errorf("%q is in %q", never, policy)
			}
		}
	}
	if policy := get(t, server, "/assets/a-1.js").Header.Get("Content-Security-Policy"); strings.Contains(policy, "nonce") || !strings.Contains(policy, "script-src 'self';") {
		t.Errorf("an asset, which may become a worker, has the policy %q", policy)
	}
}

func TestOnlyTheWorkerThatReadsPDFsMayCompileItsDecoders(t *testing.T) {
	t.Parallel()
	server := serving(t, someApp(), config.Config{})
	for path, want := range map[string]bool{"/assets/pdf.worker.min-4.mjs": true, "/assets/a-1.js": false, "/app": false, "/": false} {
		policy := get(t, server, path).Header.Get("Content-Security-Policy")
		if policy == "" || strings.Contains(policy, "'wasm-unsafe-eval'") != want {
			t.Errorf("%s has the policy %q", path, policy)
		}
	}
}

func TestHashedFilesAreKeptForEverAndOthersAskedAgain(t *testing.T) {
	t.Parallel()
	server := serving(t, someApp(), config.Config{})
	for path, want := range map[string][2]string{
		"/assets/a-1.js":        {"text/javascript; charset=utf-8", "public, max-age=31536000, immutable"},
		"/assets/_b-2.css":      {"text/css; charset=utf-8", "public, max-age=31536000, immutable"},
		"/assets/chart-3.bcmap": {"application/octet-stream", "public, max-age=31536000, immutable"},
		"/favicon.svg":          {"image/svg+xml", "no-cache"},
	} {
		got := get(t, server, path)
		if got.Header.Get("Content-Type") != want[0] || got.Header.Get("Cache-Control") != want[1] {
			t.Errorf("%s: %q %q, want %q", path, got.Header.Get("Content-Type"), got.Header.Get("Cache-Control"), want)
		}
		if again := get(t, server, path, "If-None-Match", got.Header.Get("ETag")); again.StatusCode != http.StatusNotModified || again.body != "" {
			t.Errorf("%s with its own tag %s: %d", path, got.Header.Get("ETag"), again.StatusCode)
		}
	}
}

func TestTheSmallestFormThatTheBrowserTakesIsSent(t *testing.T) {
	t.Parallel()
	server := serving(t, someApp(), config.Config{})
	tags := map[string]bool{}
	for asked, want := range map[string][2]string{
		"gzip, deflate, br, zstd": {"br", "brotli"}, "gzip, br;q=0": {"gzip", "gzip it"}, "GZIP;q=0.5": {"gzip", "gzip it"},
		"identity": {"", bigScript}, "br;q=none, gzip ; q=0.0": {"", bigScript}, "brotli": {"", bigScript},
	} {
		got := get(t, server, "/assets/a-1.js", "Accept-Encoding", asked)
		if got.Header.Get("Content-Encoding") != want[0] || got.body != want[1] || got.ContentLength != int64(len(want[1])) {
			t.Errorf("%q: coding %q, %d bytes %q", asked, got.Header.Get("Content-Encoding"), got.ContentLength, got.body)
		}
		if got.Header.Get("Vary") != "Accept-Encoding" || got.Header.Get("Content-Type") != "text/javascript; charset=utf-8" {
			t.Errorf("%q: %v", asked, got.Header)
		}
		tags[got.Header.Get("ETag")] = true
	}
	if len(tags) != 3 {
		t.Errorf("three forms have %d tags", len(tags))
	}
	if got := get(t, server, "/favicon.svg", "Accept-Encoding", "br"); got.Header.Get("Vary") != "" || got.body != "<svg/>" {
		t.Errorf("a file with one form: %v", got.Header)
	}
}

func TestPagesAndTheirFilesAskNobodyWhoIsThere(t *testing.T) {
	t.Parallel()
	server := serving(t, someApp(), config.Config{}) // it has no database to look sessions up in
	for _, path := range []string{"/app", "/assets/a-1.js"} {
		if got := get(t, server, path, "Cookie", "jiangxin=some-session"); got.StatusCode != http.StatusOK {
			t.Errorf("%s: %d %s", path, got.StatusCode, got.body)
		}
	}
}

func TestAppsWithoutTheirFirstPageDoNotStart(t *testing.T) {
	t.Parallel()
	if _, err := New(Deps{Log: slog.New(slog.DiscardHandler), UI: fstest.MapFS{"app.html": {Data: []byte("x")}}}); err == nil {
		t.Error("it started")
	}
}

func TestWhatIsEmbeddedIsServedOrSaysThatItWasNotBuilt(t *testing.T) {
	t.Parallel()
	server := serving(t, ui.Files(), config.Config{})
	for _, path := range []string{"/", "/app", "/visit"} {
		if got := get(t, server, path); got.StatusCode != http.StatusOK || !strings.Contains(got.body, "<title>") || strings.Contains(got.body, noncePlace) {
			t.Errorf("%s: %d %s", path, got.StatusCode, got.body)
		}
	}
}
