package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

// naive is the reported transport. It is expected to fail, so it has no checksum and no kills.
const naive = "naive"

// learntFrom is the revision of the first body, from which the places of the revision are learnt: digits that nothing else is likely to show.
const learntFrom = 10_583_267

// Plan is what a soak does.
type Plan struct {
	API       string
	Data      []string
	Shared    string
	Logs      string
	Transport string
	Size      int
	Exchanges int64
	For       time.Duration
	Readers   int
	Writers   int
	Rate      float64
	Kills     int
	Orphan    bool
	Seed      uint64
	Limit     time.Duration
}

// Soak is a soak under way.
type Soak struct {
	plan     Plan
	api      *Service
	data     *Service
	client   *http.Client
	template *Template
	ledger   *Ledger
	outages  Outages
	tally    *Tally
	began    time.Time
	finish   context.CancelFunc
	finished atomic.Bool
	phase    atomic.Int32
}

// Result is the figures of a soak.
type Result struct {
	Transport    string          `json:"transport"`
	Size         int             `json:"size"`
	Readers      int             `json:"readers"`
	Writers      int             `json:"writers"`
	Seed         uint64          `json:"seed"`
	Exchanges    int64           `json:"exchanges"`
	Finished     bool            `json:"finished"`
	Seconds      float64         `json:"seconds"`
	Acknowledged int64           `json:"acknowledged"`
	Seen         int64           `json:"seen"`
	Kills        int             `json:"kills"`
	Outage       float64         `json:"longestOutageSeconds"`
	Kinds        map[string]Kind `json:"kinds"`
	Held         map[string]Held `json:"held"`
	Growth       map[string]int  `json:"growth"`
	Disorder     []string        `json:"disorder"`
	Leftovers    []string        `json:"leftovers"`
}

// run carries out a plan. A result says what went wrong with answers; an error, that there is no result.
func run(ctx context.Context, plan Plan) (Result, error) {
	soak, err := prepare(ctx, plan)
	if err != nil {
		return Result{}, err
	}
	result, err := soak.load(ctx)
	if err != nil {
		soak.abandon()
		return Result{}, err
	}
	result.Disorder = soak.end()
	result.Leftovers, err = leftovers(plan.Shared)
	return result, err
}

// prepare starts the services and learns what answers look like.
func prepare(ctx context.Context, plan Plan) (*Soak, error) {
	data, err := newService(sideData, plan.Data, plan.Logs,
		"USERS_SHARED="+plan.Shared, "USERS_TRANSPORT="+plan.Transport, "PYTHONUNBUFFERED=1")
	if err != nil {
		return nil, err
	}
	api, err := newService(sideAPI, []string{plan.API}, plan.Logs,
		"USERS_SHARED="+plan.Shared, "USERS_TRANSPORT="+plan.Transport, "USERS_DATA="+data.address)
	if err != nil {
		return nil, err
	}
	transport := &http.Transport{MaxIdleConnsPerHost: plan.Readers + plan.Writers, DisableCompression: true, ReadBufferSize: 64 << 10}
	soak := &Soak{plan: plan, api: api, data: data, client: &http.Client{Transport: transport, Timeout: 20 * time.Second}}
	for _, service := range []*Service{data, api} {
		if err = service.start(); err == nil {
			err = service.awaitHealth(ctx)
		}
		if err != nil {
			break
		}
	}
	if err == nil {
		err = soak.learn(ctx)
	}
	if err != nil {
		soak.abandon()
	}
	return soak, err
}

// learn derives the template from two bodies that users-data sends by HTTP.
func (s *Soak) learn(ctx context.Context) error {
	var bodies [2][]byte
	for at := range bodies {
		if err := s.putRevision(ctx, learntFrom+int64(at)*7); err != nil {
			return err
		}
		response, err := s.client.Get(fmt.Sprintf("%s/api/users?size=%d", s.data.address, s.plan.Size))
		if err != nil {
			return err
		}
		bodies[at], err = io.ReadAll(response.Body)
		response.Body.Close()
		if err != nil {
			return err
		}
		if len(bodies[at]) != s.plan.Size {
			return fmt.Errorf("users-data answered %d with %d bytes; expected %d", response.StatusCode, len(bodies[at]), s.plan.Size)
		}
	}
	var err error
	s.template, err = deriveTemplate(bodies[0], learntFrom, bodies[1], learntFrom+7)
	s.ledger = newLedger(learntFrom + 7)
	s.tally = newTally(learntFrom + 8)
	return err
}

// load runs readers, writers and kills until there were enough right answers.
func (s *Soak) load(ctx context.Context) (Result, error) {
	ctx, s.finish = context.WithTimeout(ctx, s.plan.Limit)
	defer s.finish()
	s.began = time.Now()
	if s.plan.For > 0 {
		defer time.AfterFunc(s.plan.For, s.enough).Stop()
	}
	var under sync.WaitGroup
	for range s.plan.Readers {
		under.Go(func() { s.reader().read(ctx) })
	}
	for number := range s.plan.Writers {
		under.Go(func() { s.writer(number).write(ctx) })
	}
	var held [2][]sample
	for at, service := range []*Service{s.api, s.data} {
		under.Go(func() { held[at] = s.watch(ctx, service) })
	}
	ofData, ofAPI, err := s.killAll(ctx)
	if err != nil {
		s.finish()
	}
	under.Wait()
	return s.result(heldOver(held[0], dataDies, ofData), heldOver(held[1], apiDies, ofAPI)), err
}

// exchanged says that there were so many right answers.
func (s *Soak) exchanged(right int64) {
	if s.plan.For == 0 && right >= s.plan.Exchanges {
		s.enough()
	}
}

// enough ends the load.
func (s *Soak) enough() {
	s.finished.Store(true)
	s.finish()
}

// result tells of a soak that is over; each service was killed in the time over which the other was watched.
func (s *Soak) result(api, data Held) Result {
	return Result{
		Transport: s.plan.Transport, Size: s.plan.Size, Readers: s.plan.Readers, Writers: s.plan.Writers, Seed: s.plan.Seed,
		Exchanges: s.tally.right.Load(), Finished: s.finished.Load(), Seconds: time.Since(s.began).Seconds(),
		Acknowledged: s.ledger.acknowledged(), Seen: s.tally.fresh.Load(), Kills: api.Deaths + data.Deaths, Outage: s.outages.longest().Seconds(),
		Kinds: s.tally.snapshot(), Held: map[string]Held{sideAPI: api, sideData: data},
		Growth: map[string]int{sideAPI: api.growth(), sideData: data.growth()},
	}
}

// end stops the services, the one that asks first, and tells what was not in order.
func (s *Soak) end() []string {
	s.client.CloseIdleConnections()
	disorder := []string{}
	steps := []func() error{s.api.stop, s.data.stop}
	if s.plan.Orphan {
		steps = []func() error{s.data.kill, s.api.stop}
	}
	for _, step := range steps {
		if err := step(); err != nil {
			disorder = append(disorder, err.Error())
		}
	}
	return disorder
}

// abandon ends what runs, after an error, and removes the shared folder; segments go by their writer's own orderly end.
func (s *Soak) abandon() {
	for _, service := range []*Service{s.api, s.data} {
		if service.pid() != 0 {
			if err := service.stop(); err != nil && !errors.Is(err, os.ErrProcessDone) {
				fmt.Fprintln(os.Stderr, "soak:", err)
			}
		}
	}
}
