package main

import (
	"maps"
	"sync"
	"sync/atomic"
)

// Answers that are wrong at any time. Each is also a kind of the tally.
const (
	wrongBytes    = "wrong bytes"
	wrongTorn     = "torn"
	wrongLength   = "wrong length"
	wrongChecksum = "wrong checksum"
	wrongHeaders  = "wrong headers"
	wrongStale    = "stale"
	wrongUnknown  = "unknown revision"
)

// Tally counts answers and errors by kind.
type Tally struct {
	right atomic.Int64
	mutex sync.Mutex
	kinds map[string]*Kind
	seen  [1 << 20]atomic.Bool
	first int64
	fresh atomic.Int64
}

// Kind is a kind of error: how many were wrong answers, how many came in an outage, and how many at any other time.
type Kind struct {
	Wrong    int64  `json:"wrong"`
	InOutage int64  `json:"inOutage"`
	Outside  int64  `json:"outside"`
	Example  string `json:"example"`
}

func newTally(firstRevision int64) *Tally {
	return &Tally{kinds: map[string]*Kind{}, first: firstRevision}
}

// sees notes a right answer of a revision, and returns how many there were.
func (t *Tally) sees(revision int64) int64 {
	if at := revision - t.first; at >= 0 && at < int64(len(t.seen)) && !t.seen[at].Swap(true) {
		t.fresh.Add(1)
	}
	return t.right.Add(1)
}

// wrong notes an answer that claims to be right and is not.
func (t *Tally) wrong(kind, example string) {
	t.note(kind, example, func(k *Kind) { k.Wrong++ })
}

// failed notes an error; excused tells whether a kill explains it.
func (t *Tally) failed(kind, example string, excused bool) {
	t.note(kind, example, func(k *Kind) {
		if excused {
			k.InOutage++
		} else {
			k.Outside++
		}
	})
}

// note keeps the latest example that nothing excuses, or the first one.
func (t *Tally) note(kind, example string, count func(*Kind)) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	of := t.kinds[kind]
	if of == nil {
		of = &Kind{}
		t.kinds[kind] = of
	}
	before := of.Wrong + of.Outside
	count(of)
	if of.Example == "" || of.Wrong+of.Outside > before {
		of.Example = example
	}
}

// snapshot is all kinds so far.
func (t *Tally) snapshot() map[string]Kind {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	copied := map[string]Kind{}
	for name, kind := range maps.All(t.kinds) {
		copied[name] = *kind
	}
	return copied
}
