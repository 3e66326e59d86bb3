package paths_test

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"dev.versus/services/users-api/internal/paths"
	"dev.versus/services/users-api/internal/payload"
	"dev.versus/services/users-api/internal/problem"
)

// gate is a path whose exchanges go on when they are let: each gives the number that was current when it began.
type gate struct {
	begun    chan int64
	let      chan error
	current  atomic.Int64
	released atomic.Int64
}

func newGate() *gate { return &gate{begun: make(chan int64, 1000), let: make(chan error, 1000)} }

func (g *gate) Exchange(context.Context, payload.Query) (*payload.Payload, error) {
	seen := g.current.Load()
	g.begun <- seen
	if err := <-g.let; err != nil {
		return nil, err
	}
	return payload.Of([]byte{byte(seen)}, func() { g.released.Add(1) }), nil
}

type outcome struct {
	seen byte
	err  error
}

// ask asks in the background, and releases what it gets.
func ask(ctx context.Context, path paths.Path, query string) <-chan outcome {
	told := make(chan outcome, 1)
	go func() {
		body, err := path.Exchange(ctx, payload.Query{Text: query})
		if err != nil {
			told <- outcome{err: err}
			return
		}
		seen := body.Bytes[0]
		body.Release()
		told <- outcome{seen: seen}
	}()
	return told
}

func Test_requests_that_wait_share_the_next_exchange(t *testing.T) {
	slow := newGate()
	path := paths.Grouped(slow, time.Minute)
	first := ask(context.Background(), path, "a")
	<-slow.begun
	slow.current.Store(7)
	var later []<-chan outcome
	for range 20 {
		later = append(later, ask(context.Background(), path, "a"))
	}
	time.Sleep(50 * time.Millisecond)
	slow.let <- nil
	if got := <-first; got.seen != 0 || got.err != nil {
		t.Errorf("the first got %+v", got)
	}
	<-slow.begun
	slow.let <- nil
	for _, one := range later {
		if got := <-one; got.seen != 7 || got.err != nil {
			t.Errorf("one that came after the change got %+v", got)
		}
	}
	if len(slow.begun) != 0 || slow.released.Load() != 2 {
		t.Errorf("%d more exchanges, %d released", len(slow.begun), slow.released.Load())
	}
}

func Test_queries_do_not_wait_for_one_another(t *testing.T) {
	slow := newGate()
	path := paths.Grouped(slow, time.Minute)
	one, other := ask(context.Background(), path, "a"), ask(context.Background(), path, "b")
	<-slow.begun
	<-slow.begun
	slow.let <- nil
	slow.let <- nil
	if a, b := <-one, <-other; a.err != nil || b.err != nil {
		t.Errorf("%v, %v", a.err, b.err)
	}
}

func Test_a_failure_is_told_to_all_who_shared_it_and_to_nobody_else(t *testing.T) {
	slow := newGate()
	path := paths.Grouped(slow, time.Minute)
	first := ask(context.Background(), path, "a")
	<-slow.begun
	second, third := ask(context.Background(), path, "a"), ask(context.Background(), path, "a")
	time.Sleep(50 * time.Millisecond)
	slow.let <- nil
	<-slow.begun
	fourth := ask(context.Background(), path, "a")
	time.Sleep(50 * time.Millisecond)
	slow.let <- errors.New("down")
	slow.let <- nil
	for _, expected := range []struct {
		got  <-chan outcome
		fail bool
	}{{first, false}, {second, true}, {third, true}, {fourth, false}} {
		if got := <-expected.got; (got.err != nil) != expected.fail {
			t.Errorf("%+v, failure expected: %t", got, expected.fail)
		}
	}
}

func Test_who_gives_up_leaves_nothing_held(t *testing.T) {
	slow := newGate()
	path := paths.Grouped(slow, time.Minute)
	first := ask(context.Background(), path, "a")
	<-slow.begun
	ctx, cancel := context.WithCancel(context.Background())
	second := ask(ctx, path, "a")
	time.Sleep(50 * time.Millisecond)
	cancel()
	if got := <-second; problem.ReasonOf(got.err) != "upstream_timeout" {
		t.Errorf("%+v", got)
	}
	slow.let <- nil
	slow.let <- nil
	<-first
	for deadline := time.Now().Add(5 * time.Second); slow.released.Load() != 2 && time.Now().Before(deadline); {
		time.Sleep(time.Millisecond)
	}
	if slow.released.Load() != 2 {
		t.Errorf("%d of 2 bodies were released", slow.released.Load())
	}
}

func Test_many_requests_get_bodies_that_are_not_older_than_they_are(t *testing.T) {
	slow := newGate()
	for range cap(slow.let) {
		slow.let <- nil
	}
	go func() {
		for range slow.begun {
			slow.let <- nil
		}
	}()
	defer close(slow.begun)
	path := paths.Grouped(slow, time.Minute)
	var requests sync.WaitGroup
	for range 16 {
		requests.Go(func() {
			for range 500 {
				before := slow.current.Load()
				got := <-ask(context.Background(), path, "a")
				if got.err != nil || int64(got.seen) < before {
					t.Errorf("%+v, asked for when %d was current", got, before)
				}
				slow.current.CompareAndSwap(before, min(before+1, 200))
			}
		})
	}
	requests.Wait()
}
