// Package fakedata stands in for users-data in tests: it does what users-data does, and breaks in the way that a test asks for.
package fakedata

import (
	"bytes"
	"fmt"
	"sync"
)

const (
	place  = "########"
	head   = `{"revision":"` + place + `","users":[`
	record = `{"revision":"` + place + `","id":%d,"name":"%s","town":"%s","note":"`
	end    = `"}`
	tail   = `]}`
	note   = "a note of some length & <more>, which is the same each time"
)

var templates sync.Map

// Body returns users in exactly so many bytes of JSON, which all carry the revision.
func Body(size int, pattern string, revision uint64) []byte {
	key := fmt.Sprint(size, pattern)
	template, is := templates.Load(key)
	if !is {
		template, _ = templates.LoadOrStore(key, templateOf(size, pattern))
	}
	return bytes.ReplaceAll(template.([]byte), []byte(place), fmt.Appendf(nil, "%08d", revision))
}

func templateOf(size int, pattern string) []byte {
	made := bytes.NewBuffer(make([]byte, 0, size))
	made.WriteString(head)
	for id := 1; ; id++ {
		fmt.Fprintf(made, record, id, pattern, "here")
		left := size - made.Len() - len(end) - len(tail)
		if left < 4*len(record) {
			made.Write(bytes.Repeat([]byte(note), left/len(note)+1)[:left])
			made.WriteString(end + tail)
			return made.Bytes()
		}
		made.WriteString(note + end + ",")
	}
}
