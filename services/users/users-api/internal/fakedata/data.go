package fakedata

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"dev.versus/services/users-api/internal/payload"
	"dev.versus/services/users-api/internal/upstream"
)

// The transports, by the names of their setting.
const (
	Memfd   = "memfd"
	Segment = "segment"
	Naive   = "naive"
)

// Faults are what a test breaks. The zero value breaks nothing.
type Faults struct {
	// Checksum is told in the place of the right one, wherever one is told.
	Checksum string
	// Unsealed leaves memory open to changes.
	Unsealed bool
	// Missing is how many bytes at the end memory lacks.
	Missing int
	// Descriptors is how many descriptors are handed out beside the one.
	Descriptors int
	// Refusal is the reason for which no descriptor is handed out.
	Refusal string
	// Mute answers no request for a descriptor.
	Mute bool
	// Muted is called for each request for a descriptor that is not answered.
	Muted func()
	// Announced is called when a body was announced, before anybody hears of it.
	Announced func(*upstream.Announcement)
	// Answer is called in the place of the HTTP answer.
	Answer func(http.ResponseWriter, *http.Request)
}

// Data is one deployment's users-data.
type Data struct {
	Shared string
	// Signals and Handed count announcements and descriptors.
	Signals, Handed atomic.Int64

	test      testing.TB
	transport string
	address   string

	lock       sync.Mutex
	faults     Faults
	revision   uint64
	writer     string
	generation uint64
	published  map[string]*published
	stop       func()
}

type published struct {
	upstream.Announcement
	memory *os.File
	body   []byte
}

// Start starts one with a folder of its own in /dev/shm, which goes with the test.
func Start(test testing.TB, transport string) *Data {
	test.Helper()
	shared, err := os.MkdirTemp("/dev/shm", "users-test-")
	if err != nil {
		test.Fatal(err)
	}
	data := &Data{Shared: shared, test: test, transport: transport, address: "127.0.0.1:0"}
	test.Cleanup(func() {
		data.Kill()
		left, _ := filepath.Glob(shared + "*")
		for _, one := range left {
			os.RemoveAll(one)
		}
	})
	data.Start()
	return data
}

// URL returns where it answers, also after a restart.
func (d *Data) URL() string { return "http://" + d.address }

// Start starts it as a new writer, at revision 1.
func (d *Data) Start() {
	d.test.Helper()
	d.lock.Lock()
	defer d.lock.Unlock()
	d.writer, d.generation, d.revision, d.published = drawn(8), 0, 1, map[string]*published{}
	listener := d.listen("tcp", d.address)
	d.address = listener.Addr().String()
	os.Remove(filepath.Join(d.Shared, "http.sock"))
	local := d.listen("unix", filepath.Join(d.Shared, "http.sock"))
	local.(*net.UnixListener).SetUnlinkOnClose(false)
	serving := &http.Server{Handler: d}
	go serving.Serve(listener)
	go serving.Serve(local)
	handing := d.handOut()
	d.stop = func() {
		listener.Close()
		local.Close()
		serving.Close()
		handing()
	}
}

// drawn returns so many random bytes in hexadecimal digits.
func drawn(bytes int) string {
	drawn := make([]byte, bytes)
	_, _ = rand.Read(drawn)
	return hex.EncodeToString(drawn)
}

func (d *Data) listen(network, address string) net.Listener {
	d.test.Helper()
	listener, err := net.Listen(network, address)
	if err != nil {
		d.test.Fatal(err)
	}
	return listener
}

// Kill ends it as kill -9 does: connections break, and names stay.
func (d *Data) Kill() {
	d.lock.Lock()
	stop := d.stop
	d.stop = nil
	for _, one := range d.published {
		if one.memory != nil {
			one.memory.Close()
		}
	}
	d.published = nil
	d.lock.Unlock()
	if stop != nil {
		stop()
	}
}

// Break makes it break from now on.
func (d *Data) Break(faults Faults) {
	d.lock.Lock()
	defer d.lock.Unlock()
	d.faults = faults
}

