// Package payload is what every path delivers: a body, its checksum and its revision.
package payload

import (
	"io"
)

// Largest is the most bytes that a body may have.
const Largest = 16 << 20

// Payload is a body that was verified. Whoever holds it releases it once, after the last use of its bytes.
type Payload struct {
	Bytes    []byte
	Checksum string
	// Revision is a decimal number.
	Revision string
	// Writer is the process that wrote the body into shared memory; empty if the body came another way.
	Writer string

	region  Region
	release func()
}

// Region is memory that has a file, from which the kernel can send without a copy.
type Region interface {
	// Send writes the whole body.
	Send(to io.ReaderFrom) (int64, error)
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
func Of(bytes []byte, region Region, release func()) *Payload {
	return &Payload{Bytes: bytes, region: region, release: release}
}

// Release gives the memory back. The bytes must not be used afterwards.
func (p *Payload) Release() {
	if p.release != nil {
		p.release()
		p.release = nil
	}
	p.Bytes = nil
}

// sendfile is worth its extra system calls from this size on.
const smallestSent = 32 << 10

// WriteTo writes the body: a large one that has a file by sendfile, any other from memory.
func (p *Payload) WriteTo(w io.Writer) (int64, error) {
	if to, can := w.(io.ReaderFrom); can && p.region != nil && len(p.Bytes) >= smallestSent {
		return p.region.Send(to)
	}
	n, err := w.Write(p.Bytes)
	return int64(n), err
}
