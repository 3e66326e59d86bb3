package shared

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

const (
	lockSuffix = ".lock"
	httpSocket = "http.sock"
	ofOthers   = 0o077

	folderTries  = 100
	betweenTries = 10 * time.Millisecond
)

// RemoveLeftovers removes what killed writers of a deployment have left, if none of them lives. A writer makes its file <writer>.lock
// before anything else, and holds its lock as long as it lives. The folder is locked meanwhile: no writer begins or ends in it.
func RemoveLeftovers(shared string) {
	folder, err := lockedFolder(shared)
	if err != nil {
		return
	}
	defer folder.Close()
	locks := locksIn(shared)
	for _, lock := range locks {
		held, err := locked(lock, unix.O_RDWR, unix.S_IFREG)
		if err != nil {
			return
		}
		defer held.Close()
	}
	removeSegments(shared)
	_ = os.Remove(filepath.Join(shared, httpSocket))
	for _, lock := range locks {
		removeWriter(lock)
	}
	// A folder that has anything else in it is not empty, and stays.
	_ = os.Remove(shared)
}

// lockedFolder waits, but not long, for writers that begin or end in the folder; those tidy up, too.
func lockedFolder(shared string) (*os.File, error) {
	var folder *os.File
	err := error(unix.EWOULDBLOCK)
	for range folderTries {
		if folder, err = locked(shared, unix.O_RDONLY|unix.O_DIRECTORY, unix.S_IFDIR); !errors.Is(err, unix.EWOULDBLOCK) {
			break
		}
		time.Sleep(betweenTries)
	}
	return folder, err
}

func locksIn(shared string) []string {
	locks, _ := filepath.Glob(filepath.Join(shared, "*"+lockSuffix))
	return locks
}

// isOwn tells whether a file is of this kind and of this user, and not open to others.
func isOwn(status *unix.Stat_t, kind uint32) bool {
	return status.Mode&unix.S_IFMT == kind && status.Mode&ofOthers == 0 && status.Uid == uint32(os.Geteuid())
}

// locked opens an own file or folder that nobody has removed meanwhile, and takes its lock if it is free.
func locked(path string, how int, kind uint32) (*os.File, error) {
	descriptor, err := unix.Open(path, how|unix.O_NOFOLLOW|unix.O_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	file := os.NewFile(uintptr(descriptor), path)
	var status unix.Stat_t
	err = errors.Join(unix.Flock(descriptor, unix.LOCK_EX|unix.LOCK_NB), unix.Fstat(descriptor, &status))
	if err == nil && (status.Nlink == 0 || !isOwn(&status, kind)) {
		err = os.ErrNotExist
	}
	if err != nil {
		file.Close()
		return nil, err
	}
	return file, nil
}

// removeSegments removes the deployment's segments.
func removeSegments(shared string) {
	ours := regexp.MustCompile(`^` + regexp.QuoteMeta(filepath.Base(shared)) + `\.(naive|[0-9a-f]{16}\.[0-9]+\.[0-9a-f]{8})$`)
	entries, err := os.ReadDir(segments)
	if err != nil {
		return
	}
	for _, entry := range entries {
		path := filepath.Join(segments, entry.Name())
		var status unix.Stat_t
		if ours.MatchString(entry.Name()) && unix.Lstat(path, &status) == nil && isOwn(&status, unix.S_IFREG) {
			_ = os.Remove(path)
		}
	}
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
