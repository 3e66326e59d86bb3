package payload

import (
	"net/http"
	"net/url"
	"strconv"

	"dev.versus/services/users-api/internal/problem"
)

// Query names a body. users-data judges the values, which are handed through as they are.
type Query struct {
	Size    string
	Pattern string
	// Text is the query as users-data is asked; equal texts name equal bodies.
	Text string
}

// QueryOf takes the parameters that name a body from those of a request.
func QueryOf(given url.Values) Query {
	kept := url.Values{}
	for _, name := range []string{"size", "pattern"} {
		if values, is := given[name]; is {
			kept[name] = values
		}
	}
	return Query{Size: kept.Get("size"), Pattern: kept.Get("pattern"), Text: kept.Encode()}
}

// SizeOf understands a number of bytes that a body can have, without a sign and without zeros in front, as users-data does.
func SizeOf(text string) (int, bool) {
	size, err := strconv.Atoi(text)
	return size, err == nil && strconv.Itoa(size) == text && Smallest <= size && size <= Largest
}

// Length is how many bytes the body has; usual if the query names no size, and 0 if no body can have the one that it names.
func (q Query) Length(usual int) int {
	if q.Size == "" {
		return usual
	}
	if size, is := SizeOf(q.Size); is {
		return size
	}
	return 0
}

// Parameters reads the query of a request.
func Parameters(request *http.Request) (url.Values, error) {
	given, err := url.ParseQuery(request.URL.RawQuery)
	if err != nil {
		return nil, problem.Invalid("The query cannot be read: " + err.Error() + ".")
	}
	return given, nil
}
