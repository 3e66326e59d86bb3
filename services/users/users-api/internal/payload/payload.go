// Package payload is what every path delivers: a body, its checksum and its revision.
package payload

import (
	"io"
	"sync/atomic"
)

// A body has at least so many bytes, and at most.
const (
	Smallest = 1 << 10
	Largest  = 16 << 20
)

// Payload is a body that was verified. Whoever holds it releases it once, after the last use of its bytes.
type Payload struct {
	Bytes    []byte
	Checksum string
	// Revision is a decimal number.
	Revision string
	// Writer is the process that wrote the body into shared memory; empty if the body came another way.
	Writer string

	release func()
}

// Read reads a body of so many bytes into a buffer that is used again after its release.
func Read(from io.Reader, length int) (*Payload, error) {
	buffer := buffers.take(length)
	bytes := (*buffer)[:length]
	if _, err := io.ReadFull(from, bytes); err != nil {
		buffers.give(buffer)
		return nil, err
	}
	return &Payload{Bytes: bytes, release: func() { buffers.give(buffer) }}, nil
}

// Of is a body in memory of somebody else, who is told when it is not needed any more.
func Of(bytes []byte, release func()) *Payload { return &Payload{Bytes: bytes, release: release} }

// ForMany gives the body to so many holders, each of whom releases it; the memory goes back after the last one.
func (p *Payload) ForMany(holders int) []*Payload {
	var left atomic.Int64
	left.Store(int64(holders))
	release := func() {
		if left.Add(-1) == 0 {
			p.Release()
		}
	}
	given := make([]*Payload, holders)
	for i := range given {
		one := *p
		one.release = release
		given[i] = &one
	}
	return given
}

// Release gives the memory back. The bytes must not be used afterwards.
func (p *Payload) Release() {
	if p.release != nil {
		p.release()
		p.release = nil
	}
	p.Bytes = nil
}
