package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"testing"
	"time"
)

// served is how a server answers in a test.
type served struct {
	revision int64
	body     []byte
	checksum string
}

func (s served) ServeHTTP(writer http.ResponseWriter, _ *http.Request) {
	writer.Header().Set("Content-Type", "application/json")
	writer.Header().Set("Content-Length", strconv.Itoa(len(s.body)))
	writer.Header().Set("X-Revision", strconv.FormatInt(s.revision, 10))
	writer.Header().Set("X-Checksum", s.checksum)
	_, _ = writer.Write(s.body)
}

func right(revision int64) served {
	return served{revision: revision, body: data(revision), checksum: checksum(data(revision))}
}

// soakOn is a soak under way on a server, at the time at which revision 6 was acknowledged and 7 is under way.
func soakOn(t *testing.T, handler http.Handler) *Reader {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	client := server.Client()
	client.Timeout = 200 * time.Millisecond
	soak := &Soak{
		plan: Plan{Size: len(data(1))}, api: &Service{address: server.URL}, client: client,
		template: derived(t), ledger: newLedger(6), tally: newTally(1),
	}
	soak.ledger.begin()
	return soak.reader()
}

func TestEveryByteOfAnAnswerIsChecked(t *testing.T) {
	torn := right(7)
	torn.body = append(append([]byte{}, data(7)[:200]...), data(6)[200:]...)
	torn.checksum = checksum(torn.body)
	flipped := right(7)
	flipped.body[len(flipped.body)-1] ^= 1
	flipped.checksum = checksum(flipped.body)
	mislabelled := right(6)
	mislabelled.revision = 7
	short := right(7)
	short.body = short.body[:100]
	unsummed := right(7)
	unsummed.checksum = checksum(data(6))
	for name, one := range map[string]struct {
		served served
		want   string
	}{
		"right":              {right(7), ""},
		"right, the last":    {right(6), ""},
		"stale":              {right(5), wrongStale},
		"of nobody":          {right(8), wrongUnknown},
		"torn":               {torn, wrongTorn},
		"another byte":       {flipped, wrongBytes},
		"another revision":   {mislabelled, wrongBytes},
		"short":              {short, wrongLength},
		"another checksum":   {unsummed, wrongChecksum},
		"without a revision": {served{revision: 0, body: data(7)}, wrongUnknown},
	} {
		t.Run(name, func(t *testing.T) {
			reader := soakOn(t, one.served)
			header, err := reader.ask(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if _, got, example := reader.check(header, reader.soak.ledger.now()); got != one.want {
				t.Errorf("%q (%s), want %q", got, example, one.want)
			}
		})
	}
}

func TestErrorsAreNamedAndToldClearFromUnclear(t *testing.T) {
	problem := func(status int, kind, text string) http.HandlerFunc {
		return func(writer http.ResponseWriter, _ *http.Request) {
			writer.Header().Set("Content-Type", kind)
			writer.WriteHeader(status)
			fmt.Fprint(writer, text)
		}
	}
	for name, one := range map[string]struct {
		handler http.HandlerFunc
		want    string
		clear   bool
	}{
		"a reason":        {problem(503, "application/problem+json", `{"reason":"segment_gone"}`), "segment_gone", true},
		"no reason":       {problem(503, "application/problem+json", `{}`), "503 without a reason", false},
		"no problem":      {problem(500, "application/json", `{"reason":"x"}`), "500 without a reason", false},
		"text":            {problem(500, "text/plain", "Internal Server Error"), "500 without a reason", false},
		"no answer":       {func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, "closed", true},
		"a slow answer":   {func(http.ResponseWriter, *http.Request) { time.Sleep(400 * time.Millisecond) }, "timed out", false},
		"half an answer":  {half(200), "closed", true},
		"a mere head":     {half(0), "closed", true},
		"a whole problem": {problem(502, "application/problem+json", `{"reason":"upstream_broken","detail":"d"}`), "upstream_broken", true},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := soakOn(t, one.handler).ask(t.Context())
			if err == nil {
				t.Fatal("no error")
			}
			if kind, clear := kindOf(err); kind != one.want || clear != one.clear {
				t.Errorf("%q, clear %v, of %v; want %q, %v", kind, clear, err, one.want, one.clear)
			}
		})
	}
}

// half promises a whole body and sends so many bytes of it.
func half(bytes int) http.HandlerFunc {
	return func(writer http.ResponseWriter, _ *http.Request) {
		writer.Header().Set("Content-Length", strconv.Itoa(len(data(7))))
		_, _ = writer.Write(data(7)[:bytes])
		_ = http.NewResponseController(writer).Flush()
		panic(http.ErrAbortHandler)
	}
}

func TestARefusedConnectionIsClear(t *testing.T) {
	reader := soakOn(t, right(7))
	reader.url = "http://127.0.0.1:1/"
	_, err := reader.ask(t.Context())
	if kind, clear := kindOf(err); kind != "refused" || !clear {
		t.Errorf("%q, clear %v", kind, clear)
	}
}
