// Package exchange measures the exchange between the two services alone, without a client.
package exchange

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"time"

	"dev.versus/services/users-api/internal/paths"
	"dev.versus/services/users-api/internal/payload"
)

// block is one line of the output: exchanges on one path.
type block struct {
	Block     int     `json:"block"`
	Size      int     `json:"size"`
	Path      string  `json:"path"`
	Exchanges int     `json:"exchanges"`
	Seconds   float64 `json:"seconds"`
	P50       float64 `json:"p50"`
	P99       float64 `json:"p99"`
}

type named struct {
	name string
	path paths.Path
}

// Run measures all paths in each block, in an order that is drawn, and writes one line of JSON for each.
func (o Options) Run(ctx context.Context, to io.Writer) error {
	ways := paths.Open(o.told)
	defer ways.Close()
	all := []named{
		{"via-api", ways.Pooled}, {"via-api-unpooled", ways.Unpooled}, {"via-unix-socket", ways.Local}, {"via-shm", ways.Shared},
		{"via-api-grouped", paths.Grouped(ways.Pooled, o.told.Timeout)}, {"via-shm-single", ways.Single},
	}
	work := &work{options: o, revise: ways.Pooled.Revise}
	if err := work.begin(ctx, ways); err != nil {
		return err
	}
	order := rand.New(rand.NewPCG(o.seed, 0))
	lines := json.NewEncoder(to)
	for number := 0; number <= o.blocks; number++ {
		order.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for _, one := range all {
			took, err := work.block(ctx, one.path)
			if err != nil {
				return fmt.Errorf("an exchange on the path %s failed: %w", one.name, err)
			}
			// The first block warms up.
			if number == 0 {
				continue
			}
			if err := lines.Encode(o.line(number, one.name, took)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (o Options) line(number int, path string, took measured) block {
	return block{number, o.told.Size, path, len(took.each), took.seconds, took.each.percentile(50), took.each.percentile(99)}
}

// work makes exchanges of one kind.
type work struct {
	options  Options
	revise   func(context.Context, uint64) error
	revision atomic.Uint64
}

// begin goes on from the revision that users-data has.
func (w *work) begin(ctx context.Context, ways *paths.Paths) error {
	if !w.options.fresh {
		return nil
	}
	now, err := ways.Pooled.Revision(ctx)
	w.revision.Store(now)
	return err
}

// measured is the exchanges of one block, sorted, and how long the block took.
type measured struct {
	each    times
	seconds float64
}

// block makes the exchanges of one block, by so many workers at once.
func (w *work) block(ctx context.Context, path paths.Path) (measured, error) {
	shares := make([]times, w.options.concurrency)
	failures := make([]error, w.options.concurrency)
	var workers sync.WaitGroup
	began := time.Now()
	for worker := range shares {
		workers.Go(func() {
			for number := worker; number < w.options.each && failures[worker] == nil; number += w.options.concurrency {
				took, err := w.once(ctx, path)
				shares[worker], failures[worker] = append(shares[worker], took), err
			}
		})
	}
	workers.Wait()
	wall := time.Since(began)
	each, err := joined(shares, failures)
	return measured{each, w.options.seconds(each, wall)}, err
}

// seconds is the wall time of a block. Where each exchange is of a new revision, the wall time has the time of revisions in it too, so there
// the times of the exchanges are added up and shared among the workers.
func (o Options) seconds(each times, wall time.Duration) float64 {
	if o.fresh {
		return each.sum().Seconds() / float64(o.concurrency)
	}
	return wall.Seconds()
}

// once times one exchange; a new revision before it is not counted.
func (w *work) once(ctx context.Context, path paths.Path) (time.Duration, error) {
	limited, cancel := context.WithTimeout(ctx, w.options.told.Timeout)
	defer cancel()
	if w.options.fresh {
		if err := w.revise(limited, w.revision.Add(1)); err != nil {
			return 0, err
		}
	}
	begin := time.Now()
	found, err := path.Exchange(limited, w.options.query())
	took := time.Since(begin)
	if err != nil {
		return 0, err
	}
	found.Release()
	return took, nil
}

func (o Options) query() payload.Query { return payload.QueryOf(o.asked) }
