package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/pflag"

	"github.com/concord-news/concord/checker/config"
	"github.com/concord-news/concord/corpus/outlets"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

// noConfig is the value of --config by which no file is read.
const noConfig = "none"

// settingsFrom is the flags that say where settings and rules come from.
type settingsFrom struct{ config, rules string }

func (s *settingsFrom) add(f *pflag.FlagSet) {
	f.StringVar(&s.config, "config", "", "read the settings in this file (default: "+config.FileName+" here or in a folder above; none: no file)")
	f.StringVar(&s.rules, "rules", "", "use the rules in this folder beside the built-in ones")
}

// settings is what is in force: the file of settings, and the rules as it wants
// them.
type settings struct {
	// file is never nil; where none was found it says nothing.
	file    *config.Config
	catalog *rules.Catalog
	effects []config.Effect
	folders []string
}

// settings reads the file of settings and the rules.
func (c *Command) settings(s settingsFrom) (*settings, error) {
	file, err := readConfig(s.config)
	if err != nil {
		return nil, err
	}
	out := &settings{file: file, folders: file.RuleFolders}
	if s.rules != "" {
		out.folders = []string{s.rules}
	}
	all, err := catalog.Builtin()
	if err != nil {
		return nil, fmt.Errorf("built-in rules: %w", err)
	}
	for _, dir := range out.folders {
		if all, err = extend(all, dir); err != nil && s.rules == "" {
			p, _ := file.Set("rule_folders")
			return nil, fmt.Errorf("%s, rule_folders: %w", place(file, p), err)
		} else if err != nil {
			return nil, err
		}
	}
	if out.catalog, out.effects, err = file.Adjust(all); err != nil {
		return nil, fmt.Errorf("settings:\n%w", err)
	}
	return out, nil
}

// readConfig reads the file that --config names, or else the one that is found.
func readConfig(path string) (*config.Config, error) {
	if path == "" {
		found, err := config.Find(".")
		if err != nil {
			return nil, err
		}
		path = found
	}
	if path == "" || path == noConfig {
		return &config.Config{}, nil
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, fmt.Errorf("settings: %w", err)
	case info.IsDir():
		return nil, fmt.Errorf("settings: %s is a folder; want a file, such as %s/%s", path, strings.TrimSuffix(path, "/"), config.FileName)
	}
	file, err := config.Load(path)
	if err != nil {
		return nil, fmt.Errorf("settings:\n%w", err)
	}
	return file, nil
}

// outletTable returns the table of outlets: the built-in one, with the names of
// the settings, and with those of the file at path over them.
func (s *settings) outletTable(path string) (*outlets.Table, error) {
	table, err := s.file.OutletTable(outlets.Default())
	if err != nil || path == "" {
		return table, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("outlets: %w", err)
	}
	defer f.Close()
	if table, err = table.With(f); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return table, nil
}

// lines says in words what a finding can depend on, beside the articles, the
// rules and the program. Reports carry their hash.
func (s *settings) lines(o *checking) ([]string, error) {
	var out []string
	for _, e := range s.effects {
		out = append(out, "rule "+e.Rule+" "+e.What)
	}
	for _, v := range s.file.Outlets {
		out = append(out, strings.Join([]string{"outlet", v.Domain, v.Name, v.Tier}, "\t"))
	}
	if o.loading.group {
		out = append(out, "group")
	}
	for _, path := range append([]string{o.loading.outlets}, o.references...) {
		if path == "" {
			continue
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return nil, o.named(err, "reference")
		}
		sum := sha256.Sum256(content)
		out = append(out, "file "+hex.EncodeToString(sum[:]))
	}
	return out, nil
}

// named puts before an error the place in the settings that names the file.
func (o *checking) named(err error, field string) error {
	if by := o.by[field]; by != "" && err != nil {
		return fmt.Errorf("%s, %s: %w", by, field, err)
	}
	return err
}

// hash identifies those settings.
func (s *settings) hash(o *checking) (string, error) {
	lines, err := s.lines(o)
	return config.Hash(lines), err
}

// merge takes over what the file says and no flag does.
func (o *checking) merge(f *pflag.FlagSet, file *config.Config) error {
	o.by = map[string]string{}
	given := func(field, flag string) bool {
		p, ok := file.Set(field)
		if ok = ok && !f.Changed(flag); ok {
			o.by[field] = place(file, p)
		}
		return ok
	}
	if given("format", "format") {
		if err := o.format.Set(strings.Join(file.Format, ",")); err != nil {
			return err
		}
	}
	if given("fail_on", "fail-on") {
		o.failOn.value = file.FailOn
	}
	if given("output", "output") {
		o.output = file.Output
	}
	if given("reference", "reference") {
		o.references = file.Reference
	}
	if given("baseline", "baseline") {
		o.baseline = file.Baseline
	}
	if given("all", "all") {
		o.all = file.All
	}
	if given("unread", "unread") {
		o.unread = file.Unread
	}
	return nil
}
