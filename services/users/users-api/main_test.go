package main

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"testing"
	"time"
)

func Test_what_the_person_has_to_mend_is_told_apart(t *testing.T) {
	for _, arguments := range [][]string{{"nothing"}, {"exchange", "--blocks", "0"}} {
		if err := run(context.Background(), arguments); !errors.As(err, new(mistake)) {
			t.Errorf("%v: %v", arguments, err)
		}
	}
	t.Setenv("USERS_TRANSPORT", "pipe")
	if err := run(context.Background(), nil); !errors.As(err, new(mistake)) {
		t.Error(err)
	}
}

func Test_a_port_that_is_taken_is_no_mistake_of_the_settings(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	_, port, _ := net.SplitHostPort(taken.Addr().String())
	t.Setenv("PORT", port)
	if err := run(context.Background(), nil); err == nil || errors.As(err, new(mistake)) {
		t.Error(err)
	}
}

func Test_requests_under_way_are_answered_before_the_end(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ended, end := context.WithCancel(context.Background())
	begun := make(chan struct{})
	slow := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(begun)
		time.Sleep(100 * time.Millisecond)
		_, _ = w.Write([]byte("done"))
	})
	served := make(chan error)
	go func() { served <- until(ended, listener, &http.Server{Handler: slow}) }()
	go func() {
		<-begun
		end()
	}()
	answer, err := http.Get("http://" + listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if body, err := io.ReadAll(answer.Body); string(body) != "done" || err != nil {
		t.Errorf("%q, %v", body, err)
	}
	if err := <-served; err != nil {
		t.Error(err)
	}
}

func Test_a_client_that_takes_no_answer_is_left_in_time(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ended, end := context.WithCancel(context.Background())
	failed := make(chan error, 1)
	endless := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, err := w.Write(make([]byte, 64<<20))
		failed <- err
	})
	served := make(chan error)
	go func() {
		served <- until(ended, listener, &http.Server{Handler: endless, WriteTimeout: 200 * time.Millisecond})
	}()
	client, err := net.Dial("tcp", listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	if _, err := io.WriteString(client, "GET / HTTP/1.1\r\nHost: users-api\r\n\r\n"); err != nil {
		t.Fatal(err)
	}
	select {
	case err := <-failed:
		if !errors.Is(err, os.ErrDeadlineExceeded) {
			t.Error(err)
		}
	case <-time.After(10 * time.Second):
		t.Error("it still waits for the client")
	}
	end()
	if err := <-served; err != nil {
		t.Error(err)
	}
}
