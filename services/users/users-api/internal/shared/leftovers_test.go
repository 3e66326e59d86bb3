package shared_test

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"dev.versus/services/users-api/internal/fakedata"
	"dev.versus/services/users-api/internal/shared"
)

// leave makes what a writer leaves: a lock, sockets and segments.
func leave(t *testing.T, data *fakedata.Data, writer string) *os.File {
	t.Helper()
	lock, err := os.OpenFile(filepath.Join(data.Shared, writer+".lock"), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { lock.Close() })
	for _, path := range []string{data.Path(writer, ".1.0a1b2c3d"), data.Path("naive"), filepath.Join(data.Shared, writer+".fds")} {
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return lock
}

func left(t *testing.T, data *fakedata.Data) int {
	t.Helper()
	inside, _ := filepath.Glob(data.Shared + "/*")
	beside, _ := filepath.Glob(data.Shared + "*")
	return len(inside) + len(beside)
}

func Test_nothing_is_left_of_dead_writers(t *testing.T) {
	data := fakedata.Start(t, fakedata.Segment)
	data.Kill()
	os.Remove(filepath.Join(data.Shared, data.Writer()+".fds"))
	leave(t, data, "0123456789abcdef")
	leave(t, data, "fedcba9876543210")
	shared.RemoveLeftovers(data.Shared)
	if found := left(t, data); found != 0 {
		t.Errorf("%d things are left", found)
	}
}

func Test_a_link_to_the_socket_of_a_dead_writer_goes_too(t *testing.T) {
	for _, socket := range []string{"0123456789abcdef.http", "elsewhere"} {
		data := fakedata.Start(t, fakedata.Segment)
		data.Kill()
		os.Remove(filepath.Join(data.Shared, data.Writer()+".fds"))
		leave(t, data, "0123456789abcdef")
		local := filepath.Join(data.Shared, "http.sock")
		if err := errors.Join(os.Rename(local, filepath.Join(data.Shared, "0123456789abcdef.http")), os.Symlink(socket, local)); err != nil {
			t.Fatal(err)
		}
		shared.RemoveLeftovers(data.Shared)
		if found := left(t, data); found != 0 {
			t.Errorf("%d things are left", found)
		}
	}
}

func Test_nothing_of_a_living_writer_is_removed(t *testing.T) {
	data := fakedata.Start(t, fakedata.Segment)
	lock := leave(t, data, "0123456789abcdef")
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX); err != nil {
		t.Fatal(err)
	}
	leave(t, data, "fedcba9876543210")
	before := left(t, data)
	shared.RemoveLeftovers(data.Shared)
	if now := left(t, data); now != before {
		t.Errorf("%d things became %d", before, now)
	}
}

func Test_names_of_others_stay(t *testing.T) {
	data := fakedata.Start(t, fakedata.Segment)
	data.Kill()
	others := []string{
		data.Path("0123456789abcdef.1.0a1b2c3d4"), data.Path("0123456789abcdef.1x.0a1b2c3d"), data.Path("0123456789ABCDEF.1.0a1b2c3d"),
		data.Path("0123456789abcdef.1"), data.Shared + "2.naive", data.Path("open.1.0a1b2c3d"),
	}
	for _, other := range others {
		if err := os.WriteFile(other, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	shared.RemoveLeftovers(data.Shared)
	for _, other := range others {
		if _, err := os.Stat(other); err != nil {
			t.Error(err)
		}
	}
}

func Test_a_folder_that_others_may_enter_is_not_believed(t *testing.T) {
	data := fakedata.Start(t, fakedata.Segment)
	data.Kill()
	leave(t, data, "0123456789abcdef")
	if err := os.Chmod(data.Shared, 0o755); err != nil {
		t.Fatal(err)
	}
	before := left(t, data)
	shared.RemoveLeftovers(data.Shared)
	if now := left(t, data); now != before {
		t.Errorf("%d things became %d", before, now)
	}
}

func Test_a_writer_that_begins_keeps_what_it_makes(t *testing.T) {
	data := fakedata.Start(t, fakedata.Segment)
	leave(t, data, "0123456789abcdef")
	folder, err := os.Open(data.Shared)
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.Flock(int(folder.Fd()), syscall.LOCK_EX); err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		shared.RemoveLeftovers(data.Shared)
	}()
	before := left(t, data)
	lock := leave(t, data, "fedcba9876543210")
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX); err != nil {
		t.Fatal(err)
	}
	folder.Close()
	<-done
	if now := left(t, data); now != before+3 {
		t.Errorf("%d things became %d", before, now)
	}
}

func Test_a_folder_that_stays_locked_keeps_everything(t *testing.T) {
	data := fakedata.Start(t, fakedata.Segment)
	leave(t, data, "0123456789abcdef")
	folder, err := os.Open(data.Shared)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	if err := syscall.Flock(int(folder.Fd()), syscall.LOCK_EX); err != nil {
		t.Fatal(err)
	}
	before := left(t, data)
	shared.RemoveLeftovers(data.Shared)
	if now := left(t, data); now != before {
		t.Errorf("%d things became %d", before, now)
	}
}

func Test_a_link_in_the_place_of_the_folder_is_not_followed(t *testing.T) {
	data := fakedata.Start(t, fakedata.Segment)
	data.Kill()
	leave(t, data, "0123456789abcdef")
	link := data.Path("link")
	if err := os.Symlink(data.Shared, link); err != nil {
		t.Fatal(err)
	}
	before := left(t, data)
	shared.RemoveLeftovers(link)
	if now := left(t, data); now != before {
		t.Errorf("%d things became %d", before, now)
	}
}
