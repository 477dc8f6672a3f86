package denial

import (
	"slices"

	"github.com/concord-news/concord/checker/weigh"
	"github.com/concord-news/concord/rules/wordvec"
)

// comparison is two assertions while their clues are gathered.
type comparison struct {
	*reader
	candidate
	a, b *assertion
	Clues
}

// clues gathers what is known of a candidate.
func (r *reader) clues(c candidate) *Clues {
	p := &comparison{reader: r, candidate: c, a: &r.all[c.a], b: &r.all[c.b]}
	p.wordClues()
	p.toldClues()
	p.denialClues()
	p.verbClues()
	p.partClues()
	p.aroundClues()
	p.otherClues()
	p.moodClues()
	p.speakerClues()
	p.timeClues()
	if c.opposed {
		p.contraryClues()
	}
	return &p.Clues
}

// both sets a clue of each clause.
func (p *comparison) both(c weigh.Clue, of func(own, other *assertion) float64) {
	p.Clues[c], p.Clues[c+1] = of(p.a, p.b), of(p.b, p.a)
}

// each sets a clue of each clause that knows nothing of the other.
func (p *comparison) each(c weigh.Clue, of func(a *assertion) float64) {
	p.Clues[c], p.Clues[c+1] = of(p.a), of(p.b)
}

// share is a part of all, which may be nothing.
func share(part, all float64) float64 { return part / max(all, 0.1) }

// wordClues: what words the clauses have in common.
func (p *comparison) wordClues() {
	p.Clues[Contrary], p.Clues[Score] = weigh.Flag(p.opposed), p.alike
	p.both(Match, func(own, other *assertion) float64 { return p.match(own.words, other.words) })
	p.each(Weight, func(a *assertion) float64 { return a.weight })
	p.Clues[Cover], p.Clues[CoverSaid] = share(p.Clues[Match], p.a.weight), share(p.Clues[MatchSaid], p.b.weight)
	p.each(Words, func(a *assertion) float64 { return float64(len(a.words)) })
	p.each(Figures, func(a *assertion) float64 {
		return weigh.Flag(slices.ContainsFunc(a.words, func(w word) bool { return w.figure }))
	})
}

// toldClues: what is said of the subjects.
func (p *comparison) toldClues() {
	p.both(Told, func(own, other *assertion) float64 { return p.match(own.said, other.words) })
	p.Clues[ToldCover], p.Clues[ToldCoverSaid] = share(p.Clues[Told], p.a.saidWeight), share(p.Clues[ToldSaid], p.b.saidWeight)
	p.Clues[ToldLacking], p.Clues[ToldLackingSaid] = p.a.saidWeight-p.Clues[Told], p.b.saidWeight-p.Clues[ToldSaid]
	p.Clues[ToldLeast] = min(p.Clues[Told], p.Clues[ToldSaid])
	p.both(Most, func(own, other *assertion) float64 { return p.most(own.said, other.said) })
	p.both(MostAround, func(own, other *assertion) float64 { return p.most(own.said, other.around) })
	p.both(Rest, func(own, other *assertion) float64 { return p.restAlike(own.words, other.words) })
}

// restAlike is how alike in their use the words are that meet none to those of the other
// clause, 1 where all do.
func (p *comparison) restAlike(words, others []word) float64 {
	sum, weight := 0.0, 0.0
	for i := range words {
		w := &words[i]
		if w.name != 0 || w.figure || p.nearest(w, others) > unrelated {
			continue
		}
		best := 0.0
		for k := range others {
			if o := &others[k]; o.name == 0 && !o.figure {
				best = max(best, wordvec.Likeness(p.lemmas[w.lemma], p.lemmas[o.lemma]))
			}
		}
		sum, weight = sum+best*w.weight, weight+w.weight
	}
	if weight == 0 {
		return 1
	}
	return sum / weight
}

// denialClues: what is denied, and how.
func (p *comparison) denialClues() {
	p.Clues[Focus], p.Clues[FocusAround] = weigh.Unknown, weigh.Unknown
	if p.a.focus >= 0 {
		w := &p.a.words[p.a.focus]
		p.Clues[Focus], p.Clues[FocusAround] = float64(p.nearest(w, p.b.words)), float64(p.nearest(w, p.b.around))
		p.Clues[FocusWeight], p.Clues[FocusPart] = w.weight, float64(w.part)
	}
	p.Clues[Denier] = float64(p.a.denier)
	p.each(Deniers, func(a *assertion) float64 { return float64(a.deniers) })
	p.Clues[Implied] = weigh.Flag(p.a.clause.Implied)
}

