package exchange

import (
	"errors"
	"slices"
	"time"
)

// times are how long exchanges took.
type times []time.Duration

// joined sorts all of them.
func joined(shares []times, failures []error) (times, error) {
	if err := errors.Join(failures...); err != nil {
		return nil, err
	}
	all := slices.Concat(shares...)
	slices.Sort(all)
	return all, nil
}

func (t times) sum() time.Duration {
	var sum time.Duration
	for _, one := range t {
		sum += one
	}
	return sum
}

// percentile returns the nearest rank of sorted times, in microseconds.
func (t times) percentile(percent int) float64 {
	rank := (len(t)*percent + 99) / 100
	return float64(t[max(rank, 1)-1]) / float64(time.Microsecond)
}
