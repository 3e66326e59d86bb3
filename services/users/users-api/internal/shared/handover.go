package shared

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"time"

	"dev.versus/services/users-api/internal/peer"
	"dev.versus/services/users-api/internal/upstream"
	"golang.org/x/sys/unix"
)

const longestLine = 4096

// wish is what a reader asks a writer for.
type wish struct {
	Size       int    `json:"size"`
	Pattern    string `json:"pattern"`
	Generation uint64 `json:"generation"`
}

// reply is what a writer says about the memory that it hands out.
type reply struct {
	Writer     string `json:"writer"`
	Generation uint64 `json:"generation"`
	Length     int    `json:"length"`
	Checksum   string `json:"checksum"`
	Revision   uint64 `json:"revision"`
	// Error is a sentence that says why no memory comes, and Reason the word for it.
	Error  string `json:"error"`
	Reason string `json:"reason"`
}

// keeps tells whether this is the body that was announced, or a newer one in its place.
func (r *reply) keeps(said *upstream.Announcement) bool {
	isSame := r.Revision == said.Revision && r.Checksum == said.Checksum
	isNewer := r.Generation > said.Generation && r.Revision != said.Revision
	return r.Writer == said.Writer && r.Length == said.Length && r.Generation >= said.Generation && (isSame || isNewer)
}

// handover asks writers for their memory, one reader after another, over a connection that it keeps.
type handover struct {
	folder string
	writer string
	socket *net.UnixConn
}

// ask returns what a writer says and the memory that it hands out. The file is the caller's.
func (h *handover) ask(ctx context.Context, writer string, wanted wish) (*reply, *os.File, error) {
	if h.socket != nil && h.writer == writer {
		if said, file, err := h.once(ctx, wanted); err == nil {
			return said, file, nil
		}
	}
	h.close()
	if err := h.connect(ctx, writer); err != nil {
		return nil, nil, err
	}
	said, file, err := h.once(ctx, wanted)
	if err != nil {
		h.close()
	}
	return said, file, err
}

func (h *handover) connect(ctx context.Context, writer string) error {
	socket, err := peer.Dial(ctx, filepath.Join(h.folder, writer+".fds"))
	if err != nil {
		return err
	}
	h.writer, h.socket = writer, socket
	return nil
}

func (h *handover) close() {
	if h.socket != nil {
		h.socket.Close()
		h.socket = nil
	}
}

func (h *handover) once(ctx context.Context, wanted wish) (*reply, *os.File, error) {
	limit, _ := ctx.Deadline()
	if err := h.socket.SetDeadline(limit); err != nil {
		return nil, nil, err
	}
	defer breakOff(ctx, h.socket)()
	line, err := json.Marshal(wanted)
	if err != nil {
		return nil, nil, err
	}
	if _, err := h.socket.Write(append(line, '\n')); err != nil {
		return nil, nil, err
	}
	text, file, err := h.receive()
	if err != nil {
		return nil, nil, err
	}
	said := &reply{}
	if err := json.Unmarshal(text, said); err != nil {
		closeIfAny(file)
		return nil, nil, err
	}
	return said, file, nil
}

// breakOff ends what waits at a socket as soon as the context is over, until the returned function is called.
func breakOff(ctx context.Context, socket *net.UnixConn) func() bool {
	return context.AfterFunc(ctx, func() { _ = socket.SetDeadline(time.Unix(1, 0)) })
}

// receive reads one line and the descriptor that comes with it, if one does.
func (h *handover) receive() ([]byte, *os.File, error) {
	var file *os.File
	text := make([]byte, 0, longestLine)
	control := make([]byte, unix.CmsgSpace(4*4))
	for {
		n, extra, _, _, err := h.socket.ReadMsgUnix(text[len(text):cap(text)], control)
		if err == nil && extra > 0 {
			closeIfAny(file)
			file, err = descriptorIn(control[:extra])
		}
		text = text[:len(text)+max(n, 0)]
		switch end := bytes.IndexByte(text, '\n'); {
		case err == nil && end >= 0:
			return text[:end], file, nil
		case err != nil || n == 0 || len(text) == cap(text):
			closeIfAny(file)
			return nil, nil, errors.Join(fmt.Errorf("the writer's answer breaks off after %d bytes", len(text)), err)
		}
	}
}

// descriptorIn takes the one descriptor of a message, and closes all if there are several.
func descriptorIn(control []byte) (*os.File, error) {
	messages, err := unix.ParseSocketControlMessage(control)
	if err != nil {
		return nil, err
	}
	var all []int
	for _, message := range messages {
		if rights, err := unix.ParseUnixRights(&message); err == nil {
			all = append(all, rights...)
		}
	}
	if len(all) != 1 {
		for _, one := range all {
			_ = unix.Close(one)
		}
		return nil, fmt.Errorf("the writer hands out %d descriptors and not 1", len(all))
	}
	return os.NewFile(uintptr(all[0]), "memfd"), nil
}

func closeIfAny(file *os.File) {
	if file != nil {
		file.Close()
	}
}
