package rules

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/concord-news/concord/rules/pattern"
)

// Catalog is a set of rules, sorted by name, with the word classes that they
// share. It is safe for concurrent use.
type Catalog struct {
	Rules []*Rule
	// Hash is the SHA-256 of all rule files, in hexadecimal.
	Hash string
	// Classes are the word classes that every rule may use.
	Classes map[string]*pattern.Class
	// synonyms maps a lemma to the name of its group of synonyms.
	synonyms map[string]string
}

// Synonym returns the name of the group of synonyms that has the lemma, or the
// lemma itself. Key parts of two articles are compared by it.
func (c *Catalog) Synonym(lemma string) string {
	if g, ok := c.synonyms[lemma]; ok {
		return g
	}
	return lemma
}

// Find returns the rule with that name, nil where there is none.
func (c *Catalog) Find(name string) *Rule {
	for _, r := range c.Rules {
		if r.Name == name {
			return r
		}
	}
	return nil
}

// Comparing returns the first rule that compares in one way, nil where none does.
func (c *Catalog) Comparing(by Comparison) *Rule {
	for _, r := range c.Rules {
		if r.Compare.By == by {
			return r
		}
	}
	return nil
}

// Names lists the names of the rules, sorted.
func (c *Catalog) Names() []string {
	out := make([]string, len(c.Rules))
	for i, r := range c.Rules {
		out[i] = r.Name
	}
	return out
}

// Fault is one thing wrong with a rule file.
type Fault struct {
	File         string
	Line, Column int
	What         string
}

func (f *Fault) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", f.File, f.Line, f.Column, f.What)
}

// LoadCatalog loads the rules of dir in fsys: a folder a rule, with rule.yaml,
// and optionally classes.yaml beside the folders, with shared word classes.
// All faults are reported in one error, each a *Fault.
func LoadCatalog(fsys fs.FS, dir string) (*Catalog, error) {
	return loadOnto(nil, fsys, dir)
}

// Extend returns a catalogue of c's rules and those of dir in fsys, where a
// rule of the same name stands in the place of c's.
func (c *Catalog) Extend(fsys fs.FS, dir string) (*Catalog, error) {
	return loadOnto(c, fsys, dir)
}

func loadOnto(base *Catalog, fsys fs.FS, dir string) (*Catalog, error) {
	l := &loader{fsys: fsys, catalog: &Catalog{Classes: map[string]*pattern.Class{}, synonyms: map[string]string{}}}
	hash := sha256.New()
	if base != nil {
		hash.Write([]byte(base.Hash))
		l.catalog.Rules = slices.Clone(base.Rules)
		for name, class := range base.Classes {
			l.catalog.Classes[name] = class
		}
		maps.Copy(l.catalog.synonyms, base.synonyms)
	}
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		return nil, fmt.Errorf("rules: %w", err)
	}
	l.sharedClasses(path.Join(dir, "classes.yaml"))
	for _, e := range entries {
		if e.IsDir() && e.Name() != "testdata" {
			l.rule(path.Join(dir, e.Name()))
		}
	}
	if len(l.faults) == 0 && len(l.files) == 0 {
		return nil, fmt.Errorf("rules: no rule in %s: want folders with a rule.yaml", dir)
	}
	if len(l.faults) > 0 {
		return nil, errors.Join(l.faults...)
	}
	for _, f := range l.files {
		fmt.Fprintf(hash, "%d ", len(f))
		hash.Write(f)
	}
	slices.SortFunc(l.catalog.Rules, func(a, b *Rule) int { return strings.Compare(a.Name, b.Name) })
	l.catalog.Hash = hex.EncodeToString(hash.Sum(nil))
	return l.catalog, nil
}

type loader struct {
	fsys    fs.FS
	catalog *Catalog
	files   [][]byte
	faults  []error
}

// document reads a YAML file and returns its top mapping, nil after a fault.
func (l *loader) document(file string) *node {
	data, err := fs.ReadFile(l.fsys, file)
	if err != nil {
		l.faults = append(l.faults, &Fault{file, 1, 1, "cannot be read: " + err.Error()})
		return nil
	}
	l.files = append(l.files, data)
	n := &node{file: file, loader: l, Node: new(yaml.Node)}
	if err := yaml.Unmarshal(data, n.Node); err != nil {
		l.faults = append(l.faults, &Fault{file, yamlLine(err), 1, "no YAML: " + err.Error()})
		return nil
	}
	if n.Kind == yaml.DocumentNode && len(n.Content) > 0 {
		n.Node = n.Content[0]
	}
	if n.Kind != yaml.MappingNode {
		l.faults = append(l.faults, &Fault{file, 1, 1, "want a mapping of fields"})
		return nil
	}
	return n
}

// yamlLine returns the line that a YAML error names, 1 where it names none.
func yamlLine(err error) int {
	line := 1
	if _, after, ok := strings.Cut(err.Error(), "line "); ok {
		fmt.Sscanf(after, "%d", &line)
	}
	return line
}

func (l *loader) sharedClasses(file string) {
	if _, err := fs.Stat(l.fsys, file); err != nil {
		return
	}
	if n := l.document(file); n != nil {
		n.fields("classes", "synonyms")
		n.classes(n.field("classes"), l.catalog.Classes)
		n.synonyms(n.field("synonyms"), l.catalog.synonyms)
	}
}

func (l *loader) rule(dir string) {
	n := l.document(path.Join(dir, "rule.yaml"))
	if n == nil {
		return
	}
	r := n.rule(path.Base(dir))
	for i, old := range l.catalog.Rules {
		if old.Name == r.Name {
			l.catalog.Rules[i] = r
			return
		}
	}
	l.catalog.Rules = append(l.catalog.Rules, r)
}
