package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"
)

// Kills come after this share of the exchanges and before that one, so that the first tenth of the load and the last can be compared.
const (
	firstKill   = 0.03
	lastKill    = 0.88
	healsWithin = time.Minute
)

// moments draws when services are killed: numbers of exchanges, in order.
func moments(plan Plan) []int64 {
	random := rand.New(rand.NewPCG(plan.Seed, 0))
	drawn := make([]int64, plan.Kills)
	for at := range drawn {
		drawn[at] = int64(float64(plan.Exchanges) * (firstKill + (lastKill-firstKill)*random.Float64()))
	}
	slices.Sort(drawn)
	return drawn
}

// killAll kills the services in turn, each at its moment or when the outage before it is over. It returns how many it killed.
func (s *Soak) killAll(ctx context.Context) (int, error) {
	for killed, moment := range moments(s.plan) {
		for s.tally.right.Load() < moment {
			if ctx.Err() != nil {
				return killed, nil
			}
			pause(ctx, time.Millisecond)
		}
		victim := s.api
		if killed%2 == 1 {
			victim = s.data
		}
		if err := s.killAndStart(ctx, victim); err != nil {
			return killed, fmt.Errorf("kill %d: %w", killed+1, err)
		}
	}
	return s.plan.Kills, nil
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
