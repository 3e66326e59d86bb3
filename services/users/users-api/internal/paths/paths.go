// Package paths names the ways on which bodies come from users-data.
package paths

import (
	"context"
	"path/filepath"

	"dev.versus/services/users-api/internal/payload"
	"dev.versus/services/users-api/internal/settings"
	"dev.versus/services/users-api/internal/shared"
	"dev.versus/services/users-api/internal/upstream"
)

// Path takes one body, which is verified.
type Path interface {
	Exchange(ctx context.Context, query payload.Query) (*payload.Payload, error)
}

// Paths are all ways, of which each may be used by many requests at once.
type Paths struct {
	Pooled   *upstream.Client
	Unpooled *upstream.Client
	Local    *upstream.Client
	Memory   Path
	// Shared is shared memory, where requests that wait at the same time share an exchange; BySize uses it for large bodies.
	Shared Closable
	BySize Path
	// Single has an exchange of its own for each request that takes a body from shared memory.
	Single Closable
}

// Closable is a path that keeps things open.
type Closable interface {
	Path
	Close()
}

// Open makes the ways; nothing is asked yet.
func Open(told settings.Settings) *Paths {
	pooled := upstream.Pooled(told.Data)
	local := upstream.UnixSocket(filepath.Join(told.Shared, "http.sock"))
	opened := &Paths{
		Pooled:   pooled,
		Unpooled: upstream.Unpooled(told.Data),
		Local:    local,
		Single:   transport(told, signal(told, pooled, local)),
		Memory:   shared.NewOwn(pooled),
	}
	opened.Shared = opened.Single
	if told.Transport != settings.Naive && told.Exchanges == settings.Grouped {
		opened.Shared = Grouped(opened.Single, told.Timeout)
	}
	opened.BySize = bySize{pooled, opened.Shared, told.Threshold, told.Size}
	return opened
}

// signal goes over TCP where it is so reported or told, and else over the Unix socket: who shares memory is on one machine.
func signal(told settings.Settings, pooled, local *upstream.Client) shared.Signal {
	if told.Transport == settings.Naive || told.Signal == settings.TCP {
		return pooled
	}
	return local
}

func transport(told settings.Settings, signal shared.Signal) Closable {
	switch told.Transport {
	case settings.Segment:
		return shared.NewSegment(signal, told.Shared)
	case settings.Naive:
		return shared.NewNaive(signal, told.Shared)
	default:
		return shared.NewMemfd(signal, told.Shared, told.Pattern)
	}
}

// Close ends connections and unmaps memory.
func (p *Paths) Close() {
	p.Pooled.Close()
	p.Local.Close()
	p.Shared.Close()
	p.Single.Close()
}

// bySize takes small bodies by REST and large ones from shared memory.
type bySize struct {
	small, large Path
	threshold    int
	usual        int
}

func (b bySize) Exchange(ctx context.Context, query payload.Query) (*payload.Payload, error) {
	// A size that no body can have is small, so that users-data refuses it.
	if query.Length(b.usual) < b.threshold {
		return b.small.Exchange(ctx, query)
	}
	return b.large.Exchange(ctx, query)
}
