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

// Held is what a service held in the first tenth of the load and in the last one; medians.
type Held struct {
	First   Footprint `json:"first"`
	Last    Footprint `json:"last"`
	Samples int       `json:"samples"`
}

// slack is how many more of each the last tenth may have by chance: connections that the load just then needs, ranges of a heap.
const slack = 10

// growth is by how much the last tenth exceeds the first one, beyond chance; at most 0 if nothing leaks.
func (h Held) growth() int {
	return max(h.Last.Descriptors-h.First.Descriptors, h.Last.Mappings-h.First.Mappings) - slack
}

// sample is a footprint at a share of the whole load, 0 to 1.
type sample struct {
	progress float64
	of       Footprint
}

// watch samples the footprint of a service until the soak is over.
func (s *Soak) watch(ctx context.Context, service *Service) []sample {
	var samples []sample
	for ; ctx.Err() == nil; pause(ctx, 50*time.Millisecond) {
		// A process that was just killed has none.
		if footprint, err := footprintOf(service.pid()); err == nil {
			samples = append(samples, sample{progress: s.progress(), of: footprint})
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

// heldOver compares the first tenth of the load with the last one.
func heldOver(samples []sample) Held {
	var first, last []Footprint
	for _, one := range samples {
		switch {
		case one.progress <= 0.1:
			first = append(first, one.of)
		case one.progress >= 0.9:
			last = append(last, one.of)
		}
	}
	return Held{First: median(first), Last: median(last), Samples: min(len(first), len(last))}
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
