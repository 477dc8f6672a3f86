package casualty

import (
	"strings"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/text"
)

// chain is what stands between people and a trigger behind them: auxiliaries,
// adverbs and verbs coordinated with it.
type chain struct {
	// end is the token behind the people, first the first verb of the chain.
	end, first int
	// passive: a form of be; auxiliary: any auxiliary. unreal: a modal or an
	// infinitive. relative: a relative pronoun. fatal, graded: adverbs.
	// told: "known to have". remaining: "remain hospitalized".
	passive, auxiliary, denied, unreal, relative, fatal, graded, told, remaining bool
}

// longestChain is how many tokens are looked at: "was later reportedly shot
// and fatally wounded" has seven.
const longestChain = 12

// chainBefore walks back from trigger t.
func (r *reader) chainBefore(t int) chain {
	c := chain{end: t, first: t}
	for k := t - 1; k >= max(r.first, t-longestChain); k-- {
		tok := &r.d.Tokens[k]
		switch w := tok.Lower; {
		case tok.Tag == text.VERB && (w == "remain" || w == "remains" || w == "remained"):
			c.passive, c.auxiliary, c.remaining = true, true, true
		case beForms[w] && tok.Fine != text.POS:
			c.passive, c.auxiliary = true, true
		case haveForms[w]:
			c.auxiliary = true
		case modals[w] && !tok.Shape.Has(text.HasDigit) && tok.Tag != text.PROPN:
			c.unreal = true
		case text.Not(w):
			c.denied = true
		case w == "to" && r.is(k+1, "have") && r.is(k-1, "reported", "said", "known", "understood", "thought", "confirmed"):
			k--
			c.told = r.is(k, "known", "reported", "confirmed")
		case w == "to":
			c.unreal = r.d.Tokens[t].Fine != text.VBG
		case fatal[w]:
			c.fatal = true
		case degrees[w]:
			c.graded = true
		case w == "who" || w == "that" || w == "which":
			c.relative = true
			if r.is(k-1, ",") {
				k--
			}
			c.end = k
			return c
		case deadVerbs[w] && r.is(t, "dead", "shot", "slain", "murdered", "wounded", "injured", "stabbed"):
			c.first = k
		case tok.Tag == text.ADV || strings.HasSuffix(w, "ly") && tok.Tag != text.PROPN || w == "all" || w == "both" || w == "since":
			if w == "both" || w == "all" {
				if r.tag(k-1) != text.AUX && !beForms[r.lower(k-1)] {
					return c // the subject itself
				}
			}
		case (w == "and" || w == ",") && r.in(k-1, pastVerbs) && (r.tag(k-1) != text.NOUN || r.is(k-1, "shot") && r.is(t, "killed", "wounded", "injured")) && r.is(k+1, "then", r.lower(t), "fatally", "later", "and"):
			k--
			c.first = k
		default:
			return c
		}
		c.end = k
	}
	return c
}

func (r *reader) lower(t int) string {
	if t < r.first || t >= r.last {
		return ""
	}
	return r.d.Tokens[t].Lower
}

// unreal reports whether a clause does not say that its predicate is so.
func (r *reader) unreal(first, last int) bool {
	c := r.clauseOf(first, last)
	return c != nil && (c.Modality != clause.Asserted || c.Negated)
}

// supposed reports whether the words before a trigger make it a case that is
// only thought of: "if", "whether", "attempted".
func (r *reader) supposed(t int) bool {
	for k := t - 1; k >= max(r.first, t-10); k-- {
		switch r.lower(k) {
		case "if", "unless", "whether", "imagine", "suppose":
			return !r.presupposed(t)
		case "attempted", "attempting", "attempt", "plot", "plotted", "plotting", "threatened", "threatening", "threat", "feared", "thought", "assumed", "risk", "prevent", "avoid", "without":
			if t-k <= 4 && !(k+1 < t && r.in(k+1, killings)) {
				return true // but not "attempted murder for shooting two men"
			}
		case "nearly", "almost":
			if t-k <= 2 && r.mentionAt(k) == nil {
				return true
			}
		case ";", "\"", "but", "after", "when", "and":
			return false
		}
	}
	return false
}

// presupposed reports whether the noun at token t is that of a deed which its article
// takes as known, whatever the clause around it supposes: "if anybody knows of the
// shooting deaths of two men".
func (r *reader) presupposed(t int) bool {
	if r.tag(t) != text.NOUN || !r.is(t+1, "of") {
		return false
	}
	k := t - 1
	for r.tag(k) == text.NOUN || r.tag(k) == text.ADJ {
		k--
	}
	return r.is(k, "the", "these", "those", "this")
}

