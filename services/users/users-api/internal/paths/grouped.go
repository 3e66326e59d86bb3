package paths

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"runtime/debug"
	"sync"
	"time"

	"dev.versus/services/users-api/internal/payload"
	"dev.versus/services/users-api/internal/problem"
)

// grouped makes one exchange for all requests of a query that wait for one. A request joins only an exchange that has not begun, so its
// body was current after the request came.
type grouped struct {
	path    Path
	timeout time.Duration
	// ended is over from Close on, and every exchange that is shared with it.
	ended context.Context
	end   context.CancelFunc

	lock sync.Mutex
	// waiting has an entry for each query of which an exchange is under way: those who came since, or nil.
	waiting map[string]*group
}

// group is everybody who gets the body of one exchange.
type group struct {
	members int
	over    chan struct{}
	bodies  []*payload.Payload
	err     error
}

// Grouped lets requests that wait at the same time share an exchange, which has its own timeout. Its end leaves the path open.
func Grouped(path Path, timeout time.Duration) Closable {
	ended, end := context.WithCancel(context.Background())
	return &grouped{path: path, timeout: timeout, ended: ended, end: end, waiting: map[string]*group{}}
}

// Close breaks off the exchanges that are shared.
func (g *grouped) Close() { g.end() }

func (g *grouped) Exchange(ctx context.Context, query payload.Query) (*payload.Payload, error) {
	joined, place := g.join(query)
	if joined == nil {
		// Whatever becomes of this exchange, those who wait get theirs.
		defer g.goOn(query)
		return g.path.Exchange(ctx, query)
	}
	select {
	case <-joined.over:
		return joined.bodyOf(place)
	case <-ctx.Done():
		go joined.forgo(place)
		return nil, problem.Of(http.StatusGatewayTimeout, "upstream_timeout", "users-data did not answer in time.")
	}
}

// join takes a place among those who wait; no group means that no exchange is under way, so that the request makes its own.
func (g *grouped) join(query payload.Query) (*group, int) {
	g.lock.Lock()
	defer g.lock.Unlock()
	joined, underWay := g.waiting[query.Text]
	if !underWay {
		g.waiting[query.Text] = nil
		return nil, 0
	}
	if joined == nil {
		joined = &group{over: make(chan struct{})}
		g.waiting[query.Text] = joined
	}
	joined.members++
	return joined, joined.members - 1
}

// next closes the group of those who wait, whose exchange begins now; nil if nobody does.
func (g *grouped) next(query payload.Query) *group {
	g.lock.Lock()
	defer g.lock.Unlock()
	closed := g.waiting[query.Text]
	if closed == nil {
		delete(g.waiting, query.Text)
	} else {
		g.waiting[query.Text] = nil
	}
	return closed
}

// goOn serves those who came during an exchange that was not shared.
func (g *grouped) goOn(query payload.Query) {
	if waiting := g.next(query); waiting != nil {
		go g.serve(query, waiting)
	}
}

// serve makes exchanges for one group after another, until nobody waits.
func (g *grouped) serve(query payload.Query, waiting *group) {
	for ; waiting != nil; waiting = g.next(query) {
		waiting.bodies, waiting.err = g.shared(query, waiting.members)
		close(waiting.over)
	}
}

// shared makes one exchange for so many requests, and makes an error of a panic: it is no request's own, so nobody else would recover.
func (g *grouped) shared(query payload.Query, members int) (bodies []*payload.Payload, err error) {
	defer func() {
		if failure := recover(); failure != nil {
			log.Printf("an exchange failed: %v\n%s", failure, debug.Stack())
			err = fmt.Errorf("an exchange failed: %v", failure)
		}
	}()
	limited, cancel := context.WithTimeout(g.ended, g.timeout)
	defer cancel()
	found, err := g.path.Exchange(limited, query)
	if err != nil {
		return nil, err
	}
	return found.ForMany(members), nil
}

func (g *group) bodyOf(place int) (*payload.Payload, error) {
	if g.err != nil {
		return nil, g.err
	}
	return g.bodies[place], nil
}

// forgo releases a body that nobody waits for any more.
func (g *group) forgo(place int) {
	<-g.over
	if body, err := g.bodyOf(place); err == nil {
		body.Release()
	}
}
