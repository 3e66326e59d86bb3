package exchange

import (
	"errors"
	"flag"
	"io"
	"net/url"
	"strconv"
	"time"

	"dev.versus/services/users-api/internal/settings"
)

// Options is what is measured, and how often.
type Options struct {
	told        settings.Settings
	asked       url.Values
	blocks      int
	each        int
	concurrency int
	seed        uint64
	fresh       bool
}

// Read understands the arguments of the command, or says in one sentence what is wrong.
func Read(arguments []string) (Options, error) {
	var options Options
	flags := flag.NewFlagSet("exchange", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	data := flags.String("data", "", "the address of users-data")
	shared := flags.String("shared", "", "the folder that users-data shares")
	transport := flags.String("transport", "", "the transport of users-data")
	signal := flags.String("signal", "", "the way of the signal")
	size := flags.String("size", "", "the size of a body in bytes")
	pattern := flags.String("pattern", "", "the pattern of a body")
	flags.IntVar(&options.blocks, "blocks", 30, "how many blocks are measured")
	flags.IntVar(&options.each, "each", 200, "how many exchanges a block makes on each path")
	flags.IntVar(&options.concurrency, "concurrency", 1, "how many exchanges are made at once")
	flags.Uint64Var(&options.seed, "seed", uint64(time.Now().UnixNano()), "what the order is drawn from")
	flags.BoolVar(&options.fresh, "fresh", false, "whether each exchange is of a new revision")
	if err := flags.Parse(arguments); err != nil {
		return options, err
	}
	if flags.NArg() > 0 || options.blocks < 1 || options.each < 1 || options.concurrency < 1 {
		return options, errors.New("exchange takes --data, --shared, --transport, --signal, --size, --pattern, --seed, --fresh," +
			" and positive numbers for --blocks, --each and --concurrency")
	}
	told, err := settings.Of(variables{
		"USERS_DATA": *data, "USERS_SHARED": *shared, "USERS_TRANSPORT": *transport, "USERS_SIGNAL": *signal,
		"USERS_SIZE": *size, "USERS_PATTERN": *pattern,
	}.get)
	options.told = told
	options.asked = url.Values{"size": {strconv.Itoa(told.Size)}, "pattern": {told.Pattern}}
	return options, err
}

// variables are the settings of the service that an argument gives.
type variables map[string]string

func (v variables) get(name string) string { return v[name] }
