//go:build race

package server_test

// The race detector keeps pools from giving back all that they were given.
const raced = true
