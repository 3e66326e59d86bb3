package shared

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"regexp"
	"strconv"

	"dev.versus/services/users-api/internal/payload"
	"dev.versus/services/users-api/internal/peer"
	"dev.versus/services/users-api/internal/settings"
	"dev.versus/services/users-api/internal/upstream"
)

// Memfd takes bodies from sealed memory, whose descriptor the writer hands out over a Unix socket. A generation is checked once: nobody
// can change it afterwards.
type Memfd struct {
	signal  Signal
	pattern string
	kept    *table
	// turn is held by the one that fetches.
	turn    chan struct{}
	writers handover
	// ended is over from Close on.
	ended context.Context
	end   context.CancelFunc
}

// NewMemfd finds the writers' sockets in a folder. A query that names no pattern has the usual one.
func NewMemfd(signal Signal, folder, usualPattern string) *Memfd {
	ended, end := context.WithCancel(context.Background())
	return &Memfd{signal, usualPattern, newTable(), make(chan struct{}, 1), handover{folder: folder}, ended, end}
}

// Exchange returns the body that users-data announces.
func (m *Memfd) Exchange(ctx context.Context, query payload.Query) (*payload.Payload, error) {
	return exchange(ctx, m.signal, m, query)
}

func (m *Memfd) name() string { return settings.Memfd }

// Close ends the connection, breaks off a fetch, and forgets all mappings; those that are being written go when they are released.
func (m *Memfd) Close() {
	m.end()
	m.turn <- struct{}{}
	defer m.endTurn()
	m.writers.close()
	m.kept.clear()
}

func (m *Memfd) endTurn() { <-m.turn }

func (m *Memfd) take(ctx context.Context, query payload.Query, said *upstream.Announcement) (*payload.Payload, error) {
	if found := m.kept.take(query.Text, said.Writer, said.Generation); found != nil {
		return found, nil
	}
	select {
	case <-ctx.Done():
		return nil, late()
	case m.turn <- struct{}{}:
		defer m.endTurn()
		return m.fetch(ctx, query, said)
	}
}

// fetch has its turn. Another request may have fetched the same meanwhile.
func (m *Memfd) fetch(ctx context.Context, query payload.Query, said *upstream.Announcement) (*payload.Payload, error) {
	if found := m.kept.take(query.Text, said.Writer, said.Generation); found != nil {
		return found, nil
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(m.ended, cancel)()
	wanted := wish{said.Length, cmp.Or(query.Pattern, m.pattern), said.Generation}
	heard, file, err := m.writers.ask(ctx, said.Writer, wanted)
	if err != nil {
		return nil, unreachable(ctx, err)
	}
	made, err := verified(said, heard, file)
	if err != nil {
		return nil, err
	}
	found := made.take()
	m.kept.put(query.Text, made)
	return found, nil
}

func unreachable(ctx context.Context, err error) error {
	switch {
	case errors.Is(err, peer.ErrForeign):
		return err
	case ctx.Err() != nil || errors.Is(err, context.DeadlineExceeded) || errors.Is(err, os.ErrDeadlineExceeded):
		return late()
	default:
		return goneBecause("writer_gone", "The writer of the shared memory is gone: "+err.Error()+".")
	}
}

const generationGone = "generation_gone"

// refusal passes on why a writer hands out nothing. Only a generation that is gone is worth another signal.
func refusal(heard *reply) error {
	switch {
	case !isReason.MatchString(heard.Reason) || heard.Error == "":
		return corrupt("the writer hands out nothing and does not say why")
	case heard.Reason == generationGone:
		return goneBecause(generationGone, heard.Error)
	default:
		return unavailable(heard.Reason, heard.Error)
	}
}

var isReason = regexp.MustCompile(`^[a-z][a-z_]{0,40}$`)

// verified maps what the writer has handed out, and checks everything that it has said about it.
func verified(said *upstream.Announcement, heard *reply, file *os.File) (*memory, error) {
	if file == nil {
		return nil, refusal(heard)
	}
	defer file.Close()
	if !heard.keeps(said) {
		return nil, corrupt(fmt.Sprintf("generation %d with %d bytes, %s, was announced, and generation %d with %d bytes, %s, handed out",
			said.Generation, said.Length, said.Checksum, heard.Generation, heard.Length, heard.Checksum))
	}
	made, err := mapSealed(file, heard.Length)
	if errors.Is(err, errUnsealed) {
		return nil, unavailable("segment_unsealed", "Shared memory cannot be trusted: "+err.Error()+".")
	}
	if err != nil {
		return nil, corrupt(err.Error())
	}
	if found := payload.Checksum(made.bytes); found != heard.Checksum {
		made.release()
		return nil, corrupt("its checksum is " + found + " and not " + heard.Checksum + " as announced")
	}
	made.identity = identity{heard.Writer, heard.Generation, heard.Checksum, strconv.FormatUint(heard.Revision, 10)}
	return made, nil
}
