package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"text/tabwriter"

	"jiangxin/cmd/jiangxin/app"
	"jiangxin/config"
	"jiangxin/demo/cast"
	"jiangxin/demo/crowd"
	"jiangxin/domain/casework"
)

// spareEnterprises is how many made-up enterprises each demo city gets; every `make demo` files one.
const spareEnterprises = 60

// runSeed fills in the made-up people of the demo province. Who is there already stays.
func runSeed(ctx context.Context, _ []string) error {
	a, err := open()
	if err != nil {
		return err
	}
	defer a.Close()
	if a.Config.Mode != config.Development {
		return errors.New("the demo province is for development only: production takes its people from nowhere else than its own administrators")
	}
	return seedDemo(ctx, a)
}

func seedDemo(ctx context.Context, a *app.App) error {
	if err := crowd.Seed(ctx, a.Store, a.Passwords(), spareEnterprises); err != nil {
		return err
	}
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "\n  sign-in name\tname\tof\troles")
	for _, p := range cast.Officers() {
		fmt.Fprintf(table, "  %s\t%s\t%s\t%s\n", p.Login, p.Name, p.Body, roles(p.Roles))
	}
	for _, city := range cast.Cities() {
		e := cast.EnterpriseOf(city, 1)
		fmt.Fprintf(table, "  %s\t%s\t%s\t%s\n", e.Clerk.Login, e.Clerk.Name, e.Name, roles(e.Clerk.Roles))
	}
	for _, e := range cast.Experts() {
		fmt.Fprintf(table, "  %s\t%s\t%s\t%s\n", e.Login, e.Name, e.Region, roles(e.Roles))
	}
	if err := table.Flush(); err != nil {
		return err
	}
	fmt.Printf("\n  %d more enterprises of each city wait for `make demo`. The password of all: %s\n", spareEnterprises-1, cast.Password)
	return nil
}

func roles(list []casework.Role) string {
	names := make([]string, 0, len(list))
	for _, r := range list {
		names = append(names, string(r))
	}
	return strings.Join(names, " ")
}
