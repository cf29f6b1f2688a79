// Package fonts embeds the Song type (宋体) that the papers are set in. README.md says where it comes
// from; OFL.txt is its licence.
package fonts

import _ "embed"

// The three faces as TrueType files. They are read-only.
var (
	//go:embed song-regular.ttf
	Regular []byte
	//go:embed song-bold.ttf
	Bold []byte
	//go:embed song-rare.ttf
	Rare []byte
)
