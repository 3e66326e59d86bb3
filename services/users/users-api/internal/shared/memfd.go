package shared

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"dev.versus/services/users-api/internal/payload"
	"dev.versus/services/users-api/internal/upstream"
)

// Memfd takes bodies from sealed memory, whose descriptor the writer hands out over a Unix socket. A generation is checked once: nobody
// can change it afterwards.
type Memfd struct {
	signal  Signal
	folder  string
	pattern string
	kept    *table
	// turn holds the one connection; who has it may fetch.
	turn chan *handover
}

// NewMemfd finds the writers' sockets in a folder. A query that names no pattern has the usual one.
func NewMemfd(signal Signal, folder, usualPattern string) *Memfd {
	made := &Memfd{signal, folder, usualPattern, newTable(), make(chan *handover, 1)}
	made.turn <- nil
	return made
}

// Exchange returns the body that users-data announces.
func (m *Memfd) Exchange(ctx context.Context, query payload.Query) (*payload.Payload, error) {
	return exchange(ctx, m.signal, m, query)
}

// Close ends the connection and forgets all mappings; those that are being written go when they are released.
func (m *Memfd) Close() {
	connection := <-m.turn
	connection.close()
	m.turn <- nil
	m.kept.clear()
}

func (m *Memfd) take(ctx context.Context, query payload.Query, said *upstream.Announcement) (*payload.Payload, error) {
	if found := m.kept.take(query.Text, said.Writer, said.Generation); found != nil {
		return found, nil
	}
	select {
	case <-ctx.Done():
		return nil, late()
	case connection := <-m.turn:
		found, connection, err := m.fetch(ctx, connection, query, said)
		m.turn <- connection
		return found, err
	}
}

// fetch has its turn. Another request may have fetched the same meanwhile.
func (m *Memfd) fetch(ctx context.Context, connection *handover, query payload.Query, said *upstream.Announcement) (
	*payload.Payload, *handover, error,
) {
	if found := m.kept.take(query.Text, said.Writer, said.Generation); found != nil {
		return found, connection, nil
	}
	heard, file, connection, err := m.ask(ctx, connection, query, said)
	if err != nil {
		return nil, connection, err
	}
	made, err := verified(said, heard, file)
	if err != nil {
		return nil, connection, err
	}
	found := made.take()
	m.kept.put(query.Text, made)
	return found, connection, nil
}

// ask asks the writer, over a new connection if there is none to it or if the kept one is broken.
func (m *Memfd) ask(ctx context.Context, connection *handover, query payload.Query, said *upstream.Announcement) (
	*reply, *os.File, *handover, error,
) {
	wanted := wish{said.Length, cmp.Or(query.Pattern, m.pattern), said.Generation}
	if connection != nil && connection.writer == said.Writer {
		if heard, file, err := connection.ask(ctx, wanted); err == nil {
			return heard, file, connection, nil
		}
	}
	connection.close()
	connection, err := connect(ctx, filepath.Join(m.folder, said.Writer+".fds"), said.Writer)
	if err != nil {
		return nil, nil, nil, unreachable(ctx, err)
	}
	heard, file, err := connection.ask(ctx, wanted)
	if err != nil {
		connection.close()
		return nil, nil, nil, unreachable(ctx, err)
	}
	return heard, file, connection, nil
}

func unreachable(ctx context.Context, err error) error {
	switch {
	case errors.Is(err, errForeign):
		return unavailable("writer_foreign", "Shared memory cannot be read: "+err.Error()+".")
	case ctx.Err() != nil || errors.Is(err, context.DeadlineExceeded) || errors.Is(err, os.ErrDeadlineExceeded):
		return late()
	default:
		return goneBecause("writer_gone", "The writer of the shared memory is gone: "+err.Error()+".")
	}
}

// verified maps what the writer has handed out, and checks everything that it has said about it.
func verified(said *upstream.Announcement, heard *reply, file *os.File) (*memory, error) {
	if file == nil {
		return nil, goneBecause("generation_gone",
			fmt.Sprintf("The writer has no generation %d or newer: %s.", said.Generation, heard.Error))
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
