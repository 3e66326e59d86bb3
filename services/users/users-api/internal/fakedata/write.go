package fakedata

import (
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"dev.versus/services/users-api/internal/payload"
	"golang.org/x/sys/unix"
)

// write puts a body where its transport has it.
func (d *Data) write(made *published) {
	whole := made.body[:len(made.body)-d.faults.Missing]
	switch d.transport {
	case Memfd:
		made.Name = d.writer + ".fds"
		made.memory = d.memfd(whole)
	case Segment:
		path := d.Path(d.writer, ".", strconv.FormatUint(made.Generation, 10), ".", drawn(4))
		made.Name = filepath.Base(path)
		d.check(os.WriteFile(path, append(Header(made.Generation, made.Revision, made.body), whole...), 0o600))
	case Naive:
		made.Name = filepath.Base(d.Path("naive"))
		_ = os.Remove(d.Path("naive"))
		d.check(os.WriteFile(d.Path("naive"), whole, 0o600))
	}
}

func (d *Data) check(err error) {
	if err != nil {
		d.test.Error(err)
	}
}

func (d *Data) memfd(body []byte) *os.File {
	descriptor, err := unix.MemfdCreate("users-test", unix.MFD_CLOEXEC|unix.MFD_ALLOW_SEALING)
	d.check(err)
	file := os.NewFile(uintptr(descriptor), "memfd")
	_, err = file.Write(body)
	d.check(err)
	if !d.faults.Unsealed {
		_, err = unix.FcntlInt(file.Fd(), unix.F_ADD_SEALS, unix.F_SEAL_SHRINK|unix.F_SEAL_GROW|unix.F_SEAL_WRITE|unix.F_SEAL_SEAL)
		d.check(err)
	}
	return file
}

// Header returns the first 64 bytes of a segment.
func Header(generation, revision uint64, body []byte) []byte {
	header := append(make([]byte, 0, 64+len(body)), "USERSSHM"...)
	header = binary.LittleEndian.AppendUint32(header, 1)
	header = binary.LittleEndian.AppendUint32(header, 64)
	header = binary.LittleEndian.AppendUint64(header, generation)
	header = binary.LittleEndian.AppendUint64(header, revision)
	header = binary.LittleEndian.AppendUint64(header, uint64(len(body)))
	sum, _ := hex.DecodeString(strings.TrimPrefix(payload.Checksum(body), "xxh3-128="))
	return append(append(header, sum...), make([]byte, 8)...)
}

// handOut serves the socket for descriptors, and returns what ends it.
func (d *Data) handOut() func() {
	listener := d.listen("unix", filepath.Join(d.Shared, d.writer+".fds")).(*net.UnixListener)
	listener.SetUnlinkOnClose(false)
	var lock sync.Mutex
	open := []*net.UnixConn{}
	go func() {
		for {
			peer, err := listener.AcceptUnix()
			if err != nil {
				return
			}
			lock.Lock()
			open = append(open, peer)
			lock.Unlock()
			go d.talk(peer)
		}
	}()
	return func() {
		listener.Close()
		lock.Lock()
		defer lock.Unlock()
		for _, peer := range open {
			peer.Close()
		}
	}
}

func (d *Data) talk(peer *net.UnixConn) {
	defer peer.Close()
	lines := json.NewDecoder(peer)
	for {
		var wanted struct {
			Size    int    `json:"size"`
			Pattern string `json:"pattern"`
		}
		if lines.Decode(&wanted) != nil {
			return
		}
		if d.hand(peer, wanted.Size, wanted.Pattern) != nil {
			return
		}
	}
}

func (d *Data) hand(peer *net.UnixConn, size int, pattern string) error {
	faults := d.broken()
	if faults.Mute {
		if faults.Muted != nil {
			faults.Muted()
		}
		return nil
	}
	if faults.Refusal != "" {
		_, err := fmt.Fprintf(peer, `{"error":"There is none.","reason":%q}`+"\n", faults.Refusal)
		return err
	}
	found := d.publish(size, pattern)
	d.lock.Lock()
	defer d.lock.Unlock()
	descriptors := make([]int, 1+faults.Descriptors)
	for i := range descriptors {
		descriptors[i] = int(found.memory.Fd())
	}
	line, _ := json.Marshal(found.Announcement)
	d.Handed.Add(1)
	_, _, err := peer.WriteMsgUnix(append(line, '\n'), unix.UnixRights(descriptors...), nil)
	return err
}
