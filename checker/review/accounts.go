package review

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/crypto/argon2"

	"github.com/concord-news/concord/checker/review/store"
)

// The parameters of password hashes: the second choice of RFC 9106, for
// machines that have no gigabytes to spare for each.
const (
	argonTime    = 3
	argonMemory  = 64 << 10 // KiB
	argonThreads = 4
	argonKey     = 32
	argonSalt    = 16
)

// LeastPassword is the length of the shortest password, in characters (NIST SP
// 800-63B asks for 8 and advises 15).
const LeastPassword = 12

// mostPassword is the length of the longest, in bytes, which bounds the work of
// hashing what somebody sends.
const mostPassword = 1000

// ErrSignIn: name and password do not belong together.
var ErrSignIn = errors.New("name or password is wrong")

// Accounts are people who sign in. It is safe for concurrent use.
type Accounts struct {
	store *store.Store
	now   func() time.Time
	// hashing has those who sign in take turns, which bounds their memory and the
	// number of guesses.
	hashing chan struct{}

	mu     sync.Mutex
	failed map[string][]time.Time
}

// NewAccounts returns the accounts of a database; now is the clock, nil the
// machine's.
func NewAccounts(s *store.Store, now func() time.Time) *Accounts {
	if now == nil {
		now = time.Now
	}
	return &Accounts{store: s, now: now, hashing: make(chan struct{}, 1), failed: map[string][]time.Time{}}
}

// hashPassword returns a hash in the form of the PHC.
func hashPassword(password string) string {
	salt := make([]byte, argonSalt)
	_, _ = rand.Read(salt) // never fails, see crypto/rand
	key := argon2.IDKey([]byte(password), salt, argonTime, argonMemory, argonThreads, argonKey)
	b := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, argonMemory, argonTime, argonThreads,
		b.EncodeToString(salt), b.EncodeToString(key))
}

// rightPassword compares in a time that tells nothing.
func rightPassword(hash, password string) bool {
	var version, memory, rounds int
	var threads uint8
	parts := strings.Split(hash, "$")
	if len(parts) != 6 || parts[1] != "argon2id" {
		return false
	}
	if _, err := fmt.Sscanf(parts[2], "v=%d", &version); err != nil || version != argon2.Version {
		return false
	}
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &memory, &rounds, &threads); err != nil {
		return false
	}
	salt, err := base64.RawStdEncoding.DecodeString(parts[4])
	key, err2 := base64.RawStdEncoding.DecodeString(parts[5])
	if err != nil || err2 != nil || memory <= 0 || memory > argonMemory*4 || rounds <= 0 || rounds > 10 || threads == 0 {
		return false
	}
	got := argon2.IDKey([]byte(password), salt, uint32(rounds), uint32(memory), threads, uint32(len(key)))
	return subtle.ConstantTimeCompare(got, key) == 1
}

// Add adds an account.
func (a *Accounts) Add(ctx context.Context, name string, role Role, password string) (store.Person, error) {
	p := store.Person{Name: name, Role: string(role), Created: a.now()}
	if err := checkPerson(&p); err != nil {
		return p, err
	}
	if err := checkPassword(password); err != nil {
		return p, err
	}
	p.Password = hashPassword(password)
	err := a.store.Update(ctx, func(tx *store.Tx) error {
		if _, err := tx.PersonNamed(p.Name); err == nil {
			return invalid("name", "there is a "+p.Name+" already")
		}
		return tx.AddPerson(&p)
	})
	return p, err
}

func checkPerson(p *store.Person) error {
	if err := cleanLine(&p.Name, "name"); err != nil {
		return err
	}
	if p.Name == "" || len([]rune(p.Name)) > 80 {
		return invalid("name", "a name has 1 to 80 letters")
	}
	if !slices.Contains(Roles(), Role(p.Role)) {
		return invalid("role", "is checker or editor")
	}
	return nil
}

func checkPassword(password string) error {
	switch {
	case len([]rune(password)) < LeastPassword:
		return invalid("password", fmt.Sprintf("needs %d characters at least", LeastPassword))
	case len(password) > mostPassword:
		return invalid("password", fmt.Sprintf("is %d bytes long; at most %d are taken", len(password), mostPassword))
	}
	return nil
}

