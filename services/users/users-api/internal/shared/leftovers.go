package shared

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/sys/unix"
)

const (
	lockSuffix = ".lock"
	httpSocket = "http.sock"
	ofOthers   = 0o077
)

// RemoveLeftovers removes what killed writers of a deployment have left, if none of them lives. A writer makes its file <writer>.lock
// before anything else, and holds its lock as long as it lives.
func RemoveLeftovers(shared string) {
	if !isOwn(shared, unix.S_IFDIR) {
		return
	}
	locks := locksIn(shared)
	for _, lock := range locks {
		held, err := locked(lock)
		if err != nil {
			return
		}
		defer held.Close()
	}
	removeSegments(shared, locks)
	if removeSocket(filepath.Join(shared, httpSocket)) {
		for _, lock := range locks {
			removeWriter(lock)
		}
		// A folder in which another writer begins is not empty, and stays.
		_ = os.Remove(shared)
	}
}

func locksIn(shared string) []string {
	locks, _ := filepath.Glob(filepath.Join(shared, "*"+lockSuffix))
	return locks
}

// isOwn tells whether a path is of this kind and of this user, and not open to others.
func isOwn(path string, kind uint32) bool {
	var status unix.Stat_t
	return unix.Lstat(path, &status) == nil && status.Mode&unix.S_IFMT == kind &&
		status.Mode&ofOthers == 0 && status.Uid == uint32(os.Geteuid())
}

// locked takes the lock of a dead writer.
func locked(path string) (*os.File, error) {
	descriptor, err := unix.Open(path, unix.O_RDWR|unix.O_NOFOLLOW|unix.O_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	file := os.NewFile(uintptr(descriptor), path)
	if err := unix.Flock(descriptor, unix.LOCK_EX|unix.LOCK_NB); err != nil {
		file.Close()
		return nil, err
	}
	return file, nil
}

// removeSegments removes the deployment's segments, unless a writer has begun since the dead ones were found.
func removeSegments(shared string, dead []string) {
	ours := regexp.MustCompile(`^` + regexp.QuoteMeta(filepath.Base(shared)) + `\.(naive|[0-9a-f]{16}\.[0-9]+)$`)
	entries, err := os.ReadDir(segments)
	if err != nil {
		return
	}
	for _, entry := range entries {
		path := filepath.Join(segments, entry.Name())
		if ours.MatchString(entry.Name()) && isOwn(path, unix.S_IFREG) && slices.Equal(locksIn(shared), dead) {
			_ = os.Remove(path)
		}
	}
}

// removeSocket removes a socket at which nobody listens, or a link to it, and tells whether it is gone.
func removeSocket(path string) bool {
	connection, err := net.Dial("unix", path)
	if err == nil {
		connection.Close()
		return false
	}
	if errors.Is(err, unix.ECONNREFUSED) || errors.Is(err, os.ErrNotExist) {
		err = os.Remove(path)
	}
	return err == nil || errors.Is(err, os.ErrNotExist)
}

// removeWriter removes all files of a writer, its lock last, so that another can finish what is begun here.
func removeWriter(lock string) {
	files, _ := filepath.Glob(strings.TrimSuffix(lock, lockSuffix) + ".*")
	for _, file := range files {
		if file != lock {
			_ = os.Remove(file)
		}
	}
	_ = os.Remove(lock)
}
