// Package upstream asks users-data over HTTP.
package upstream

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"dev.versus/services/users-api/internal/payload"
	"dev.versus/services/users-api/internal/problem"
)

const (
	usersPath    = "/api/users"
	signalPath   = "/api/write-to-shm"
	longestOther = 64 << 10
)

// Client asks users-data over connections of one kind.
type Client struct {
	base string
	http *http.Client
}

// Announcement is what users-data says about a body in shared memory.
type Announcement struct {
	Transport  string `json:"transport"`
	Writer     string `json:"writer"`
	Generation uint64 `json:"generation"`
	Length     int    `json:"length"`
	Checksum   string `json:"checksum"`
	Revision   uint64 `json:"revision"`
	Name       string `json:"name"`
}

// Exchange fetches a body and verifies its checksum.
func (c *Client) Exchange(ctx context.Context, query payload.Query) (*payload.Payload, error) {
	var found *payload.Payload
	err := c.get(ctx, usersPath, query, func(answer *http.Response) (err error) {
		found, err = bodyOf(answer)
		return err
	})
	return found, err
}

// Announce asks users-data to have the body in shared memory, and returns where it is.
func (c *Client) Announce(ctx context.Context, query payload.Query) (*Announcement, error) {
	said := &Announcement{}
	err := c.get(ctx, signalPath, query, func(answer *http.Response) error {
		text, err := io.ReadAll(io.LimitReader(answer.Body, longestOther))
		if err != nil {
			return err
		}
		return json.Unmarshal(text, said)
	})
	if err != nil {
		return nil, err
	}
	return said, said.objection()
}

func (a *Announcement) objection() error {
	if len(a.Writer) != 16 || strings.Trim(a.Writer, "0123456789abcdef") != "" || a.Length < 1 || a.Length > payload.Largest {
		return broken(fmt.Errorf("it announced the writer %q and %d bytes", a.Writer, a.Length))
	}
	return nil
}

// get asks once, and once more if the connection broke: a kept one ends with a restart of users-data, and asking changes nothing there.
func (c *Client) get(ctx context.Context, path string, query payload.Query, read func(*http.Response) error) error {
	err := c.once(ctx, path, query, read)
	if err != nil && problem.ReasonOf(err) == "" && ctx.Err() == nil {
		err = c.once(ctx, path, query, read)
	}
	if err == nil || problem.ReasonOf(err) != "" {
		return err
	}
	if ctx.Err() != nil {
		return problem.Of(http.StatusGatewayTimeout, "upstream_timeout", "users-data did not answer in time.")
	}
	return broken(err)
}

func (c *Client) once(ctx context.Context, path string, query payload.Query, read func(*http.Response) error) error {
	address := c.base + path
	if query.Text != "" {
		address += "?" + query.Text
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return err
	}
	answer, err := c.http.Do(request)
	if err != nil {
		return bare(err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return refusal(answer)
	}
	return read(answer)
}

func bodyOf(answer *http.Response) (*payload.Payload, error) {
	if answer.ContentLength < 0 || answer.ContentLength > payload.Largest {
		return nil, broken(fmt.Errorf("it announced a body of %d bytes", answer.ContentLength))
	}
	found, err := payload.Read(answer.Body, int(answer.ContentLength))
	if err != nil {
		return nil, err
	}
	if err := found.Verify(answer.Header.Get("X-Checksum")); err != nil {
		found.Release()
		return nil, broken(err)
	}
	found.Revision = answer.Header.Get("X-Revision")
	return found, nil
}

// refusal passes on what users-data says about the question or about its shared memory; its own failures are a 502.
func refusal(answer *http.Response) error {
	text, err := io.ReadAll(io.LimitReader(answer.Body, longestOther))
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

func broken(cause error) error {
	return problem.Of(http.StatusBadGateway, "upstream_broken", "users-data could not be asked: "+cause.Error()+".")
}

// bare drops method and address, which the client of this service need not know.
func bare(err error) error {
	if wrapped, is := err.(*url.Error); is {
		return wrapped.Err
	}
	return err
}