// unrealBehind reports whether the clause of a trigger behind a chain does not
// say that it is so. A form of be before a word that may be a base form, as
// "hurt" is, leaves no doubt.
func (r *reader) unrealBehind(c *chain, t int) bool {
	if c.told || r.is(c.end-1, "for") && r.d.Tokens[t].Fine == text.VBG {
		return false // "wanted for killing a man"
	}
	if c.passive && !c.unreal && r.d.Tokens[t].Fine == text.VB {
		return false
	}
	return r.unreal(t, t)
}

// undergoes reports whether people are the object of a verb before them, and so
// not the subject of one behind: "the man who wounded a girl is dead".
func (r *reader) undergoes(m *Member) bool {
	tr, ok := r.trigger(m.First - 1)
	return ok && tr.frame == frameActs && (tr.form == formPast || tr.form == formDoing) && (r.tag(m.First-1) == text.VERB || m.Pronoun && r.is(m.First-2, "who", "that"))
}

// subject reads the people of whom a chain speaks.
func (r *reader) subject(c chain, t int, agents bool) []Member {
	cut := c.auxiliary || r.is(c.end-1, ",") && !c.relative
	if out := r.left(c.end); len(out) > 0 && !(cut && r.undergoes(&out[0])) {
		if whose := r.suspected(&out[0]); len(whose) > 0 {
			return whose
		}
		return out
	}
	if out := r.sameAgent(c); len(out) > 0 {
		return out
	}
	if out := r.arguments(c.first, t, agents); len(out) > 0 && !(c.auxiliary && r.undergoes(&out[0])) {
		return out
	}
	if out := r.beforeRelative(c); len(out) > 0 {
		return out
	}
	if out := r.wanted(c); len(out) > 0 {
		return out
	}
	return r.shared(c)
}

// wanted reads a subject with a participle that says for what he or she is wanted: "a
// man wanted for killing his wife was found dead".
func (r *reader) wanted(c chain) []Member {
	m := r.left(c.end)
	if len(m) == 0 || !c.auxiliary {
		return nil
	}
	k := m[0].First - 2
	if !r.is(k, "for", "of", "in") || r.tag(k-1) != text.VERB {
		return nil
	}
	if who, ok := r.member(k - 1); ok && who.single() {
		return []Member{who}
	}
	return nil
}

// relativeReach is how far before a verb the relative clause behind its subject starts.
const relativeReach = 8

// beforeRelative reads a subject with a relative clause of what he or she did: "the
// man who shot her was killed".
func (r *reader) beforeRelative(c chain) []Member {
	if !c.auxiliary {
		return nil
	}
	for k := c.end - 1; k >= max(r.first+1, c.end-relativeReach); k-- {
		if r.is(k, "who") {
			return r.left(k)
		}
	}
	return nil
}

// suspected returns the people before "in the killing of" somebody, of whom what
// follows speaks: "a suspect in the killing of a deputy died". It is nil for none.
func (r *reader) suspected(m *Member) []Member {
	k := m.First - 1
	if !r.is(k, "of") || !r.in(k-1, deeds) && !r.in(k-1, killings) && !r.is(k-1, "death", "deaths", "shooting") {
		return nil
	}
	for k -= 2; r.tag(k) == text.DET || r.tag(k) == text.ADJ || r.tag(k) == text.NOUN; k-- {
	}
	if !r.is(k, "in", "for", "with") {
		return nil
	}
	if who, ok := r.member(k); ok && who.single() {
		return []Member{who}
	}
	return nil
}

// sameAgent returns the one person who did what the verb before "and" says, of whom
// the verb behind it goes on to speak: "killed two men and died in a shootout".
func (r *reader) sameAgent(c chain) []Member {
	k := c.end - 1
	if c.relative || c.auxiliary || !r.is(k, "and", "then") || len(r.out) == 0 {
		return nil
	}
	if last := &r.out[len(r.out)-1]; last.Trigger >= r.first && last.Trigger < k && last.Active && last.Last <= k {
		return r.agents(last.Trigger)
	}
	return nil
}

// agents returns the one person who does what the verb at token t says, nil for
// none.
func (r *reader) agents(t int) []Member {
	c := r.clauseOf(t, t)
	if c == nil || c.Passive {
		return nil
	}
	if who := r.phrases(c.Agents, c); len(who) == 1 && who[0].single() {
		return who
	}
	return nil
}

// shared reads the people of whom the verb before has spoken: "was shot in the
// chest and killed".
func (r *reader) shared(c chain) []Member {
	k := c.end - 1
	if c.relative || !r.is(k, "and", ",", "then", "but") || len(r.out) == 0 {
		return nil
	}
	last := &r.out[len(r.out)-1]
	if last.Trigger < r.first || last.Active || last.Trigger > k || len(last.Members) == 0 || last.Members[0].First > last.Trigger {
		return nil
	}
	for i := last.Trigger + 1; i < k; i++ {
		if r.tag(i) == text.VERB || r.tag(i) == text.AUX {
			return nil
		}
	}
	return last.Members
}
