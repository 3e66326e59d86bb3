// Package peer connects to Unix sockets of this user's processes only.
package peer

import (
	"context"
	"errors"
	"net"
	"net/http"
	"os"

	"dev.versus/services/users-api/internal/problem"
	"golang.org/x/sys/unix"
)

// ErrForeign says that whoever listens is another user.
var ErrForeign = problem.Of(http.StatusServiceUnavailable, "writer_foreign",
	"users-data cannot be believed: a process of another user listens at its Unix socket.")

// Dial connects to a socket at which a process of this user listens, and fails with ErrForeign if it is another user's.
func Dial(ctx context.Context, path string) (*net.UnixConn, error) {
	dialled, err := (&net.Dialer{}).DialContext(ctx, "unix", path)
	if err != nil {
		return nil, err
	}
	socket := dialled.(*net.UnixConn)
	if err := ofThisUser(socket); err != nil {
		socket.Close()
		return nil, err
	}
	return socket, nil
}

func ofThisUser(socket *net.UnixConn) error {
	raw, err := socket.SyscallConn()
	if err != nil {
		return err
	}
	var listener *unix.Ucred
	var asked error
	err = raw.Control(func(descriptor uintptr) {
		listener, asked = unix.GetsockoptUcred(int(descriptor), unix.SOL_SOCKET, unix.SO_PEERCRED)
	})
	if err = errors.Join(err, asked); err != nil {
		return err
	}
	if listener.Uid != uint32(os.Geteuid()) {
		return ErrForeign
	}
	return nil
}
