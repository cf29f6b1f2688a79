// Package e2e drives the product in a real browser. The scripts are JavaScript for Playwright; the tests here
// start the product for them and bring its cases to where each script begins.
package e2e

import (
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"jiangxin/demo/cast"
	"jiangxin/demo/demotest"
	"jiangxin/ui"
)

// enterprises is how many of each city may apply: each script takes fresh ones.
const enterprises = 150

// scriptPatience is how long one script may take.
const scriptPatience = 20 * time.Minute

// script is one story of the browser with what it needs to begin.
type script struct {
	file string
	seed func(*stage) any // nil: nothing
}

var scripts = []script{
	{"j1.mjs", forJ1},
	{"j2.mjs", forJ2},
	{"j3.mjs", forJ3},
	{"upload.mjs", forUpload},
	{"session.mjs", forSession},
	{"diff.mjs", forDiff},
	{"csp.mjs", forCSP},
	{"disabled.mjs", everyRoute},
	{"conflict.mjs", forConflict},
	{"successor.mjs", forSuccessor},
	{"back.mjs", forBack},
	{"story.mjs", forStory},
	{"frames.mjs", everyRoute},
	{"roles.mjs", everyRoute},
	{"certify.mjs", forCertify},
	{"template.mjs", forTemplate},
	{"axe.mjs", forAxe},
	{"xss.mjs", forXSS},
}

func TestPeopleAtTheirDesks(t *testing.T) {
	if _, err := fs.Stat(ui.Files(), "app.html"); err != nil {
		t.Fatal("the web app is not built into this test: run `make ui` first")
	}
	p := demotest.Start(t, enterprises)
	s := &stage{t: t, product: p, world: p.World, folder: t.TempDir()}
	for _, one := range scripts {
		t.Run(strings.TrimSuffix(one.file, ".mjs"), func(t *testing.T) {
			settings := []string{"BASE_URL=" + p.URL, "PASSWORD=" + cast.Password}
			if one.seed != nil {
				s.t = t
				seed, err := json.Marshal(one.seed(s))
				if err != nil {
					t.Fatal(err)
				}
				settings = append(settings, "SEED="+string(seed))
			}
			run(t, one.file, settings...)
		})
	}
}

// run plays one script and shows what it said when it failed.
func run(t *testing.T, file string, settings ...string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), scriptPatience)
	defer cancel()
	command := exec.CommandContext(ctx, "node", file)
	command.WaitDelay = 10 * time.Second // a browser left behind must not hold the test
	command.Env = append(os.Environ(), settings...)
	said, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", file, err, said)
	}
	t.Log(strings.TrimSpace(string(said)))
}
