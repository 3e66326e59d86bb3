package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"time"
)

// A writer makes a burst of so many changes after every so many changes at its own pace.
const (
	burst      = 20
	paceBefore = 40
)

// Writer changes the revision of users-data at a pace of its own.
type Writer struct {
	soak   *Soak
	every  time.Duration
	random *rand.Rand
}

func (s *Soak) writer(number int) *Writer {
	return &Writer{
		soak:   s,
		every:  time.Duration(float64(time.Second) * float64(s.plan.Writers) / s.plan.Rate),
		random: rand.New(rand.NewPCG(s.plan.Seed, uint64(number))),
	}
}

// write changes the revision until the soak is over. A writer that is late catches up, unless it is late by more than a second.
func (w *Writer) write(ctx context.Context) {
	due := time.Now()
	for number := 1; ctx.Err() == nil; number++ {
		w.change(ctx)
		if number%(burst+paceBefore) >= paceBefore {
			continue
		}
		due = due.Add(w.every/2 + time.Duration(w.random.Int64N(int64(w.every))))
		if wait := time.Until(due); wait > 0 {
			pause(ctx, wait)
		} else if wait < -time.Second {
			due = time.Now()
		}
	}
}

// change makes one change, and notes whether users-data acknowledged it.
func (w *Writer) change(ctx context.Context) {
	began, change := time.Now(), w.soak.ledger.begin()
	err := w.soak.putRevision(ctx, change.revision)
	w.soak.ledger.end(change, err == nil)
	if err != nil && ctx.Err() == nil {
		kind, clear := kindOf(err)
		w.soak.tally.failed("write "+kind, err.Error(), clear && w.soak.outages.excuse(began, sideData))
		pause(ctx, 5*time.Millisecond)
	}
}

func (s *Soak) putRevision(ctx context.Context, revision int64) error {
	told := fmt.Appendf(nil, `{"revision": %d}`, revision)
	request, err := http.NewRequestWithContext(ctx, http.MethodPut, s.data.address+"/api/revision", bytes.NewReader(told))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := s.client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return problemOf(response)
	}
	_, err = io.Copy(io.Discard, response.Body)
	return err
}
