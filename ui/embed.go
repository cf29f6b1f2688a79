// Package ui holds what the binary serves to browsers beside the API.
package ui

import (
	"embed"
	"io/fs"
)

//go:embed all:static
var static embed.FS

// Files is the site's root.
func Files() fs.FS {
	root, err := fs.Sub(static, "static")
	if err != nil { // the folder is embedded above
		panic(err)
	}
	return root
}
