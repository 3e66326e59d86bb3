package upstream_test

import (
	"context"
	"fmt"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"dev.versus/services/users-api/internal/fakedata"
	"dev.versus/services/users-api/internal/payload"
	"dev.versus/services/users-api/internal/problem"
	"dev.versus/services/users-api/internal/upstream"
)

func pooled(data *fakedata.Data) *upstream.Client {
	return upstream.Pooled(strings.TrimPrefix(data.URL(), "http://"))
}

func exchange(client *upstream.Client, limit time.Duration) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	body, err := client.Exchange(ctx, payload.Query{Size: "5000", Text: "size=5000"})
	if err != nil {
		return "", err
	}
	defer body.Release()
	return string(body.Bytes), nil
}

func Test_bodies_come_over_every_kind_of_connection(t *testing.T) {
	data := fakedata.Start(t, fakedata.Memfd)
	for name, client := range map[string]*upstream.Client{
		"pooled":   pooled(data),
		"unpooled": upstream.Unpooled(strings.TrimPrefix(data.URL(), "http://")),
		"unix":     upstream.UnixSocket(filepath.Join(data.Shared, "http.sock")),
	} {
		for range 3 {
			if body, err := exchange(client, time.Second); err != nil || body != string(fakedata.Body(5000, "repetitive", 1)) {
				t.Errorf("%s: %d bytes, %v", name, len(body), err)
			}
		}
		client.Close()
	}
}

func Test_a_restart_is_not_noticed_over_kept_connections(t *testing.T) {
	data := fakedata.Start(t, fakedata.Memfd)
	client := pooled(data)
	var workers sync.WaitGroup
	for range 8 {
		workers.Go(func() { _, _ = exchange(client, time.Second) })
	}
	workers.Wait()
	data.Kill()
	data.Start()
	for range 10 {
		if _, err := exchange(client, time.Second); err != nil {
			t.Error(err)
		}
	}
}

func Test_trouble_of_users_data_is_a_gateway_problem(t *testing.T) {
	for name, trouble := range map[string]struct {
		answer func(http.ResponseWriter, *http.Request)
		status int
		reason string
	}{
		"it fails":              {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(500) }, 502, "upstream_broken"},
		"it is somebody else":   {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(404) }, 502, "upstream_broken"},
		"it says no length":     {unsized, 502, "upstream_broken"},
		"it says another sum":   {missummed, 502, "upstream_broken"},
		"it breaks off":         {broken, 502, "upstream_broken"},
		"it is silent":          {silent, 504, "upstream_timeout"},
		"it refuses in text":    {func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "no", 400) }, 502, "upstream_broken"},
		"it refuses in JSON":    {refusing(400), 400, "a_reason"},
		"it has no memory left": {refusing(503), 503, "a_reason"},
	} {
		t.Run(name, func(t *testing.T) {
			data := fakedata.Start(t, fakedata.Memfd)
			data.Break(fakedata.Faults{Answer: trouble.answer})
			_, err := exchange(pooled(data), 200*time.Millisecond)
			told, is := err.(*problem.Problem)
			if !is || told.Status != trouble.status || told.Reason != trouble.reason {
				t.Errorf("%v", err)
			}
		})
	}
}

func unsized(w http.ResponseWriter, _ *http.Request) {
	w.(http.Flusher).Flush()
	_, _ = w.Write([]byte("body"))
}

func missummed(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("X-Checksum", payload.Checksum([]byte("another")))
	_, _ = w.Write([]byte("body"))
}

func broken(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Length", "1000")
	_, _ = w.Write([]byte("body"))
}

func silent(_ http.ResponseWriter, request *http.Request) { <-request.Context().Done() }

func refusing(status int) func(http.ResponseWriter, *http.Request) {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		fmt.Fprintf(w, `{"title":"No","status":%d,"detail":"It is so.","reason":"a_reason"}`, status)
	}
}

func Test_users_data_that_is_down_is_told_at_once(t *testing.T) {
	data := fakedata.Start(t, fakedata.Memfd)
	data.Kill()
	begin := time.Now()
	_, err := exchange(pooled(data), time.Minute)
	if problem.ReasonOf(err) != "upstream_broken" || time.Since(begin) > 10*time.Second {
		t.Errorf("%v after %s", err, time.Since(begin))
	}
}

func Test_a_broken_connection_is_tried_once_more_and_no_further(t *testing.T) {
	data := fakedata.Start(t, fakedata.Memfd)
	var asked atomic.Int64
	data.Break(fakedata.Faults{Answer: func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		panic(http.ErrAbortHandler)
	}})
	if _, err := exchange(pooled(data), time.Second); problem.ReasonOf(err) != "upstream_broken" || asked.Load() != 2 {
		t.Errorf("%v after %d requests", err, asked.Load())
	}
}

func Test_announcements_are_judged(t *testing.T) {
	data := fakedata.Start(t, fakedata.Memfd)
	client := pooled(data)
	ctx := context.Background()
	said, err := client.Announce(ctx, payload.Query{Text: "size=5000"})
	if err != nil || said.Length != 5000 || said.Writer != data.Writer() || said.Generation != 1 || said.Revision != 1 {
		t.Fatalf("%+v, %v", said, err)
	}
	for _, bad := range []string{
		`{`, `{"writer":"../../etc/passwd","length":1}`, `{"writer":"0123456789abcdef","length":0}`,
		`{"writer":"0123456789abcdef","length":16777217}`, `{"writer":"0123456789ABCDEF","length":1}`,
	} {
		data.Break(fakedata.Faults{Answer: func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(bad)) }})
		if _, err := client.Announce(ctx, payload.Query{}); problem.ReasonOf(err) != "upstream_broken" {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

func Test_a_revision_is_asked_for_and_changed(t *testing.T) {
	data := fakedata.Start(t, fakedata.Memfd)
	client := pooled(data)
	if err := client.Revise(context.Background(), 7); err != nil {
		t.Fatal(err)
	}
	if now, err := client.Revision(context.Background()); now != 7 || err != nil {
		t.Errorf("%d, %v", now, err)
	}
}

func Test_a_unix_socket_of_another_user_is_not_believed(t *testing.T) {
	data := fakedata.Start(t, fakedata.Memfd)
	path := filepath.Join(data.Shared, "http.sock")
	fakedata.ListenAsAnother(t, path)
	if _, err := exchange(upstream.UnixSocket(path), time.Second); problem.ReasonOf(err) != "writer_foreign" {
		t.Error(err)
	}
}

func Test_a_body_without_a_length_is_told_so(t *testing.T) {
	data := fakedata.Start(t, fakedata.Memfd)
	data.Break(fakedata.Faults{Answer: unsized})
	_, err := exchange(pooled(data), time.Second)
	if err == nil || err.Error() != "upstream_broken: users-data gave no usable answer: its body has no length." {
		t.Error(err)
	}
}
