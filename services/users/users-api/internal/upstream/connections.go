package upstream

import (
	"bufio"
	"context"
	"net"
	"net/http"
	"sync"
	"time"
)

const (
	keptConnections = 1024
	keptFor         = time.Minute
)

// dial makes a connection to users-data.
type dial func(context.Context) (net.Conn, error)

// connection speaks HTTP/1.1, one request after another.
type connection struct {
	net.Conn
	reader *bufio.Reader
	used   time.Time
}

// ask sends a request and reads the head of the answer. The body must be read to its end before the next request.
func (c *connection) ask(request string) (*http.Response, error) {
	if _, err := c.Write([]byte(request)); err != nil {
		return nil, err
	}
	return http.ReadResponse(c.reader, nil)
}

// pool keeps connections that are not used. The one that was used last is taken first, so that the others may age.
type pool struct {
	dial dial

	lock sync.Mutex
	idle []*connection
}

// take returns a kept connection or a new one.
func (p *pool) take(ctx context.Context) (*connection, error) {
	p.lock.Lock()
	if last := len(p.idle) - 1; last >= 0 {
		kept := p.idle[last]
		p.idle = p.idle[:last]
		p.lock.Unlock()
		return kept, nil
	}
	p.lock.Unlock()
	return p.dial.connect(ctx)
}

func (d dial) connect(ctx context.Context) (*connection, error) {
	dialled, err := d(ctx)
	if err != nil {
		return nil, err
	}
	return &connection{Conn: dialled, reader: bufio.NewReader(dialled)}, nil
}

// keep takes a connection back, and closes the oldest if there are too many or if it was not used for long.
func (p *pool) keep(used *connection) {
	used.used = time.Now()
	p.lock.Lock()
	p.idle = append(p.idle, used)
	var old *connection
	if first := p.idle[0]; len(p.idle) > keptConnections || used.used.Sub(first.used) > keptFor {
		old, p.idle = first, p.idle[1:]
	}
	p.lock.Unlock()
	if old != nil {
		old.Close()
	}
}

// clear closes all kept connections: where one broke, the others are likely to be broken too.
func (p *pool) clear() {
	p.lock.Lock()
	idle := p.idle
	p.idle = nil
	p.lock.Unlock()
	for _, one := range idle {
		one.Close()
	}
}
