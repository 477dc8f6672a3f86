// Package config reads concord.yaml: the settings of a newsroom, which stand in
// the place of flags. It is read strictly; a mistake is refused with its place,
// and with what would be legal.
//
// Settings never make a verdict graver, and none tells the program which outlet
// to believe.
//
// The package is meant for use by other programs; docs/api.md says what is
// promised of it.
package config

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/strict"
)

// FileName is the name of the file that Find looks for.
const FileName = "concord.yaml"

// Config is what a file says; fields that it leaves out are empty. It is not
// changed after it is read.
type Config struct {
	// Path is the file as it was opened, "" where there is none.
	Path string
	// RuleFolders, Reference, Baseline and Output are paths; Load has put the
	// folder of the file before those that are relative.
	RuleFolders, Reference []string
	Baseline, Output       string
	// Rules are the settings of rules, in the order of the file.
	Rules []RuleSetting
	// Tiers are the newsroom's own words for how far it trusts outlets, the
	// most trusted first. Reports show them and nothing else depends on them.
	Tiers   []string
	Outlets []Outlet
	// Format lists formats of reports, FailOn is "high", "low" or "none".
	Format []string
	FailOn string
	// All and Unread are as the flags of the check command.
	All, Unread bool

	places map[string]Place
	doc    *strict.Document
}

// Place is where in the file a setting stands, both from 1.
type Place struct{ Line, Column int }

// RuleSetting is what a file says of one rule, or of all whose names begin with
// what stands before the star of "name.*".
type RuleSetting struct {
	Name string
	// Off and On are both false where the setting says neither.
	Off, On  bool
	Severity *rules.Severity

	node, tolerance *strict.Node
}

// Outlet is what a file says of an outlet.
type Outlet struct {
	// Domain is a web domain, "" where the setting goes by the outlet's name.
	Domain, Name, Tier string
}

// Find looks for FileName in dir and the folders above it, and returns its
// path, "" where there is none.
func Find(dir string) (string, error) {
	full, err := filepath.Abs(dir)
	if err != nil {
		return "", fmt.Errorf("settings: %w", err)
	}
	for at := full; ; at = filepath.Dir(at) {
		path := filepath.Join(at, FileName)
		info, err := os.Stat(path)
		switch {
		case err == nil && !info.IsDir():
			if short, err := filepath.Rel(full, path); err == nil {
				return filepath.Join(dir, short), nil
			}
			return path, nil
		case err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission):
			return "", fmt.Errorf("settings: %w", err)
		}
		if at == filepath.Dir(at) {
			return "", nil
		}
	}
}

// Load reads a file.
func Load(path string) (*Config, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("settings: %w", err)
	}
	c, err := Parse(path, data)
	if err != nil {
		return nil, err
	}
	dir := filepath.Dir(path)
	for _, list := range [][]string{c.RuleFolders, c.Reference} {
		for i := range list {
			list[i] = beside(dir, list[i])
		}
	}
	c.Baseline, c.Output = beside(dir, c.Baseline), beside(dir, c.Output)
	return c, nil
}

// beside puts the folder before a relative path; the separator at its end,
// which says that it is a folder, stays.
func beside(dir, path string) string {
	if path == "" || filepath.IsAbs(path) {
		return path
	}
	joined := filepath.Join(dir, filepath.FromSlash(path))
	if strings.HasSuffix(path, "/") {
		joined += string(filepath.Separator)
	}
	return joined
}

// Set returns where the file has a top field, and whether it has it.
func (c *Config) Set(field string) (Place, bool) {
	p, ok := c.places[field]
	return p, ok
}

// Effect is one change that the file makes to one rule.
type Effect struct {
	Rule string
	// What is "off", "severity low" or "tolerance 2%".
	What  string
	Place Place
	// By is the name in the file, where that is not the rule's own.
	By string
}

// Adjust returns the rules as the file wants them, and the effects that it has,
// ordered by rule. Settings of names that no rule has are refused.
func (c *Config) Adjust(catalog *rules.Catalog) (*rules.Catalog, []Effect, error) {
	by := map[string]rules.Adjustment{}
	var effects []Effect
	// The more of a name a setting spells out, the later it comes.
	order := slices.Clone(c.Rules)
	slices.SortStableFunc(order, func(a, b RuleSetting) int { return specific(a.Name) - specific(b.Name) })
	for _, r := range catalog.Rules {
		var a rules.Adjustment
		var own []Effect
		for _, s := range order {
			if s.matches(r.Name) {
				own = s.apply(r, &a, own)
			}
		}
		by[r.Name] = a
		effects = append(effects, own...)
	}
	names := append(catalog.Names(), catalog.Off...)
	slices.Sort(names)
	for _, s := range c.Rules {
		if !slices.ContainsFunc(names, s.matches) {
			s.node.Fault("no rule %q; %s", s.Name, strict.Legal(s.Name, names))
		}
	}
	if c.doc != nil && c.doc.Len() > 0 {
		return nil, nil, c.doc.Err()
	}
	return catalog.Adjust(by), effects, nil
}

// specific is how many letters of a rule's name a setting has; a whole name has
// more than any beginning.
func specific(name string) int {
	if n, ok := strings.CutSuffix(name, "*"); ok {
		return len(n)
	}
	return 1 << 20
}

func (s RuleSetting) matches(rule string) bool {
	if begin, ok := strings.CutSuffix(s.Name, "*"); ok {
		return strings.HasPrefix(rule, begin)
	}
	return s.Name == rule
}

// apply adds the setting to those that go before it.
func (s RuleSetting) apply(r *rules.Rule, a *rules.Adjustment, effects []Effect) []Effect {
	add := func(kind, value string) {
		effects = slices.DeleteFunc(effects, func(e Effect) bool { return strings.HasPrefix(e.What, kind) })
		e := Effect{Rule: r.Name, What: strings.TrimSpace(kind + " " + value), Place: Place{s.node.Line, s.node.Column}}
		if s.Name != r.Name {
			e.By = s.Name
		}
		effects = append(effects, e)
	}
	switch {
	case s.Off:
		a.Off = true
		add("off", "")
	case s.On && a.Off:
		a.Off = false
		effects = slices.DeleteFunc(effects, func(e Effect) bool { return e.What == "off" })
	}
	if s.Severity != nil {
		a.Severity = s.Severity
		add("severity", s.Severity.String())
	}
	amount, _ := r.Compare.By.Tolerates()
	if s.tolerance != nil && (amount || s.Name == r.Name) { // a star passes over rules that have none
		t := rules.DecodeTolerance(s.tolerance, r.Compare.By)
		a.Tolerance = &t
		add("tolerance", t.String())
	}
	return effects
}

// Hash is the SHA-256 of what a finding can depend on beside the articles, the
// rules and the program: the lines given, which say it in words.
func Hash(lines []string) string {
	sum := sha256.Sum256([]byte("concord/config/1\n" + strings.Join(lines, "\n")))
	return hex.EncodeToString(sum[:])
}
