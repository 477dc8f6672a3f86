// Package gold reads the names of people, organisations, places and events
// from the entity marks of the GUM treebank.
//
// GUM marks whole noun phrases ("the senior envoy Ada Voss, who ..."). The name
// in such a phrase is the run of capitalised words of its head: the words that
// GUM lists as the phrase's minimal span, with the small words between them,
// and for a person without the titles before the name. Phrases whose head is no
// proper noun have no name, nor have peoples ("Americans") and bare titles
// ("the Secretary").
package gold

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/syntax/conllu"
	"github.com/concord-news/concord/rules/text"
)

// Document is one document of the treebank with its names in text order,
// without overlap; Entity is the number that GUM gives.
type Document struct {
	ID    string
	Doc   *text.Document
	Names []mention.Mention
}

// Read reads a treebank in CoNLL-U with GUM's Entity marks.
func Read(r io.Reader) ([]Document, error) {
	var docs []Document
	var part strings.Builder
	var marks []string
	id := ""
	flush := func() error {
		if len(marks) == 0 {
			return nil
		}
		f, err := conllu.Read(strings.NewReader(part.String()))
		if err != nil {
			return fmt.Errorf("%s: %w", id, err)
		}
		docs = append(docs, Document{ID: id, Doc: f.Doc, Names: namesOf(f, marks)})
		part.Reset()
		marks = nil
		return nil
	}
	s := bufio.NewScanner(r)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		line := s.Text()
		if name, ok := strings.CutPrefix(line, "# newdoc id = "); ok {
			if err := flush(); err != nil {
				return nil, err
			}
			id = name
		}
		part.WriteString(line + "\n")
		if cols := strings.Split(line, "\t"); len(cols) == 10 && !strings.ContainsAny(cols[0], "-.") {
			marks = append(marks, entityMark(cols[9]))
		}
	}
	if err := s.Err(); err != nil {
		return nil, err
	}
	return docs, flush()
}

func entityMark(misc string) string {
	for _, f := range strings.Split(misc, "|") {
		if m, ok := strings.CutPrefix(f, "Entity="); ok {
			return m
		}
	}
	return ""
}

// phrase is one marked noun phrase.
type phrase struct {
	entity      int
	kind        mention.Kind
	least       []int
	first, last int
}

func namesOf(f *conllu.File, marks []string) []mention.Mention {
	var found []mention.Mention
	for _, p := range phrases(marks) {
		if m, ok := p.name(f); ok {
			found = append(found, m)
		}
	}
	slices.SortStableFunc(found, func(a, b mention.Mention) int {
		if n := (b.Last - b.First) - (a.Last - a.First); n != 0 {
			return n
		}
		return a.First - b.First
	})
	var out []mention.Mention
	for _, m := range found {
		if !slices.ContainsFunc(out, func(o mention.Mention) bool { return o.First < m.Last && m.First < o.Last }) {
			out = append(out, m)
		}
	}
	slices.SortFunc(out, func(a, b mention.Mention) int { return a.First - b.First })
	return out
}

// phrases reads the marks: "(1-person-...-1,2-coref" opens, "1)" closes.
func phrases(marks []string) []phrase {
	var open, done []phrase
	for i, m := range marks {
		for len(m) > 0 {
			switch end := strings.IndexAny(m[1:], "()"); {
			case m[0] == '(':
				body := m[1:]
				if end >= 0 {
					body = m[1 : 1+end]
				}
				open = append(open, opened(body, i))
				m = m[1+len(body):]
			case m[0] == ')' && len(open) == 0:
				m = m[1:] // closes nothing
			case m[0] == ')':
				p := open[len(open)-1]
				p.last = i + 1
				open, done = open[:len(open)-1], append(done, p)
				m = m[1:]
			default:
				num, rest, _ := strings.Cut(m, ")")
				n, _ := strconv.Atoi(num)
				for k := len(open) - 1; k >= 0; k-- {
					if open[k].entity == n {
						p := open[k]
						p.last = i + 1
						done = append(done, p)
						open = slices.Delete(open, k, k+1)
						break
					}
				}
				m = rest
			}
		}
	}
	return done
}

