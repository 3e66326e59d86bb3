package fakedata

import (
	"os"
	"runtime"
	"testing"

	"golang.org/x/sys/unix"
)

// Another is a user who is nobody in particular.
const Another = 65534

// ListenAsAnother listens at a path as another user, in place of whoever listened there before; it needs root.
func ListenAsAnother(t testing.TB, path string) {
	t.Helper()
	NeedsRoot(t)
	_ = os.Remove(path)
	descriptor, err := unix.Socket(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { unix.Close(descriptor) })
	if err := unix.Bind(descriptor, &unix.SockaddrUnix{Name: path}); err != nil {
		t.Fatal(err)
	}
	if err := asAnother(func() error { return unix.Listen(descriptor, 16) }); err != nil {
		t.Fatal(err)
	}
}

// NeedsRoot skips a test that only root can make.
func NeedsRoot(t testing.TB) {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Skip("skipped: only root can do something as another user")
	}
}

// asAnother does something in a thread of another user; the thread ends with it, because it is never unlocked.
func asAnother(do func() error) error {
	done := make(chan error)
	go func() {
		runtime.LockOSThread()
		unchanged := ^uintptr(0)
		if _, _, number := unix.RawSyscall(unix.SYS_SETRESUID, unchanged, Another, unchanged); number != 0 {
			done <- number
			return
		}
		done <- do()
	}()
	return <-done
}
