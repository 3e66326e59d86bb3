package payload

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// document is a body as users-data writes it: the fields in this order, without blanks.
type document struct {
	Revision string `json:"revision"`
	Users    []user `json:"users"`
}

type user struct {
	Revision string `json:"revision"`
	ID       int    `json:"id"`
	Name     string `json:"name"`
	Town     string `json:"town"`
	Note     string `json:"note"`
}

// Parsed parses a body and marshals it again, which gives the same bytes. It releases what it was given.
func Parsed(given *Payload) (*Payload, error) {
	defer given.Release()
	var users document
	if err := json.Unmarshal(given.Bytes, &users); err != nil {
		return nil, fmt.Errorf("the body is no list of users: %w", err)
	}
	made := bytes.NewBuffer(make([]byte, 0, len(given.Bytes)+1))
	encoder := json.NewEncoder(made)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(users); err != nil {
		return nil, err
	}
	again := &Payload{
		Bytes:    bytes.TrimSuffix(made.Bytes(), []byte("\n")),
		Revision: given.Revision,
		Writer:   given.Writer,
	}
	return again, again.Verify(given.Checksum)
}

// Revision parses a body and returns its revision, which every user must have.
func Revision(body []byte) (string, error) {
	var users document
	if err := json.Unmarshal(body, &users); err != nil {
		return "", err
	}
	for _, user := range users.Users {
		if user.Revision != users.Revision {
			return "", fmt.Errorf("user %d is of revision %s, and the whole of revision %s", user.ID, user.Revision, users.Revision)
		}
	}
	return users.Revision, nil
}
