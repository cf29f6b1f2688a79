package main

import (
	"cmp"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"

	"jiangxin/demo"
	"jiangxin/demo/cast"
	"jiangxin/demo/story"
	"jiangxin/domain/casework"
)

// runDemo plays the story of one filing against the running product and ends with one JSON line. It knows
// the product's address only: everything goes through the public interface.
func runDemo(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("demo", flag.ContinueOnError)
	name := flags.String("city", "shenyang", "shenyang (the bureau verifies) or dalian (it has delegated verification)")
	address := flags.String("url", productAddress(), "address of the running product")
	desks := flags.Bool("desks", false, "bring one case to every desk of the city and leave it there, instead of telling the story")
	if err := flags.Parse(args); err != nil {
		return err
	}
	city, known := cast.CityNamed(*name)
	if !known {
		return fmt.Errorf("there is no demonstration city %q: choose shenyang or dalian", *name)
	}
	if *desks {
		return demo.NewWorld(*address).Desks(ctx, city, func(caseNo string, rests casework.Name) { fmt.Println(caseNo, rests.ZH) })
	}
	return tell(ctx, os.Stdout, *address, city)
}

func tell(ctx context.Context, out io.Writer, address string, city cast.City) error {
	summary, err := story.Tell(ctx, demo.NewWorld(address), city, out)
	if err != nil {
		return err
	}
	line, err := json.Marshal(summary)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "\n%s\n", line)
	return err
}

// productAddress is where this machine's product listens unless the settings say otherwise.
func productAddress() string {
	if public := os.Getenv("JIANGXIN_PUBLIC_URL"); public != "" {
		return public
	}
	return "http://" + cmp.Or(os.Getenv("JIANGXIN_LISTEN"), "127.0.0.1:8080")
}
