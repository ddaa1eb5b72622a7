//go:build unix

// Package server starts a PostgreSQL server for tests: its own data, a socket in
// a folder of its own and no network.
package server

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

// ErrNone means that the programs of PostgreSQL are not there.
var ErrNone = errors.New("no PostgreSQL server on this machine: neither initdb on the path nor /usr/lib/postgresql/*/bin; on Debian, apt-get install postgresql")

// A Server is one that runs.
type Server struct {
	dir     string
	process *exec.Cmd
}

// Start makes a cluster and starts its server.
func Start() (*Server, error) {
	bin, err := programs()
	if err != nil {
		return nil, err
	}
	as, err := nobody()
	if err != nil {
		return nil, err
	}
	// Short, since the path of a socket is.
	dir, err := os.MkdirTemp("", "pg")
	if err != nil {
		return nil, err
	}
	s := &Server{dir: dir}
	if as != nil {
		if err := os.Chown(dir, int(as.Uid), int(as.Gid)); err != nil {
			return nil, errors.Join(err, s.Stop())
		}
	}
	command := func(name string, args ...string) *exec.Cmd {
		c := exec.Command(filepath.Join(bin, name), args...)
		c.Dir = dir
		c.SysProcAttr = &syscall.SysProcAttr{Credential: as}
		c.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "HOME="+dir)
		return c
	}
	data := filepath.Join(dir, "data")
	if out, err := command("initdb", "-D", data, "-U", "rapporteur", "-A", "trust", "-E", "UTF8", "--no-sync").CombinedOutput(); err != nil {
		return nil, errors.Join(fmt.Errorf("making a cluster: %w\n%s", err, out), s.Stop())
	}
	var log bytes.Buffer
	s.process = command("postgres", "-D", data, "-k", dir, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off")
	s.process.Stderr = &log
	if err := s.process.Start(); err != nil {
		s.process = nil
		return nil, errors.Join(fmt.Errorf("starting the server: %w", err), s.Stop())
	}
	const patience = 2 * time.Minute
	for begun := time.Now(); time.Since(begun) < patience; time.Sleep(50 * time.Millisecond) {
		if s.ready() {
			return s, nil
		}
	}
	err = s.Stop() // after which nothing writes to the log
	return nil, errors.Join(fmt.Errorf("the server does not answer:\n%s", log.Bytes()), err)
}

// ready reports whether the server answers.
func (s *Server) ready() bool {
	conn, err := pgx.Connect(context.Background(), s.Address("postgres"))
	if err != nil {
		return false
	}
	return conn.Close(context.Background()) == nil
}

// programs is the folder of initdb and its like.
func programs() (string, error) {
	if path, err := exec.LookPath("initdb"); err == nil {
		return filepath.Dir(path), nil
	}
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if err != nil || len(found) == 0 {
		return "", ErrNone
	}
	return filepath.Dir(found[len(found)-1]), nil
}

// nobody is whom to run the server as where this is root, which it refuses.
func nobody() (*syscall.Credential, error) {
	if os.Getuid() != 0 {
		return nil, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, uidErr := strconv.ParseUint(u.Uid, 10, 32)
		gid, gidErr := strconv.ParseUint(u.Gid, 10, 32)
		if err := errors.Join(uidErr, gidErr); err != nil {
			return nil, fmt.Errorf("the numbers of user %s: %w", name, err)
		}
		return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, nil
	}
	return nil, errors.New("the server of PostgreSQL does not run as root, and there is no user postgres or nobody")
}

// Address is that of a database of the server.
func (s *Server) Address(database string) string {
	return "postgres://rapporteur@/" + database + "?host=" + s.dir + "&sslmode=disable"
}

// Stop ends the server and removes its data.
func (s *Server) Stop() error {
	if s.process != nil {
		// An immediate end: nothing of it is needed any more.
		if err := s.process.Process.Signal(syscall.SIGQUIT); err != nil {
			return err
		}
		_ = s.process.Wait() // it says that it was told to end
	}
	return os.RemoveAll(s.dir)
}