// Revise makes all later bodies of a revision.
func (d *Data) Revise(revision uint64) {
	d.lock.Lock()
	defer d.lock.Unlock()
	d.revision = revision
}

// Writer returns the name of the process that now writes.
func (d *Data) Writer() string {
	d.lock.Lock()
	defer d.lock.Unlock()
	return d.writer
}

func (d *Data) broken() Faults {
	d.lock.Lock()
	defer d.lock.Unlock()
	return d.faults
}

func (d *Data) ServeHTTP(w http.ResponseWriter, request *http.Request) {
	if answer := d.broken().Answer; answer != nil {
		answer(w, request)
		return
	}
	switch request.URL.Path {
	case "/api/users":
		d.users(w, request)
	case "/api/write-to-shm":
		d.announce(w, request)
	case "/api/revision":
		d.revise(w, request)
	default:
		http.NotFound(w, request)
	}
}

func (d *Data) revise(w http.ResponseWriter, request *http.Request) {
	var asked struct {
		Revision uint64 `json:"revision"`
	}
	if request.Method == http.MethodPut {
		_ = json.NewDecoder(request.Body).Decode(&asked)
		d.Revise(asked.Revision)
	}
	d.lock.Lock()
	defer d.lock.Unlock()
	fmt.Fprintf(w, `{"revision":%d}`, d.revision)
}

// key reads a query, and refuses a size as users-data does.
func key(w http.ResponseWriter, request *http.Request) (int, string, bool) {
	values := request.URL.Query()
	size, pattern := 256873, "repetitive"
	if text := values.Get("size"); text != "" {
		asked, err := strconv.Atoi(text)
		if err != nil || asked < 1024 || asked > payload.Largest {
			w.Header().Set("Content-Type", "application/problem+json")
			w.WriteHeader(http.StatusBadRequest)
			fmt.Fprintf(w, `{"title":"Bad Request","status":400,"detail":"The parameter size is %s.","reason":"invalid_parameter"}`, text)
			return 0, "", false
		}
		size = asked
	}
	if text := values.Get("pattern"); text != "" {
		pattern = text
	}
	return size, pattern, true
}

func (d *Data) users(w http.ResponseWriter, request *http.Request) {
	size, pattern, valid := key(w, request)
	if !valid {
		return
	}
	found := d.publish(size, pattern)
	w.Header().Set("X-Checksum", found.Checksum)
	w.Header().Set("X-Revision", strconv.FormatUint(found.Revision, 10))
	w.Header().Set("Content-Length", strconv.Itoa(size))
	_, _ = w.Write(found.body)
}

func (d *Data) announce(w http.ResponseWriter, request *http.Request) {
	size, pattern, valid := key(w, request)
	if !valid {
		return
	}
	d.Signals.Add(1)
	said := d.publish(size, pattern).Announcement
	if announced := d.broken().Announced; announced != nil {
		announced(&said)
	}
	_ = json.NewEncoder(w).Encode(said)
}

// publish makes the current body of a key, unless it exists.
func (d *Data) publish(size int, pattern string) *published {
	d.lock.Lock()
	defer d.lock.Unlock()
	name := fmt.Sprint(size, " ", pattern)
	if old := d.published[name]; old != nil && old.Revision == d.revision && d.transport != Naive {
		return old
	}
	d.generation++
	made := &published{body: Body(size, pattern, d.revision)}
	made.Announcement = upstream.Announcement{
		Transport: d.transport, Writer: d.writer, Generation: d.generation, Length: size,
		Checksum: payload.Checksum(made.body), Revision: d.revision,
	}
	if d.faults.Checksum != "" {
		made.Checksum = d.faults.Checksum
	}
	d.write(made)
	if old := d.published[name]; old != nil && old.memory != nil {
		old.memory.Close()
	}
	if d.published != nil {
		d.published[name] = made
	}
	return made
}

// Path returns where something beside the folder is, whose name begins with the folder's.
func (d *Data) Path(suffix ...any) string {
	return d.Shared + "." + strings.ReplaceAll(fmt.Sprint(suffix...), " ", ".")
}
