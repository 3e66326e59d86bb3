package settings_test

import (
	"strings"
	"testing"
	"time"

	"dev.versus/services/users-api/internal/settings"
)

func of(variables map[string]string) (settings.Settings, error) {
	return settings.Of(func(name string) string { return variables[name] })
}

func Test_nothing_needs_to_be_set(t *testing.T) {
	found, err := of(nil)
	expected := settings.Settings{
		Address: "127.0.0.1:8080", Data: "users-data:5000", Shared: "/dev/shm/users", Transport: settings.Memfd, Signal: settings.Unix,
		Exchanges: settings.Grouped, Size: 256873, Pattern: "repetitive", Threshold: 16384, Timeout: 5 * time.Second,
		UnderWay: 256 << 20,
	}
	if err != nil || found != expected {
		t.Errorf("%+v, %v", found, err)
	}
}

func Test_everything_can_be_set(t *testing.T) {
	found, err := of(map[string]string{
		"HOST": "::1", "PORT": "81", "USERS_DATA": "http://10.0.0.1/", "USERS_SHARED": "/dev/shm/a-1_b.c/", "USERS_TRANSPORT": "segment",
		"USERS_SIGNAL": "tcp", "USERS_EXCHANGES": "single", "USERS_SIZE": "1024", "USERS_PATTERN": "random", "USERS_THRESHOLD": "0", "USERS_TIMEOUT": "500ms",
		"USERS_UNDER_WAY": "16777216",
	})
	expected := settings.Settings{
		Address: "[::1]:81", Data: "10.0.0.1:80", Shared: "/dev/shm/a-1_b.c", Transport: settings.Segment, Signal: settings.TCP,
		Exchanges: settings.Single, Size: 1024, Pattern: "random", Threshold: 0, Timeout: 500 * time.Millisecond,
		UnderWay: 16 << 20,
	}
	if err != nil || found != expected {
		t.Errorf("%+v, %v", found, err)
	}
}

func Test_a_bad_value_is_told_in_one_sentence(t *testing.T) {
	for _, bad := range []struct{ name, value string }{
		{"PORT", "0"}, {"PORT", "65536"}, {"PORT", "x"}, {"USERS_DATA", "users-data:5000"}, {"USERS_DATA", "https://x"},
		{"USERS_DATA", "http://x/path"}, {"USERS_DATA", "http://"}, {"USERS_SHARED", "shm"}, {"USERS_SHARED", "/dev/../x"},
		{"USERS_SHARED", "/" + strings.Repeat("x", 85)}, {"USERS_TRANSPORT", "pipe"}, {"USERS_SIGNAL", "udp"}, {"USERS_SIZE", "-1"},
		{"USERS_EXCHANGES", "many"}, {"PORT", "080"}, {"USERS_SHARED", "/a/./b"}, {"USERS_SHARED", "/a//b"}, {"USERS_SIZE", "1023"},
		{"USERS_SIZE", "16777217"}, {"USERS_SIZE", "+2000"}, {"USERS_SIZE", "02000"}, {"USERS_THRESHOLD", "99999999999999999999"},
		{"USERS_UNDER_WAY", "16777215"},
		{"USERS_PATTERN", "zigzag"}, {"USERS_THRESHOLD", "16k"}, {"USERS_TIMEOUT", "5"}, {"USERS_TIMEOUT", "-5s"}, {"USERS_TIMEOUT", "2h"},
	} {
		_, err := of(map[string]string{bad.name: bad.value})
		if err == nil || !strings.HasPrefix(err.Error(), bad.name+" is \"") || !strings.Contains(err.Error(), "but must be ") {
			t.Errorf("%s=%s: %v", bad.name, bad.value, err)
		}
	}
}

func Test_segments_are_named_after_a_folder_beside_them(t *testing.T) {
	for _, transport := range []string{settings.Segment, settings.Naive} {
		for _, folder := range []string{"/tmp/users", "/dev/shm/a/b", "/dev/shm"} {
			_, err := of(map[string]string{"USERS_TRANSPORT": transport, "USERS_SHARED": folder})
			expected := `USERS_SHARED is "` + folder + `", but must be a folder in /dev/shm for the transport ` + transport
			if err == nil || !strings.HasPrefix(err.Error(), expected) {
				t.Errorf("%s, %s: %v", transport, folder, err)
			}
		}
	}
	if _, err := of(map[string]string{"USERS_SHARED": "/tmp/users"}); err != nil {
		t.Error(err)
	}
}
