package shared_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"dev.versus/services/users-api/internal/fakedata"
	"dev.versus/services/users-api/internal/payload"
	"dev.versus/services/users-api/internal/problem"
	"dev.versus/services/users-api/internal/shared"
	"dev.versus/services/users-api/internal/upstream"
)

type path interface {
	Exchange(ctx context.Context, query payload.Query) (*payload.Payload, error)
	Close()
}

// transports are those that must never give a wrong byte.
var transports = []string{fakedata.Memfd, fakedata.Segment}

func start(t *testing.T, transport string) (*fakedata.Data, path) {
	t.Helper()
	data := fakedata.Start(t, transport)
	signal := upstream.UnixSocket(filepath.Join(data.Shared, "http.sock"))
	path := of(transport, signal, data.Shared)
	t.Cleanup(signal.Close)
	t.Cleanup(path.Close)
	return data, path
}

func of(transport string, signal shared.Signal, folder string) path {
	switch transport {
	case fakedata.Segment:
		return shared.NewSegment(signal, folder)
	case fakedata.Naive:
		return shared.NewNaive(signal, folder)
	default:
		return shared.NewMemfd(signal, folder, "repetitive")
	}
}

func query(size int) payload.Query {
	text := strconv.Itoa(size)
	return payload.Query{Size: text, Text: "size=" + text}
}

func exchange(path path, size int) (*payload.Payload, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return path.Exchange(ctx, query(size))
}

// right checks every byte of a body, which is then released, and returns its revision.
func right(t *testing.T, path path, size int) uint64 {
	t.Helper()
	body, err := exchange(path, size)
	if err != nil {
		t.Fatal(err)
	}
	defer body.Release()
	revision, err := whole(body, size)
	if err != nil {
		t.Fatal(err)
	}
	return revision
}

func whole(body *payload.Payload, size int) (uint64, error) {
	revision, err := strconv.ParseUint(body.Revision, 10, 64)
	if err != nil {
		return 0, err
	}
	expected := fakedata.Body(size, "repetitive", revision)
	if !bytes.Equal(body.Bytes, expected) {
		return 0, fmt.Errorf("%d bytes are not the %d of revision %d", len(body.Bytes), size, revision)
	}
	if sum := payload.Checksum(expected); body.Checksum != sum {
		return 0, fmt.Errorf("the checksum is %s and not %s", body.Checksum, sum)
	}
	return revision, nil
}

// refused checks the reason of a failure.
func refused(t *testing.T, path path, reason string) {
	t.Helper()
	body, err := exchange(path, 5000)
	if err == nil {
		body.Release()
	}
	if problem.ReasonOf(err) != reason {
		t.Errorf("%v, and not %s", err, reason)
	}
}

func each(t *testing.T, test func(*testing.T, *fakedata.Data, path)) {
	t.Helper()
	for _, transport := range transports {
		t.Run(transport, func(t *testing.T) {
			data, path := start(t, transport)
			test(t, data, path)
		})
	}
}

func Test_bodies_of_all_sizes_and_patterns_arrive_whole(t *testing.T) {
	each(t, func(t *testing.T, _ *fakedata.Data, path path) {
		for _, size := range []int{1024, 1025, 256873, payload.Largest} {
			for range 2 {
				right(t, path, size)
			}
		}
		asked := payload.Query{Size: "5000", Pattern: "random", Text: "pattern=random&size=5000"}
		body, err := path.Exchange(context.Background(), asked)
		if err != nil {
			t.Fatal(err)
		}
		defer body.Release()
		if !bytes.Equal(body.Bytes, fakedata.Body(5000, "random", 1)) {
			t.Error("another pattern came")
		}
	})
}

func Test_a_new_revision_is_seen_by_the_next_exchange(t *testing.T) {
	each(t, func(t *testing.T, data *fakedata.Data, path path) {
		for revision := uint64(1); revision < 20; revision++ {
			data.Revise(revision)
			if found := right(t, path, 5000); found != revision {
				t.Errorf("revision %d came and not %d", found, revision)
			}
		}
	})
}

func Test_a_body_stays_while_it_is_written_whatever_happens_to_its_writer(t *testing.T) {
	each(t, func(t *testing.T, data *fakedata.Data, path path) {
		body, err := exchange(path, 5000)
		if err != nil {
			t.Fatal(err)
		}
		defer body.Release()
		data.Kill()
		data.Start()
		data.Revise(2)
		right(t, path, 5000)
		path.Close()
		if _, err := whole(body, 5000); err != nil {
			t.Error(err)
		}
	})
}

func Test_a_restarted_writer_is_found(t *testing.T) {
	each(t, func(t *testing.T, data *fakedata.Data, path path) {
		for range 5 {
			body, err := exchange(path, 5000)
			if err != nil {
				t.Fatal(err)
			}
			if body.Writer != data.Writer() {
				t.Errorf("the body is of %s and not of %s", body.Writer, data.Writer())
			}
			body.Release()
			data.Kill()
			refused(t, path, "upstream_broken")
			data.Start()
		}
	})
}

func Test_a_writer_that_dies_between_signal_and_data_is_asked_for_anew(t *testing.T) {
	each(t, func(t *testing.T, data *fakedata.Data, path path) {
		var once sync.Once
		data.Break(fakedata.Faults{Announced: func(said *upstream.Announcement) {
			once.Do(func() { rename(said) })
		}})
		right(t, path, 5000)
		if asked := data.Signals.Load(); asked != 2 {
			t.Errorf("it was asked %d times", asked)
		}
	})
}

// rename announces a writer that does not exist.
func rename(said *upstream.Announcement) {
	nobody := strings.Repeat("0", 16)
	said.Name = strings.Replace(said.Name, said.Writer, nobody, 1)
	said.Writer = nobody
}

