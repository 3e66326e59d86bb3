package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"
)

// The phases of a load. In two of them one service is killed again and again while one process of the other lives on; in the quiet ones
// before and after, nothing is killed, so that what that process holds can be compared.
const (
	quietFirst int32 = iota
	dataDies
	quietBetween
	apiDies
	quietLast
)

// Kills come between these shares of the exchanges.
const (
	dataFrom, dataTo = 0.1, 0.45
	apiFrom, apiTo   = 0.55, 0.9
)

const healsWithin = time.Minute

// moments draws when services are killed: numbers of exchanges, in order; first those of users-data, then those of users-api.
func moments(plan Plan) (ofData, ofAPI []int64) {
	random := rand.New(rand.NewPCG(plan.Seed, 0))
	draw := func(kills int, from, to float64) []int64 {
		drawn := make([]int64, kills)
		for at := range drawn {
			drawn[at] = int64(float64(plan.Exchanges) * (from + (to-from)*random.Float64()))
		}
		slices.Sort(drawn)
		return drawn
	}
	return draw(plan.Kills-plan.Kills/2, dataFrom, dataTo), draw(plan.Kills/2, apiFrom, apiTo)
}

// killAll kills users-data in one stretch and users-api in another one. It returns how many times it killed each.
func (s *Soak) killAll(ctx context.Context) (data, api int, err error) {
	ofData, ofAPI := moments(s.plan)
	if data, err = s.killOften(ctx, s.data, ofData, dataDies); err == nil {
		api, err = s.killOften(ctx, s.api, ofAPI, apiDies)
	}
	return data, api, err
}

// killOften kills a service at each of these moments, or when the outage before it is over; the phase lasts from the first kill to the end
// of the last outage.
func (s *Soak) killOften(ctx context.Context, victim *Service, moments []int64, phase int32) (int, error) {
	for killed, moment := range moments {
		for s.tally.right.Load() < moment {
			if ctx.Err() != nil {
				return killed, nil
			}
			pause(ctx, time.Millisecond)
		}
		s.phase.Store(phase)
		if err := s.killAndStart(ctx, victim); err != nil {
			return killed, fmt.Errorf("kill %d of %s: %w", killed+1, victim.name, err)
		}
	}
	s.phase.Store(phase + 1)
	return len(moments), nil
}

// killAndStart kills a service and starts it again at once, and waits until a reader has a right answer.
func (s *Soak) killAndStart(ctx context.Context, victim *Service) error {
	outage := s.outages.begin(victim.name)
	if err := victim.kill(); err != nil {
		return err
	}
	if victim == s.data {
		s.ledger.restarted()
	}
	outage.isGone()
	if err := victim.start(); err != nil {
		return err
	}
	select {
	case <-outage.ended:
	case <-ctx.Done():
	case <-time.After(healsWithin):
		return fmt.Errorf("no right answer within %s after %s was killed; see %s", healsWithin, victim.name, victim.logs)
	}
	return nil
}
