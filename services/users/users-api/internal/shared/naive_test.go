package shared_test

import (
	"os"
	"testing"

	"dev.versus/services/users-api/internal/fakedata"
	"dev.versus/services/users-api/internal/upstream"
)

func Test_the_naive_transport_works_as_long_as_nothing_disturbs_it(t *testing.T) {
	data, path := start(t, fakedata.Naive)
	right(t, path, 5000)
	data.Revise(2)
	if revision := right(t, path, 256873); revision != 2 {
		t.Errorf("revision %d came", revision)
	}
}

func Test_the_naive_transport_fails_as_it_was_reported_to(t *testing.T) {
	for reason, disturb := range map[string]func(string) error{
		"missing": os.Remove,
		"stale":   func(path string) error { return os.WriteFile(path, fakedata.Body(5000, "repetitive", 1), 0o600) },
		"torn":    func(path string) error { return os.Truncate(path, 2500) },
	} {
		t.Run(reason, func(t *testing.T) {
			data, path := start(t, fakedata.Naive)
			data.Revise(2)
			data.Break(fakedata.Faults{Announced: func(*upstream.Announcement) {
				if err := disturb(data.Path("naive")); err != nil {
					t.Error(err)
				}
			}})
			refused(t, path, reason)
		})
	}
}

func Test_a_naive_segment_that_is_only_half_written_is_torn(t *testing.T) {
	for name, text := range map[string][]byte{
		"nothing yet": {},
		"zeros":       make([]byte, 5000),
		"two halves":  append(fakedata.Body(5000, "repetitive", 2)[:2500], fakedata.Body(5000, "repetitive", 3)[2500:]...),
	} {
		t.Run(name, func(t *testing.T) {
			data, path := start(t, fakedata.Naive)
			data.Break(fakedata.Faults{Announced: func(*upstream.Announcement) {
				if err := os.WriteFile(data.Path("naive"), text, 0o600); err != nil {
					t.Error(err)
				}
			}})
			refused(t, path, "torn")
		})
	}
}
