// Command greeter answers every request with a greeting.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, "hello from Go")
	})
	host := os.Getenv("HOST")
	log.Fatal(http.ListenAndServe(host+":"+os.Getenv("PORT"), nil))
}
