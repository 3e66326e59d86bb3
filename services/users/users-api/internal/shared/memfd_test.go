package shared_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"dev.versus/services/users-api/internal/fakedata"
	"dev.versus/services/users-api/internal/payload"
	"dev.versus/services/users-api/internal/problem"
	"dev.versus/services/users-api/internal/upstream"
)

func Test_a_generation_is_fetched_once_by_however_many_readers(t *testing.T) {
	data, path := start(t, fakedata.Memfd)
	done := make(chan error)
	for range 20 {
		go func() {
			for range 10 {
				body, err := exchange(path, 5000)
				if err != nil {
					done <- err
					return
				}
				body.Release()
			}
			done <- nil
		}()
	}
	for range 20 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	if handed := data.Handed.Load(); handed != 1 {
		t.Errorf("it was fetched %d times", handed)
	}
}

func Test_memory_that_is_not_sealed_is_refused(t *testing.T) {
	data, path := start(t, fakedata.Memfd)
	data.Break(fakedata.Faults{Unsealed: true})
	refused(t, path, "segment_unsealed")
}

func Test_a_generation_newer_than_the_announced_one_is_taken(t *testing.T) {
	data, path := start(t, fakedata.Memfd)
	data.Break(fakedata.Faults{Announced: func(*upstream.Announcement) { data.Revise(2) }})
	if revision := right(t, path, 5000); revision != 2 {
		t.Errorf("revision %d came", revision)
	}
}

func Test_a_body_other_than_the_announced_one_is_refused(t *testing.T) {
	for name, change := range map[string]func(*upstream.Announcement){
		"an older generation": func(said *upstream.Announcement) { said.Generation += 2 },
		"another length":      func(said *upstream.Announcement) { said.Length++ },
		"another checksum":    func(said *upstream.Announcement) { said.Checksum = payload.Checksum(nil) },
		"another revision":    func(said *upstream.Announcement) { said.Revision++ },
	} {
		t.Run(name, func(t *testing.T) {
			data, path := start(t, fakedata.Memfd)
			data.Break(fakedata.Faults{Announced: change})
			refused(t, path, "segment_corrupt")
		})
	}
}

func Test_only_a_generation_that_is_gone_is_asked_for_anew(t *testing.T) {
	for refusal, expected := range map[string]struct {
		reason string
		asked  int64
	}{
		"generation_gone":    {"generation_gone", 5},
		"shared_memory_full": {"shared_memory_full", 1},
		"reader_foreign":     {"reader_foreign", 1},
		"No reason at all":   {"segment_corrupt", 1},
	} {
		data, path := start(t, fakedata.Memfd)
		data.Break(fakedata.Faults{Refusal: refusal})
		refused(t, path, expected.reason)
		if asked := data.Signals.Load(); asked != expected.asked {
			t.Errorf("%s: it was asked %d times", refusal, asked)
		}
	}
}

func Test_a_writer_of_another_user_is_not_believed(t *testing.T) {
	data, path := start(t, fakedata.Memfd)
	fakedata.ListenAsAnother(t, filepath.Join(data.Shared, data.Writer()+".fds"))
	refused(t, path, "writer_foreign")
	if asked := data.Signals.Load(); asked != 1 {
		t.Errorf("it was asked %d times", asked)
	}
}

func Test_a_signal_of_another_user_is_not_believed(t *testing.T) {
	data, path := start(t, fakedata.Memfd)
	fakedata.ListenAsAnother(t, filepath.Join(data.Shared, "http.sock"))
	refused(t, path, "writer_foreign")
}

func Test_several_descriptors_are_refused_and_closed(t *testing.T) {
	data, path := start(t, fakedata.Memfd)
	data.Break(fakedata.Faults{Descriptors: 1})
	refused(t, path, "writer_gone")
	before := fakedata.OpenDescriptors(t)
	for range 20 {
		refused(t, path, "writer_gone")
	}
	if now := fakedata.OpenDescriptors(t); now > before+5 {
		t.Errorf("%d descriptors became %d", before, now)
	}
}

func Test_a_writer_that_does_not_answer_is_given_up_in_time(t *testing.T) {
	data, path := start(t, fakedata.Memfd)
	data.Break(fakedata.Faults{Mute: true})
	done := make(chan error)
	for range 4 {
		go func() {
			ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
			defer cancel()
			_, err := path.Exchange(ctx, query(5000))
			done <- err
		}()
	}
	for range 4 {
		if err := <-done; problem.ReasonOf(err) != "upstream_timeout" {
			t.Error(err)
		}
	}
	data.Break(fakedata.Faults{})
	right(t, path, 5000)
}

func Test_nobody_waits_for_a_writer_after_a_cancel_or_the_end(t *testing.T) {
	for name, end := range map[string]func(path, context.CancelFunc){
		"cancelled": func(_ path, cancel context.CancelFunc) { cancel() },
		"closed":    func(path path, _ context.CancelFunc) { path.Close() },
	} {
		data, path := start(t, fakedata.Memfd)
		asked := make(chan struct{})
		data.Break(fakedata.Faults{Mute: true, Muted: func() { close(asked) }})
		ctx, cancel := context.WithCancel(context.Background())
		done := make(chan error, 1)
		go func() {
			_, err := path.Exchange(ctx, query(5000))
			done <- err
		}()
		<-asked
		end(path, cancel)
		select {
		case err := <-done:
			if problem.ReasonOf(err) != "upstream_timeout" {
				t.Errorf("%s: %v", name, err)
			}
		case <-time.After(10 * time.Second):
			t.Errorf("%s: it still waits", name)
		}
		cancel()
	}
}

func Test_old_bodies_go_before_they_take_too_much(t *testing.T) {
	data, path := start(t, fakedata.Memfd)
	for size := 16_000_000; size < 16_000_006; size++ {
		right(t, path, size)
	}
	if now := fakedata.MappedBodies(t); now > 4 {
		t.Errorf("%d bodies are mapped", now)
	}
	handed := data.Handed.Load()
	right(t, path, 16_000_005)
	if data.Handed.Load() != handed {
		t.Error("the last body is not kept")
	}
}