func Test_a_writer_that_is_never_there_is_told_after_five_signals(t *testing.T) {
	reasons := map[string]string{fakedata.Memfd: "writer_gone", fakedata.Segment: "segment_gone"}
	for transport, reason := range reasons {
		data, path := start(t, transport)
		data.Break(fakedata.Faults{Announced: rename})
		refused(t, path, reason)
		if asked := data.Signals.Load(); asked != 5 {
			t.Errorf("it was asked %d times", asked)
		}
	}
}

func Test_a_wrong_checksum_is_refused(t *testing.T) {
	each(t, func(t *testing.T, data *fakedata.Data, path path) {
		data.Break(fakedata.Faults{Checksum: payload.Checksum(nil)})
		refused(t, path, "segment_corrupt")
	})
}

func Test_memory_that_is_too_short_is_refused(t *testing.T) {
	each(t, func(t *testing.T, data *fakedata.Data, path path) {
		data.Break(fakedata.Faults{Missing: 1})
		refused(t, path, "segment_corrupt")
		data.Break(fakedata.Faults{})
		data.Revise(2)
		right(t, path, 5000)
	})
}

func Test_many_readers_get_whole_bodies_while_revisions_and_writers_change(t *testing.T) {
	each(t, func(t *testing.T, data *fakedata.Data, path path) {
		var readers sync.WaitGroup
		for reader := range 16 {
			readers.Go(func() {
				good := 0
				for number := range 100 {
					isDown, err := rightOrDown(path, 5000+(reader+number)%3)
					if err != nil {
						t.Error(err)
						return
					}
					if !isDown {
						good++
					}
				}
				if good == 0 {
					t.Errorf("reader %d has got no body", reader)
				}
			})
		}
		for change := range uint64(30) {
			data.Revise(change + 2)
			if change%10 == 9 {
				data.Kill()
				data.Start()
			}
			time.Sleep(time.Millisecond)
		}
		readers.Wait()
	})
}

// downReasons are what readers are told in the moment of a writer's death.
var downReasons = []string{"upstream_broken", "writer_gone", "generation_gone", "segment_gone"}

// rightOrDown checks a body, or tells that its writer was down.
func rightOrDown(path path, size int) (bool, error) {
	body, err := exchange(path, size)
	if slices.Contains(downReasons, problem.ReasonOf(err)) {
		return true, nil
	}
	if err != nil {
		return false, err
	}
	defer body.Release()
	_, err = whole(body, size)
	return false, err
}

func Test_a_writer_that_restarts_again_and_again_leaves_nothing(t *testing.T) {
	each(t, func(t *testing.T, data *fakedata.Data, path path) {
		restart := func(times int) {
			for range times {
				data.Kill()
				data.Start()
				right(t, path, 5000)
			}
		}
		restart(5)
		descriptors, mappings := fakedata.OpenDescriptors(t), fakedata.MappedBodies(t)
		restart(20)
		if now := fakedata.MappedBodies(t); now > mappings {
			t.Errorf("%d mappings became %d", mappings, now)
		}
		if now := fakedata.OpenDescriptors(t); now > descriptors+5 {
			t.Errorf("%d descriptors became %d", descriptors, now)
		}
	})
}

func Test_another_transport_is_told_with_both_names(t *testing.T) {
	others := map[string]string{
		fakedata.Memfd: fakedata.Segment, fakedata.Segment: fakedata.Naive, fakedata.Naive: fakedata.Memfd,
	}
	for own, other := range others {
		data, path := start(t, own)
		data.Break(fakedata.Faults{Announced: func(said *upstream.Announcement) { said.Transport = other }})
		_, err := exchange(path, 5000)
		if problem.ReasonOf(err) != "transport_differs" || !strings.Contains(err.Error(), own) || !strings.Contains(err.Error(), other) {
			t.Error(err)
		}
		if asked := data.Signals.Load(); asked != 1 {
			t.Errorf("it was asked %d times", asked)
		}
	}
}

func Test_no_descriptor_and_no_mapping_is_left(t *testing.T) {
	each(t, func(t *testing.T, data *fakedata.Data, path path) {
		round := func(from uint64) {
			for revision := from; revision < from+50; revision++ {
				data.Revise(revision)
				right(t, path, 5000)
				data.Break(fakedata.Faults{Missing: 1})
				data.Revise(revision + 1000)
				refused(t, path, "segment_corrupt")
				data.Break(fakedata.Faults{})
			}
		}
		round(1)
		descriptors, mappings := fakedata.OpenDescriptors(t), fakedata.MappedBodies(t)
		round(100)
		if now := fakedata.OpenDescriptors(t); now > descriptors+1 {
			t.Errorf("%d descriptors became %d", descriptors, now)
		}
		if now := fakedata.MappedBodies(t); now > mappings+1 {
			t.Errorf("%d mappings became %d", mappings, now)
		}
	})
}

func Test_the_own_memory_keeps_a_body_as_it_was(t *testing.T) {
	data := fakedata.Start(t, fakedata.Memfd)
	own := shared.NewOwn(upstream.UnixSocket(filepath.Join(data.Shared, "http.sock")))
	for range 3 {
		body, err := own.Exchange(context.Background(), query(5000))
		if err != nil {
			t.Fatal(err)
		}
		if revision, err := whole(body, 5000); revision != 1 || err != nil || body.Writer != "" {
			t.Errorf("revision %d of %q, %v", revision, body.Writer, err)
		}
		body.Release()
		data.Revise(2)
	}
	data.Break(fakedata.Faults{Checksum: "another"})
	if _, err := own.Exchange(context.Background(), query(5001)); !errors.As(err, new(*problem.Problem)) {
		t.Error(err)
	}
}
