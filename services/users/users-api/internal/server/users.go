package server

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"dev.versus/services/users-api/internal/paths"
	"dev.versus/services/users-api/internal/payload"
	"dev.versus/services/users-api/internal/problem"
	"dev.versus/services/users-api/internal/settings"
)

var mediaType = []string{"application/json"}

// users answers with the body that comes on one path.
type users struct {
	path paths.Path
	told settings.Settings
	room *room
}

func (u users) ServeHTTP(w http.ResponseWriter, request *http.Request) {
	given, err := payload.Parameters(request)
	if err != nil {
		problem.Write(w, err)
		return
	}
	parse, err := asksToParse(given)
	if err != nil {
		problem.Write(w, err)
		return
	}
	query := payload.QueryOf(given)
	leave, err := u.room.enter(request.Context(), query.Length(u.told.Size), parse)
	if err != nil {
		problem.Write(w, err)
		return
	}
	defer leave()
	begin := time.Now()
	found, err := u.exchange(request.Context(), query)
	took := time.Since(begin)
	if err == nil && parse {
		found, err = payload.Parsed(found)
	}
	if err != nil {
		problem.Write(w, err)
		return
	}
	defer found.Release()
	describe(w.Header(), found, took)
	_, _ = w.Write(found.Bytes)
}

func (u users) exchange(ctx context.Context, query payload.Query) (*payload.Payload, error) {
	limited, cancel := context.WithTimeout(ctx, u.told.Timeout)
	defer cancel()
	return u.path.Exchange(limited, query)
}

func asksToParse(given url.Values) (bool, error) {
	values, is := given["parse"]
	if !is {
		return false, nil
	}
	if len(values) > 1 || (values[0] != "true" && values[0] != "false") {
		return false, problem.Invalid(`The parameter parse is "` + values[0] + `": expected true or false, once.`)
	}
	return values[0] == "true", nil
}

func describe(head http.Header, body *payload.Payload, took time.Duration) {
	head["Content-Type"] = mediaType
	head.Set("Content-Length", strconv.Itoa(len(body.Bytes)))
	head.Set("X-Checksum", body.Checksum)
	head.Set("X-Revision", body.Revision)
	if body.Writer != "" {
		head.Set("X-Writer", body.Writer)
	}
	milliseconds := float64(took) / float64(time.Millisecond)
	head.Set("Server-Timing", "exchange;dur="+strconv.FormatFloat(milliseconds, 'f', 3, 64))
}
