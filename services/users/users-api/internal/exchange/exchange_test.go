package exchange_test

import (
	"bytes"
	"context"
	"encoding/json"
	"math"
	"testing"

	"dev.versus/services/users-api/internal/exchange"
	"dev.versus/services/users-api/internal/fakedata"
)

type line struct {
	Block, Size, Exchanges int
	Path                   string
	Seconds, P50, P99      float64
}

func run(t *testing.T, data *fakedata.Data, arguments ...string) []line {
	t.Helper()
	asked, err := exchange.Read(append([]string{"--data", data.URL(), "--shared", data.Shared, "--size", "5000"}, arguments...))
	if err != nil {
		t.Fatal(err)
	}
	var written bytes.Buffer
	if err := asked.Run(context.Background(), &written); err != nil {
		t.Fatal(err)
	}
	var lines []line
	for read := json.NewDecoder(&written); read.More(); {
		var one line
		if err := read.Decode(&one); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, one)
	}
	return lines
}

func Test_each_block_measures_every_path_once(t *testing.T) {
	data := fakedata.Start(t, fakedata.Memfd)
	lines := run(t, data, "--blocks", "3", "--each", "7", "--concurrency", "2")
	seen := map[string]int{}
	for number, one := range lines {
		seen[one.Path]++
		if one.Block != number/6+1 || one.Size != 5000 || one.Exchanges != 7 || one.Seconds <= 0 || one.P50 <= 0 || one.P99 < one.P50 {
			t.Errorf("%+v", one)
		}
	}
	for _, path := range []string{"via-api", "via-api-unpooled", "via-unix-socket", "via-shm", "via-api-grouped", "via-shm-single"} {
		if seen[path] != 3 || len(seen) != 6 {
			t.Errorf("%v", seen)
		}
	}
	if handed := data.Handed.Load(); handed != 1 {
		t.Errorf("shared memory was fetched %d times", handed)
	}
}

func Test_a_block_takes_at_least_as_long_as_its_longest_exchange(t *testing.T) {
	data := fakedata.Start(t, fakedata.Memfd)
	for _, one := range run(t, data, "--blocks", "2", "--each", "1", "--concurrency", "8") {
		if one.Seconds*1e6 < one.P99 {
			t.Errorf("%+v", one)
		}
	}
}

func Test_the_time_of_revisions_is_left_out(t *testing.T) {
	data := fakedata.Start(t, fakedata.Memfd)
	for _, one := range run(t, data, "--blocks", "2", "--each", "1", "--fresh") {
		if math.Abs(one.Seconds*1e6-one.P50) > 0.01 {
			t.Errorf("%+v", one)
		}
	}
}

func Test_fresh_exchanges_move_every_byte(t *testing.T) {
	data := fakedata.Start(t, fakedata.Memfd)
	run(t, data, "--blocks", "2", "--each", "5", "--fresh", "--pattern", "random")
	if handed := data.Handed.Load(); handed != 30 {
		t.Errorf("shared memory was fetched %d times", handed)
	}
}

func Test_a_failure_ends_it(t *testing.T) {
	data := fakedata.Start(t, fakedata.Memfd)
	data.Kill()
	asked, err := exchange.Read([]string{"--data", data.URL(), "--shared", data.Shared})
	if err != nil {
		t.Fatal(err)
	}
	if err := asked.Run(context.Background(), &bytes.Buffer{}); err == nil {
		t.Error("it succeeded")
	}
}

func Test_arguments_that_make_no_sense_are_refused(t *testing.T) {
	for _, arguments := range [][]string{
		{"--blocks", "0"}, {"--each", "-1"}, {"--concurrency", "0"}, {"--size", "x"}, {"--pattern", "zigzag"}, {"--data", "x"},
		{"--shared", "x"}, {"--transport", "x"}, {"--signal", "x"}, {"--nothing"}, {"more"},
	} {
		if _, err := exchange.Read(arguments); err == nil {
			t.Errorf("%v was accepted", arguments)
		}
	}
}
