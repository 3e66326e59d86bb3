// Package upstream asks users-data over HTTP.
//
// It reads answers with net/http but brings its own connections: http.Transport hands each request to two goroutines of its connection,
// which takes as long as users-data needs for the answer to a signal.
package upstream

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"time"

	"dev.versus/services/users-api/internal/problem"
)

const longestOther = 64 << 10

// long is over, whatever the clock says.
var longAgo = time.Unix(1, 0)

// Client asks users-data over connections of one kind.
type Client struct {
	headers string
	dial    dial
	pool    *pool
}

// Pooled keeps its TCP connections to an address such as users-data:5000.
func Pooled(address string) *Client {
	to := over("tcp", address)
	return &Client{headers: hostOf(address), dial: to, pool: &pool{dial: to}}
}

// Unpooled makes a TCP connection for each question.
func Unpooled(address string) *Client {
	return &Client{headers: hostOf(address) + "Connection: close\r\n", dial: over("tcp", address)}
}

// UnixSocket keeps its connections to the socket of this path.
func UnixSocket(path string) *Client {
	to := over("unix", path)
	return &Client{headers: hostOf("users-data"), dial: to, pool: &pool{dial: to}}
}

func over(network, address string) dial {
	return func(ctx context.Context) (net.Conn, error) { return (&net.Dialer{}).DialContext(ctx, network, address) }
}

func hostOf(address string) string { return "Host: " + address + "\r\n" }

// Close ends the kept connections.
func (c *Client) Close() {
	if c.pool != nil {
		c.pool.clear()
	}
}

// reading takes what it needs of an answer; it must read the body to its end.
type reading func(*http.Response) error

// ask asks once, and once more over a new connection if the first one broke: a kept one ends with a restart of users-data, and no question
// changes anything there when it is asked twice.
func (c *Client) ask(ctx context.Context, method, target, body string, read reading) error {
	request := method + " " + target + " HTTP/1.1\r\n" + c.headers
	if body != "" {
		request += "Content-Type: application/json\r\nContent-Length: " + strconv.Itoa(len(body)) + "\r\n"
	}
	request += "\r\n" + body
	err := c.once(ctx, request, read)
	if isBreakage(err) && ctx.Err() == nil {
		c.Close()
		err = c.once(ctx, request, read)
	}
	if !isBreakage(err) {
		return err
	}
	if ctx.Err() != nil || errors.Is(err, context.DeadlineExceeded) {
		return problem.Of(http.StatusGatewayTimeout, "upstream_timeout", "users-data did not answer in time.")
	}
	return broken(err)
}

// isBreakage tells whether an error is of the connection, and no answer.
func isBreakage(err error) bool { return err != nil && problem.ReasonOf(err) == "" }

func (c *Client) once(ctx context.Context, request string, read reading) error {
	by, err := c.connection(ctx)
	if err != nil {
		return err
	}
	unwatched := context.AfterFunc(ctx, func() { _ = by.SetDeadline(longAgo) })
	answer, err := by.ask(request)
	if err == nil {
		err = understood(answer, read)
	}
	if inTime := unwatched(); isBreakage(err) || !inTime || answer.Close || c.pool == nil {
		by.Close()
	} else {
		c.pool.keep(by)
	}
	return err
}

func (c *Client) connection(ctx context.Context) (*connection, error) {
	if c.pool == nil {
		return c.dial.connect(ctx)
	}
	return c.pool.take(ctx)
}

// understood passes on what users-data says about the question or about its shared memory; its own failures are a 502.
func understood(answer *http.Response, read reading) error {
	if answer.StatusCode == http.StatusOK {
		return read(answer)
	}
	text, err := allOf(answer)
	if err != nil {
		return err
	}
	if answer.StatusCode == http.StatusBadRequest || answer.StatusCode == http.StatusServiceUnavailable {
		if said := problem.Verbatim(answer.StatusCode, text); said != nil {
			return said
		}
	}
	return broken(fmt.Errorf("it answered %s", answer.Status))
}

// allOf reads a short body.
func allOf(answer *http.Response) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(answer.Body, longestOther))
	if err == nil && len(text) == longestOther {
		err = fmt.Errorf("its answer has more than %d bytes", longestOther)
	}
	return text, err
}

func broken(cause error) error {
	return problem.Of(http.StatusBadGateway, "upstream_broken", "users-data could not be asked: "+cause.Error()+".")
}
