package chaos_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"go.temporal.io/sdk/client"

	"jiangxin/demo"
	"jiangxin/demo/crowd"
	"jiangxin/store"
)

// ownServers is set in a run that has servers of its own.
const ownServers = "JIANGXIN_CHAOS_OWN_SERVERS"

// enterprisesOfACity is how many filings one run of the package can begin in each city.
const enterprisesOfACity = 60

// product is what is tested: its two processes, the servers that they stand on, and its people.
type product struct {
	api, worker *process
	database    *wire         // the product's only way to its database
	record      *store.Store  // the same database, by a way that no test cuts
	temporal    client.Client // to look at what operators see
	patient     *demo.World   // people who try again while a server is down
	hasty       *demo.World   // people who see every answer as it is
	base        string
}

// house is the one product of this run. Its tests follow one another, but for those marked as parallel.
var house product

func TestMain(m *testing.M) {
	if os.Getenv(ownServers) == "" {
		fmt.Fprintln(os.Stderr, startAgainWithServers())
		os.Exit(1)
	}
	os.Exit(testsOn(m))
}

// startAgainWithServers becomes `devstack exec` with this very test program; it comes back only with an error.
func startAgainWithServers() error {
	devstack, err := filepath.Abs("../.dev/bin/devstack")
	if err == nil {
		_, err = os.Stat(devstack)
	}
	if err != nil {
		return fmt.Errorf("the failure tests need servers of their own; build them with `make devstack`: %w", err)
	}
	data, err := filepath.Abs("../.dev/chaos/data")
	if err != nil {
		return err
	}
	command := append([]string{"devstack", "exec", "--data", data, "--fresh", "--"}, os.Args...)
	return syscall.Exec(devstack, command, append(os.Environ(), ownServers+"=yes"))
}

func testsOn(m *testing.M) int {
	work, err := os.MkdirTemp("", "jiangxin-chaos-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	err = setUp(work)
	code := 1
	if err == nil {
		code = m.Run()
	}
	for _, p := range []*process{house.api, house.worker} {
		if p != nil {
			p.kill()
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "the product cannot be set up:", err)
	}
	if code != 0 {
		fmt.Fprintln(os.Stderr, "the product's logs are in", work)
		return code
	}
	_ = os.RemoveAll(work)
	return code
}

// setUp builds the product, fills its database with people, and starts it.
func setUp(work string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	binary := filepath.Join(work, "jiangxin")
	if out, err := exec.CommandContext(ctx, "go", "build", "-o", binary, "jiangxin/cmd/jiangxin").CombinedOutput(); err != nil {
		return fmt.Errorf("build the product: %w\n%s", err, out)
	}
	if out, err := exec.CommandContext(ctx, binary, "migrate").CombinedOutput(); err != nil {
		return fmt.Errorf("migrate: %w\n%s", err, out)
	}
	if err := people(ctx); err != nil {
		return err
	}
	through, err := wiredDatabase()
	if err != nil {
		return err
	}
	address, err := freeAddress()
	if err != nil {
		return err
	}
	settings := append(os.Environ(), "JIANGXIN_DATABASE_URL="+through, "JIANGXIN_LISTEN="+address, "JIANGXIN_DECIDE_WAIT=2s")
	house.base = "http://" + address
	house.api = &process{program: binary, part: "api", settings: settings, log: filepath.Join(work, "api.log"), ready: answers}
	house.worker = &process{program: binary, part: "worker", settings: settings, log: filepath.Join(work, "worker.log")}
	house.patient, house.hasty = demo.NewWorld(house.base), demo.NewWorld(house.base)
	house.patient.Patience, house.hasty.Patience = 3*time.Minute, 0
	house.temporal, err = client.NewLazyClient(client.Options{
		HostPort: os.Getenv("JIANGXIN_TEMPORAL_ADDRESS"), Namespace: os.Getenv("JIANGXIN_TEMPORAL_NAMESPACE"), Logger: silent{},
	})
	return errors.Join(err, house.worker.start(), house.api.start())
}

// people puts the cast into the database.
func people(ctx context.Context) error {
	var err error
	if house.record, err = store.Open(os.Getenv("JIANGXIN_DATABASE_URL")); err != nil {
		return err
	}
	hasher, err := crowd.Cheap()
	if err != nil {
		return err
	}
	return crowd.Seed(ctx, house.record, hasher, enterprisesOfACity)
}

// wiredDatabase gives the address of the database through the wire that tests cut.
func wiredDatabase() (string, error) {
	direct, err := url.Parse(os.Getenv("JIANGXIN_DATABASE_URL"))
	if err != nil {
		return "", errors.New("JIANGXIN_DATABASE_URL cannot be read")
	}
	if house.database, err = stretch(direct.Host); err != nil {
		return "", err
	}
	direct.Host = house.database.address()
	return direct.String(), nil
}

// freeAddress finds a port of this machine that nobody uses.
func freeAddress() (string, error) {
	listener, err := new(net.ListenConfig).Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return listener.Addr().String(), listener.Close()
}

// silent keeps the Temporal client's own words out of the tests' output.
type silent struct{}

func (silent) Debug(string, ...any) {}
func (silent) Info(string, ...any)  {}
func (silent) Warn(string, ...any)  {}
func (silent) Error(string, ...any) {}
