package main

import (
	"fmt"
	"strings"
	"testing"
)

// data is a small answer of a revision, like those of users-data.
func data(revision int64) []byte {
	var text strings.Builder
	fmt.Fprintf(&text, `{"revision":"%08d","users":[`, revision)
	for user := range 20 {
		fmt.Fprintf(&text, `{"id":%d,"revision":"%08d"},`, user, revision)
	}
	return []byte(text.String())
}

func derived(t *testing.T) *Template {
	t.Helper()
	template, err := deriveTemplate(data(12345678), 12345678, data(87654321), 87654321)
	if err != nil {
		t.Fatal(err)
	}
	return template
}

func TestTemplateKnowsEveryPlaceOfTheRevision(t *testing.T) {
	template := derived(t)
	if got, want := len(template.places), 21; got != want {
		t.Errorf("%d places, want %d", got, want)
	}
	expected := template.expected()
	for _, revision := range []int64{1, 99999999, 7, 7} {
		expected.become(revision)
		if at := firstDifference(expected.body, data(revision)); at >= 0 {
			t.Errorf("revision %d differs from byte %d on", revision, at)
		}
	}
}

func TestTemplateRefusesBodiesThatDifferElsewhere(t *testing.T) {
	second := data(87654321)
	second[len(second)-3] ^= 1
	for name, body := range map[string][]byte{"a changed byte": second, "a shorter body": data(87654321)[:100], "nothing": nil} {
		if _, err := deriveTemplate(data(12345678), 12345678, body, 87654321); err == nil {
			t.Errorf("%s was accepted", name)
		}
	}
	if _, err := deriveTemplate([]byte("no revision"), 1, []byte("no revision"), 2); err == nil {
		t.Error("a body without its revision was accepted")
	}
}

func TestTornIsWhatShowsTwoRevisions(t *testing.T) {
	expected := derived(t).expected()
	expected.become(5)
	mixed := append(append([]byte{}, data(4)[:200]...), data(5)[200:]...)
	broken := data(5)
	broken[0] ^= 1
	for name, one := range map[string]struct {
		body []byte
		torn bool
	}{
		"two revisions":  {mixed, true},
		"one revision":   {data(4), false},
		"another byte":   {broken, false},
		"a shorter body": {mixed[:300], false},
	} {
		if got := expected.torn(one.body); got != one.torn {
			t.Errorf("%s: torn is %v", name, got)
		}
	}
}
