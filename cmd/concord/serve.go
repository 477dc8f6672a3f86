package main

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net"
	"net/url"
	"os"
	"os/exec"
	"os/signal"
	"os/user"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/store"
	"github.com/concord-news/concord/checker/review/web"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/corpus/fetch"
	"github.com/concord-news/concord/examples"
	"github.com/concord-news/concord/rules"
)

// The defaults of a review: one file beside the work, and this machine alone.
const (
	defaultDatabase = "concord.db"
	defaultListen   = "127.0.0.1:0"
)

// serving is the settings of the serve command.
type serving struct {
	from                     settingsFrom
	references               []string
	database                 string
	listen, address          string
	tlsCert, tlsKey          string
	proxied, noOpen, example bool
	loading                  loading
}

func addDatabase(f *pflag.FlagSet, to *string) {
	f.StringVar(to, "database", defaultDatabase, "SQLite file, or postgres:// address for a desk that shares")
}

func (c *Command) serveCommand() *cobra.Command {
	var o serving
	cmd := &cobra.Command{
		Use:   "serve [flags] [PATH...]",
		Short: "Review a story in the browser: decide, ask, sign off",
		Long: `Serve checks the stories at the paths and opens their review in the browser.
Checkers decide on each finding and editors sign off; everything said goes to an
append-only log in one SQLite file, or in PostgreSQL. Started again, it goes on
where it stopped: decisions are carried over, and findings whose values changed
are opened again. Without paths it shows the stories that the database has.

It is for this machine alone unless --listen names another address. Then people
sign in with accounts (concord account add), over TLS (--tls-cert, --tls-key) or
behind a proxy that has it (--behind-proxy), and --address says what browsers
call it.`,
		Example: `  concord serve story/
  concord serve --example
  concord serve --database postgres://desk@db.example.org/concord stories/
  concord serve --listen 0.0.0.0:8443 --address https://desk.example.org:8443 \
    --tls-cert desk.crt --tls-key desk.key`,
		RunE: func(cmd *cobra.Command, args []string) error { return c.serve(o, args) },
	}
	f := cmd.Flags()
	addDatabase(f, &o.database)
	f.StringVar(&o.listen, "listen", defaultListen, "address and port to listen on; port 0 is any that is free")
	f.StringVar(&o.address, "address", "", "what people's browsers call the server, such as https://desk.example.org")
	f.StringVar(&o.tlsCert, "tls-cert", "", "file with the certificate, for TLS")
	f.StringVar(&o.tlsKey, "tls-key", "", "file with the certificate's key")
	f.BoolVar(&o.proxied, "behind-proxy", false, "a proxy with TLS stands before the server and sets X-Forwarded-For")
	f.BoolVar(&o.noOpen, "no-open", false, "print the address and open no browser")
	f.BoolVar(&o.example, "example", false, "review the built-in example")
	o.from.add(f)
	f.StringArrayVar(&o.references, "reference", nil, "hold what outlets state against the facts in this file, YAML or CSV; may be given again")
	f.StringVar(&o.loading.outlets, "outlets", "", "add the outlets in this file, lines of domain, name, to those that are known")
	f.IntVar(&o.loading.jobs, "jobs", 0, "articles to read at once at most (default: one a core)")
	return cmd
}

// spot is where a server listens and what it is called.
type spot struct {
	host   string
	local  bool
	secure *tls.Config
	url    *url.URL
}

// spot works out where to listen, and refuses what would let others in without
// a password or read along.
func (o *serving) spot() (spot, error) {
	host, port, err := net.SplitHostPort(o.listen)
	if err != nil {
		return spot{}, usagef("concord serve: --listen %s: legal is an address and a port, such as 127.0.0.1:8080", o.listen)
	}
	if host == "localhost" {
		host = "127.0.0.1"
	}
	p := spot{host: net.JoinHostPort(host, port)}
	ip := net.ParseIP(host)
	p.local = ip != nil && ip.IsLoopback() && !o.proxied && o.address == ""
	if o.tlsCert != "" || o.tlsKey != "" {
		cert, err := tls.LoadX509KeyPair(o.tlsCert, o.tlsKey)
		if err != nil {
			return p, usagef("concord serve: --tls-cert and --tls-key: %w", err)
		}
		p.secure = &tls.Config{Certificates: []tls.Certificate{cert}, MinVersion: tls.VersionTLS12}
	}
	if p.local {
		return p, nil
	}
	if p.secure == nil && !o.proxied {
		return p, usagef("concord serve: --listen %s: others could read along; give --tls-cert and --tls-key, or --behind-proxy where a proxy has TLS", o.listen)
	}
	if p.url, err = url.Parse(o.address); err != nil || p.url.Scheme != "https" || p.url.Host == "" || strings.Trim(p.url.Path, "/") != "" {
		return p, usagef("concord serve: --address %q; legal is what browsers call the server, such as https://desk.example.org", o.address)
	}
	p.url.Path = ""
	return p, nil
}

