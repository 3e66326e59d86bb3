package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/zeebo/xxh3"
)

// Reader asks users-api for the data, one request after the other, and checks every byte of each answer.
type Reader struct {
	soak     *Soak
	url      string
	expected *Expected
	body     []byte
	length   int
}

func (s *Soak) reader() *Reader {
	return &Reader{
		soak:     s,
		url:      fmt.Sprintf("%s/api/users-via-shm?size=%d", s.api.address, s.plan.Size),
		expected: s.template.expected(),
		body:     make([]byte, s.plan.Size+1),
	}
}

// read asks until the soak is over.
func (r *Reader) read(ctx context.Context) {
	for ctx.Err() == nil {
		began, known := time.Now(), r.soak.ledger.now()
		header, err := r.ask(ctx)
		if ctx.Err() != nil {
			return
		}
		if err != nil {
			kind, clear := kindOf(err)
			r.soak.tally.failed(kind, err.Error(), clear && r.soak.outages.excuse(began, sideAPI, sideData))
			// Who is refused would ask thousands of times a second.
			pause(ctx, 10*time.Millisecond)
			continue
		}
		revision, kind, example := r.check(header, known)
		if kind != "" {
			r.soak.tally.wrong(kind, example)
			continue
		}
		r.soak.outages.answered(began)
		r.soak.exchanged(r.soak.tally.sees(revision))
	}
}

// ask sends one request and reads the answer into the reader's own memory; its length is then r.length.
func (r *Reader) ask(ctx context.Context) (http.Header, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, r.url, nil)
	if err != nil {
		return nil, err
	}
	response, err := r.soak.client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, problemOf(response)
	}
	r.length, err = io.ReadFull(response.Body, r.body)
	// The memory is one byte longer than an answer, so the end is expected.
	if err == nil || (errors.Is(err, io.ErrUnexpectedEOF) && int64(r.length) == response.ContentLength) {
		return response.Header, nil
	}
	return nil, fmt.Errorf("the answer of %d bytes was cut off after %d: %w", response.ContentLength, r.length, err)
}

// check holds an answer against what its revision should look like; kind is "" if every byte is right.
func (r *Reader) check(header http.Header, known Moment) (revision int64, kind, example string) {
	body := r.body[:r.length]
	shown := header.Get("X-Revision")
	revision, err := strconv.ParseInt(shown, 10, 64)
	if err != nil || !strings.HasPrefix(header.Get("Content-Type"), "application/json") {
		return 0, wrongHeaders, fmt.Sprintf("X-Revision %q, Content-Type %q", shown, header.Get("Content-Type"))
	}
	if kind := r.soak.ledger.judge(revision, known); kind != "" {
		return revision, kind, fmt.Sprintf("revision %d, when %d had been acknowledged", revision, known.floor)
	}
	if len(body) != r.soak.plan.Size {
		return revision, wrongLength, fmt.Sprintf("%d bytes of revision %d", len(body), revision)
	}
	r.expected.become(revision)
	if !bytes.Equal(body, r.expected.body) {
		kind := wrongBytes
		if r.expected.torn(body) {
			kind = wrongTorn
		}
		return revision, kind, fmt.Sprintf("revision %d differs from byte %d on", revision, firstDifference(body, r.expected.body))
	}
	if sum, told := checksum(body), header.Get("X-Checksum"); sum != told && (told != "" || r.soak.plan.Transport != naive) {
		return revision, wrongChecksum, fmt.Sprintf("%s is said to be %q", sum, told)
	}
	return revision, "", ""
}

// checksum is the value of X-Checksum for a body.
func checksum(body []byte) string {
	sum := xxh3.Hash128(body).Bytes()
	return fmt.Sprintf("xxh3-128=%x", sum[:])
}

// Problem is an answer that says by itself that it failed.
type Problem struct {
	Status int
	Reason string `json:"reason"`
	Detail string `json:"detail"`
	typed  bool
}

func (p Problem) Error() string { return fmt.Sprintf("%d %s: %s", p.Status, p.Reason, p.Detail) }

func problemOf(response *http.Response) error {
	text, err := io.ReadAll(io.LimitReader(response.Body, 1<<20))
	if err != nil {
		return err
	}
	problem := Problem{typed: strings.HasPrefix(response.Header.Get("Content-Type"), "application/problem+json")}
	if json.Unmarshal(text, &problem) != nil {
		problem.Detail = string(text[:min(len(text), 200)])
	}
	problem.Status = response.StatusCode
	return problem
}

// kindOf names an error, and tells whether it is a clear one: a problem with a reason, or a connection that was refused or closed.
func kindOf(err error) (string, bool) {
	var problem Problem
	var timeout net.Error
	switch {
	case errors.As(err, &problem):
		if problem.typed && problem.Reason != "" {
			return problem.Reason, true
		}
		return fmt.Sprintf("%d without a reason", problem.Status), false
	case errors.Is(err, syscall.ECONNREFUSED):
		return "refused", true
	case errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE):
		return "reset", true
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), strings.Contains(err.Error(), "server closed idle connection"):
		return "closed", true
	case errors.As(err, &timeout) && timeout.Timeout():
		return "timed out", false
	}
	return "other", false
}

// pause waits, unless the soak ends meanwhile.
func pause(ctx context.Context, long time.Duration) {
	timer := time.NewTimer(long)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	}
}
