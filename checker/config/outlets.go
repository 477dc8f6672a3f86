package config

import (
	"fmt"
	"strings"

	"github.com/concord-news/concord/corpus/outlets"
)

// OutletTable returns the table of outlets with the names of the file.
func (c *Config) OutletTable(base *outlets.Table) (*outlets.Table, error) {
	var lines []string
	for _, o := range c.Outlets {
		if o.Domain == "" || o.Name == "" {
			continue
		}
		line := []string{o.Domain, o.Name}
		if e, ok := base.Lookup(o.Domain); ok && e.Domain == o.Domain && e.Agency {
			line = append(append(line, "agency"), e.Written...)
		}
		lines = append(lines, strings.Join(line, "\t"))
	}
	if len(lines) == 0 {
		return base, nil
	}
	out, err := base.With(strings.NewReader(strings.Join(lines, "\n")))
	if err != nil {
		return nil, fmt.Errorf("outlets of %s: %w", c.Path, err)
	}
	return out, nil
}

// TierOf returns the tiers of outlets by their names.
func (c *Config) TierOf(table *outlets.Table) map[string]string {
	out := map[string]string{}
	for _, o := range c.Outlets {
		if o.Tier == "" {
			continue
		}
		name := o.Name
		if name == "" {
			name = o.Domain // where nothing else is known, articles have it so
			if e, ok := table.Lookup(o.Domain); ok {
				name = e.Name
			}
		}
		out[name] = o.Tier
	}
	return out
}
