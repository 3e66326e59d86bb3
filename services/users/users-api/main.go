// Command users-api gives clients the users that users-data has, on one of several paths between the two.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"dev.versus/services/users-api/internal/exchange"
	"dev.versus/services/users-api/internal/paths"
	"dev.versus/services/users-api/internal/server"
	"dev.versus/services/users-api/internal/settings"
	"dev.versus/services/users-api/internal/shared"
)

const (
	badInput = 2
	// Requests under way have this long to end; engines wait 10 s before they kill.
	drainFor      = 8 * time.Second
	headersWithin = 10 * time.Second
	keptFor       = 20 * time.Minute
	// A client has this long to take an answer.
	takenWithin = time.Minute
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("users-api: ")
	ended, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	if err := run(ended, os.Args[1:]); err != nil {
		log.Print(err)
		if errors.As(err, new(mistake)) {
			os.Exit(badInput)
		}
		os.Exit(1)
	}
}

// mistake is what the person who started the program has to mend.
type mistake struct{ error }

func run(ended context.Context, arguments []string) error {
	switch {
	case len(arguments) == 0:
		return serve(ended)
	case arguments[0] == "exchange":
		return measure(ended, arguments[1:])
	default:
		return mistake{fmt.Errorf("there is no command %q; there is exchange, and without a command the service", arguments[0])}
	}
}

func measure(ended context.Context, arguments []string) error {
	asked, err := exchange.Read(arguments)
	if err != nil {
		return mistake{err}
	}
	return asked.Run(ended, os.Stdout)
}

func serve(ended context.Context) error {
	told, err := settings.Of(os.Getenv)
	if err != nil {
		return mistake{err}
	}
	listener, err := net.Listen("tcp", told.Address)
	if err != nil {
		return err
	}
	ways := paths.Open(told)
	log.Printf("listens on %s; shared memory by %s", listener.Addr(), told.Transport)
	defer shared.RemoveLeftovers(told.Shared)
	defer ways.Close()
	serving := &http.Server{
		Handler: server.Handler(ways, told), ReadHeaderTimeout: headersWithin, IdleTimeout: keptFor,
		// From the request on: it may wait for room and for its exchange before.
		WriteTimeout: 2*told.Timeout + takenWithin,
	}
	return until(ended, listener, serving)
}

// until serves until the end is asked for, and lets requests under way end.
func until(ended context.Context, listener net.Listener, serving *http.Server) error {
	failed := make(chan error, 1)
	go func() { failed <- serving.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ended.Done():
		drained, cancel := context.WithTimeout(context.Background(), drainFor)
		defer cancel()
		return serving.Shutdown(drained)
	}
}
