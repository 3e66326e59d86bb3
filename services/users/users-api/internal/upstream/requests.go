package upstream

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"dev.versus/services/users-api/internal/payload"
)

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
	err := c.ask(ctx, http.MethodGet, target("/api/users", query), "", func(answer *http.Response) (err error) {
		found, err = bodyOf(answer)
		return err
	})
	return found, err
}

// Announce asks users-data to have the body in shared memory, and returns where it is.
func (c *Client) Announce(ctx context.Context, query payload.Query) (*Announcement, error) {
	said := &Announcement{}
	if err := c.ask(ctx, http.MethodGet, target("/api/write-to-shm", query), "", into(said)); err != nil {
		return nil, err
	}
	if len(said.Writer) != 16 || strings.Trim(said.Writer, "0123456789abcdef") != "" ||
		said.Length < 1 || said.Length > payload.Largest {
		return nil, broken(fmt.Errorf("it announced the writer %q and %d bytes", said.Writer, said.Length))
	}
	return said, nil
}

type revision struct {
	Revision uint64 `json:"revision"`
}

// Revision asks which revision the bodies are of.
func (c *Client) Revision(ctx context.Context) (uint64, error) {
	var said revision
	err := c.ask(ctx, http.MethodGet, "/api/revision", "", into(&said))
	return said.Revision, err
}

// Revise makes all later bodies of a revision.
func (c *Client) Revise(ctx context.Context, number uint64) error {
	var said revision
	return c.ask(ctx, http.MethodPut, "/api/revision", fmt.Sprintf(`{"revision": %d}`, number), into(&said))
}

func target(path string, query payload.Query) string {
	if query.Text == "" {
		return path
	}
	return path + "?" + query.Text
}

// into reads a body of JSON.
func into(said any) reading {
	return func(answer *http.Response) error {
		text, err := allOf(answer)
		if err != nil {
			return err
		}
		if err := json.Unmarshal(text, said); err != nil {
			return broken(err)
		}
		return nil
	}
}

func bodyOf(answer *http.Response) (*payload.Payload, error) {
	if answer.ContentLength < 0 {
		return nil, broken(errors.New("its body has no length"))
	}
	if answer.ContentLength > payload.Largest {
		return nil, broken(fmt.Errorf("its body has %d bytes, and may have %d", answer.ContentLength, payload.Largest))
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
