package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestTheTallyTellsErrorsInAnOutageFromOthers(t *testing.T) {
	tally := newTally(10)
	tally.failed("refused", "in the outage", true)
	tally.failed("refused", "outside", false)
	tally.failed("refused", "in the next outage", true)
	tally.wrong(wrongTorn, "torn")
	kinds := tally.snapshot()
	if got, want := kinds["refused"], (Kind{InOutage: 2, Outside: 1, Example: "outside"}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got, want := kinds[wrongTorn], (Kind{Wrong: 1, Example: "torn"}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestARevisionIsSeenOnce(t *testing.T) {
	tally := newTally(10)
	for _, revision := range []int64{10, 11, 11, 1, 10 << 20} {
		tally.sees(revision)
	}
	if right, fresh := tally.right.Load(), tally.fresh.Load(); right != 5 || fresh != 2 {
		t.Errorf("%d right answers of %d revisions, want 5 of 2", right, fresh)
	}
}

func TestOneServiceIsKilledInARowAndThenTheOther(t *testing.T) {
	plan := Plan{Exchanges: 1_000_000, Kills: 51, Seed: 1}
	ofData, ofAPI := moments(plan)
	if len(ofData) != 26 || !slices.IsSorted(ofData) || ofData[0] < 100_000 || ofData[25] > 450_000 {
		t.Errorf("users-data: %v", ofData)
	}
	if len(ofAPI) != 25 || !slices.IsSorted(ofAPI) || ofAPI[0] < 550_000 || ofAPI[24] > 900_000 {
		t.Errorf("users-api: %v", ofAPI)
	}
	againData, againAPI := moments(plan)
	if !slices.Equal(ofData, againData) || !slices.Equal(ofAPI, againAPI) {
		t.Error("the same seed draws other moments")
	}
}

func TestALeakForEachDeathOfThePeerShows(t *testing.T) {
	samples := func(leak int) []sample {
		all := []sample{{phase: quietLast, of: Footprint{Descriptors: 5000}}, {phase: dataDies, of: Footprint{Descriptors: 5000}}}
		for at := range 9 {
			all = append(all, sample{quietFirst, Footprint{Descriptors: 70 + at%3, Mappings: 120}},
				sample{quietBetween, Footprint{Descriptors: 70 + at%3 + leak, Mappings: 120}})
		}
		return all
	}
	for _, one := range []struct {
		deaths, leak int
		shows        bool
	}{{25, 0, false}, {25, 10, false}, {25, 25, true}, {5, 4, false}, {5, 5, true}, {0, 0, false}} {
		held := heldOver(samples(one.leak), dataDies, one.deaths)
		if got := held.growth() > 0; got != one.shows || held.Samples != 9 || held.Before.Descriptors != 71 {
			t.Errorf("%d more after %d deaths: %+v grows by %d", one.leak, one.deaths, held, held.growth())
		}
	}
}

func TestAProcessHoldsDescriptorsAndMappings(t *testing.T) {
	held, err := footprintOf(os.Getpid())
	if err != nil || held.Descriptors < 3 || held.Mappings < 3 {
		t.Errorf("%+v, %v", held, err)
	}
	if _, err := footprintOf(1 << 30); err == nil {
		t.Error("a process that does not exist has a footprint")
	}
}

func TestLeftoversBearTheNameOfTheSharedFolder(t *testing.T) {
	parent := t.TempDir()
	shared := filepath.Join(parent, "users-7f3a9c")
	for _, name := range []string{"users-7f3a9c.0123.4", "users-other", "7f3a9c"} {
		if err := os.WriteFile(filepath.Join(parent, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	found, err := leftovers(shared)
	if want := []string{shared + ".0123.4"}; err != nil || !slices.Equal(found, want) {
		t.Errorf("%v, %v; want %v", found, err, want)
	}
}

func TestAPlanIsCheckedBeforeAnythingStarts(t *testing.T) {
	rightly := []string{"--api", "/bin/true", "--data", "python3 -m users_data", "--shared", "/dev/shm/users-7f3a9c"}
	plan, _, err := parse(rightly)
	if err != nil || plan.Exchanges != 1_000_000 || plan.Readers != 64 || len(plan.Data) != 3 {
		t.Errorf("%+v, %v", plan, err)
	}
	for _, wrongly := range [][]string{
		{"--shared", "users"}, {"--shared", "/dev/shm"}, {"--transport", "pipe"}, {"--size", "1023"}, {"--api", ""},
		{"--readers", "0"}, {"--kills", "-1"}, {"--shared", t.TempDir()},
	} {
		if _, _, err := parse(append(slices.Clone(rightly), wrongly...)); err == nil {
			t.Errorf("%v was accepted", wrongly)
		}
	}
}
