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
	"sync"

	"github.com/concord-news/concord/rules/event"
	"github.com/concord-news/concord/rules/pattern"
	"github.com/concord-news/concord/rules/strict"
	"github.com/concord-news/concord/rules/text"
)

// Catalog is a set of rules, sorted by name, with the word classes that they
// share. It is safe for concurrent use.
type Catalog struct {
	Rules []*Rule
	// Hash is the SHA-256 of all rule files, in hexadecimal.
	Hash string
	// Off names the rules that were taken out by Adjust, sorted.
	Off []string
	// Classes are the word classes that every rule may use.
	Classes map[string]*pattern.Class
	// Deeds are the words for what happens.
	Deeds *event.Deeds
	// synonyms maps a lemma to the name of its group of synonyms.
	synonyms map[string]string
	// maySynonym tells most lemmas that no group has.
	maySynonym text.Sieve
	// attributes says what figures are of.
	attributes *attributes
	// layers is how many catalogues lie under it.
	layers int
}

// Synonym returns the name of the group of synonyms that has the lemma, or the
// lemma itself. Key parts of two articles are compared by it.
func (c *Catalog) Synonym(lemma string) string {
	if g, ok := c.synonym(lemma); ok {
		return g
	}
	return lemma
}

// synonym is the group of synonyms of a lemma, false where it is in none.
func (c *Catalog) synonym(lemma string) (string, bool) {
	if !c.maySynonym.MayHold(lemma) {
		return "", false
	}
	g, ok := c.synonyms[lemma]
	return g, ok
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

// Reading returns the first rule that reads one source, nil where none does.
func (c *Catalog) Reading(from Source) *Rule {
	for _, r := range c.Rules {
		if slices.ContainsFunc(r.Reads, func(rd Read) bool { return rd.Source == from }) {
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

// Fault is one thing wrong with a rule file, with its place.
type Fault = strict.Fault

// LoadCatalog loads the rules of dir in fsys: a folder a rule, with rule.yaml,
// and optionally classes.yaml, deeds.yaml and attributes.yaml beside the folders,
// with shared word classes, words for what happens and what figures are of.
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
	l := &loader{fsys: fsys, catalog: &Catalog{Classes: map[string]*pattern.Class{}, synonyms: map[string]string{}, Deeds: event.NewDeeds(), attributes: newAttributes()}}
	hash := sha256.New()
	if base != nil {
		hash.Write([]byte(base.Hash))
		l.layer = base.layers + 1
		l.catalog.Rules = slices.Clone(base.Rules)
		for name, class := range base.Classes {
			l.catalog.Classes[name] = class
		}
		maps.Copy(l.catalog.synonyms, base.synonyms)
		l.catalog.Deeds = base.Deeds.Clone()
		l.catalog.attributes = base.attributes.clone()
	}
	l.catalog.layers = l.layer
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		return nil, fmt.Errorf("rules: %w", err)
	}
	if _, err := fs.Stat(fsys, path.Join(dir, ruleFile)); err == nil {
		return nil, fmt.Errorf("rules: %s lies in %s itself: want the folder above, which has a folder for each rule", ruleFile, dir)
	}
	// "rule.yml" and "rule.yaml.txt" are slips, which are named one by one.
	if found, err := fs.Glob(fsys, path.Join(dir, "*", "rule.y*")); err != nil || len(found) == 0 {
		return nil, fmt.Errorf("rules: no rule in %s: want folders with a %s", dir, ruleFile)
	}
	l.shared(path.Join(dir, "classes.yaml"), func(n *strict.Node) {
		n.Fields(sharedFields())
		decodeClasses(n.Field("classes"), l.catalog.Classes)
		decodeSynonyms(n.Field("synonyms"), l.catalog.synonyms)
	})
	l.catalog.maySynonym = text.SieveOf(l.catalog.synonyms)
	l.shared(path.Join(dir, "deeds.yaml"), func(n *strict.Node) { decodeDeeds(n, l.catalog.Deeds) })
	l.shared(path.Join(dir, "attributes.yaml"), func(n *strict.Node) { decodeAttributes(n, l.catalog.attributes) })
	var dirs []string
	for _, e := range entries {
		if e.IsDir() && e.Name() != "testdata" && !strings.HasPrefix(e.Name(), ".") {
			dirs = append(dirs, path.Join(dir, e.Name()))
		}
	}
	l.rules(dirs)
	if len(l.faults) > 0 {
		return nil, errors.Join(l.faults...)
	}
	for _, f := range l.files {
		fmt.Fprintf(hash, "%s %d ", f.name, len(f.data))
		hash.Write(f.data)
	}
	slices.SortFunc(l.catalog.Rules, func(a, b *Rule) int { return strings.Compare(a.Name, b.Name) })
	l.catalog.Hash = hex.EncodeToString(hash.Sum(nil))
	return l.catalog, nil
}

// ruleFile is the name of the file that makes a folder a rule.
const ruleFile = "rule.yaml"

type loader struct {
	fsys    fs.FS
	catalog *Catalog
	layer   int // of the rules that are loaded
	files   []loadedFile
	faults  []error
}

// loadedFile is a file of a catalogue: its name is the rule's, so that the hash
// knows which rule has which text.
type loadedFile struct {
	name string
	data []byte
}

func (l *loader) fault(file, format string, args ...any) {
	l.faults = append(l.faults, &Fault{File: file, Line: 1, Column: 1, What: fmt.Sprintf(format, args...)})
}

// decode reads a YAML file and hands its top mapping on.
func (l *loader) decode(file string, use func(*strict.Node)) {
	data, err := fs.ReadFile(l.fsys, file)
	if err != nil {
		l.fault(file, "cannot be read: %v", err)
		return
	}
	l.files = append(l.files, loadedFile{path.Base(path.Dir(file)), data})
	n, doc := strict.Parse(file, data)
	if n != nil {
		use(n)
	}
	for _, f := range doc.Faults() {
		l.faults = append(l.faults, f)
	}
}

// sharedFields are the fields of classes.yaml.
func sharedFields() []strict.Field {
	return []strict.Field{
		{Name: "classes", Schema: classesSchema(), What: "word classes that every rule may use"},
		{Name: "synonyms", Schema: classesSchema(), What: "groups of words that name one thing in the key of a fact"},
	}
}

// shared decodes a file beside the folders, where there is one.
func (l *loader) shared(file string, use func(*strict.Node)) {
	if _, err := fs.Stat(l.fsys, file); err == nil {
		l.decode(file, use)
	}
}

// rules loads the rules of folders side by side, and keeps what came of them in the
// order of the folders.
func (l *loader) rules(dirs []string) {
	parts := make([]loader, len(dirs))
	var work sync.WaitGroup
	for i, dir := range dirs {
		parts[i] = loader{fsys: l.fsys, catalog: &Catalog{Classes: l.catalog.Classes}}
		work.Go(func() { parts[i].rule(dir) })
	}
	work.Wait()
	for _, p := range parts {
		l.files, l.faults = append(l.files, p.files...), append(l.faults, p.faults...)
		for _, r := range p.catalog.Rules {
			l.add(r)
		}
	}
}

func (l *loader) rule(dir string) {
	file := path.Join(dir, ruleFile)
	if _, err := fs.Stat(l.fsys, file); errors.Is(err, fs.ErrNotExist) {
		l.fault(file, "is missing; a folder of a catalogue is a rule: %s and testdata/*.txtar", ruleFile)
		return
	}
	l.decode(file, func(n *strict.Node) { l.add(decodeRule(n, path.Base(dir), l.catalog.Classes)) })
}

// add puts a rule in the place of one of the same name, or beside the others.
func (l *loader) add(r *Rule) {
	r.Layer = l.layer
	i := slices.IndexFunc(l.catalog.Rules, func(old *Rule) bool { return old.Name == r.Name })
	if i < 0 {
		l.catalog.Rules = append(l.catalog.Rules, r)
		return
	}
	l.catalog.Rules[i] = r
}
