package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"syscall"
	"time"
)

// The two services, as kills and figures name them.
const (
	sideAPI  = "users-api"
	sideData = "users-data"
)

const (
	startsWithin = 30 * time.Second
	endsWithin   = 15 * time.Second
)

// Service is a service in a process of its own, started again after each kill.
type Service struct {
	name        string
	command     []string
	environment []string
	address     string
	logs        string

	mutex   sync.Mutex
	process *exec.Cmd
}

// newService chooses a free port of the loopback interface for a service.
func newService(name string, command []string, logs string, environment ...string) (*Service, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	port := listener.Addr().(*net.TCPAddr).Port
	own := append(os.Environ(), environment...)
	return &Service{
		name:        name,
		command:     command,
		environment: append(own, "HOST=127.0.0.1", fmt.Sprintf("PORT=%d", port)),
		address:     fmt.Sprintf("http://127.0.0.1:%d", port),
		logs:        filepath.Join(logs, name+".log"),
	}, listener.Close()
}

// start starts the process. It ends with this one, however that ends.
func (s *Service) start() error {
	log, err := os.OpenFile(s.logs, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer log.Close()
	process := exec.Command(s.command[0], s.command[1:]...)
	process.Env, process.Stdout, process.Stderr = s.environment, log, log
	process.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := process.Start(); err != nil {
		return fmt.Errorf("%s did not start: %w", s.name, err)
	}
	s.mutex.Lock()
	s.process = process
	s.mutex.Unlock()
	return nil
}

// awaitHealth waits until the service says that it is healthy.
func (s *Service) awaitHealth(ctx context.Context) error {
	client := http.Client{Timeout: time.Second}
	for end := time.Now().Add(startsWithin); time.Now().Before(end) && ctx.Err() == nil; pause(ctx, 50*time.Millisecond) {
		response, err := client.Get(s.address + "/health")
		if err != nil {
			continue
		}
		response.Body.Close()
		if response.StatusCode == http.StatusOK {
			return nil
		}
	}
	return fmt.Errorf("%s was not healthy at %s within %s; see %s", s.name, s.address, startsWithin, s.logs)
}

// pid is the process id; 0 before the first start.
func (s *Service) pid() int {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.process == nil {
		return 0
	}
	return s.process.Process.Pid
}

// kill ends the process as kill -9 does, and waits until it is gone.
func (s *Service) kill() error {
	if err := s.process.Process.Kill(); err != nil {
		return fmt.Errorf("%s had ended before it was killed: %w; see %s", s.name, err, s.logs)
	}
	// A killed process ends with an error, and that is meant.
	_ = s.process.Wait()
	if status := s.process.ProcessState.Sys().(syscall.WaitStatus); !status.Signaled() {
		return fmt.Errorf("%s had ended by itself before it was killed, with %d; see %s", s.name, status.ExitStatus(), s.logs)
	}
	return nil
}

// stop asks the process to end, and tells whether it did so orderly and in time.
func (s *Service) stop() error {
	ended := make(chan error, 1)
	if err := s.process.Process.Signal(syscall.SIGTERM); err != nil {
		return fmt.Errorf("%s had ended before it was stopped: %w; see %s", s.name, err, s.logs)
	}
	go func() { ended <- s.process.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			return fmt.Errorf("%s did not end orderly: %w; see %s", s.name, err, s.logs)
		}
		return nil
	case <-time.After(endsWithin):
		_ = s.process.Process.Kill()
		<-ended
		return fmt.Errorf("%s did not end within %s after SIGTERM; see %s", s.name, endsWithin, s.logs)
	}
}
