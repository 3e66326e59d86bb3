package shared_test

import (
	"errors"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"dev.versus/services/users-api/internal/fakedata"
	"dev.versus/services/users-api/internal/problem"
	"dev.versus/services/users-api/internal/upstream"
	"golang.org/x/sys/unix"
)

func pathOf(said *upstream.Announcement) string { return "/dev/shm/" + said.Name }

func Test_a_segment_that_vanishes_once_is_asked_for_anew(t *testing.T) {
	data, path := start(t, fakedata.Segment)
	data.Break(fakedata.Faults{Announced: func(said *upstream.Announcement) {
		if data.Signals.Load() < 4 {
			os.Remove(pathOf(said))
			data.Revise(said.Revision + 1)
		}
	}})
	if revision := right(t, path, 5000); revision != 4 {
		t.Errorf("revision %d came", revision)
	}
}

func Test_a_segment_that_always_vanishes_is_told(t *testing.T) {
	data, path := start(t, fakedata.Segment)
	data.Break(fakedata.Faults{Announced: func(said *upstream.Announcement) { os.Remove(pathOf(said)) }})
	refused(t, path, "segment_gone")
}

func Test_a_changed_segment_is_refused(t *testing.T) {
	for name, change := range map[string]func(*os.File) error{
		"its magic":      func(file *os.File) error { return at(file, 0) },
		"its version":    func(file *os.File) error { return at(file, 8) },
		"its generation": func(file *os.File) error { return at(file, 16) },
		"its revision":   func(file *os.File) error { return at(file, 24) },
		"its length":     func(file *os.File) error { return at(file, 32) },
		"its data":       func(file *os.File) error { return at(file, 3000) },
		"empty":          func(file *os.File) error { return file.Truncate(0) },
		"half a header":  func(file *os.File) error { return file.Truncate(30) },
		"half its data":  func(file *os.File) error { return file.Truncate(2500) },
	} {
		t.Run(name, func(t *testing.T) {
			data, path := start(t, fakedata.Segment)
			data.Break(fakedata.Faults{Announced: func(said *upstream.Announcement) {
				file, err := os.OpenFile(pathOf(said), os.O_RDWR, 0)
				if err == nil {
					err = change(file)
					file.Close()
				}
				if err != nil {
					t.Error(err)
				}
			}})
			refused(t, path, "segment_corrupt")
		})
	}
}

// at changes one byte.
func at(file *os.File, offset int64) error {
	byteThere := make([]byte, 1)
	if _, err := file.ReadAt(byteThere, offset); err != nil {
		return err
	}
	byteThere[0] ^= 1
	_, err := file.WriteAt(byteThere, offset)
	return err
}

func Test_a_link_in_the_place_of_a_segment_is_not_followed(t *testing.T) {
	data, path := start(t, fakedata.Segment)
	data.Break(fakedata.Faults{Announced: func(said *upstream.Announcement) {
		os.Rename(pathOf(said), data.Path("elsewhere"))
		os.Symlink(data.Path("elsewhere"), pathOf(said))
	}})
	refused(t, path, "segment_corrupt")
}

func Test_only_the_announced_writers_segments_are_opened(t *testing.T) {
	for name, change := range map[string]func(*upstream.Announcement){
		"another deployment": func(said *upstream.Announcement) { said.Name = "another." + said.Name },
		"another folder":     func(said *upstream.Announcement) { said.Name = "../shm/" + said.Name },
		"another writer":     func(said *upstream.Announcement) { said.Writer = strings.Repeat("0", 16) },
		"another generation": func(said *upstream.Announcement) { said.Generation++ },
		"no name":            func(said *upstream.Announcement) { said.Name = "" },
		"nothing drawn":      func(said *upstream.Announcement) { said.Name = said.Name[:len(said.Name)-8] },
		"no digits":          func(said *upstream.Announcement) { said.Name = said.Name[:len(said.Name)-8] + "/../x/.." },
	} {
		t.Run(name, func(t *testing.T) {
			data, path := start(t, fakedata.Segment)
			data.Break(fakedata.Faults{Announced: change})
			refused(t, path, "segment_corrupt")
		})
	}
}

func Test_a_segment_of_another_user_is_refused(t *testing.T) {
	fakedata.NeedsRoot(t)
	for _, transport := range []string{fakedata.Segment, fakedata.Naive} {
		refusedAfter(t, transport, func(path string) error { return os.Chown(path, fakedata.Another, -1) })
	}
}

func Test_a_pipe_in_the_place_of_a_segment_is_refused(t *testing.T) {
	for _, transport := range []string{fakedata.Segment, fakedata.Naive} {
		refusedAfter(t, transport, func(path string) error { return errors.Join(os.Remove(path), unix.Mkfifo(path, 0o600)) })
	}
}

// refusedAfter changes what was announced, and checks that it is not believed.
func refusedAfter(t *testing.T, transport string, change func(string) error) {
	t.Helper()
	data, path := start(t, transport)
	data.Break(fakedata.Faults{Announced: func(said *upstream.Announcement) {
		if err := change(pathOf(said)); err != nil {
			t.Error(err)
		}
	}})
	refused(t, path, "segment_corrupt")
}

func Test_a_segment_that_is_cut_off_while_it_is_read_gives_no_wrong_byte(t *testing.T) {
	const size = 1 << 20
	data, path := start(t, fakedata.Segment)
	announced := make(chan string, 1)
	data.Break(fakedata.Faults{Announced: func(said *upstream.Announcement) { announced <- pathOf(said) }})
	var cutting sync.WaitGroup
	cutting.Go(func() {
		for name := range announced {
			time.Sleep(50 * time.Microsecond)
			os.Truncate(name, 1000)
		}
	})
	for revision := range uint64(50) {
		data.Revise(revision + 1)
		body, err := exchange(path, size)
		if err == nil {
			_, err = whole(body, size)
			body.Release()
		}
		if err != nil && problem.ReasonOf(err) != "segment_corrupt" {
			t.Error(err)
		}
	}
	close(announced)
	cutting.Wait()
}
