package speech

import (
	"cmp"
	"slices"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/text"
)

// cue is a place that attributes words to someone.
type cue struct {
	// token is the verb, "according" or the noun.
	token int
	// clause is its index, -1 for "according to" and nouns.
	clause   int
	sentence int
	verb     Verb
	// said is the speaker as written; speaker and kind what it stands for.
	said, speaker clause.Phrase
	kind          Kind
	// quoted: the cue lies inside a quotation.
	quoted bool
}

// findCues lists the clauses with a verb of speech, and the phrases with
// "according to", in the order of the text, and settles their speakers.
func (r *reader) findCues() {
	c := 0
	s := newSpeakers(r)
	for si := range r.d.Sentences {
		sent := r.d.Sentences[si]
		from := len(r.cues)
		for ; c < len(r.clauses) && r.clauses[c].Sentence == si; c++ {
			r.clauseCue(c)
		}
		for i := sent.First; i < sent.Last; i++ {
			switch r.d.Tokens[i].Lower {
			case "according":
				r.sourceCue(i, si)
			case "that":
				r.nounCue(i, si)
			}
		}
		slices.SortStableFunc(r.cues[from:], func(a, b cue) int { return cmp.Compare(a.token, b.token) })
		for k := from; k < len(r.cues); k++ {
			s.resolve(&r.cues[k])
		}
		s.endSentence(si)
	}
}

// clauseCue adds clause c where its verb is one of speech.
func (r *reader) clauseCue(c int) {
	cl := &r.clauses[c]
	v, ok := VerbOf(r.d.Tokens[cl.Verb].Lemma)
	if !ok || cl.Predicate == "call off" || cl.Predicate == "put out" {
		return
	}
	k := cue{token: cl.Verb, clause: c, sentence: cl.Sentence, verb: v, quoted: r.inQuotation(cl.Verb)}
	if len(cl.Agents) > 0 {
		k.said = whole(cl.Agents)
	}
	if p := r.apposedSpeaker(cl.Verb); !p.None() {
		k.said = p
	}
	r.cues = append(r.cues, k)
}

// longestSpeaker is how many tokens a speaker between a quotation and its verb has
// at most, descriptions included.
const longestSpeaker = 16

// apposedSpeaker is the speaker of "...", the judge, Ada Voss, told him: the phrase
// between the quotation and the verb, where another between commas follows it.
func (r *reader) apposedSpeaker(verb int) clause.Phrase {
	first := r.d.Sentences[r.d.SentenceOf(verb)].First
	if verb-3 < first || r.d.Tokens[verb-1].Lower != "," || r.d.Tokens[verb].Fine == text.VBG {
		return clause.Phrase{}
	}
	i := verb - 2
	for i > first && i > verb-longestSpeaker && r.d.Tokens[i].Lower != "\"" && r.d.Tokens[i].Lower != "'" {
		i--
	}
	if i == first || !r.inQuotation(i-1) {
		return clause.Phrase{}
	}
	p := clause.PhraseAt(r.d, i+1)
	if p.None() || p.Last >= verb-2 || r.d.Tokens[p.Last].Lower != "," || r.inQuotation(p.Head) {
		return clause.Phrase{}
	}
	return p
}

// whole returns the phrase from the first of coordinated phrases to the last,
// with the head of the first.
func whole(p []clause.Phrase) clause.Phrase {
	q := p[0]
	for _, o := range p[1:] {
		if o.First < q.First || o.First > q.Last+6 {
			break // not side by side
		}
		q.Last = max(q.Last, o.Last)
	}
	return q
}

// sourceCue adds "according to X".
func (r *reader) sourceCue(i, sentence int) {
	if i+2 >= len(r.d.Tokens) || r.d.Tokens[i+1].Lower != "to" {
		return
	}
	if p := clause.PhraseAt(r.d, i+2); !p.None() {
		r.cues = append(r.cues, cue{token: i, clause: -1, sentence: sentence, said: p, quoted: r.inQuotation(i)})
	}
}

// nounCue adds "claims that".
func (r *reader) nounCue(i, sentence int) {
	t := &r.d.Tokens[i]
	if i == 0 || t.Tag == text.PRON || t.Tag == text.DET {
		return
	}
	n := &r.d.Tokens[i-1]
	if n.Tag == text.NOUN && reportNoun(n.Lemma) {
		k := cue{token: i - 1, clause: -1, sentence: sentence, verb: Doubtful, quoted: r.inQuotation(i)}
		k.said = r.ownerOf(i - 1)
		r.cues = append(r.cues, k)
	}
}

// ownerOf returns whose claim the noun at token i is, none where the text does
// not say.
func (r *reader) ownerOf(i int) clause.Phrase {
	first := r.d.Sentences[r.d.SentenceOf(i)].First
	for j := max(first, i-8); j < i; j++ {
		if p := clause.PhraseAt(r.d, j); p.Head == i && !p.None() {
			return clause.Possessor(r.d, p)
		}
	}
	return clause.Phrase{}
}

// opensQuotation reports whether token i is an opening mark.
func (r *reader) opensQuotation(i int) bool {
	_, ok := slices.BinarySearchFunc(r.quotes, i, func(q quotation, i int) int { return cmp.Compare(q.open, i) })
	return ok
}

// inQuotation reports whether token i lies between quotation marks.
func (r *reader) inQuotation(i int) bool { return inside(r.quotes, i) }
