package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Footprint is what a process holds: open descriptors and mapped ranges of memory.
type Footprint struct {
	Descriptors int `json:"descriptors"`
	Mappings    int `json:"mappings"`
}

// Held is what one process of a service held before its peer was killed so many times, and after; medians.
type Held struct {
	Before  Footprint `json:"before"`
	After   Footprint `json:"after"`
	Deaths  int       `json:"deaths"`
	Samples int       `json:"samples"`
}

// slack is how many more of each there may be by chance: connections that the load just then needs, ranges of a heap.
const slack = 10

// growth is by how much what a process held grew over its peer's deaths, beyond chance; at most 0 if nothing leaks. Chance explains fewer
// than the deaths, so that one more for each of them shows.
func (h Held) growth() int {
	return max(h.After.Descriptors-h.Before.Descriptors, h.After.Mappings-h.Before.Mappings) - max(0, min(slack, h.Deaths-1))
}

// sample is a footprint in a phase of the load.
type sample struct {
	phase int32
	of    Footprint
}

// watch samples the footprint of a service until the soak is over.
func (s *Soak) watch(ctx context.Context, service *Service) []sample {
	var samples []sample
	for ; ctx.Err() == nil; pause(ctx, 50*time.Millisecond) {
		// A process that was just killed has none.
		if footprint, err := footprintOf(service.pid()); err == nil {
			samples = append(samples, sample{phase: s.phase.Load(), of: footprint})
		}
	}
	return samples
}

func footprintOf(pid int) (Footprint, error) {
	descriptors, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", pid))
	if err != nil {
		return Footprint{}, err
	}
	maps, err := os.ReadFile(fmt.Sprintf("/proc/%d/maps", pid))
	if err == nil && len(maps) == 0 {
		err = os.ErrProcessDone
	}
	return Footprint{Descriptors: len(descriptors), Mappings: bytes.Count(maps, []byte("\n"))}, err
}

// heldOver compares the quiet phase before a phase of so many deaths with the quiet one after it.
func heldOver(samples []sample, deadly int32, deaths int) Held {
	var before, after []Footprint
	for _, one := range samples {
		switch one.phase {
		case deadly - 1:
			before = append(before, one.of)
		case deadly + 1:
			after = append(after, one.of)
		}
	}
	return Held{Before: median(before), After: median(after), Deaths: deaths, Samples: min(len(before), len(after))}
}

func median(of []Footprint) Footprint {
	if len(of) == 0 {
		return Footprint{}
	}
	descriptors, mappings := make([]int, len(of)), make([]int, len(of))
	for at, one := range of {
		descriptors[at], mappings[at] = one.Descriptors, one.Mappings
	}
	slices.Sort(descriptors)
	slices.Sort(mappings)
	return Footprint{Descriptors: descriptors[len(of)/2], Mappings: mappings[len(of)/2]}
}

// leftovers names what still stands beside the shared folder or in /dev/shm under the deployment's name.
func leftovers(shared string) ([]string, error) {
	found := []string{}
	for _, parent := range slices.Compact([]string{filepath.Dir(shared), "/dev/shm"}) {
		entries, err := os.ReadDir(parent)
		if err != nil {
			return nil, err
		}
		for _, entry := range entries {
			if strings.HasPrefix(entry.Name(), filepath.Base(shared)) {
				found = append(found, filepath.Join(parent, entry.Name()))
			}
		}
	}
	return found, nil
}
