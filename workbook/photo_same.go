package workbook

import (
	"archive/zip"
	"crypto/sha256"
	"fmt"
	"io"
)

// Same says that two zips hold the same photo under a name, byte by byte, or that neither holds one.
func (p *Photos) Same(other *Photos, name string) (bool, error) {
	key := PhotoKey(name)
	one, two := p.files[key], other.files[key]
	switch {
	case one == nil || two == nil:
		return one == two, nil
	case one.CRC32 != two.CRC32 || one.UncompressedSize64 != two.UncompressedSize64:
		return false, nil
	}
	// Who wants to can make two photos of one checksum.
	first, err := p.sum(one)
	if err != nil {
		return false, err
	}
	second, err := other.sum(two)
	return first == second, err
}

func (p *Photos) sum(entry *zip.File) (sum [sha256.Size]byte, err error) {
	r, err := entry.Open()
	if err != nil {
		return sum, brokenPhoto(err)
	}
	defer func() { _ = r.Close() }()
	hash := sha256.New()
	n, err := io.Copy(hash, io.LimitReader(r, p.limits.Bytes+1))
	switch {
	case err != nil:
		return sum, brokenPhoto(err)
	case n > p.limits.Bytes:
		return sum, brokenPhoto(fmt.Errorf("more than %d bytes", p.limits.Bytes))
	}
	return [sha256.Size]byte(hash.Sum(nil)), nil
}
