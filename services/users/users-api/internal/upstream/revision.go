package upstream

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"

	"dev.versus/services/users-api/internal/payload"
)

const revisionPath = "/api/revision"

// Revision asks which revision the bodies are of.
func (c *Client) Revision(ctx context.Context) (uint64, error) {
	var said struct {
		Revision uint64 `json:"revision"`
	}
	err := c.get(ctx, revisionPath, payload.Query{}, func(answer *http.Response) error {
		return json.NewDecoder(io.LimitReader(answer.Body, longestOther)).Decode(&said)
	})
	return said.Revision, err
}

// Revise makes all later bodies of a revision.
func (c *Client) Revise(ctx context.Context, revision uint64) error {
	body := strings.NewReader(fmt.Sprintf(`{"revision": %d}`, revision))
	request, err := http.NewRequestWithContext(ctx, http.MethodPut, c.base+revisionPath, body)
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	answer, err := c.http.Do(request)
	if err != nil {
		return broken(bare(err))
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return refusal(answer)
	}
	_, err = io.Copy(io.Discard, answer.Body)
	return err
}
