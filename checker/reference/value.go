package reference

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/quantity"
	"github.com/concord-news/concord/rules/text"
	"github.com/concord-news/concord/rules/when"
)

// Holds reports whether values that a rule reads can be held against a fact.
func Holds(r *rules.Rule) bool { return comparable(r.Compare.By) }

// Hint shows how a value that a rule reads is written.
func Hint(r *rules.Rule) string {
	switch r.Compare.By {
	case rules.ByFigure:
		if r.Compare.Complements() {
			return "80% kept"
		}
		return "with its unit, such as 14 people, about 80%"
	case rules.ByDate:
		return "with its year, such as 9 March 2026"
	case rules.ByOffice:
		return "office, such as mayor, chancellor of Austria"
	case rules.ByNames:
		return "names, parted by semicolons"
	case rules.ByPlace:
		return "name of the place"
	case rules.ByPolarity:
		return "yes or no"
	case rules.ByStance:
		return "accepts, open, has not agreed or rejects"
	}
	return ""
}

// comparable reports whether values that are compared so can be written down
// in a few words.
func comparable(by rules.Comparison) bool {
	switch by {
	case rules.ByFigure, rules.ByDate, rules.ByOffice, rules.ByNames, rules.ByPlace, rules.ByPolarity, rules.ByStance:
		return true
	}
	return false
}

// template is the name of a rule's fact without its subject.
func template(r *rules.Rule) string {
	left, _, _ := strings.Cut(r.Fact, " · ")
	return left
}

// slots finds what a story fills into the name of a fact: "{what}".
func slots() *regexp.Regexp { return regexp.MustCompile(`\{[^}]*\}`) }

// shown writes a template with dots for what a story fills in.
func shown(template string) string { return slots().ReplaceAllString(template, "…") }

// telling reports whether a template has words of its own.
func telling(template string) bool {
	return strings.TrimSpace(slots().ReplaceAllString(template, "")) != ""
}

// named returns the rules that a line's attribute means: those of that name,
// else those whose fact has exactly that name, else those whose fact has it
// with something filled in.
func named(c *rules.Catalog, attribute string) []*rules.Rule {
	if r := c.Find(attribute); r != nil {
		return []*rules.Rule{r}
	}
	name := lexicon.Fold(attribute)
	var exact, filled []*rules.Rule
	for _, r := range c.Rules {
		t := template(r)
		if !telling(t) {
			continue
		}
		var words []string
		for _, w := range slots().Split(lexicon.Fold(t), -1) {
			words = append(words, regexp.QuoteMeta(w))
		}
		switch {
		case lexicon.Fold(t) == name:
			exact = append(exact, r)
		case len(words) > 1 && regexp.MustCompile("^"+strings.Join(words, ".+")+"$").MatchString(name):
			filled = append(filled, r)
		}
	}
	if len(exact) > 0 {
		return exact
	}
	return filled
}

// value reads what a line states, as the rule would read it in an article.
func value(r *rules.Rule, words string) (rules.Fact, error) {
	f := rules.Fact{Rule: r, Voice: rules.Voice{Own: true}}
	f.Value.Words = words
	var err error
	switch r.Compare.By {
	case rules.ByFigure:
		err = figure(&f, words)
	case rules.ByDate:
		err = date(&f, words)
	case rules.ByOffice:
		f.Value.Office, err = office(words)
	case rules.ByNames, rules.ByPlace:
		for name := range strings.SplitSeq(words, ";") {
			if name = spaced(name); name != "" {
				f.Value.Names = append(f.Value.Names, rules.Name{Text: name, Canonical: name})
			}
		}
		if len(f.Value.Names) == 0 {
			err = fmt.Errorf("%q names nothing; legal: names, parted by semicolons", words)
		}
	case rules.ByPolarity:
		answers := map[string]rules.Answer{"yes": rules.Yes, "no": rules.No}
		if f.Value.Answer = answers[lexicon.Fold(words)]; f.Value.Answer == rules.NoAnswer {
			err = fmt.Errorf("%q is no answer; legal: yes, no", words)
		}
	case rules.ByStance:
		var legal []string
		for s := rules.Accepts; s <= rules.Rejects; s++ {
			legal = append(legal, s.String())
			if s.String() == lexicon.Fold(words) {
				f.Value.Stance = s
			}
		}
		if f.Value.Stance == rules.NoStance {
			err = fmt.Errorf("%q is no stance; legal: %s", words, strings.Join(legal, ", "))
		}
	}
	return f, err
}