// verbClues: the verbs of the clauses.
func (p *comparison) verbClues() {
	x, y := &p.a.words[0], &p.b.words[0]
	p.Clues[Verbs], p.Clues[VerbsContrary] = float64(p.grade(x, y)), weigh.Flag(p.contrary(x, y))
	p.Clues[VerbsAlike] = wordvec.Likeness(p.lemmas[x.lemma], p.lemmas[y.lemma])
	p.each(VerbWeight, func(a *assertion) float64 { return a.words[0].weight })
	p.both(VerbWithin, func(own, other *assertion) float64 { return float64(p.nearest(&own.words[0], other.words)) })
}

// partsNear is how near the words of two parts are.
func (p *comparison) partsNear(a, b part) float64 {
	x, y := of(p.a.words, a), of(p.b.words, b)
	switch {
	case len(x) == 0 && len(y) == 0:
		return weigh.Unknown
	case len(x) == 0 || len(y) == 0:
		return weigh.Unsaid
	}
	best := unrelated
	for i := range x {
		best = max(best, p.nearest(&x[i], y))
	}
	return float64(best)
}

// object is the part that says what a clause says of its subject.
func (a *assertion) object() part {
	if a.clause.Complement.None() {
		return patient
	}
	return complement
}

// partClues: who and what the clauses are of.
func (p *comparison) partClues() {
	p.Clues[Agents] = p.partsNear(agent, agent)
	p.Clues[Objects] = p.partsNear(p.a.object(), p.b.object())
	p.Clues[AgentObject], p.Clues[ObjectAgent] = p.partsNear(agent, patient), p.partsNear(patient, agent)
	p.Clues[Obliques] = p.partsNear(oblique, oblique)
	for _, o := range []struct {
		part           part
		match, lacking weigh.Clue
	}{{agent, AgentMatch, AgentLacking}, {oblique, ObliqueMatch, ObliqueLacking}} {
		p.both(o.match, func(own, other *assertion) float64 { return p.match(of(own.words, o.part), other.words) })
		p.each(o.lacking, func(a *assertion) float64 { return weightOf(of(a.words, o.part)) })
		p.Clues[o.lacking] -= p.Clues[o.match]
		p.Clues[o.lacking+1] -= p.Clues[o.match+1]
	}
	p.each(Subject, func(a *assertion) float64 { return a.subject })
	x, y := names(of(p.a.words, agent)), names(of(p.b.words, agent))
	p.Clues[OtherAgents] = weigh.Flag(len(x) > 0 && len(y) > 0 && common(x, y) == 0)
	p.Clues[SameAgent] = weigh.Flag(common(x, y) > 0)
}

