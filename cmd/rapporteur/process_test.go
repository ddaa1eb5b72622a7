package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// itself is the program as a process of its own.
func itself(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	binary, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(binary, args...)
	command.Env = append(os.Environ(), "RAPPORTEUR_ITSELF=1")
	return command
}

// TestClosedPipe: a reader that has seen enough, such as head, ends the
// program without a word.
func TestClosedPipe(t *testing.T) {
	command := itself(t, "read", "--json", "--jsonl", "-")
	command.Stdin = strings.NewReader(strings.Repeat(`{"text":"Velm waits."}`+"\n", 5000))
	var stderr bytes.Buffer
	command.Stderr = &stderr
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := bufio.NewReader(io.LimitReader(out, 100)).ReadByte(); err != nil {
		t.Fatal(err)
	}
	out.Close()
	if err := command.Wait(); err != nil || stderr.Len() > 0 {
		t.Errorf("ends with %v and says %q", err, stderr.String())
	}
}

// TestInterruptedProcess: Ctrl-C ends it at once, with whole lines printed.
func TestInterruptedProcess(t *testing.T) {
	command := itself(t, "read", "--json", "--jsonl", "-")
	in, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var stderr bytes.Buffer
	command.Stderr = &stderr
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	fmt.Fprintln(in, `{"text":"Velm waits."}`)
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil || len(records(t, line)) != 1 {
		t.Errorf("prints %q, %v", line, err)
	}
	if err := command.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	slow := time.AfterFunc(20*time.Second, func() { command.Process.Kill() })
	defer slow.Stop()
	err = command.Wait()
	if command.ProcessState.ExitCode() != someUnread || stderr.String() != "rapporteur: stopped after 1 report\n" {
		t.Errorf("ends with %v and says %q", err, stderr.String())
	}
}
