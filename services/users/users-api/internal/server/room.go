package server

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"dev.versus/services/users-api/internal/problem"
	"golang.org/x/sync/semaphore"
)

// parsing takes about as much again for the parsed body, and for the one that is written anew.
const parsing = 3

// room bounds the bytes of bodies that are under way, so that slow clients do not take all memory.
type room struct {
	left    *semaphore.Weighted
	whole   int64
	timeout time.Duration
}

// enter waits for room for a body, and returns what gives it back.
func (r *room) enter(ctx context.Context, length int, parse bool) (func(), error) {
	if parse {
		length *= parsing
	}
	// A body that has the room for itself is always possible.
	takes := min(int64(length), r.whole)
	if !r.left.TryAcquire(takes) {
		limited, cancel := context.WithTimeout(ctx, r.timeout)
		defer cancel()
		if r.left.Acquire(limited, takes) != nil {
			return nil, problem.Of(http.StatusServiceUnavailable, "busy",
				fmt.Sprintf("Other clients are still taking their answers, and USERS_UNDER_WAY, %d bytes, leaves no room for this one.", r.whole))
		}
	}
	return func() { r.left.Release(takes) }, nil
}
