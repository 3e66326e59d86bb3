// Package server answers clients over HTTP.
package server

import (
	"net/http"

	"dev.versus/services/users-api/internal/paths"
	"dev.versus/services/users-api/internal/problem"
	"dev.versus/services/users-api/internal/settings"
	"golang.org/x/sync/semaphore"
)

// Handler serves every path.
func Handler(ways *paths.Paths, told settings.Settings) http.Handler {
	room := &room{semaphore.NewWeighted(told.UnderWay), told.UnderWay, told.Timeout}
	routes := routes{"/health": http.HandlerFunc(health)}
	for path, way := range map[string]paths.Path{
		"/api/users-via-api":          ways.Pooled,
		"/api/users-via-api-unpooled": ways.Unpooled,
		"/api/users-via-unix-socket":  ways.Local,
		"/api/users-via-shm":          ways.Shared,
		"/api/users-by-size":          ways.BySize,
		"/api/users-from-memory":      ways.Memory,
	} {
		routes[path] = users{way, told, room}
	}
	return routes
}

type routes map[string]http.Handler

func (r routes) ServeHTTP(w http.ResponseWriter, request *http.Request) {
	found, is := r[request.URL.Path]
	switch {
	case !is:
		problem.Write(w, problem.Of(http.StatusNotFound, "not_found", "There is nothing at this path."))
	case request.Method != http.MethodGet:
		w.Header().Set("Allow", http.MethodGet)
		problem.Write(w, problem.Of(http.StatusMethodNotAllowed, "method_not_allowed",
			"This path does not support the method; it supports GET."))
	default:
		found.ServeHTTP(w, request)
	}
}

func health(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write([]byte(`{"status":"ok"}`))
}
