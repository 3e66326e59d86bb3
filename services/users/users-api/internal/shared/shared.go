// Package shared takes bodies from shared memory, which users-data has announced over HTTP.
package shared

import (
	"context"
	"fmt"
	"net/http"

	"dev.versus/services/users-api/internal/payload"
	"dev.versus/services/users-api/internal/problem"
	"dev.versus/services/users-api/internal/upstream"
)

// attempts is how often users-data is asked for one body, if what it has announced is gone each time.
const attempts = 5

// Signal asks users-data to have a body in shared memory.
type Signal interface {
	Announce(ctx context.Context, query payload.Query) (*upstream.Announcement, error)
}

// transport takes an announced body. An error of the kind gone says that there may be a newer one.
type transport interface {
	name() string
	take(ctx context.Context, query payload.Query, said *upstream.Announcement) (*payload.Payload, error)
}

// gone is an error after which users-data is asked anew.
type gone struct{ *problem.Problem }

// Unwrap returns the problem, which the client is told after the last attempt.
func (g gone) Unwrap() error { return g.Problem }

func goneBecause(reason, detail string) error { return gone{unavailable(reason, detail)} }

func unavailable(reason, detail string) *problem.Problem {
	return problem.Of(http.StatusServiceUnavailable, reason, detail)
}

// exchange asks users-data and takes what it announces, anew as long as that is gone meanwhile.
func exchange(ctx context.Context, signal Signal, by transport, query payload.Query) (*payload.Payload, error) {
	var missed error
	for range attempts {
		said, err := announced(ctx, signal, by.name(), query)
		if err != nil {
			return nil, err
		}
		found, err := by.take(ctx, query, said)
		if _, isGone := err.(gone); !isGone {
			return found, err
		}
		missed = err
	}
	return nil, missed
}

// announced asks users-data, which must use the same transport.
func announced(ctx context.Context, signal Signal, transport string, query payload.Query) (*upstream.Announcement, error) {
	said, err := signal.Announce(ctx, query)
	if err == nil && said.Transport != transport {
		err = unavailable("transport_differs", fmt.Sprintf(
			"users-data uses the transport %q and users-api %q: give both the same USERS_TRANSPORT.", said.Transport, transport))
	}
	return said, err
}

func corrupt(detail string) error {
	return unavailable("segment_corrupt", "Shared memory cannot be trusted: "+detail+".")
}

func late() error {
	return problem.Of(http.StatusGatewayTimeout, "upstream_timeout", "users-data did not hand out its memory in time.")
}
