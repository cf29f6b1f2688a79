package evidence_test

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"io"
	"net"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jiangxin/domain/fault"
	"jiangxin/evidence"
)

// fakeClamd speaks INSTREAM as clamd does; answer, when not empty, is its only reply.
func fakeClamd(t *testing.T, network, address, answer string) string {
	t.Helper()
	l, err := net.Listen(network, address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer conn.Close()
				r := bufio.NewReader(conn)
				if command, _ := r.ReadString(0); command != "zINSTREAM\x00" {
					io.WriteString(conn, "UNKNOWN COMMAND\x00")
					return
				}
				var file bytes.Buffer
				for {
					var size uint32
					if binary.Read(r, binary.BigEndian, &size) != nil {
						return
					}
					if size == 0 {
						break
					}
					if _, err := io.CopyN(&file, r, int64(size)); err != nil {
						return
					}
				}
				switch {
				case answer != "":
					io.WriteString(conn, answer)
				case strings.Contains(file.String(), eicar):
					io.WriteString(conn, "stream: Win.Test.EICAR_HDB-1 FOUND\x00")
				default:
					io.WriteString(conn, "stream: OK\x00")
				}
			}()
		}
	}()
	return l.Addr().String()
}

func scanned(t *testing.T, scanner evidence.Scanner, body []byte) (evidence.Facts, error) {
	t.Helper()
	return evidence.NewInspector(strict(), scanner).Examine(t.Context(), bytes.NewReader(body),
		evidence.Want{Name: "a.docx", Limit: 8 << 20, Accept: everything})
}

func TestAScannedFileSaysSoAndAVirusIsNamed(t *testing.T) {
	t.Parallel()
	for network, address := range map[string]string{"tcp": "127.0.0.1:0", "unix": filepath.Join(t.TempDir(), "clamd.sock")} {
		scanner := evidence.NewClamd(fakeClamd(t, network, address, ""), 5*time.Second)
		facts, err := scanned(t, scanner, sampleDOCX(t))
		if err != nil || !facts.Scanned {
			t.Errorf("%s: got %+v, %v", network, facts, err)
		}
		big := zipped(t, declares("wordprocessingml.document"), entry{"pad", strings.Repeat("0123456789abcdef", 1<<16)})
		if _, err := scanned(t, scanner, append(bytes.Clone(big), eicar...)); err == nil {
			t.Errorf("%s: the test virus passed", network)
		} else {
			refused(t, err, fault.BadFile, evidence.ReasonVirus)
		}
	}
}

func TestWhatWasNotScannedIsNeverCalledClean(t *testing.T) {
	t.Parallel()
	gone, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	gone.Close()
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { silent.Close() })
	for name, address := range map[string]string{
		"dead":          gone.Addr().String(),
		"silent":        silent.Addr().String(),
		"limit reached": fakeClamd(t, "tcp", "127.0.0.1:0", "INSTREAM size limit exceeded. ERROR\x00"),
		"hangs up":      fakeClamd(t, "tcp", "127.0.0.1:0", "\x00"),
		"nonsense":      fakeClamd(t, "tcp", "127.0.0.1:0", "stream: OK, I think\x00"),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := scanned(t, evidence.NewClamd(address, 300*time.Millisecond), sampleDOCX(t))
			refused(t, err, fault.Unavailable, evidence.ReasonScanner)
		})
	}
}
