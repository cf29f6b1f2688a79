// Package ui holds what the binary serves to browsers beside the API.
package ui

import (
	"embed"
	"io/fs"
)

// built holds the web app in dist, where `make ui` has built it; dist-unbuilt, which is always there, lets the
// module compile without it.
//
//go:embed all:dist*
var built embed.FS

// Files is the site's root: the web app, or a page that says that it was not built.
func Files() fs.FS {
	for _, folder := range []string{"dist", "dist-unbuilt"} {
		root, err := fs.Sub(built, folder)
		if err != nil { // the names are right
			panic(err)
		}
		if _, err := fs.Stat(root, "index.html"); err == nil {
			return root
		}
	}
	panic("ui/dist-unbuilt has no page") // it is in the source
}
