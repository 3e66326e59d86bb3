package server_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"dev.versus/services/users-api/internal/fakedata"
	"dev.versus/services/users-api/internal/paths"
	"dev.versus/services/users-api/internal/payload"
	"dev.versus/services/users-api/internal/problem"
	"dev.versus/services/users-api/internal/server"
	"dev.versus/services/users-api/internal/settings"
)

var all = []string{
	"/api/users-via-api", "/api/users-via-api-unpooled", "/api/users-via-unix-socket", "/api/users-via-shm", "/api/users-by-size",
	"/api/users-from-memory",
}

func start(t *testing.T, transport string) (*fakedata.Data, *httptest.Server) {
	t.Helper()
	return startWith(t, map[string]string{"USERS_TRANSPORT": transport, "USERS_TIMEOUT": "3s"})
}

func startWith(t *testing.T, variables map[string]string) (*fakedata.Data, *httptest.Server) {
	t.Helper()
	data := fakedata.Start(t, variables["USERS_TRANSPORT"])
	variables["USERS_DATA"], variables["USERS_SHARED"] = data.URL(), data.Shared
	told, err := settings.Of(func(name string) string { return variables[name] })
	if err != nil {
		t.Fatal(err)
	}
	ways := paths.Open(told)
	serving := httptest.NewServer(server.Handler(ways, told))
	t.Cleanup(ways.Close)
	t.Cleanup(serving.Close)
	return data, serving
}

func get(t *testing.T, address string) (*http.Response, []byte) {
	t.Helper()
	answer, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer, body
}

func Test_every_path_gives_the_same_bytes_with_their_headers(t *testing.T) {
	for _, transport := range []string{settings.Memfd, settings.Segment, settings.Naive} {
		data, serving := start(t, transport)
		for _, path := range all {
			for _, parameters := range []string{"", "?size=1024", "?size=20000&pattern=random", "?parse=true", "?parse=false&size=16384"} {
				answer, body := get(t, serving.URL+path+parameters)
				size, pattern := 256873, "repetitive"
				if found := regexp.MustCompile(`size=(\d+)`).FindStringSubmatch(parameters); found != nil {
					size, _ = strconv.Atoi(found[1])
				}
				if strings.Contains(parameters, "random") {
					pattern = "random"
				}
				expected := fakedata.Body(size, pattern, 1)
				if answer.StatusCode != http.StatusOK || string(body) != string(expected) {
					t.Errorf("%s %s%s: %s, %d bytes", transport, path, parameters, answer.Status, len(body))
				}
				checkHeaders(t, data, path, size, answer)
				if sum := payload.Checksum(expected); answer.Header.Get("X-Checksum") != sum {
					t.Errorf("%s%s: %v", path, parameters, answer.Header)
				}
			}
		}
	}
}

func checkHeaders(t *testing.T, data *fakedata.Data, path string, size int, answer *http.Response) {
	t.Helper()
	writer := ""
	if strings.HasSuffix(path, "shm") || (strings.HasSuffix(path, "by-size") && size >= 16384) {
		writer = data.Writer()
	}
	for name, expected := range map[string]string{
		"Content-Type": "application/json", "Content-Length": strconv.Itoa(size), "X-Revision": "1", "X-Writer": writer,
	} {
		if found := answer.Header.Get(name); found != expected {
			t.Errorf("%s of %d bytes: %s is %q and not %q", path, size, name, found, expected)
		}
	}
	if timing := answer.Header.Get("Server-Timing"); !regexp.MustCompile(`^exchange;dur=\d+\.\d{3}$`).MatchString(timing) {
		t.Errorf("Server-Timing is %q", timing)
	}
}

func Test_refusals_of_users_data_go_through_unchanged(t *testing.T) {
	data, serving := start(t, settings.Memfd)
	expected, refusal := get(t, data.URL()+"/api/users?size=5")
	for _, path := range all {
		answer, body := get(t, serving.URL+path+"?size=5")
		if answer.StatusCode != expected.StatusCode || string(body) != string(refusal) ||
			answer.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %s %s", path, answer.Status, body)
		}
	}
}

func Test_what_cannot_be_asked_is_refused(t *testing.T) {
	_, serving := start(t, settings.Memfd)
	for target, status := range map[string]int{
		"/": 404, "/api/users": 404, "/api/users-via-shm/": 404, "/api/users-via-shm?parse=yes": 400,
		"/api/users-via-shm?parse=true&parse=true": 400, "/api/users-via-shm?parse": 400, "/api/users-via-shm?size=%zz": 400,
	} {
		answer, body := get(t, serving.URL+target)
		checkProblem(t, answer, body, status)
	}
}

func Test_methods_other_than_get_are_refused(t *testing.T) {
	_, serving := start(t, settings.Memfd)
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS", "PATCH"} {
		request, _ := http.NewRequest(method, serving.URL+"/api/users-via-shm", nil)
		answer, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(answer.Body)
		answer.Body.Close()
		checkProblem(t, answer, body, http.StatusMethodNotAllowed)
		if answer.Header.Get("Allow") != "GET" {
			t.Errorf("%s: %v", method, answer.Header)
		}
	}
}

