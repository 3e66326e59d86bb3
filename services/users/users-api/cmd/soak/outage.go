package main

import (
	"sync"
	"sync/atomic"
	"time"
)

// Outage is the time from a kill until the first right answer to a request that began when the killed process was gone.
type Outage struct {
	side   string
	killed time.Time
	gone   atomic.Pointer[time.Time]
	over   atomic.Pointer[time.Time]
	ended  chan struct{}
	once   sync.Once
}

// Outages are all kills of a soak; at most one is open at a time.
type Outages struct {
	mutex sync.Mutex
	all   []*Outage
	open  atomic.Pointer[Outage]
}

// begin opens an outage, right before the kill.
func (o *Outages) begin(side string) *Outage {
	outage := &Outage{side: side, killed: time.Now(), ended: make(chan struct{})}
	o.mutex.Lock()
	o.all = append(o.all, outage)
	o.mutex.Unlock()
	o.open.Store(outage)
	return outage
}

// isGone says that the killed process has ended.
func (o *Outage) isGone() {
	now := time.Now()
	o.gone.Store(&now)
}

// answered says that a request which began at this moment was answered rightly; the open outage may be over by it.
func (o *Outages) answered(began time.Time) {
	outage := o.open.Load()
	if outage == nil {
		return
	}
	if gone := outage.gone.Load(); gone != nil && began.After(*gone) {
		outage.once.Do(func() {
			now := time.Now()
			outage.over.Store(&now)
			o.open.CompareAndSwap(outage, nil)
			close(outage.ended)
		})
	}
}

// excuse tells whether a request that began at this moment and has just failed overlaps an outage of one of these sides.
func (o *Outages) excuse(began time.Time, sides ...string) bool {
	now := time.Now()
	o.mutex.Lock()
	defer o.mutex.Unlock()
	for _, outage := range o.all {
		over := outage.over.Load()
		overlaps := outage.killed.Before(now) && (over == nil || began.Before(*over))
		for _, side := range sides {
			if overlaps && side == outage.side {
				return true
			}
		}
	}
	return false
}

// longest is the longest outage that is over.
func (o *Outages) longest() time.Duration {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	var longest time.Duration
	for _, outage := range o.all {
		if over := outage.over.Load(); over != nil {
			longest = max(longest, over.Sub(outage.killed))
		}
	}
	return longest
}
