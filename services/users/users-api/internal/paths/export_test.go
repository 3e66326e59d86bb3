package paths

// Waiting returns how many requests of a query wait for the next exchange of a grouped path.
func Waiting(path Path, query string) int {
	g := path.(*grouped)
	g.lock.Lock()
	defer g.lock.Unlock()
	if waiting := g.waiting[query]; waiting != nil {
		return waiting.members
	}
	return 0
}

// UnderWay tells whether an exchange of a query is under way on a grouped path.
func UnderWay(path Path, query string) bool {
	g := path.(*grouped)
	g.lock.Lock()
	defer g.lock.Unlock()
	_, is := g.waiting[query]
	return is
}
