package payload

import (
	"math/bits"
	"sync"
)

// pools keep buffers of 2^n bytes, so that a body takes at most twice its size.
type pools [64]sync.Pool

var buffers pools

func (p *pools) take(length int) *[]byte {
	class := classOf(length)
	if kept, is := p[class].Get().(*[]byte); is {
		return kept
	}
	made := make([]byte, 1<<class)
	return &made
}

func (p *pools) give(buffer *[]byte) { p[classOf(len(*buffer))].Put(buffer) }

func classOf(length int) int { return bits.Len(uint(max(length, 1) - 1)) }
