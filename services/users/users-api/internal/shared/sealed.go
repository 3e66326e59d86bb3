package shared

import (
	"errors"
	"fmt"
	"os"
	"sync/atomic"

	"dev.versus/services/users-api/internal/payload"
	"golang.org/x/sys/unix"
)

// immutable are the seals after which nobody can change, shorten or unseal the memory.
const immutable = unix.F_SEAL_SHRINK | unix.F_SEAL_GROW | unix.F_SEAL_WRITE | unix.F_SEAL_SEAL

var errUnsealed = errors.New("the memory is not sealed, so that it could change while it is read")

// memory is a body that never changes, until the last of its users has released it.
type memory struct {
	identity
	bytes []byte
	unmap func([]byte) error
	users atomic.Int64
}

// identity says which body it is. The writer is empty if it was not taken from shared memory.
type identity struct {
	writer     string
	generation uint64
	checksum   string
	revision   string
}

// mapSealed maps a memfd that nobody can change any more. The mapping needs no descriptor.
func mapSealed(file *os.File, length int) (*memory, error) {
	descriptor := int(file.Fd())
	seals, err := unix.FcntlInt(uintptr(descriptor), unix.F_GET_SEALS, 0)
	if err != nil || seals&immutable != immutable {
		return nil, errUnsealed
	}
	status, err := file.Stat()
	if err != nil {
		return nil, err
	}
	if status.Size() != int64(length) {
		return nil, fmt.Errorf("the memory has %d bytes and not %d as announced", status.Size(), length)
	}
	// Kernels before 6.7 refuse a shared mapping of what is sealed against writing. Nobody writes, so a private one shows the same pages.
	bytes, err := unix.Mmap(descriptor, 0, length, unix.PROT_READ, unix.MAP_PRIVATE|unix.MAP_POPULATE)
	if err != nil {
		return nil, err
	}
	return held(bytes, unix.Munmap), nil
}

// held makes memory with one user.
func held(bytes []byte, unmap func([]byte) error) *memory {
	made := &memory{bytes: bytes, unmap: unmap}
	made.users.Store(1)
	return made
}

// take adds a user.
func (m *memory) take() *payload.Payload {
	m.users.Add(1)
	taken := payload.Of(m.bytes, m.release)
	taken.Checksum, taken.Revision, taken.Writer = m.checksum, m.revision, m.writer
	return taken
}

// release removes a user.
func (m *memory) release() {
	if m.users.Add(-1) == 0 {
		_ = m.unmap(m.bytes)
	}
}