// serve opens reviews until it is interrupted.
func (c *Command) serve(o serving, args []string) (err error) {
	if o.example && len(args) > 0 {
		return usagef("concord serve: --example takes no paths, got %q", args[0])
	}
	p, err := o.spot()
	if err != nil {
		return err
	}
	groups, err := storyPaths(args)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	db, err := store.Open(ctx, o.database)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	service, err := c.reviewService(o, db)
	if err != nil {
		return err
	}
	defer service.StopAll()
	story, err := c.openStories(ctx, service, groups)
	if err == nil && o.example {
		story, err = c.openExample(ctx, service)
	}
	if err != nil {
		return err
	}
	return c.listen(ctx, o, p, service, story)
}

func (c *Command) reviewService(o serving, db *store.Store) (*review.Service, error) {
	in, err := c.settings(o.from)
	if err != nil {
		return nil, err
	}
	if len(o.references) == 0 {
		o.references = in.file.Reference
	}
	table, err := in.outletTable(o.loading.outlets)
	if err != nil {
		return nil, err
	}
	facts, err := loadReferences(in.catalog, o.references)
	if err != nil {
		return nil, err
	}
	hash, err := in.hash(&checking{references: o.references, loading: o.loading})
	if err != nil {
		return nil, err
	}
	return review.New(db, review.Options{Reader: review.Reader{
		Rules: rules.NewReader(in.catalog), References: facts, Version: Version, ConfigHash: hash, Jobs: o.loading.jobs,
		// Pages of the machine's own network are never fetched: who asks for them
		// on the page may sit elsewhere.
		Load: corpus.Options{Outlets: table, Jobs: o.loading.jobs, Fetcher: fetch.New(fetch.Options{Version: Version})},
	}}), nil
}

// starter is who the command line is in the log.
func starter() review.Who { return review.Who{Name: systemName(), Role: review.Editor} }

// systemName is the name of who is signed in to the machine.
func systemName() string {
	u, err := user.Current()
	if err != nil {
		return "somebody"
	}
	if u.Name != "" {
		return u.Name
	}
	return u.Username
}

// openStories makes or continues the story of each group, and checks it. It
// returns the number of the story where there is just one.
func (c *Command) openStories(ctx context.Context, service *review.Service, groups []storyGroup) (int64, error) {
	var only int64
	for _, g := range groups {
		st, err := service.StoryOf(ctx, g.paths)
		if errors.Is(err, store.ErrNone) {
			st, err = service.AddStory(ctx, starter(), g.name, g.paths)
		}
		if err == nil {
			only = st.ID
			err = c.rerun(ctx, service, st)
		}
		if err != nil && len(groups) == 1 {
			return 0, err
		}
		if err != nil {
			c.warn(fmt.Errorf("%s: %w", g.name, err))
		}
	}
	if len(groups) != 1 {
		return 0, nil
	}
	return only, nil
}

// rerun checks a story as its articles are now and says what is new.
func (c *Command) rerun(ctx context.Context, service *review.Service, st store.Story) error {
	bar := c.newProgress()
	carried, unchanged, err := service.Rerun(ctx, starter(), st.ID, bar.report)
	bar.done()
	if err != nil {
		return err
	}
	if unchanged {
		fmt.Fprintf(c.Stderr, "%s: nothing changed since run %d\n", st.Name, st.Run)
		return nil
	}
	fmt.Fprintf(c.Stderr, "%s: run %d: %d findings new, %d moved, %d gone; %d decisions opened again\n",
		st.Name, carried.Run, carried.New, carried.Moved, carried.Gone, carried.Reopened)
	return nil
}

