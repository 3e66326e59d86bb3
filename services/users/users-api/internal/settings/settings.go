// Package settings reads what users-api is told by its environment. A blank variable gives its default, and a value that is not understood
// an error of one sentence.
package settings

import (
	"fmt"
	"net"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"dev.versus/services/users-api/internal/payload"
)

// Transports of shared memory.
const (
	Memfd   = "memfd"
	Segment = "segment"
	Naive   = "naive"
)

// Ways of the signal, which is HTTP on both.
const (
	Unix = "unix"
	TCP  = "tcp"
)

// Whether requests that wait at the same time share an exchange.
const (
	Grouped = "grouped"
	Single  = "single"
)

const (
	longestTimeout = time.Hour
	longestFolder  = 85 // The path of a Unix socket has 107 bytes, and the longest name of a socket 22 with its slash.
	segments       = "/dev/shm"
	mostBytes      = 1 << 40
)

var folder = regexp.MustCompile(`^(/[A-Za-z0-9._-]{1,200})+$`)

// Settings is everything that users-api may be told.
type Settings struct {
	// Address is where it listens, as host:port.
	Address string
	// Data is where users-data answers, as host:port.
	Data string
	// Shared is the folder that the two services share.
	Shared    string
	Transport string
	// Signal is how users-data is asked to have a body in shared memory.
	Signal string
	// Exchanges says whether requests share one on the path of shared memory.
	Exchanges string
	// Size in bytes and Pattern are those of users-data for a request that names none.
	Size    int
	Pattern string
	// Threshold is the smallest size in bytes that goes through shared memory where the size decides.
	Threshold int
	// Timeout is the longest time for one exchange.
	Timeout time.Duration
	// UnderWay is how many bytes of bodies may be under way to clients at the same time.
	UnderWay int64
}

// Of reads the settings from variables.
func Of(variable func(string) string) (Settings, error) {
	read := reader{variable: variable}
	found := Settings{
		Address:   net.JoinHostPort(read.text("HOST", "127.0.0.1"), read.port("PORT", "8080")),
		Data:      read.address("USERS_DATA", "http://users-data:5000"),
		Shared:    read.folder("USERS_SHARED", "/dev/shm/users"),
		Transport: read.choice("USERS_TRANSPORT", Memfd, Segment, Naive),
		Signal:    read.choice("USERS_SIGNAL", Unix, TCP),
		Exchanges: read.choice("USERS_EXCHANGES", Grouped, Single),
		Size:      int(read.bytes("USERS_SIZE", 256873, payload.Smallest, payload.Largest)),
		Pattern:   read.choice("USERS_PATTERN", "repetitive", "random"),
		Threshold: int(read.bytes("USERS_THRESHOLD", 16384, 0, mostBytes)),
		Timeout:   read.duration("USERS_TIMEOUT", 5*time.Second),
		UnderWay:  read.bytes("USERS_UNDER_WAY", 256<<20, payload.Largest, mostBytes),
	}
	if found.Transport != Memfd && filepath.Dir(found.Shared) != segments {
		read.refuse("USERS_SHARED", found.Shared, "a folder in "+segments+" for the transport "+found.Transport+
			", whose segments are there and carry its name")
	}
	return found, read.err
}

// reader keeps the first thing that is wrong.
type reader struct {
	variable func(string) string
	err      error
}

func (r *reader) text(name, fallback string) string {
	if text := strings.TrimSpace(r.variable(name)); text != "" {
		return text
	}
	return fallback
}

func (r *reader) refuse(name, text, expected string) {
	if r.err == nil {
		r.err = fmt.Errorf("%s is %q, but must be %s", name, text, expected)
	}
}

func (r *reader) port(name, fallback string) string {
	text := r.text(name, fallback)
	if _, is := whole(text, 1, 65535); !is {
		r.refuse(name, text, "a whole number from 1 to 65535")
	}
	return text
}

func (r *reader) address(name, fallback string) string {
	text := strings.TrimSuffix(r.text(name, fallback), "/")
	address, err := url.Parse(text)
	if err != nil || address.Scheme != "http" || address.Host == "" || text != "http://"+address.Host {
		r.refuse(name, text, "an address such as http://users-data:5000")
	}
	if address != nil && address.Port() == "" {
		return net.JoinHostPort(address.Hostname(), "80")
	}
	return strings.TrimPrefix(text, "http://")
}

func (r *reader) folder(name, fallback string) string {
	text := strings.TrimRight(r.text(name, fallback), "/")
	if !folder.MatchString(text) || len(text) > longestFolder || text != filepath.Clean(text) {
		r.refuse(name, text, fmt.Sprintf(
			"an absolute path of letters, digits, dots, dashes and underscores, %d bytes at most", longestFolder))
	}
	return text
}

func (r *reader) choice(name string, choices ...string) string {
	text := r.text(name, choices[0])
	if !slices.Contains(choices, text) {
		r.refuse(name, text, "one of "+strings.Join(choices, ", "))
	}
	return text
}

func (r *reader) bytes(name string, fallback, least, most int64) int64 {
	text := r.text(name, strconv.FormatInt(fallback, 10))
	number, is := whole(text, least, most)
	if !is {
		r.refuse(name, text, fmt.Sprintf("a whole number of bytes from %d to %d", least, most))
	}
	return number
}

// whole understands a number without a sign and without zeros in front.
func whole(text string, least, most int64) (int64, bool) {
	number, err := strconv.ParseInt(text, 10, 64)
	return number, err == nil && strconv.FormatInt(number, 10) == text && least <= number && number <= most
}

func (r *reader) duration(name string, fallback time.Duration) time.Duration {
	text := r.text(name, fallback.String())
	duration, err := time.ParseDuration(text)
	if err != nil || duration <= 0 || duration > longestTimeout {
		r.refuse(name, text, "a duration such as 500ms, 5s or 1m")
	}
	return duration
}
