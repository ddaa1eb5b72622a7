package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"time"

	"rapporteur/record"
	"rapporteur/serve"
)

// serveCommand is "rapporteur serve".
type serveCommand struct {
	database
	Listen string   `default:"127.0.0.1:8017" placeholder:"ADDRESS" help:"Where to listen: this machine alone unless said otherwise; then a token is asked for."`
	Token  string   `env:"RAPPORTEUR_TOKEN" placeholder:"TOKEN" help:"What who asks must show; made and printed where needed and not given. Better in $$RAPPORTEUR_TOKEN, which others on this machine cannot see."`
	Host   []string `placeholder:"NAME" help:"Names by which the server may be asked, beside localhost and addresses of numbers."`
	Who    string   `env:"USER" placeholder:"NAME" help:"Who signs corrections where no name is given; $$USER where not given."`
	hooks
}

// Help is what --help says below the flags.
func (serveCommand) Help() string {
	return `Pages for people at /, for as long as it runs; docs/security.md says what guards them. Connections are not encrypted: across a network put it behind a server that is, or behind ssh -L.`
}

// shutdown is how long requests may take that are under way when it ends.
const shutdown = 5 * time.Second

// Run serves until it is interrupted.
func (c *serveCommand) Run(ctx context.Context, s streams) (err error) {
	host, _, err := net.SplitHostPort(c.Listen)
	if err != nil {
		return usage("--listen %s: an address and a port are needed, such as 127.0.0.1:8017", c.Listen)
	}
	made := c.Token == "" && !loopback(host)
	if made {
		c.Token = serve.NewToken()
	} else if c.Token != "" {
		if err := serve.CheckToken(c.Token); err != nil {
			return usage("--token: %v", err)
		}
	}
	r, err := c.database.open(ctx, record.Options{}, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	listener, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return fmt.Errorf("listening on %s: %w; is another one running? --listen names another place", c.Listen, err)
	}
	hosts := c.Host
	if _, err := netip.ParseAddr(host); err != nil && host != "" {
		hosts = append(hosts, host)
	}
	desk := serve.New(r, serve.Options{
		Token: c.Token, Hosts: hosts, Who: c.Who, Version: version,
		Log: slog.New(slog.NewTextHandler(s.err, nil)), Read: reads(),
	})
	server := serve.Server(c.Listen, desk)
	defer desk.KeepWarm(ctx)()
	end, err := c.hooks.begin(ctx, s, c.database, r)
	if err != nil {
		return err
	}
	defer end()
	fmt.Fprintf(s.out, "the record %s is served at http://%s/ until you stop this\n", c.shown(), listener.Addr())
	if made {
		fmt.Fprintf(s.out, "who opens it must show this token: %s\n", c.Token)
	}
	stopped := make(chan error, 1)
	context.AfterFunc(ctx, func() {
		patience, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdown)
		defer cancel()
		stopped <- server.Shutdown(patience)
	})
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serving the record: %w", err)
	}
	if err := <-stopped; err != nil {
		return fmt.Errorf("stopping the server: %w", err)
	}
	return nil
}

// loopback reports whether only this machine reaches what listens on host.
func loopback(host string) bool {
	if host == "localhost" {
		return true
	}
	at, err := netip.ParseAddr(strings.Trim(host, "[]"))
	return err == nil && at.IsLoopback()
}

// shown is the name of the record without a password that it may hold.
func (d database) shown() string {
	if before, after, ok := strings.Cut(d.DB, "@"); ok && d.shared() {
		scheme, user, _ := strings.Cut(before, "://")
		user, _, _ = strings.Cut(user, ":")
		return scheme + "://" + user + "@" + after
	}
	return d.DB
}
