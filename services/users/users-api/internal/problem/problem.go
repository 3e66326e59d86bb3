// Package problem tells clients what went wrong, as RFC 9457 has it.
package problem

import (
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
)

const mediaType = "application/problem+json"

// Problem is an answer that is no data. It is an error, so that it travels like one.
type Problem struct {
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
	// Reason is a word for programs, in snake_case.
	Reason string `json:"reason"`

	verbatim []byte
}

// Of describes a problem with the usual title of its status.
func Of(status int, reason, detail string) *Problem {
	return &Problem{Title: http.StatusText(status), Status: status, Detail: detail, Reason: reason}
}

// Verbatim is another service's problem, which goes to the client byte by byte.
func Verbatim(status int, body []byte) *Problem {
	passed := &Problem{}
	if json.Unmarshal(body, passed) != nil || passed.Title == "" {
		return nil
	}
	passed.Status = status
	passed.verbatim = body
	return passed
}

// Error returns the problem in one line.
func (p *Problem) Error() string { return p.Reason + ": " + p.Detail }

// ReasonOf returns the reason of an error; an empty text if the error is no problem.
func ReasonOf(err error) string {
	var known *Problem
	if errors.As(err, &known) {
		return known.Reason
	}
	return ""
}

// Write answers with an error. One that is no problem is a 500, whose cause stays here.
func Write(w http.ResponseWriter, err error) {
	var known *Problem
	if !errors.As(err, &known) {
		known = Of(http.StatusInternalServerError, "internal", "users-api could not answer.")
	}
	body := known.verbatim
	if body == nil {
		body, _ = json.Marshal(known)
	}
	head := w.Header()
	head.Set("Content-Type", mediaType)
	head.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(known.Status)
	_, _ = w.Write(body)
}

// Invalid tells a client what is wrong with its request.
func Invalid(detail string) *Problem {
	return Of(http.StatusBadRequest, "invalid_parameter", detail)
}
