package main

import "sync"

// Ledger knows which revisions a reader may see. Revisions come from one counter, so a later one is never smaller. Several writers may be
// under way at once, and users-data may apply their changes in any order; what had ended before another change began is older than it.
type Ledger struct {
	mutex    sync.Mutex
	last     int64
	underWay map[int64]bool
	floor    int64
	life     int64
	acked    int64
}

func newLedger(last int64) *Ledger {
	return &Ledger{last: last, floor: last, underWay: map[int64]bool{}}
}

// Change is one change of the revision that is under way.
type Change struct {
	revision int64
	oldest   int64
	life     int64
}

// begin draws the next revision.
func (l *Ledger) begin() Change {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.last++
	l.underWay[l.last] = true
	oldest := l.last
	for revision := range l.underWay {
		oldest = min(oldest, revision)
	}
	return Change{revision: l.last, oldest: oldest, life: l.life}
}

// end closes a change. If it was acknowledged in the life of users-data in which it began, all that had ended before it began is past.
func (l *Ledger) end(change Change, acknowledged bool) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	delete(l.underWay, change.revision)
	if !acknowledged {
		return
	}
	l.acked++
	if change.life == l.life {
		l.floor = max(l.floor, change.oldest)
	}
}

// restarted says that users-data is gone and will begin anew, with revision 1; it is not started again before this returns.
func (l *Ledger) restarted() {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.life++
	l.floor = 1
}

// Moment is what was known when a request began.
type Moment struct {
	floor int64
	life  int64
}

func (l *Ledger) now() Moment {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return Moment{floor: l.floor, life: l.life}
}

// judge tells whether a request that began at a moment and ends now may have been answered with a revision: "" if it may, else why not.
func (l *Ledger) judge(revision int64, began Moment) string {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	switch {
	case revision < 1 || revision > l.last:
		return wrongUnknown
	case l.life == began.life && revision < began.floor:
		return wrongStale
	}
	return ""
}

// acknowledged is the number of changes that users-data has confirmed.
func (l *Ledger) acknowledged() int64 {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.acked
}
