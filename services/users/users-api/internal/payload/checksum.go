package payload

import (
	"encoding/hex"
	"fmt"

	"github.com/zeebo/xxh3"
)

const algorithm = "xxh3-128="

// Checksum returns the checksum of a body as its header has it: xxh3-128= and 32 hexadecimal digits, the canonical form with seed 0.
func Checksum(body []byte) string {
	sum := xxh3.Hash128(body).Bytes()
	return algorithm + hex.EncodeToString(sum[:])
}

// Verify compares the body's checksum with the one that was announced.
func (p *Payload) Verify(announced string) error {
	if found := Checksum(p.Bytes); found != announced {
		return fmt.Errorf("the checksum of %d bytes is %s and not %q as announced", len(p.Bytes), found, announced)
	}
	p.Checksum = announced
	return nil
}
