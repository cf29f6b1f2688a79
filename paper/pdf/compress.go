package pdf

import (
	"bytes"
	"compress/zlib"
	"sync"
)

// The two levels of compression: for what every file makes anew, and for what is made once.
const (
	bestSpeed = zlib.BestSpeed
	bestSize  = zlib.BestCompression
)

// packed is a stream that is compressed where that is worth its time.
type packed struct {
	data   []byte
	length int    // before compression
	filter string // the entry that says how it is compressed
}

// worthwhile is the size in bytes from which a stream that is used once is compressed: the few glyphs of a name are
// not.
const worthwhile = 24 << 10

func pack(data []byte, level int) packed {
	if level == bestSpeed && len(data) < worthwhile {
		return packed{data: data, length: len(data)}
	}
	return packed{data: deflate(data, level), length: len(data), filter: " /Filter /FlateDecode"}
}

var writers = sync.Pool{New: func() any {
	w, err := zlib.NewWriterLevel(nil, bestSpeed)
	if err != nil {
		panic("pdf: " + err.Error()) // only for a level that there is not
	}
	return w
}}

func deflate(data []byte, level int) []byte {
	out := bytes.NewBuffer(make([]byte, 0, len(data)*2/3+64))
	if level != bestSpeed {
		w, err := zlib.NewWriterLevel(out, level)
		if err != nil {
			panic("pdf: " + err.Error()) // only for a level that there is not
		}
		return finish(w, out, data)
	}
	w, ok := writers.Get().(*zlib.Writer)
	if !ok {
		panic("pdf: the pool holds something else")
	}
	defer writers.Put(w)
	w.Reset(out)
	return finish(w, out, data)
}

func finish(w *zlib.Writer, out *bytes.Buffer, data []byte) []byte {
	_, _ = w.Write(data) // a buffer takes everything
	_ = w.Close()
	return out.Bytes()
}
