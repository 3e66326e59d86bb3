package fakedata

import (
	"os"
	"strings"
	"testing"
)

// OpenDescriptors returns how many descriptors this process has open.
func OpenDescriptors(t *testing.T) int {
	t.Helper()
	all, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Fatal(err)
	}
	return len(all)
}

// MappedBodies returns how many bodies of the fake users-data this process has mapped.
func MappedBodies(t *testing.T) int {
	t.Helper()
	maps, err := os.ReadFile("/proc/self/maps")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Count(string(maps), "memfd:users-test")
}