// names lists the names among words, each once.
func names(words []word) []int32 {
	var out []int32
	for i := range words {
		if n := words[i].name; n != 0 && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// common counts what two lists have in common.
func common(a, b []int32) (n float64) {
	for _, x := range a {
		n += weigh.Flag(slices.Contains(b, x))
	}
	return n
}

// aroundClues: the sentences around the clauses, and the names in both.
func (p *comparison) aroundClues() {
	p.Clues[Around] = p.match(p.a.around, p.b.around)
	p.both(AroundWithin, func(own, other *assertion) float64 { return p.match(own.around, other.words) })
	x, y := names(p.a.words), names(p.b.words)
	p.Clues[Names], p.Clues[NamesSaid], p.Clues[NamesShared] = float64(len(x)), float64(len(y)), common(x, y)
	p.Clues[OtherNames] = weigh.Flag(len(x) > 0 && len(y) > 0 && common(x, y) == 0)
	x, y = names(slices.Concat(p.a.words, p.a.around)), names(slices.Concat(p.b.words, p.b.around))
	p.Clues[SentenceNames], p.Clues[SentenceNamesSaid], p.Clues[SentenceNamesShared] = float64(len(x)), float64(len(y)), common(x, y)
	p.Clues[OtherSentenceNames] = weigh.Flag(len(x) > 0 && len(y) > 0 && common(x, y) == 0)
	p.each(Length, func(a *assertion) float64 {
		s := &p.Readings[a.places[0].Article].Doc.Sentences[a.clause.Sentence]
		return float64(s.Last - s.First)
	})
}

// otherClues: how well other clauses of either article fit.
func (p *comparison) otherClues() {
	x, y := p.fits(p.candidate.a)[p.home(p.candidate.b)], p.fits(p.candidate.b)[p.home(p.candidate.a)]
	best := x.said
	if best == p.alike {
		best = x.next
	}
	p.Clues[Lead] = p.alike - best
	p.Clues[BestDenied], p.Clues[BestDeniedSaid] = x.denied, y.denied
	p.Clues[BestSaid], p.Clues[BestSaidSaid] = x.said, y.said
	p.Clues[LeadDenied], p.Clues[LeadDeniedSaid] = p.alike-x.denied, p.alike-y.denied
	p.Clues[LeadSaid], p.Clues[LeadSaidSaid] = p.alike-x.said, p.alike-y.said
	for i := p.first(p.candidate.a); i < len(p.all) && p.oneSentence(i, p.candidate.a); i++ {
		if i != p.candidate.a && !p.all[i].denied {
			p.Clues[OwnSentence] = max(p.Clues[OwnSentence], p.score(i, p.candidate.b))
		}
	}
	p.Clues[Ranked], p.Clues[RankedSaid] = float64(p.betterOfDenied), float64(p.betterOfSaid)
	p.Clues[Company] = float64(p.ofArticles)
	p.Clues[Rivals], p.Clues[RivalsSaid] = float64(p.ofDenied), float64(p.ofSaid)
}

// first is the first assertion of the sentence of one.
func (r *reader) first(i int) int {
	for i > 0 && r.oneSentence(i-1, i) {
		i--
	}
	return i
}

// oneSentence reports whether two assertions were read of one sentence.
func (r *reader) oneSentence(i, k int) bool {
	return r.home(i) == r.home(k) && r.all[i].clause.Sentence == r.all[k].clause.Sentence
}

// moodClues: when and how surely what the clauses say is so.
func (p *comparison) moodClues() {
	a, b := p.a.clause, p.b.clause
	p.each(Modality, func(a *assertion) float64 { return float64(a.clause.Modality) })
	p.each(Tense, func(a *assertion) float64 { return float64(a.clause.Tense) })
	p.Clues[OneModality], p.Clues[OneTense] = weigh.Flag(a.Modality == b.Modality), weigh.Flag(a.Tense == b.Tense)
	p.each(Perfect, func(a *assertion) float64 { return weigh.Flag(a.clause.Perfect) })
	p.each(Passive, func(a *assertion) float64 { return weigh.Flag(a.clause.Passive) })
	p.each(Finite, func(a *assertion) float64 { return weigh.Flag(a.clause.Finite) })
	p.each(Existential, func(a *assertion) float64 { return weigh.Flag(a.clause.Existential) })
	p.each(Relation, func(a *assertion) float64 { return float64(a.clause.Relation) })
	p.each(Mark, func(a *assertion) float64 { return a.mark })
	for k := range governors {
		p.each(Doubted+weigh.Clue(2*k), func(a *assertion) float64 { return a.governors[k] })
	}
	for k := range signs {
		p.each(firstSign+weigh.Clue(2*k), func(a *assertion) float64 { return a.signs[k] })
	}
	p.each(Title, func(a *assertion) float64 { return weigh.Flag(a.title) })
}

// speakerClues: who says so.
func (p *comparison) speakerClues() {
	x, y := p.a.speaker, p.b.speaker
	p.each(Reported, func(a *assertion) float64 { return weigh.Flag(a.speaker != 0) })
	p.Clues[OneSpeaker] = weigh.Flag(x != 0 && x != unknownSpeaker && x == y)
	p.Clues[OtherSpeakers] = weigh.Flag(x != 0 && y != 0 && x != unknownSpeaker && y != unknownSpeaker && x != y)
	p.Clues[Attitude] = weigh.Flag(attitudes[p.a.clause.Predicate])
}

// timeClues: the years that the sentences name, and when the articles appeared.
func (p *comparison) timeClues() {
	p.each(Dated, func(a *assertion) float64 { return weigh.Flag(len(a.years) > 0) })
	x, y := p.a.years, p.b.years
	p.Clues[OtherYears] = weigh.Flag(len(x) > 0 && len(y) > 0 && !slices.ContainsFunc(x, func(v string) bool { return slices.Contains(y, v) }))
	s, t := p.Readings[p.home(p.candidate.a)].Article.Published, p.Readings[p.home(p.candidate.b)].Article.Published
	if s.Known() && t.Known() {
		p.Clues[HoursApart] = s.Time.Sub(t.Time).Hours()
	}
}

// contraryClues: the contrary words.
func (p *comparison) contraryClues() {
	p.Clues[ContraryPart], p.Clues[ContraryPartSaid] = float64(p.x.part), float64(p.y.part)
	p.Clues[ContraryWeight], p.Clues[ContraryWeightSaid] = p.x.weight, p.y.weight
	p.Clues[ContraryTag], p.Clues[ContraryTags] = float64(p.x.tag), weigh.Flag(p.x.tag == p.y.tag)
	for i := range p.a.words {
		for k := range p.b.words {
			p.Clues[Contraries] += weigh.Flag(p.contrary(&p.a.words[i], &p.b.words[k]))
		}
	}
}
