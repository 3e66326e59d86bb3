package paths

import (
	"context"
	"net/http"
	"sync"
	"time"

	"dev.versus/services/users-api/internal/payload"
	"dev.versus/services/users-api/internal/problem"
)

// grouped makes one exchange for all requests of a query that wait for one. Nobody joins an exchange that has begun: what a request gets was
// asked for after it came, so it is never older than by an exchange of its own.
type grouped struct {
	path    Path
	timeout time.Duration

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

// Grouped lets requests that wait at the same time share an exchange, which has its own timeout.
func Grouped(path Path, timeout time.Duration) Path {
	return &grouped{path: path, timeout: timeout, waiting: map[string]*group{}}
}

func (g *grouped) Exchange(ctx context.Context, query payload.Query) (*payload.Payload, error) {
	joined, place := g.join(query)
	if joined == nil {
		found, err := g.path.Exchange(ctx, query)
		if next := g.next(query); next != nil {
			go g.serve(query, next)
		}
		return found, err
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

// serve makes exchanges for one group after another, until nobody waits.
func (g *grouped) serve(query payload.Query, waiting *group) {
	for ; waiting != nil; waiting = g.next(query) {
		limited, cancel := context.WithTimeout(context.Background(), g.timeout)
		found, err := g.path.Exchange(limited, query)
		cancel()
		if err == nil {
			waiting.bodies = found.ForMany(waiting.members)
		}
		waiting.err = err
		close(waiting.over)
	}
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
