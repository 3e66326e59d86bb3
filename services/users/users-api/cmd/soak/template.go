package main

import (
	"bytes"
	"fmt"
)

// revisionDigits is how many digits a revision has in the data.
const revisionDigits = 8

// Template is an answer without its revision: the same bytes for every revision but for the places that hold it.
type Template struct {
	text   []byte
	places []int
}

// deriveTemplate learns the places of the revision from one body, and holds it against a second body of another revision.
func deriveTemplate(first []byte, firstRevision int64, second []byte, secondRevision int64) (*Template, error) {
	shown := digits(firstRevision)
	template := &Template{text: bytes.Clone(first)}
	for at := 0; ; at += revisionDigits {
		found := bytes.Index(first[at:], shown)
		if found < 0 {
			break
		}
		at += found
		template.places = append(template.places, at)
	}
	if len(template.places) < 2 {
		return nil, fmt.Errorf("a body of revision %s shows it in %d places; expected one in each record", shown, len(template.places))
	}
	expected := template.expected()
	expected.become(secondRevision)
	if at := firstDifference(expected.body, second); at >= 0 {
		return nil, fmt.Errorf("bodies of revisions %d and %d differ at byte %d, where neither shows its revision", firstRevision, secondRevision, at)
	}
	return template, nil
}

// expected is a body of the template; it serves one reader.
func (t *Template) expected() *Expected {
	return &Expected{template: t, body: bytes.Clone(t.text), revision: -1}
}

// Expected is the body that is expected for a revision. It is changed in place, so it serves one reader only.
type Expected struct {
	template *Template
	body     []byte
	revision int64
}

// become turns the expected body into that of a revision.
func (e *Expected) become(revision int64) {
	if e.revision == revision {
		return
	}
	shown := digits(revision)
	for _, place := range e.template.places {
		copy(e.body[place:], shown)
	}
	e.revision = revision
}

// torn tells whether a body of the right length shows more than one revision.
func (e *Expected) torn(body []byte) bool {
	if len(body) != len(e.body) {
		return false
	}
	first := body[e.template.places[0]:][:revisionDigits]
	for _, place := range e.template.places {
		if !bytes.Equal(body[place:][:revisionDigits], first) {
			return true
		}
	}
	return false
}

func digits(revision int64) []byte {
	return fmt.Appendf(nil, "%0*d", revisionDigits, revision)
}

// firstDifference is the place of the first byte that differs, or of the end of the shorter text; -1 if there is none.
func firstDifference(a, b []byte) int {
	if bytes.Equal(a, b) {
		return -1
	}
	for at := range min(len(a), len(b)) {
		if a[at] != b[at] {
			return at
		}
	}
	return min(len(a), len(b))
}
