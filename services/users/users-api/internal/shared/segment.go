package shared

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"dev.versus/services/users-api/internal/payload"
	"dev.versus/services/users-api/internal/settings"
	"dev.versus/services/users-api/internal/upstream"
	"golang.org/x/sys/unix"
)

// segments is where multiprocessing.shared_memory has its segments on Linux.
const segments = "/dev/shm"

// Segment takes bodies from named segments that users-data has written completely before it announces them. Nothing keeps others from
// changing or shortening a segment, so each body is copied out and the copy is verified.
type Segment struct {
	signal Signal
	folder string
	prefix string
}

// NewSegment finds the segments of the deployment that a shared folder belongs to.
func NewSegment(signal Signal, shared string) *Segment {
	return &Segment{signal, segments, filepath.Base(shared)}
}

// Exchange returns the body that users-data announces.
func (s *Segment) Exchange(ctx context.Context, query payload.Query) (*payload.Payload, error) {
	return exchange(ctx, s.signal, s, query)
}

// Close does nothing: no segment stays open.
func (s *Segment) Close() {}

func (s *Segment) name() string { return settings.Segment }

// has tells whether the announced name is <prefix>.<writer>.<generation>.<drawn>, of which nobody can know the drawn digits beforehand.
func (s *Segment) has(said *upstream.Announcement) bool {
	drawn, is := strings.CutPrefix(said.Name, fmt.Sprintf("%s.%s.%d.", s.prefix, said.Writer, said.Generation))
	return is && len(drawn) == 8 && strings.Trim(drawn, "0123456789abcdef") == ""
}

func (s *Segment) take(_ context.Context, _ payload.Query, said *upstream.Announcement) (*payload.Payload, error) {
	if !s.has(said) {
		return nil, corrupt(fmt.Sprintf("the segment %q was announced, which is none of this writer and generation", said.Name))
	}
	file, err := openSegment(filepath.Join(s.folder, said.Name))
	if errors.Is(err, os.ErrNotExist) {
		return nil, goneBecause("segment_gone", fmt.Sprintf("The segment of generation %d is gone.", said.Generation))
	}
	if err != nil {
		return nil, corrupt(err.Error())
	}
	defer file.Close()
	found, err := copied(file, said)
	if err != nil {
		return nil, corrupt(err.Error())
	}
	found.Revision, found.Writer = strconv.FormatUint(said.Revision, 10), said.Writer
	return found, nil
}

func copied(file *os.File, said *upstream.Announcement) (*payload.Payload, error) {
	if err := headerOf(file, said); err != nil {
		return nil, err
	}
	found, err := payload.Read(io.NewSectionReader(file, headerSize, int64(said.Length)), said.Length)
	if err != nil {
		return nil, fmt.Errorf("it ends before its %d bytes", said.Length)
	}
	if err := found.Verify(said.Checksum); err != nil {
		found.Release()
		return nil, err
	}
	return found, nil
}

// The header is little-endian, but for the checksum, whose bytes are in their canonical order.
const (
	headerSize    = 64
	headerVersion = 1
)

var magic = [8]byte([]byte("USERSSHM"))

type header struct {
	Magic      [8]byte
	Version    uint32
	Size       uint32
	Generation uint64
	Revision   uint64
	Length     uint64
	Checksum   [16]byte
	_          uint64
}

func headerOf(file *os.File, said *upstream.Announcement) error {
	var found header
	if err := binary.Read(io.NewSectionReader(file, 0, headerSize), binary.LittleEndian, &found); err != nil {
		return errors.New("it ends within its header")
	}
	if found.Magic != magic || found.Version != headerVersion || found.Size != headerSize {
		return fmt.Errorf("it begins with %q, version %d, and not with %q, version %d", found.Magic, found.Version, magic, headerVersion)
	}
	if found.Generation != said.Generation || found.Revision != said.Revision || found.Length != uint64(said.Length) {
		return fmt.Errorf("its header says generation %d, revision %d, %d bytes, and the announcement generation %d, revision %d, %d bytes",
			found.Generation, found.Revision, found.Length, said.Generation, said.Revision, said.Length)
	}
	return nil
}

var errForeign = errors.New("it is no regular file of this user")

// openSegment opens a regular file of this user for reading, and follows no link.
func openSegment(path string) (*os.File, error) {
	descriptor, err := unix.Open(path, unix.O_RDONLY|unix.O_NOFOLLOW|unix.O_CLOEXEC|unix.O_NONBLOCK, 0)
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: filepath.Base(path), Err: err}
	}
	var status unix.Stat_t
	err = unix.Fstat(descriptor, &status)
	if err == nil && (status.Mode&unix.S_IFMT != unix.S_IFREG || status.Uid != uint32(os.Geteuid())) {
		err = errForeign
	}
	if err != nil {
		_ = unix.Close(descriptor)
		return nil, err
	}
	return os.NewFile(uintptr(descriptor), path), nil
}
