package shared

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"strconv"

	"dev.versus/services/users-api/internal/payload"
	"dev.versus/services/users-api/internal/problem"
	"dev.versus/services/users-api/internal/settings"
	"dev.versus/services/users-api/internal/upstream"
)

// Naive is the reported transport with its races: one segment of a fixed name, which users-data removes, makes and fills anew for each
// request, whoever reads it. Its failures show only when the body is parsed.
type Naive struct {
	signal Signal
	path   string
}

// NewNaive finds the one segment of the deployment that a shared folder belongs to.
func NewNaive(signal Signal, shared string) *Naive {
	return &Naive{signal, filepath.Join(segments, filepath.Base(shared)+".naive")}
}

// Exchange returns what is in the segment after the signal.
func (n *Naive) Exchange(ctx context.Context, query payload.Query) (*payload.Payload, error) {
	said, err := announced(ctx, n.signal, settings.Naive, query)
	if err != nil {
		return nil, err
	}
	found, err := n.read()
	if errors.Is(err, errForeign) {
		return nil, corrupt(err.Error())
	}
	if err != nil {
		return nil, wrong("missing", "The segment is not there: "+err.Error()+".")
	}
	if err := n.judge(found, said); err != nil {
		found.Release()
		return nil, err
	}
	return found, nil
}

// Close does nothing: the segment does not stay open.
func (n *Naive) Close() {}

func (n *Naive) read() (*payload.Payload, error) {
	file, err := openSegment(n.path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	status, err := file.Stat()
	if err != nil {
		return nil, err
	}
	length := int(min(status.Size(), payload.Largest))
	found, err := payload.Read(io.NewSectionReader(file, 0, int64(length)), length)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return payload.Of(nil, nil), nil
	}
	return found, err
}

// judge parses the body, and takes its revision and its checksum from what was found.
func (n *Naive) judge(found *payload.Payload, said *upstream.Announcement) error {
	text, err := payload.Revision(found.Bytes)
	revision, unreadable := strconv.ParseUint(text, 10, 64)
	if err = errors.Join(err, unreadable); err != nil {
		return wrong("torn", "The segment holds no whole body: "+err.Error()+".")
	}
	if revision < said.Revision {
		return wrong("stale", fmt.Sprintf("The segment holds revision %d, and revision %d was announced.", revision, said.Revision))
	}
	found.Checksum = payload.Checksum(found.Bytes)
	found.Revision, found.Writer = strconv.FormatUint(revision, 10), said.Writer
	return nil
}

func wrong(reason, detail string) error {
	return problem.Of(http.StatusInternalServerError, reason, detail)
}
