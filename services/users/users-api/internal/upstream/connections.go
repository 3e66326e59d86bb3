package upstream

import (
	"context"
	"net"
	"net/http"
	"time"
)

// Connections are kept for longer than users-data keeps them, so that users-data decides.
const (
	keptConnections = 1024
	keptFor         = 20 * time.Minute
)

// Pooled keeps its connections.
func Pooled(base string) *Client { return &Client{base, &http.Client{Transport: transport()}} }

// Unpooled makes a connection for each question.
func Unpooled(base string) *Client {
	each := transport()
	each.DisableKeepAlives = true
	return &Client{base, &http.Client{Transport: each}}
}

// UnixSocket keeps connections to the socket of this path.
func UnixSocket(path string) *Client {
	local := transport()
	dialer := &net.Dialer{}
	local.DialContext = func(ctx context.Context, _, _ string) (net.Conn, error) {
		return dialer.DialContext(ctx, "unix", path)
	}
	return &Client{"http://users-data", &http.Client{Transport: local}}
}

// transport speaks HTTP/1.1 without a proxy and without compression: bodies are compared byte by byte.
func transport() *http.Transport {
	return &http.Transport{
		DialContext:         (&net.Dialer{}).DialContext,
		DisableCompression:  true,
		MaxIdleConnsPerHost: keptConnections,
		IdleConnTimeout:     keptFor,
	}
}

// Close ends the kept connections.
func (c *Client) Close() { c.http.CloseIdleConnections() }
