// Command jiangxin is the whole product in one binary: API, worker, migrations and the tools around them.
package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"jiangxin/cmd/jiangxin/app"
	"jiangxin/config"
)

// command is one sub-command: its words for the help, and what it does.
type command struct {
	name  string
	about string
	run   func(ctx context.Context, args []string) error
}

func commands() []command {
	return []command{
		{"all", "serve the API and run the worker in one process", runAll},
		{"api", "serve the API and the web app", runAPI},
		{"worker", "run workflows, activities and the sweeper", runWorker},
		{"migrate", "bring schema, reference data and bucket up to date (migrate down: the schema one step back)", runMigrate},
		{"seed", "fill in the made-up people of the demo province (development only)", runSeed},
		{"demo", "play the story of one filing through the public API", runDemo},
		{"verify", "check the event chain of a case, or of all cases", runVerify},
		{"version", "print the version", runVersion},
	}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if len(os.Args) > 1 {
		for _, c := range commands() {
			if c.name == os.Args[1] {
				if err := c.run(ctx, os.Args[2:]); err != nil {
					fmt.Fprintln(os.Stderr, "jiangxin "+c.name+": "+err.Error())
					os.Exit(1)
				}
				return
			}
		}
	}
	fmt.Fprintln(os.Stderr, "jiangxin runs the certification of skills by enterprises (企业职业技能等级认定).\n\nUsage: jiangxin <command>")
	for _, c := range commands() {
		fmt.Fprintf(os.Stderr, "  %-8s %s\n", c.name, c.about)
	}
	fmt.Fprintln(os.Stderr, "\nSettings come from the environment; README.md lists them.")
	os.Exit(2)
}

// open reads the settings and puts the product together.
func open() (*app.App, error) {
	cfg, err := config.Read()
	if err != nil {
		return nil, err
	}
	var level slog.Level
	if err := level.UnmarshalText([]byte(cfg.LogLevel)); err != nil {
		return nil, err
	}
	log := slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{Level: level}))
	slog.SetDefault(log)
	log.Info("starting", "version", version(), "settings", cfg)
	return app.New(cfg, version(), log)
}

// version is the module's version, or the commit that the binary was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return s.Value
		}
	}
	return info.Main.Version
}

func runVersion(context.Context, []string) error {
	fmt.Println(version())
	return nil
}
