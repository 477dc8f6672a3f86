package checker

import (
	"slices"
	"strings"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// How alike what is said of two dates or times must be for them to be of one deed.
// Tuned on the stories that were looked at.
const (
	likeDated       = 0.3  // the same day or hour
	likeDatedNearly = 0.42 // a day and the month around it
	likeDatedApart  = 0.35 // two that exclude each other
	likeDatedSole   = 0.2  // two that exclude each other, the only ones of their deed
	likeDatedNear   = 0.15 // a day that both articles give once
	likeDatedOnce   = 0.12 // such a day, long past
)

// longPast is how long before an article's publication a date must lie to be none
// of the days on which its story goes on.
const longPast = 10 * day

// agreesOn reports whether two dates or times that can both be true are of one
// deed.
func (g *gathering) agreesOn(l link) bool {
	p, q := &g.profiles[l.a], &g.profiles[l.b]
	a, b := &g.all[l.a], &g.all[l.b]
	if a.fact.Negated != b.fact.Negated || otherNames(p, q) {
		return false
	}
	least := float64(likeDatedNear)
	switch {
	case g.longPast(l.a) && g.longPast(l.b):
		least = likeDatedOnce
	case p.head() == "" || q.head() == "":
		least = never // nothing says what was done on a day of the story
	}
	if sameFigure(a.fact, b.fact) && l.likeness >= least && g.once(l.a) && g.once(l.b) {
		return true
	}
	if !sameDeed(p, q) || g.otherCore(p, q) {
		return false
	}
	if sameFigure(a.fact, b.fact) {
		return l.likeness >= likeDated && tied(p, q)
	}
	return l.likeness >= likeDatedNearly && tied(p, q)
}

// longPast reports whether a date lies long before its article.
func (g *gathering) longPast(i int) bool {
	st := &g.all[i]
	from, published := st.fact.Value.Period.From, g.articles[st.article].Published
	return !from.IsZero() && published.Known() && published.Time.Sub(from) >= longPast
}

// once reports whether an article gives a date once: two articles hardly do so
// for two things, least of all a day long past.
func (g *gathering) once(i int) bool {
	st := &g.all[i]
	return !slices.ContainsFunc(g.in[st.article], func(k int) bool {
		return k != i && g.all[k].fact.Rule == st.fact.Rule && sameFigure(g.all[k].fact, st.fact)
	})
}

// differsOn reports whether two dates or times that exclude each other are of one
// deed: one that the lists of deeds have, done by or to the same, and of which
// neither article has the other's date.
func (g *gathering) differsOn(l link) bool {
	p, q := &g.profiles[l.a], &g.profiles[l.b]
	a, b := &g.all[l.a], &g.all[l.b]
	if swappedDates(a.fact, b.fact) && g.datesSwapTold(l) {
		return true
	}
	if p.head() == rules.LastTime && q.head() == rules.LastTime {
		return g.lastTimes(l)
	}
	if g.onsets(l) || g.relatedDeeds(l) {
		return true
	}
	if a.fact.Negated != b.fact.Negated || entered(p.head()) != entered(q.head()) || !g.catalog.Deeds.Listed(bareDeed(p.head())) {
		return false
	}
	if contrast(p, q) || !tied(p, q) || g.ofItsKind(a, p) != g.ofItsKind(b, q) {
		return false
	}
	sole := g.alone(l, func(i int) bool { return g.all[i].fact.Rule == a.fact.Rule && sameDeed(p, &g.profiles[i]) })
	// Each outlet gives one hour of the crash: it is that of one crash.
	incident := sole && a.fact.Value.Kind == mention.Time && g.catalog.Deeds.Harm(p.head()) && !g.otherCore(p, q)
	if !g.sameCore(p, q) && !incident {
		return false
	}
	if l.likeness < likeDatedApart && (l.likeness < likeDatedSole || !sole) || g.lasting(a) || g.lasting(b) {
		return false
	}
	if (long(a.fact.Value.Period) || long(b.fact.Value.Period)) && !(yearInDigits(a.fact) && yearInDigits(b.fact)) && !(planned(a.fact.Modality) && planned(b.fact.Modality)) {
		return false // last autumn and in May: that it was done once is not known
	}
	return !g.dates(a, b, p) && !g.dates(b, a, q)
}

// yearInDigits reports whether a date is a year told by its number.
func yearInDigits(f *rules.Fact) bool { return year(f.Value.Period) && !byName(f) }

// lasting reports whether a date is one on which something was still so, and not when it
// came to be: "remained closed on Wednesday".
func (g *gathering) lasting(st *statement) bool {
	return g.sentenceHas(st, func(t text.Token) bool { return t.Lemma == "remain" || t.Lemma == "stay" })
}

// dates reports whether the article of b puts the deed of a, whose surroundings
// are p, at a's date or at one that fits it.
func (g *gathering) dates(a, b *statement, p *profile) bool {
	return slices.ContainsFunc(g.in[b.article], func(i int) bool {
		o := &g.all[i]
		return o.fact.Rule == a.fact.Rule && sameDeed(p, &g.profiles[i]) && g.compare(o.fact.Rule, a, o).relation <= bothTrue
	})
}

// sameDeed reports whether two dates are of deeds of one name.
func sameDeed(p, q *profile) bool {
	return p.head() != "" && relatedWords(entered(p.head()), entered(q.head()))
}

// ofItsKind reports a word by which a date is that of another thing of the kind: "her
// sister ship", "the first church".
func (g *gathering) ofItsKind(st *statement, p *profile) bool {
	d, core := g.readings[st.article].Doc, g.core(p)
	at := &d.Sentences[d.SentenceOf(st.fact.Token)]
	for i := at.First; i+1 < at.Last; i++ {
		switch d.Tokens[i].Lower {
		case "sister", "twin", "first", "second", "third", "previous", "former", "original", "other", "another", "old", "new":
			if next := d.Tokens[i+1].Lemma; slices.ContainsFunc(core, func(t *term) bool { return t.value == next || relatedWords(t.value, next) }) {
				return true
			}
		}
	}
	return false
}

// entered is a deed that brings about a state as it is told by either: what has been closed
// since 1992 closed in 1992.
func entered(head string) string {
	switch deed := strings.TrimPrefix(head, "since "); deed {
	case "close", "marry", "resign", "disband", "die out":
		return deed
	}
	return head
}

// bareDeed is a deed without the word that says that it began or ended then.
func bareDeed(head string) string {
	for _, word := range []string{"since ", "until ", "by "} {
		if len(head) > len(word) && head[:len(word)] == word {
			return head[len(word):]
		}
	}
	return head
}

// core lists the words that tell which deed is meant: to whom it is done or,
// where nobody is named, who does it.
func (g *gathering) core(p *profile) []*term {
	for _, part := range []rules.Part{rules.Patient, rules.Agent} {
		var out []*term
		for i := range p.terms {
			if t := &p.terms[i]; t.part == part && (t.name != "" || !g.catalog.Deeds.Vague(t.value)) {
				out = append(out, t)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// sameCore reports whether what tells which deed is meant stands in both.
func (g *gathering) sameCore(p, q *profile) bool {
	a, b := g.core(p), g.core(q)
	return len(a) > 0 && meets(a, q) && (len(b) == 0 || meets(b, p))
}

// otherCore reports whether both tell which deed is meant, and not the same.
func (g *gathering) otherCore(p, q *profile) bool {
	a, b := g.core(p), g.core(q)
	return len(a) > 0 && len(b) > 0 && !meets(a, q) && !meets(b, p)
}
