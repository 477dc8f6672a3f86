package config

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/strict"
)

// Parse reads the content of a file; name is what faults call it. Names of
// rules are checked by Adjust, which knows the rules.
func Parse(name string, data []byte) (*Config, error) {
	c := &Config{Path: name, places: map[string]Place{}}
	if blank(data) {
		return c, nil
	}
	n, doc := strict.Parse(name, data)
	c.doc = doc
	if n != nil {
		c.decode(n)
	}
	if doc.Len() > 0 {
		return nil, doc.Err()
	}
	return c, nil
}

// blank reports whether a file has no settings at all: comments alone.
func blank(data []byte) bool {
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			return false
		}
	}
	return true
}

func (c *Config) decode(n *strict.Node) {
	n.Fields(fields())
	for _, p := range n.Pairs() {
		c.places[p[0].Value] = Place{p[0].Line, p[0].Column}
	}
	c.RuleFolders = paths(n.Field("rule_folders"))
	c.Reference = paths(n.Field("reference"))
	c.Baseline, c.Output = n.Text("baseline"), n.Text("output")
	c.FailOn = n.OneOf("fail_on", FailOns())
	c.All, c.Unread = n.Flag("all"), n.Flag("unread")
	c.Format = decodeFormats(n.Field("format"))
	c.decodeRules(n.Field("rules"))
	for _, item := range n.Field("tiers").List() {
		c.Tiers = append(c.Tiers, oneLine(item))
	}
	c.decodeOutlets(n.Field("outlets"))
}

// paths decodes a list of paths, or a single one.
func paths(n *strict.Node) []string {
	items := []*strict.Node{n}
	if n == nil || n.Kind != yaml.ScalarNode {
		items = n.List()
	}
	var out []string
	for _, item := range items {
		if s := oneLine(item); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// oneLine decodes a single value that is not empty and has no line break.
func oneLine(n *strict.Node) string {
	before := n.Document().Len()
	s := strings.TrimSpace(n.Scalar())
	switch {
	case n.Document().Len() > before:
		return ""
	case s == "":
		n.Fault("is empty")
	case strings.ContainsAny(s, "\n\r\t"):
		n.Fault("want one line without tabs")
		return ""
	}
	return s
}

func decodeFormats(n *strict.Node) []string {
	var out []string
	items := []*strict.Node{n}
	if n == nil || n.Kind != yaml.ScalarNode {
		items = n.List()
	}
	for _, item := range items {
		s := oneLine(item)
		if s != "" && !slices.Contains(Formats(), s) {
			item.Fault("format %q is unknown; %s", s, strict.Legal(s, Formats()))
		}
		out = append(out, s)
	}
	return out
}

func (c *Config) decodeRules(n *strict.Node) {
	if n == nil || !n.Mapping("a mapping of rules: superlative.ever: off") {
		return
	}
	for _, p := range n.Pairs() {
		s := RuleSetting{Name: p[0].Value, node: p[0]}
		if begin := strings.TrimSuffix(s.Name, "*"); strings.Contains(begin, "*") {
			p[0].Fault("rule %q: a star stands for the rest of a name, at its end: casualties.*", s.Name)
		}
		if p[1].Kind != yaml.MappingNode {
			s.decodeSwitch(p[1])
		} else {
			p[1].Fields(ruleFields())
			s.decodeSwitch(p[1].Field("state"))
			if f := p[1].Field("severity"); f != nil {
				severity := rules.Low
				if p[1].OneOf("severity", []string{"high", "low"}) == "high" {
					severity = rules.High
				}
				s.Severity = &severity
			}
			if f := p[1].Field("tolerance"); f != nil {
				if _, err := rules.ParseTolerance(f.Scalar()); err != nil {
					f.Fault("%v", err)
				}
				s.tolerance = f
			}
		}
		c.Rules = append(c.Rules, s)
	}
}

func (s *RuleSetting) decodeSwitch(n *strict.Node) {
	if n == nil {
		return
	}
	before := n.Document().Len()
	switch v := n.Scalar(); v {
	case "off", "false":
		s.Off = true
	case "on", "true":
		s.On = true
	default:
		if n.Document().Len() == before {
			n.Fault("%q is unknown; legal: on, off, or a mapping such as {severity: low, tolerance: 2%%}", v)
		}
	}
}

func (c *Config) decodeOutlets(n *strict.Node) {
	if n == nil || !n.Mapping("a mapping of outlets: harbourpost.example: {name: The Harbour Post, tier: local}") {
		return
	}
	for _, p := range n.Pairs() {
		if !p[1].Mapping("a mapping such as {name: The Harbour Post, tier: local}") {
			continue
		}
		p[1].Fields(outletFields())
		o := Outlet{Tier: p[1].Text("tier")}
		if f := p[1].Field("name"); f != nil {
			o.Name = oneLine(f)
		}
		if key := oneLine(p[0]); isDomain(key) {
			o.Domain = strings.TrimPrefix(strings.ToLower(key), "www.")
		} else if o.Name != "" {
			p[0].Fault("an outlet that has a name of its own goes by its web domain: example.org: {name: %s}", o.Name)
		} else {
			o.Name = key
		}
		if f := p[1].Field("tier"); f != nil && !slices.Contains(c.Tiers, o.Tier) {
			f.Fault("tier %q is not one of tiers; %s", o.Tier, strict.Legal(o.Tier, c.Tiers))
		}
		c.Outlets = append(c.Outlets, o)
	}
}

// isDomain reports whether s looks like a web domain and not like a name.
func isDomain(s string) bool {
	return strings.Contains(strings.Trim(s, "."), ".") && !strings.ContainsAny(s, " /")
}
