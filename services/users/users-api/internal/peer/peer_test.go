package peer_test

import (
	"context"
	"errors"
	"net"
	"path/filepath"
	"testing"

	"dev.versus/services/users-api/internal/fakedata"
	"dev.versus/services/users-api/internal/peer"
)

func Test_a_process_of_this_user_is_believed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "socket")
	listener, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	socket, err := peer.Dial(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	socket.Close()
}

func Test_a_process_of_another_user_is_not_believed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "socket")
	fakedata.ListenAsAnother(t, path)
	if _, err := peer.Dial(context.Background(), path); !errors.Is(err, peer.ErrForeign) {
		t.Error(err)
	}
}

func Test_a_socket_that_is_not_there_is_an_error(t *testing.T) {
	if _, err := peer.Dial(context.Background(), filepath.Join(t.TempDir(), "socket")); err == nil || errors.Is(err, peer.ErrForeign) {
		t.Error(err)
	}
}
