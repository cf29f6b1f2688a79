package evidence

import (
	"bufio"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"time"
)

// Clamd is a Scanner over ClamAV's daemon (INSTREAM command, see clamd(8)).
type Clamd struct {
	network string
	address string
	time    time.Duration
}

// NewClamd takes the daemon's address, host:port or the path of its unix socket, and the longest
// time that one file may take (setting). The daemon's StreamMaxLength must be above the largest
// upload allowed.
func NewClamd(address string, time time.Duration) *Clamd {
	network := "tcp"
	if strings.HasPrefix(address, "/") {
		network = "unix"
	}
	return &Clamd{network: network, address: address, time: time}
}

// Scan streams the file to the daemon and returns the name of the virus found, empty when clean. Any
// other answer is an error: what was not scanned is never called clean.
func (c *Clamd) Scan(ctx context.Context, file io.Reader) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, c.time)
	defer cancel()
	conn, err := new(net.Dialer).DialContext(ctx, c.network, c.address)
	if err != nil {
		return "", fmt.Errorf("connecting to the virus scanner: %w", err)
	}
	defer conn.Close()
	defer context.AfterFunc(ctx, func() { conn.Close() })()

	sendErr := send(conn, file)
	reply, err := bufio.NewReader(conn).ReadString(0)
	reply = strings.TrimSuffix(reply, "\x00")
	switch {
	case reply == "stream: OK" && sendErr == nil:
		return "", nil
	case strings.HasPrefix(reply, "stream: ") && strings.HasSuffix(reply, " FOUND"):
		return strings.TrimSuffix(strings.TrimPrefix(reply, "stream: "), " FOUND"), nil
	case reply != "":
		return "", fmt.Errorf("the virus scanner answered %q", reply)
	}
	return "", fmt.Errorf("talking to the virus scanner: %w", errors.Join(sendErr, err))
}

// send writes the file in length-prefixed pieces. The daemon may stop reading early when it has
// found something or has had enough; its answer says which.
func send(conn io.Writer, file io.Reader) error {
	if _, err := io.WriteString(conn, "zINSTREAM\x00"); err != nil {
		return err
	}
	piece := make([]byte, 4+64<<10)
	for {
		n, err := io.ReadFull(file, piece[4:])
		if n > 0 {
			binary.BigEndian.PutUint32(piece, uint32(n))
			if _, err := conn.Write(piece[:4+n]); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			_, err := conn.Write(make([]byte, 4))
			return err
		}
		if err != nil {
			return err
		}
	}
}