func checkProblem(t *testing.T, answer *http.Response, body []byte, status int) {
	t.Helper()
	var told problem.Problem
	if err := json.Unmarshal(body, &told); err != nil || told.Status != status || told.Title == "" || told.Detail == "" || told.Reason == "" {
		t.Errorf("%s: %s", answer.Request.URL, body)
	}
	if answer.StatusCode != status || answer.Header.Get("Content-Type") != "application/problem+json" {
		t.Errorf("%s: %s %v", answer.Request.URL, answer.Status, answer.Header)
	}
}

func Test_trouble_is_a_clear_answer_and_ends_with_its_cause(t *testing.T) {
	data, serving := start(t, settings.Memfd)
	data.Kill()
	for _, path := range all {
		answer, body := get(t, serving.URL+path)
		checkProblem(t, answer, body, http.StatusBadGateway)
	}
	data.Start()
	data.Break(fakedata.Faults{Unsealed: true})
	answer, body := get(t, serving.URL+"/api/users-via-shm")
	checkProblem(t, answer, body, http.StatusServiceUnavailable)
	data.Break(fakedata.Faults{Answer: func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }})
	answer, body = get(t, serving.URL+"/api/users-via-api")
	checkProblem(t, answer, body, http.StatusGatewayTimeout)
	data.Break(fakedata.Faults{})
	data.Revise(2)
	for _, path := range all {
		if answer, _ := get(t, serving.URL+path); answer.StatusCode != http.StatusOK {
			t.Errorf("%s: %s", path, answer.Status)
		}
	}
}

func Test_the_service_is_healthy_without_users_data(t *testing.T) {
	data, serving := start(t, settings.Memfd)
	data.Kill()
	if answer, body := get(t, serving.URL+"/health"); answer.StatusCode != http.StatusOK || string(body) != `{"status":"ok"}` {
		t.Errorf("%s %s", answer.Status, body)
	}
}

func Test_one_request_allocates_little_whatever_the_size(t *testing.T) {
	if raced {
		t.Skip("skipped: pools keep less under the race detector")
	}
	_, serving := start(t, settings.Memfd)
	for _, path := range all {
		request := httptest.NewRequest(http.MethodGet, path+"?size=4194304", nil)
		answer := discard{http.Header{}}
		handler := serving.Config.Handler
		handler.ServeHTTP(answer, request)
		before := allocated()
		const times = 20
		for range times {
			handler.ServeHTTP(answer, request)
		}
		if each := (allocated() - before) / times; each > 1<<20 {
			t.Errorf("%s allocates %d bytes a request", path, each)
		}
	}
}

func allocated() uint64 {
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	return now.TotalAlloc
}

// discard takes an answer and keeps nothing.
type discard struct{ header http.Header }

func (d discard) Header() http.Header         { return d.header }
func (d discard) Write(b []byte) (int, error) { return len(b), nil }
func (d discard) WriteHeader(int)             {}

func Test_a_client_that_goes_away_frees_what_it_used(t *testing.T) {
	data, serving := start(t, settings.Memfd)
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	// Every body is of a new revision, so that only clients can keep the memory of older ones.
	revision := uint64(1)
	leave := func(times int) {
		for range times {
			revision++
			data.Revise(revision)
			answer, err := client.Get(serving.URL + "/api/users-via-shm?size=4194304")
			if err != nil {
				t.Fatal(err)
			}
			answer.Body.Close()
		}
	}
	leave(5)
	waitUntil(t, "only the newest body is mapped", func() bool { return fakedata.MappedBodies(t) == 1 })
	descriptors := fakedata.OpenDescriptors(t)
	leave(20)
	waitUntil(t, "only the newest body is mapped", func() bool { return fakedata.MappedBodies(t) == 1 })
	waitUntil(t, "no more descriptors are open than before", func() bool { return fakedata.OpenDescriptors(t) <= descriptors+1 })
	if answer, body := get(t, serving.URL+"/api/users-via-shm?size=1024"); answer.StatusCode != http.StatusOK || len(body) != 1024 {
		t.Errorf("%s, %d bytes", answer.Status, len(body))
	}
}

func waitUntil(t *testing.T, told string, is func() bool) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); !is(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("it never comes that %s", told)
		}
	}
}

// slow is a client that takes nothing of a body until it is let.
type slow struct {
	discard
	begun, let chan struct{}
}

func (s slow) Write(b []byte) (int, error) {
	close(s.begun)
	<-s.let
	return len(b), nil
}

func Test_bodies_that_slow_clients_leave_under_way_are_bounded(t *testing.T) {
	for _, asked := range []string{"?size=16777216", "?size=8000000&parse=true"} {
		_, serving := startWith(t, map[string]string{
			"USERS_TRANSPORT": settings.Memfd, "USERS_TIMEOUT": "500ms", "USERS_UNDER_WAY": "16777216",
		})
		client := slow{discard{http.Header{}}, make(chan struct{}), make(chan struct{})}
		var serves sync.WaitGroup
		serves.Go(func() {
			serving.Config.Handler.ServeHTTP(client, httptest.NewRequest(http.MethodGet, "/api/users-via-shm"+asked, nil))
		})
		<-client.begun
		answer, body := get(t, serving.URL+"/api/users-via-api?size=1024")
		checkProblem(t, answer, body, http.StatusServiceUnavailable)
		if !strings.Contains(string(body), `"reason":"busy"`) {
			t.Errorf("%s", body)
		}
		close(client.let)
		serves.Wait()
		if answer, _ := get(t, serving.URL+"/api/users-via-api?size=1024"); answer.StatusCode != http.StatusOK {
			t.Error(answer.Status)
		}
	}
}
