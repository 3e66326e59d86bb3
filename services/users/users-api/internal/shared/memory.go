package shared

import (
	"context"
	"os"

	"dev.versus/services/users-api/internal/payload"
	"golang.org/x/sys/unix"
)

// Origin is where a body comes from.
type Origin interface {
	Exchange(ctx context.Context, query payload.Query) (*payload.Payload, error)
}

// Memory gives bodies from this service's own memory, in which each is kept as it was when it was asked for first. It shows what a path
// costs without any exchange.
type Memory struct {
	origin Origin
	kept   *table
	turn   chan struct{}
}

// NewMemory takes each body from an origin once.
func NewMemory(origin Origin) *Memory { return &Memory{origin, newTable(), make(chan struct{}, 1)} }

// Exchange returns the kept body.
func (m *Memory) Exchange(ctx context.Context, query payload.Query) (*payload.Payload, error) {
	if found := m.kept.take(query.Text, "", 0); found != nil {
		return found, nil
	}
	m.turn <- struct{}{}
	defer func() { <-m.turn }()
	if found := m.kept.take(query.Text, "", 0); found != nil {
		return found, nil
	}
	first, err := m.origin.Exchange(ctx, query)
	if err != nil {
		return nil, err
	}
	defer first.Release()
	made, err := own(first)
	if err != nil {
		return nil, unavailable("shared_memory_full", "There is no memory for the body: "+err.Error()+".")
	}
	found := made.take()
	m.kept.put(query.Text, made)
	return found, nil
}

// Close forgets all bodies.
func (m *Memory) Close() { m.kept.clear() }

// own copies a body into sealed memory, so that it is written to clients as one of a writer is.
func own(body *payload.Payload) (*mapping, error) {
	descriptor, err := unix.MemfdCreate("users-api", unix.MFD_CLOEXEC|unix.MFD_ALLOW_SEALING)
	if err != nil {
		return nil, err
	}
	file := os.NewFile(uintptr(descriptor), "memfd")
	if _, err := file.Write(body.Bytes); err != nil {
		file.Close()
		return nil, err
	}
	if _, err := unix.FcntlInt(uintptr(descriptor), unix.F_ADD_SEALS, immutable); err != nil {
		file.Close()
		return nil, err
	}
	made, err := mapSealed(file, len(body.Bytes))
	if err != nil {
		return nil, err
	}
	made.identity = identity{checksum: body.Checksum, revision: body.Revision}
	return made, nil
}