func opened(body string, at int) phrase {
	f := strings.Split(body, "-")
	p := phrase{first: at}
	p.entity, _ = strconv.Atoi(f[0])
	if len(f) > 1 {
		p.kind = map[string]mention.Kind{"person": mention.Person, "organization": mention.Organisation, "place": mention.Place, "event": mention.Event}[f[1]]
	}
	if len(f) > 5 {
		for _, n := range strings.Split(f[5], ",") {
			if k, err := strconv.Atoi(n); err == nil {
				p.least = append(p.least, at+k-1)
			}
		}
	}
	return p
}

// name returns the name in the phrase, if there is one.
func (p *phrase) name(f *conllu.File) (mention.Mention, bool) {
	d := f.Doc
	sent := d.Sentences[d.SentenceOf(p.first)]
	if p.kind == mention.None || p.last > sent.Last {
		return mention.Mention{}, false
	}
	head := p.head(f, sent)
	if head < 0 || d.Tokens[head].Tag != text.PROPN || !slices.Contains(p.least, head) {
		return mention.Mention{}, false
	}
	first, last := p.run(d, head)
	if p.kind == mention.Person {
		first = untitled(d, first, last)
	}
	if first >= last || !d.Tokens[first].Shape.Has(text.Capital) || !d.Tokens[last-1].Shape.Has(text.Capital) && !d.Tokens[last-1].Shape.Has(text.HasDigit) || last-first == 1 && isPeople(d, first) {
		return mention.Mention{}, false
	}
	return mention.Mention{Span: d.Span(first, last), First: first, Last: last, Kind: p.kind, Entity: p.entity}, true
}

// head returns the token of the phrase whose own head lies outside it.
func (p *phrase) head(f *conllu.File, sent text.Sentence) int {
	for i := p.first; i < p.last; i++ {
		if h := f.Words[i].Head; h == 0 || sent.First+h-1 < p.first || sent.First+h-1 >= p.last {
			return i
		}
	}
	return -1
}

// run returns the capitalised words round the head, the small words and
// hyphens between them included.
func (p *phrase) run(d *text.Document, head int) (int, int) {
	word := func(i int) bool {
		return i >= p.first && i < p.last && d.Tokens[i].Shape.Has(text.Capital) && slices.Contains(p.least, i)
	}
	if !word(head) {
		return 0, 0
	}
	first, last := head, head+1
	for grown := true; grown; {
		grown = false
		for k := 1; k <= 3 && !grown; k++ {
			if word(first-k) && p.joined(d, first-k+1, first) {
				first, grown = first-k, true
			} else if word(last-1+k) && p.joined(d, last, last-1+k) {
				last, grown = last+k, true
			}
		}
	}
	if last < p.last && d.Tokens[last].Shape.Has(text.HasDigit) && slices.Contains(p.least, last) {
		last++
	}
	return first, last
}

// joined reports whether tokens first to last are small words of a name; "and"
// between two people is none.
func (p *phrase) joined(d *text.Document, first, last int) bool {
	for i := first; i < last; i++ {
		switch d.Tokens[i].Lower {
		case "and":
			if p.kind == mention.Person {
				return false
			}
		case "of", "the", "for", "on", "&", "-", "de", "del", "della", "der", "di", "da", "van", "von", "bin", "al", "el", "du", "la", "le", "in", "to":
		default:
			return false
		}
	}
	return true
}

// untitled drops the titles at the beginning of a person's name.
func untitled(d *text.Document, first, last int) int {
	for first < last {
		e, _ := lexicon.Lookup(lexicon.Fold(d.Tokens[first].Lower))
		n := officeAt(d, first, last)
		switch {
		case n > 0:
			first += n
		case e.Is(lexicon.Honorific), d.Tokens[first].Lower == "-":
			first++
		case e.Is(lexicon.Demonym) && last-first > 1:
			first++
		default:
			return first
		}
	}
	return first
}

func officeAt(d *text.Document, first, last int) int {
	for n := last - first; n > 0; n-- {
		var words []string
		for i := first; i < first+n; i++ {
			words = append(words, lexicon.Fold(d.Tokens[i].Lower))
		}
		if _, ok := lexicon.OfficeOf(strings.Join(words, " ")); ok {
			return n
		}
	}
	return 0
}

func isPeople(d *text.Document, i int) bool {
	e, _ := lexicon.Lookup(lexicon.Fold(d.Tokens[i].Lower))
	return e.Is(lexicon.Demonym) && !e.Is(lexicon.Country)
}