// Set changes the role of an account, its password where it is not empty, and
// whether it may sign in; its sessions end.
func (a *Accounts) Set(ctx context.Context, name string, role Role, password string, disabled bool) error {
	return a.store.Update(ctx, func(tx *store.Tx) error {
		p, err := tx.PersonNamed(name)
		if err != nil {
			return err
		}
		p.Disabled = disabled
		if role != "" {
			p.Role = string(role)
		}
		if err := checkPerson(&p); err != nil {
			return err
		}
		if password != "" {
			if err := checkPassword(password); err != nil {
				return err
			}
			p.Password = hashPassword(password)
		}
		return tx.SetPerson(p)
	})
}

// Enter returns the person of a name without a password, adding one where there
// is none: for a server that this machine's user alone can reach. An account
// with a password is not entered so.
func (a *Accounts) Enter(ctx context.Context, name string, role Role) (store.Person, error) {
	p := store.Person{Name: name, Role: string(role), Created: a.now()}
	if err := checkPerson(&p); err != nil {
		return p, err
	}
	err := a.store.Update(ctx, func(tx *store.Tx) error {
		old, err := tx.PersonNamed(p.Name)
		switch {
		case errors.Is(err, store.ErrNone):
			return tx.AddPerson(&p)
		case err != nil:
			return err
		case old.Password != "" || old.Disabled:
			return ErrSignIn
		}
		p.ID, p.Created = old.ID, old.Created
		if old.Role == p.Role {
			return nil
		}
		return tx.SetPerson(p)
	})
	return p, err
}

// The limits of sign-ins: after so many that failed in so long a time, further
// ones are refused unseen, by name and by address alike.
const (
	mostFailed   = 5
	failedWithin = 15 * time.Minute
	// mostKeys bounds the memory that failed sign-ins take.
	mostKeys = 10_000
)

// LimitError: too many sign-ins failed.
type LimitError struct{ Wait time.Duration }

// Error says how long to wait.
func (e *LimitError) Error() string {
	return fmt.Sprintf("too many sign-ins failed; try again in %d minutes", int(e.Wait.Minutes())+1)
}

// SignIn returns the person of a name and password. remote is the address that
// asks.
func (a *Accounts) SignIn(ctx context.Context, name, password, remote string) (store.Person, error) {
	name = strings.Join(strings.Fields(name), " ")
	keys := []string{"name " + name, "from " + remote}
	select {
	case a.hashing <- struct{}{}:
		defer func() { <-a.hashing }()
	case <-ctx.Done():
		return store.Person{}, ctx.Err()
	}
	if err := a.limit(keys); err != nil {
		return store.Person{}, err
	}
	var p store.Person
	err := a.store.View(ctx, func(tx *store.Tx) (err error) {
		p, err = tx.PersonNamed(name)
		return err
	})
	if err != nil && !errors.Is(err, store.ErrNone) {
		return p, err
	}
	hash := p.Password
	if hash == "" || p.Disabled {
		// As long as for a person that is there.
		hash = "$argon2id$v=19$m=65536,t=3,p=4$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
	}
	right := len(password) <= mostPassword && rightPassword(hash, password)
	if !right || p.Password == "" || p.Disabled {
		a.fail(keys)
		return store.Person{}, ErrSignIn
	}
	a.mu.Lock()
	delete(a.failed, keys[0])
	a.mu.Unlock()
	return p, nil
}

func (a *Accounts) limit(keys []string) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	now := a.now()
	for _, k := range keys {
		a.failed[k] = slices.DeleteFunc(a.failed[k], func(t time.Time) bool { return now.Sub(t) > failedWithin })
		if len(a.failed[k]) == 0 {
			delete(a.failed, k)
		}
		if n := len(a.failed[k]); n >= mostFailed {
			return &LimitError{failedWithin - now.Sub(a.failed[k][n-mostFailed])}
		}
	}
	return nil
}

func (a *Accounts) fail(keys []string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.failed) > mostKeys {
		clear(a.failed)
	}
	for _, k := range keys {
		a.failed[k] = append(a.failed[k], a.now())
	}
}

// NewToken returns a secret that nobody guesses, and the hash by which the
// database knows it.
func NewToken() (token, hashed string) {
	b := make([]byte, 32)
	_, _ = rand.Read(b) // never fails, see crypto/rand
	token = base64.RawURLEncoding.EncodeToString(b)
	return token, HashToken(token)
}

// HashToken is the hash by which the database knows a token.
func HashToken(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}