// figure reads a figure with its unit; nothing may stand before or behind it
// but what it counts.
func figure(f *rules.Fact, words string) error {
	if f.Rule.Compare.Complements() {
		before, last, ok := cutLast(words)
		if !ok || last != "kept" && last != "held" {
			return fmt.Errorf("%q does not say which part; legal: a share with kept or held behind it, such as 80%% kept", words)
		}
		words, f.Kept = before, last == "kept"
	}
	d := text.ParseString(words)
	found := slices.Concat(quantity.Read(d), when.Read(d, corpus.Published{}))
	for i := range found {
		m := &found[i]
		if m.First != 0 || !m.Kind.Numeric() || m.Kind == mention.Ordinal || m.Kind == mention.Identifier || !m.Quantity.Known() {
			continue
		}
		if rest := words[m.End:]; strings.ContainsAny(rest, "0123456789") || len(strings.Fields(rest)) > 2 {
			continue
		}
		f.Value.Figure, f.Value.Unit, f.Value.Kind = m.Quantity, m.Unit, m.Kind
		return nil
	}
	return fmt.Errorf("%q is no figure; legal: a figure with what it counts or its unit, such as 14 people, about 80%%, at least 3 hours", words)
}

func cutLast(words string) (before, last string, ok bool) {
	i := strings.LastIndexByte(words, ' ')
	if i < 0 {
		return "", words, false
	}
	return words[:i], lexicon.Fold(words[i+1:]), true
}

func date(f *rules.Fact, words string) error {
	d := text.ParseString(words)
	for _, m := range when.Read(d, corpus.Published{}) {
		if m.First == 0 && m.Last == len(d.Tokens) && m.Kind == mention.Date && m.Period.Known() {
			f.Value.Period, f.Value.Timex, f.Value.Kind = m.Period, m.Timex, m.Kind
			return nil
		}
	}
	return fmt.Errorf("%q is no date with its year; legal: such as 2026-03-09, 9 March 2026, March 2026", words)
}

// office reads "chancellor", "chancellor of Austria", "Austrian chancellor".
// The scope is that of a country or body of the lists, else it is left open.
func office(words string) (rules.Office, error) {
	tokens := strings.Fields(lexicon.Key(words))
	if len(tokens) > 0 && slices.Contains([]string{"former", "ex"}, tokens[0]) {
		return rules.Office{}, fmt.Errorf("%q is no office that is held; legal: the office, with from and to", words)
	}
	if o, ok := lexicon.OfficeOf(strings.Join(tokens, " ")); ok {
		return rules.Office{Title: o.Head, Class: o.Class}, nil
	}
	for i := len(tokens) - 1; i > 0; i-- {
		scope, title := tokens[:i], tokens[i:]
		if tokens[i] == "of" || tokens[i] == "for" {
			scope, title = tokens[i+1:], tokens[:i]
		}
		if o, ok := lexicon.OfficeOf(strings.Join(title, " ")); ok && len(scope) > 0 {
			return rules.Office{Title: o.Head, Class: o.Class, Scope: party(scope)}, nil
		}
	}
	return rules.Office{}, fmt.Errorf("no office is known in %q; legal: a title, such as prime minister, president or mayor, with or without its country or body", words)
}

// party is the code of a country or body, "" where the lists have none.
func party(words []string) string {
	if words[0] == "the" {
		words = words[1:]
	}
	e, _ := lexicon.Lookup(strings.Join(words, " "))
	return e.Party
}
