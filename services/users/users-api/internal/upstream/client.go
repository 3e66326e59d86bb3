// Package upstream asks users-data over HTTP.
package upstream

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	"dev.versus/services/users-api/internal/peer"
	"dev.versus/services/users-api/internal/problem"
)

const (
	longestOther    = 64 << 10
	keptConnections = 1024
	keptFor         = time.Minute
)

// Client asks users-data over connections of one kind.
type Client struct {
	http http.Client
	base string
}

// Pooled keeps its TCP connections to an address such as users-data:5000.
func Pooled(address string) *Client { return over(&http.Transport{}, address) }

// Unpooled makes a TCP connection for each request.
func Unpooled(address string) *Client { return over(&http.Transport{DisableKeepAlives: true}, address) }

// UnixSocket keeps its connections to the socket of this path, at which this user must listen.
func UnixSocket(path string) *Client {
	return over(&http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		socket, err := peer.Dial(ctx, path)
		if err != nil {
			return nil, err
		}
		return socket, nil
	}}, "users-data")
}

func over(transport *http.Transport, host string) *Client {
	transport.DisableCompression = true
	transport.MaxIdleConnsPerHost = keptConnections
	transport.IdleConnTimeout = keptFor
	return &Client{http: http.Client{Transport: transport}, base: "http://" + host}
}

// Close ends the kept connections.
func (c *Client) Close() { c.http.CloseIdleConnections() }

// reading takes what it needs of an answer; it must read the body to its end.
type reading func(*http.Response) error

// ask asks once, and once more over a new connection if the first one broke: a kept one ends with a restart of users-data, and no request
// changes anything there when it is made twice.
func (c *Client) ask(ctx context.Context, method, target, body string, read reading) error {
	err := c.once(ctx, method, target, body, read)
	if isBreakage(err) && ctx.Err() == nil {
		c.Close()
		err = c.once(ctx, method, target, body, read)
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

func (c *Client) once(ctx context.Context, method, target, body string, read reading) error {
	request, err := http.NewRequestWithContext(ctx, method, c.base+target, strings.NewReader(body))
	if err != nil {
		return err
	}
	if body != "" {
		request.Header.Set("Content-Type", "application/json")
	}
	answer, err := c.http.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	return understood(answer, read)
}

// understood passes on what users-data says about the request or about its shared memory; its own failures are a 502.
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
	return problem.Of(http.StatusBadGateway, "upstream_broken", "users-data gave no usable answer: "+cause.Error()+".")
}
