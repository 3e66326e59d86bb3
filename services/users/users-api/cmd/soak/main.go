// Soak exchanges data with users-api from many readers at once while writers change it and both services are killed in between, and checks
// every byte of every answer. It starts the two services itself, as plain processes, and ends them.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// exitWrongCall is the exit code of a wrong call; of a soak that could not be run to its end it is 1.
const exitWrongCall = 2

func main() {
	plan, figures, err := parse(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "soak:", err)
		os.Exit(exitWrongCall)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	result, err := run(ctx, plan)
	if err == nil {
		err = write(result, figures)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "soak:", err)
		os.Exit(1)
	}
}

// parse reads the command line; the second result is the file for the figures.
func parse(arguments []string) (Plan, string, error) {
	var plan Plan
	flags := flag.NewFlagSet("soak", flag.ExitOnError)
	flags.StringVar(&plan.API, "api", "", "the program users-api")
	dataCommand := flags.String("data", "", "the command that starts users-data, with blanks between its words")
	flags.StringVar(&plan.Shared, "shared", "", "the folder that both services share; it must not exist yet")
	flags.StringVar(&plan.Logs, "logs", ".", "a folder for what the services print")
	flags.StringVar(&plan.Transport, "transport", "memfd", "memfd, segment or naive")
	flags.IntVar(&plan.Size, "size", 256873, "the bytes of an answer")
	flags.Int64Var(&plan.Exchanges, "exchanges", 1_000_000, "how many right answers end the soak")
	flags.DurationVar(&plan.For, "for", 0, "how long the soak lasts, in the place of a number of right answers")
	flags.IntVar(&plan.Readers, "readers", 64, "how many readers ask at once")
	flags.IntVar(&plan.Writers, "writers", 4, "how many writers change the revision")
	flags.Float64Var(&plan.Rate, "rate", 80, "how many changes a second all writers make, beside bursts")
	flags.IntVar(&plan.Kills, "kills", 50, "how many times a service is killed: users-data first, then users-api as often")
	flags.BoolVar(&plan.Orphan, "orphan", false, "whether users-data is killed at the end, so that users-api tidies up alone")
	flags.Uint64Var(&plan.Seed, "seed", uint64(time.Now().UnixNano())%1_000_000, "what draws the moments of the kills")
	flags.DurationVar(&plan.Limit, "limit", time.Hour, "the longest time of the soak")
	figures := flags.String("figures", "", "a file for the figures, as JSON; standard output without it")
	if err := flags.Parse(arguments); err != nil {
		return plan, "", err
	}
	plan.Data = strings.Fields(*dataCommand)
	return plan, *figures, plan.check()
}

// check tells what is wrong with a plan, in one sentence.
func (p Plan) check() error {
	_, existing := os.Lstat(p.Shared)
	switch {
	case p.API == "" || len(p.Data) == 0:
		return fmt.Errorf("--api and --data name the two services; expected a program and a command")
	case !filepath.IsAbs(p.Shared) || len(filepath.Base(p.Shared)) < 8:
		return fmt.Errorf("--shared is %q; expected an absolute path whose last part has 8 characters at least", p.Shared)
	case existing == nil:
		return fmt.Errorf("--shared %s exists; expected a name that nothing has yet", p.Shared)
	case p.Transport != "memfd" && p.Transport != "segment" && p.Transport != "naive":
		return fmt.Errorf("--transport is %q; expected memfd, segment or naive", p.Transport)
	case p.Size < 1024 || p.Size > 16<<20:
		return fmt.Errorf("--size is %d; expected 1024 to 16777216 bytes", p.Size)
	case p.Exchanges < 1 || p.Readers < 1 || p.Writers < 1 || p.Rate <= 0 || p.Kills < 0:
		return fmt.Errorf("--exchanges, --readers, --writers and --rate are above 0, and --kills is not below")
	}
	return nil
}

func write(result Result, into string) error {
	text, err := json.MarshalIndent(result, "", "  ")
	if err != nil {
		return err
	}
	if into == "" {
		fmt.Println(string(text))
		return nil
	}
	return os.WriteFile(into, append(text, '\n'), 0o600)
}
