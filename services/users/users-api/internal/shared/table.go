package shared

import (
	"sync"

	"dev.versus/services/users-api/internal/payload"
)

const (
	keptBytes = 64 << 20
	// entryCosts stands for what a body takes beside its bytes; it bounds how many there are.
	entryCosts = 64 << 10
)

// table keeps the newest body of each query, and of many queries those that were asked for last.
type table struct {
	lock    sync.Mutex
	entries map[string]*entry
	bytes   int
	clock   uint64
}

type entry struct {
	*memory
	used uint64
}

func newTable() *table { return &table{entries: map[string]*entry{}} }

// take returns the body of a query if it is of this writer, and of this generation or a newer one; nil otherwise.
func (t *table) take(query, writer string, generation uint64) *payload.Payload {
	t.lock.Lock()
	defer t.lock.Unlock()
	found := t.entries[query]
	if found == nil || found.writer != writer || found.generation < generation {
		return nil
	}
	t.clock++
	found.used = t.clock
	return found.take()
}

// put keeps memory in the place of an older one, and becomes its first user. What other writers made goes: they are dead.
func (t *table) put(query string, made *memory) {
	t.lock.Lock()
	defer t.lock.Unlock()
	for name, old := range t.entries {
		if name == query || old.writer != made.writer {
			t.drop(name)
		}
	}
	t.clock++
	t.entries[query] = &entry{made, t.clock}
	t.bytes += costs(made)
	for t.bytes > keptBytes && len(t.entries) > 1 {
		t.drop(t.oldest())
	}
}

func (t *table) oldest() string {
	name, used := "", ^uint64(0)
	for candidate, entry := range t.entries {
		if entry.used < used {
			name, used = candidate, entry.used
		}
	}
	return name
}

func (t *table) drop(query string) {
	old := t.entries[query]
	delete(t.entries, query)
	t.bytes -= costs(old.memory)
	old.release()
}

// clear drops everything.
func (t *table) clear() {
	t.lock.Lock()
	defer t.lock.Unlock()
	for name := range t.entries {
		t.drop(name)
	}
}

func costs(m *memory) int { return len(m.bytes) + entryCosts }