// openExample makes the story of the built-in example, whose articles are added
// as if people had, or continues it.
func (c *Command) openExample(ctx context.Context, service *review.Service) (int64, error) {
	st, err := service.StoryNamed(ctx, examples.SecurityTalks)
	if !errors.Is(err, store.ErrNone) {
		return st.ID, err
	}
	if st, err = service.AddStory(ctx, starter(), examples.SecurityTalks, nil); err != nil {
		return 0, err
	}
	var manifest []struct{ File, Outlet, Title, URL, Published string }
	b, err := examples.Files.ReadFile(examples.SecurityTalks + "/articles.json")
	if err == nil {
		err = json.Unmarshal(b, &manifest)
	}
	if err != nil {
		return 0, fmt.Errorf("the example: %w", err)
	}
	for _, m := range manifest {
		a := review.Added{Kind: "file", Name: m.File, Outlet: m.Outlet, Title: m.Title, URL: m.URL, Published: m.Published}
		if a.Content, err = examples.Files.ReadFile(examples.SecurityTalks + "/" + m.File); err == nil {
			_, err = service.AddArticle(ctx, starter(), st.ID, a)
		}
		if err != nil {
			return 0, fmt.Errorf("the example's %s: %w", m.File, err)
		}
	}
	return st.ID, c.rerun(ctx, service, st)
}

// storyGroup is the paths of one story.
type storyGroup struct {
	name  string
	paths []string
}

// storyPaths tells stories as check does: a folder is one, a folder of folders
// several, and files given singly are one.
func storyPaths(args []string) ([]storyGroup, error) {
	var out []storyGroup
	var files []string
	for _, a := range args {
		if a == "-" || strings.Contains(a, "://") {
			return nil, usagef("concord serve: %s: give files and folders; addresses are added on the page", a)
		}
		abs, err := filepath.Abs(a)
		if err != nil {
			return nil, err
		}
		info, err := os.Stat(abs)
		switch {
		case err != nil:
			return nil, err
		case !info.IsDir():
			files = append(files, abs)
			continue
		}
		stories, _ := corpus.Load([]string{abs}) // what cannot be read is told when the story is checked
		if len(stories) == 0 {
			return nil, fmt.Errorf("%s: nothing could be read", a)
		}
		for _, s := range stories {
			folder, err := filepath.Abs(s.Folder)
			if err != nil {
				return nil, err
			}
			out = append(out, storyGroup{s.Name, []string{folder}})
		}
	}
	if len(files) > 0 {
		out = append(out, storyGroup{corpus.SinglesName, files})
	}
	return out, nil
}

// listen serves until ctx ends.
func (c *Command) listen(ctx context.Context, o serving, p spot, service *review.Service, story int64) error {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", p.host)
	if err != nil {
		return fmt.Errorf("listening on %s: %w", p.host, err)
	}
	defer l.Close()
	opts := web.Options{
		Service: service, Address: p.url, Accounts: !p.local, Proxied: o.proxied, Version: Version, Name: systemName(),
		Log: log.New(c.Stderr, "concord: ", 0),
	}
	start := ""
	if p.local {
		scheme := "http"
		if p.secure != nil {
			scheme = "https"
		}
		opts.Address = &url.URL{Scheme: scheme, Host: l.Addr().String()}
		_, port, _ := net.SplitHostPort(l.Addr().String())
		opts.Others = []string{"localhost:" + port}
		opts.Key, _ = review.NewToken()
		start = "/?key=" + opts.Key
		if story != 0 {
			start += fmt.Sprintf("&next=/stories/%d", story)
		}
	}
	server, err := web.New(opts)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.Stderr, "review of the stories in %s\n", store.Shown(o.database))
	fmt.Fprintf(c.Stdout, "%s%s\n", opts.Address, start)
	// Without a terminal nobody sits before it.
	if _, seen := terminal(c.Stdout); p.local && !o.noOpen && seen {
		openBrowser(opts.Address.String() + start)
	}
	warm := make(chan error, 1)
	go func() { warm <- service.Warm(ctx) }()
	err = server.Serve(ctx, l, p.secure)
	if why := <-warm; why != nil && ctx.Err() == nil {
		err = errors.Join(err, why)
	}
	return err
}

// openBrowser shows an address in the browser, where there is one. The address
// is printed too, so that nothing is lost where there is none.
func openBrowser(address string) {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	cmd := exec.Command(name, args...)
	if cmd.Start() == nil {
		go cmd.Wait() // whether a browser came up is seen
	}
}
