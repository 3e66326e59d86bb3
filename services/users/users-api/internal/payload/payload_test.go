package payload_test

import (
	"bytes"
	"net/http/httptest"
	"net/url"
	"runtime"
	"strings"
	"testing"

	"dev.versus/services/users-api/internal/fakedata"
	"dev.versus/services/users-api/internal/payload"
)

func Test_checksums_are_the_canonical_form_with_seed_0(t *testing.T) {
	for body, sum := range map[string]string{
		"":  "xxh3-128=99aa06d3014798d86001c324468d497f",
		"a": "xxh3-128=a96faf705af16834e6c632b61e964e1f",
	} {
		if found := payload.Checksum([]byte(body)); found != sum {
			t.Errorf("the checksum of %q is %s and not %s", body, found, sum)
		}
	}
}

func Test_a_body_with_another_checksum_is_refused(t *testing.T) {
	body := read(t, "some bytes")
	defer body.Release()
	if err := body.Verify(payload.Checksum([]byte("some bytez"))); err == nil {
		t.Error("it was accepted")
	}
	if err := body.Verify(payload.Checksum([]byte("some bytes"))); err != nil {
		t.Error(err)
	}
}

func read(t *testing.T, text string) *payload.Payload {
	t.Helper()
	body, err := payload.Read(strings.NewReader(text), len(text))
	if err != nil {
		t.Fatal(err)
	}
	return body
}

func Test_a_body_that_ends_early_is_an_error(t *testing.T) {
	if _, err := payload.Read(strings.NewReader("short"), 6); err == nil {
		t.Error("it was accepted")
	}
}

func Test_bodies_of_every_size_fit_their_buffers(t *testing.T) {
	for _, size := range []int{0, 1, 1023, 1024, 1025, 256873, payload.Largest} {
		body := read(t, strings.Repeat("x", size))
		if len(body.Bytes) != size {
			t.Errorf("%d bytes are %d", size, len(body.Bytes))
		}
		body.Release()
		body.Release()
	}
}

func Test_reading_a_body_allocates_no_buffer_of_its_size(t *testing.T) {
	text := bytes.Repeat([]byte("x"), 1<<20)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	const times = 50
	for range times {
		body, err := payload.Read(bytes.NewReader(text), len(text))
		if err != nil {
			t.Fatal(err)
		}
		body.Release()
	}
	runtime.ReadMemStats(&after)
	if each := (after.TotalAlloc - before.TotalAlloc) / times; each > uint64(len(text)/2) {
		t.Errorf("%d bytes are allocated for a body of %d", each, len(text))
	}
}

func Test_a_body_that_is_parsed_and_marshalled_has_the_same_bytes(t *testing.T) {
	text := string(fakedata.Body(5000, "random", 7))
	body := read(t, text)
	if err := body.Verify(payload.Checksum([]byte(text))); err != nil {
		t.Fatal(err)
	}
	again, err := payload.Parsed(body)
	if err != nil {
		t.Fatal(err)
	}
	if string(again.Bytes) != text {
		t.Errorf("%q became %q", text, again.Bytes)
	}
}

func Test_a_body_that_is_no_list_of_users_cannot_be_parsed(t *testing.T) {
	if _, err := payload.Parsed(read(t, "{")); err == nil {
		t.Error("it was accepted")
	}
}

func Test_all_users_have_the_revision_of_the_whole(t *testing.T) {
	body := fakedata.Body(5000, "repetitive", 7)
	if found, err := payload.Revision(body); found != "00000007" || err != nil {
		t.Errorf("the revision is %q, %v", found, err)
	}
	torn := append(bytes.Clone(body[:2500]), fakedata.Body(5000, "repetitive", 8)[2500:]...)
	if _, err := payload.Revision(torn); err == nil {
		t.Error("a body of two revisions was accepted")
	}
}

func Test_only_the_parameters_that_name_a_body_are_handed_through(t *testing.T) {
	given := url.Values{"size": {"1 000&x"}, "pattern": {"random"}, "parse": {"true"}}
	query := payload.QueryOf(given)
	if query.Text != "pattern=random&size=1+000%26x" || query.Size != "1 000&x" || query.Pattern != "random" {
		t.Errorf("%+v", query)
	}
	if query := payload.QueryOf(url.Values{"size": {"1", "2"}}); query.Text != "size=1&size=2" {
		t.Errorf("%+v", query)
	}
}

func Test_a_size_that_no_body_can_have_is_none(t *testing.T) {
	for text, length := range map[string]int{
		"": 256873, "1024": 1024, "16777216": 16777216, "1023": 0, "16777217": 0, "+300000": 0, "0300000": 0, "3e5": 0,
		"99999999999999999999": 0, "-300000": 0, " 300000": 0,
	} {
		if found := (payload.Query{Size: text}).Length(256873); found != length {
			t.Errorf("%q is %d bytes", text, found)
		}
	}
}

func Test_a_query_that_cannot_be_read_is_refused(t *testing.T) {
	if _, err := payload.Parameters(httptest.NewRequest("GET", "/?size=%zz", nil)); err == nil {
		t.Error("it was accepted")
	}
}
