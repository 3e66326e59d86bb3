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
	contexts chan context.Context
	let      chan error
	current  atomic.Int64
	released atomic.Int64
}

func newGate() *gate {
	return &gate{begun: make(chan int64, 1000), contexts: make(chan context.Context, 10000), let: make(chan error, 1000)}
}

var errPanics = errors.New("it panics")

func (g *gate) Exchange(ctx context.Context, _ payload.Query) (*payload.Payload, error) {
	seen := g.current.Load()
	g.contexts <- ctx
	g.begun <- seen
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case err := <-g.let:
		if err == errPanics {
			panic(err)
		}
		if err != nil {
			return nil, err
		}
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

// until waits for a condition that comes soon.
func until(t *testing.T, told string, is func() bool) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); !is(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("it never comes that %s", told)
		}
	}
}

// wait asks so many times, and returns when all wait for the next exchange.
func wait(ctx context.Context, t *testing.T, path paths.Path, times int) []<-chan outcome {
	t.Helper()
	before := paths.Waiting(path, "a")
	var all []<-chan outcome
	for range times {
		all = append(all, ask(ctx, path, "a"))
	}
	until(t, "all wait", func() bool { return paths.Waiting(path, "a") == before+times })
	return all
}

func Test_requests_that_wait_share_the_next_exchange(t *testing.T) {
	slow := newGate()
	path := paths.Grouped(slow, time.Minute)
	first := ask(context.Background(), path, "a")
	<-slow.begun
	slow.current.Store(7)
	later := wait(context.Background(), t, path, 20)
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
	shared := wait(context.Background(), t, path, 2)
	slow.let <- nil
	<-slow.begun
	fourth := wait(context.Background(), t, path, 1)[0]
	slow.let <- errors.New("down")
	slow.let <- nil
	for _, expected := range []struct {
		got  <-chan outcome
		fail bool
	}{{first, false}, {shared[0], true}, {shared[1], true}, {fourth, false}} {
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
	second := wait(ctx, t, path, 1)[0]
	cancel()
	if got := <-second; problem.ReasonOf(got.err) != "upstream_timeout" {
		t.Errorf("%+v", got)
	}
	slow.let <- nil
	slow.let <- nil
	<-first
	until(t, "both bodies are released", func() bool { return slow.released.Load() == 2 })
}

func Test_a_first_request_that_is_cancelled_leaves_others_alone(t *testing.T) {
	slow := newGate()
	path := paths.Grouped(slow, time.Minute)
	ctx, cancel := context.WithCancel(context.Background())
	first := ask(ctx, path, "a")
	<-slow.begun
	later := wait(context.Background(), t, path, 3)
	cancel()
	if got := <-first; !errors.Is(got.err, context.Canceled) {
		t.Errorf("%+v", got)
	}
	slow.let <- nil
	for _, one := range later {
		if got := <-one; got.err != nil {
			t.Errorf("%+v", got)
		}
	}
}

type member struct{}

func Test_a_shared_exchange_has_a_deadline_and_no_context_of_a_member(t *testing.T) {
	slow := newGate()
	path := paths.Grouped(slow, time.Hour)
	ctx, cancel := context.WithCancel(context.WithValue(context.Background(), member{}, true))
	first := ask(ctx, path, "a")
	<-slow.begun
	<-slow.contexts
	members := wait(ctx, t, path, 2)
	other := wait(context.Background(), t, path, 1)[0]
	slow.let <- nil
	<-first
	<-slow.begun
	shared := <-slow.contexts
	limit, is := shared.Deadline()
	if left := time.Until(limit); !is || left > time.Hour || left < 50*time.Minute {
		t.Errorf("it ends after %s", left)
	}
	if shared.Value(member{}) != nil {
		t.Error("it uses the context of a member")
	}
	cancel()
	for _, one := range members {
		if got := <-one; problem.ReasonOf(got.err) != "upstream_timeout" {
			t.Errorf("%+v", got)
		}
	}
	slow.let <- nil
	if got := <-other; got.err != nil {
		t.Errorf("%+v", got)
	}
	until(t, "both bodies are released", func() bool { return slow.released.Load() == 2 })
}

func Test_a_shared_exchange_ends_in_time_and_with_the_path(t *testing.T) {
	for _, timeout := range []time.Duration{time.Millisecond, time.Hour} {
		slow := newGate()
		path := paths.Grouped(slow, timeout)
		first := ask(context.Background(), path, "a")
		<-slow.begun
		later := wait(context.Background(), t, path, 2)
		slow.let <- nil
		<-first
		<-slow.begun
		if timeout == time.Hour {
			path.Close()
		}
		for _, one := range later {
			if got := <-one; got.err == nil {
				t.Errorf("%+v", got)
			}
		}
	}
}

func Test_a_panic_leaves_nobody_waiting(t *testing.T) {
	slow := newGate()
	path := paths.Grouped(slow, time.Minute)
	panicked := make(chan any)
	go func() {
		defer func() { panicked <- recover() }()
		_, _ = path.Exchange(context.Background(), payload.Query{Text: "a"})
	}()
	<-slow.begun
	second := wait(context.Background(), t, path, 1)[0]
	slow.let <- errPanics
	if <-panicked == nil {
		t.Error("the first request did not panic")
	}
	<-slow.begun
	third := wait(context.Background(), t, path, 1)[0]
	slow.let <- errPanics
	if got := <-second; got.err == nil {
		t.Errorf("%+v", got)
	}
	slow.let <- nil
	if got := <-third; got.err != nil {
		t.Errorf("%+v", got)
	}
	until(t, "no exchange is under way", func() bool { return !paths.UnderWay(path, "a") })
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
