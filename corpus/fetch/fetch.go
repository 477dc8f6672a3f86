// Package fetch gets pages from web addresses, politely and within bounds: it
// says who it is, keeps to robots.txt, and gives up on what is slow, endless or
// leads in circles. It does not reach into the machine's own network unless it
// is told to.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/corpus/item"
)

// Agent is what requests say they are from, and the name that a robots.txt can
// call the program by.
const Agent = "Concord"

// Options says how pages are fetched. The zero value is right for the web.
type Options struct {
	// AllowPrivate allows loopback, private and link-local addresses.
	AllowPrivate bool
	// Timeout is how long one page may take in all; 0 is 30 seconds.
	Timeout time.Duration
	// Version is added to the name of the program.
	Version string
}

// The bounds of a fetch.
const (
	timeout = 30 * time.Second
	// MaxBody is the largest answer that is read, in bytes.
	MaxBody      = item.MaxDocument
	maxRedirects = 5
	maxRobots    = 512 << 10 // RFC 9309 asks for 500 KiB at least
)

// Client fetches pages. It is safe for concurrent use.
type Client struct {
	http   *http.Client
	agent  string
	wait   time.Duration
	mu     sync.Mutex
	robots map[string]*site
}

// site is what a host's robots.txt says; once guards its only fetch.
type site struct {
	once  sync.Once
	rules rules
	err   error
}

var errPrivate = errors.New("lies in a private network; --allow-private allows that")

// New returns a client.
func New(o Options) *Client {
	c := &Client{agent: Agent + "/" + o.Version + " (news comparison; reads pages that its user names)", wait: o.Timeout, robots: map[string]*site{}}
	if c.wait <= 0 {
		c.wait = timeout
	}
	dialer := &net.Dialer{Timeout: c.wait}
	if !o.AllowPrivate {
		// The address that is dialled is looked at, not the name: a name can
		// be made to stand for another address between look-up and dialling.
		dialer.Control = refusePrivate
	}
	c.http = &http.Client{
		Transport: &http.Transport{
			DialContext: dialer.DialContext, TLSHandshakeTimeout: c.wait, ResponseHeaderTimeout: c.wait,
			MaxResponseHeaderBytes: 256 << 10, MaxIdleConnsPerHost: 2, IdleConnTimeout: time.Minute,
		},
		CheckRedirect: func(r *http.Request, via []*http.Request) error {
			if len(via) > maxRedirects {
				return fmt.Errorf("leads on more than %d times", maxRedirects)
			}
			return c.permitted(r.Context(), r.URL)
		},
	}
	return c
}

func refusePrivate(_, address string, _ syscall.RawConn) error {
	host, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("address %s: %w", address, err)
	}
	if !public(host.Addr().Unmap()) {
		return errPrivate
	}
	return nil
}

// public reports whether an address is one of the public Internet.
func public(a netip.Addr) bool {
	if !a.IsGlobalUnicast() || a.IsPrivate() || a.IsLoopback() || a.IsLinkLocalUnicast() {
		return false
	}
	for _, p := range [...]string{
		"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4", // RFC 6890
		"64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fc00::/7",
	} {
		if netip.MustParsePrefix(p).Contains(a) {
			return false
		}
	}
	return true
}

// Fetch gets a page. An error names the address and says in words what was
// wrong.
func (c *Client) Fetch(ctx context.Context, address string) (*corpus.Fetched, error) {
	ctx, cancel := context.WithTimeout(ctx, c.wait)
	defer cancel()
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, fmt.Errorf("%s: is no web address; legal is one that begins with http:// or https://", item.Line(address))
	}
	shown := u.Redacted()
	if err := c.permitted(ctx, u); err != nil {
		return nil, fmt.Errorf("%s: %w", shown, err)
	}
	out, err := c.get(ctx, u.String(), MaxBody)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", shown, c.plain(err))
	}
	return out, nil
}

func (c *Client) get(ctx context.Context, address string, limit int64) (*corpus.Fetched, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", c.agent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.9,*/*;q=0.5")
	req.Header.Set("Accept-Language", "en")
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, &statusError{resp.StatusCode}
	}
	if resp.ContentLength > limit {
		return nil, errLarge
	}
	b, err := io.ReadAll(io.LimitReader(resp.Body, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(b)) > limit {
		return nil, errLarge
	}
	return &corpus.Fetched{URL: resp.Request.URL.String(), Charset: charsetOf(resp.Header.Get("Content-Type")), Body: b}, nil
}

var errLarge = fmt.Errorf("is larger than %d MiB, the most that is read of one page", MaxBody>>20)

type statusError struct{ code int }

func (e *statusError) Error() string {
	return fmt.Sprintf("the server answers %d %s", e.code, http.StatusText(e.code))
}

func charsetOf(contentType string) string {
	i := strings.Index(strings.ToLower(contentType), "charset=")
	if i < 0 {
		return ""
	}
	name, _, _ := strings.Cut(contentType[i+len("charset="):], ";")
	return strings.Trim(strings.TrimSpace(name), `"'`)
}

// plain says in words what a fetch failed of.
func (c *Client) plain(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	var dns *net.DNSError
	switch {
	case errors.Is(err, errPrivate):
		return errPrivate
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("takes longer than %s", c.wait)
	case errors.As(err, &dns) && dns.IsNotFound:
		return fmt.Errorf("there is no host %s", dns.Name)
	}
	return err
}

// permitted reports by an error that robots.txt asks not to fetch an address.
func (c *Client) permitted(ctx context.Context, u *url.URL) error {
	if u.Scheme != "http" && u.Scheme != "https" {
		return fmt.Errorf("leads to %s:, which is not fetched", u.Scheme)
	}
	if u.Path == "/robots.txt" {
		return nil
	}
	key := u.Scheme + "://" + u.Host
	c.mu.Lock()
	s := c.robots[key]
	if s == nil {
		s = &site{}
		c.robots[key] = s
	}
	c.mu.Unlock()
	s.once.Do(func() { s.rules, s.err = c.readRobots(ctx, key) })
	if s.err != nil {
		return s.err
	}
	if path := u.EscapedPath(); !s.rules.allowed(max(path, "/") + queryOf(u)) {
		return errors.New("its robots.txt asks not to fetch it; save the page in a browser and give the file")
	}
	return nil
}

func queryOf(u *url.URL) string {
	if u.RawQuery == "" {
		return ""
	}
	return "?" + u.RawQuery
}

// readRobots reads a host's robots.txt. Where there is none all is allowed,
// and where the server fails nothing is, as RFC 9309 says.
func (c *Client) readRobots(ctx context.Context, host string) (rules, error) {
	got, err := c.get(ctx, host+"/robots.txt", maxRobots)
	var status *statusError
	switch {
	case err == nil:
		return parseRobots(got.Body, Agent), nil
	case errors.As(err, &status) && status.code >= 500:
		return rules{}, fmt.Errorf("its robots.txt cannot be had: %w", err)
	case errors.As(err, &status), errors.Is(err, errLarge):
		return rules{}, nil
	}
	return rules{}, c.plain(err)
}
