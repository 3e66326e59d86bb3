package shared

import (
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"

	"dev.versus/services/users-api/internal/payload"
	"golang.org/x/sys/unix"
)

// immutable are the seals after which nobody can change, shorten or unseal the memory.
const immutable = unix.F_SEAL_SHRINK | unix.F_SEAL_GROW | unix.F_SEAL_WRITE | unix.F_SEAL_SEAL

// keptReaders bounds how many descriptors of its own a mapping keeps for sendfile.
const keptReaders = 16

var errUnsealed = errors.New("the memory is not sealed, so that it could change while it is read")

// mapping is sealed memory of a writer, mapped until the last of its users has released it.
type mapping struct {
	identity
	bytes []byte
	file  *os.File
	users atomic.Int64

	lock    sync.Mutex
	readers []*os.File
}

// identity says which body a mapping holds.
type identity struct {
	writer     string
	generation uint64
	checksum   string
	revision   string
}

// mapSealed maps a memfd that nobody can change any more. The mapping owns the descriptor, whatever happens.
func mapSealed(file *os.File, length int) (*mapping, error) {
	bytes, err := sealedBytes(int(file.Fd()), length)
	if err != nil {
		file.Close()
		return nil, err
	}
	made := &mapping{bytes: bytes, file: file}
	made.users.Store(1)
	return made, nil
}

func sealedBytes(descriptor, length int) ([]byte, error) {
	seals, err := unix.FcntlInt(uintptr(descriptor), unix.F_GET_SEALS, 0)
	if err != nil || seals&immutable != immutable {
		return nil, errUnsealed
	}
	var status unix.Stat_t
	if err := unix.Fstat(descriptor, &status); err != nil {
		return nil, err
	}
	if status.Size != int64(length) {
		return nil, fmt.Errorf("the memory has %d bytes and not %d as announced", status.Size, length)
	}
	// Kernels before 6.7 refuse a shared mapping of memory that is sealed against writing; nobody writes, so a private one shows the same.
	return unix.Mmap(descriptor, 0, length, unix.PROT_READ, unix.MAP_PRIVATE|unix.MAP_POPULATE)
}

// take adds a user.
func (m *mapping) take() *payload.Payload {
	m.users.Add(1)
	taken := payload.Of(m.bytes, m, m.release)
	taken.Checksum, taken.Revision, taken.Writer = m.checksum, m.revision, m.writer
	return taken
}

// release removes a user; with the last one everything goes.
func (m *mapping) release() {
	if m.users.Add(-1) > 0 {
		return
	}
	for _, reader := range m.readers {
		reader.Close()
	}
	m.file.Close()
	_ = unix.Munmap(m.bytes)
}

// Send writes the whole body by sendfile, if the writer can do so.
func (m *mapping) Send(to io.ReaderFrom) (int64, error) {
	reader, err := m.reader()
	if err != nil {
		return 0, err
	}
	defer m.keep(reader)
	return to.ReadFrom(io.LimitReader(reader, int64(len(m.bytes))))
}

// reader returns a file at its beginning whose position belongs to the caller alone.
func (m *mapping) reader() (*os.File, error) {
	m.lock.Lock()
	defer m.lock.Unlock()
	if last := len(m.readers) - 1; last >= 0 {
		kept := m.readers[last]
		m.readers = m.readers[:last]
		_, err := kept.Seek(0, io.SeekStart)
		return kept, err
	}
	return os.Open(fmt.Sprintf("/proc/self/fd/%d", m.file.Fd()))
}

func (m *mapping) keep(reader *os.File) {
	m.lock.Lock()
	defer m.lock.Unlock()
	if len(m.readers) < keptReaders {
		m.readers = append(m.readers, reader)
	} else {
		reader.Close()
	}
}
