package checker

import (
	"fmt"
	"slices"
	"strings"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/speech"
)

// judgement is what a slot comes to.
type judgement struct {
	verdict Verdict
	why     string
	gap     string
	// on is the two statements that it rests on, nil where there are none.
	on [2]*rules.Fact
}

// judge compares every two articles of a slot and takes the gravest outcome.
// Where any two of their statements agree, two articles do.
func (s *story) judge(sl *slot) judgement {
	byArticle := split(sl.statements)
	if sl.rule.Compare.Growing {
		byArticle = mains(byArticle)
	}
	if sl.rule.Compare.By == rules.ByDate {
		byArticle = finest(byArticle)
	}
	if len(byArticle) < 2 {
		return judgement{verdict: Single, why: "one article states it"}
	}
	decisive, a, b := s.gravest(sl, byArticle)
	gravest := decisive.relation
	why := fmt.Sprintf("%s and %s: %s", s.name(a.article), s.name(b.article), decisive.why)
	j := judgement{why: why, gap: decisive.gap, on: [2]*rules.Fact{a.fact, b.fact}}
	if own, ok := s.ambiguous(sl.rule, byArticle); ok && gravest == different {
		return own
	}
	if sl.rule.Compare.Growing && gravest != incomparable && s.grew(byArticle) {
		j.verdict, j.why = Changed, j.why+"; the figure can only grow, and a later article has a greater one"
		return j
	}
	switch gravest {
	case same:
		if j.verdict = Agree; s.originsOf(sl.statements) < 2 {
			return judgement{verdict: Single, why: "the articles share one origin: " + j.why}
		}
		return j
	case bothTrue:
		if j.verdict = Compatible; met(sl.rule) && s.originsOf(sl.statements) < 2 {
			return judgement{verdict: Single, why: "the articles share one origin: " + j.why}
		}
		return j
	case incomparable:
		j.verdict, j.gap = NotCompared, ""
		return j
	}
	if sl.evidence != "" {
		j.why += "; " + sl.evidence
	}
	switch {
	case sequential(a.fact, b.fact), decisive.since:
		j.verdict = Changed
	case sl.rule.Compare.Moving || sl.moving:
		j.verdict, j.why = Changed, j.why+"; what is told can change from hour to hour"
	default:
		j.verdict = Conflict
		return s.explain(sl, j)
	}
	return j
}

// gravest compares every two articles of a slot, of which there are two at least,
// and returns the first of the gravest outcomes.
func (s *story) gravest(sl *slot, byArticle [][]statement) (decisive outcome, a, b *statement) {
	byArticle = s.unlike(sl.rule, byArticle)
	for i := range byArticle {
		for j := i + 1; j < len(byArticle); j++ {
			o, x, y := s.kindest(sl.rule, byArticle[i], byArticle[j])
			if loose(sl.rule) && o.relation < different && !sequential(x.fact, y.fact) {
				o, x, y = s.contested(sl, byArticle[i], byArticle[j], o, x, y)
			}
			if a == nil || o.relation > decisive.relation {
				decisive, a, b = o, x, y
			}
		}
	}
	return decisive, a, b
}

// split parts statements, which are ordered by article, by article.
func split(all []statement) [][]statement {
	var out [][]statement
	for i := range all {
		if i == 0 || all[i].article != all[i-1].article {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], all[i])
	}
	return out
}

// kindest compares two articles' statements of one slot, each with each, and
// returns the outcome that speaks least against them.
func (s *story) kindest(rule *rules.Rule, x, y []statement) (outcome, *statement, *statement) {
	best := outcome{relation: different + 1}
	var a, b *statement
	switch rule.Compare.By {
	case rules.BySpelling:
		x, y = fullForms(x, y)
	case rules.ByOffice:
		x, y = s.tradesOf(rule, x, y)
	}
	for i := range x {
		for j := range y {
			if o := s.compare(rule, &x[i], &y[j]); a == nil || gravity(rule, o.relation) < gravity(rule, best.relation) {
				best, a, b = o, &x[i], &y[j]
			}
		}
	}
	return best, a, b
}

// fullForms leaves bare names out where both articles have the name in full: a bare
// one may be a plural ("the Marlows").
func fullForms(x, y []statement) (a, b []statement) {
	full := func(all []statement) (out []statement) {
		for _, st := range all {
			if strings.Contains(st.fact.Value.Words, " ") {
				out = append(out, st)
			}
		}
		return out
	}
	if a, b = full(x), full(y); len(a) > 0 && len(b) > 0 {
		return a, b
	}
	return x, y
}

// gravity is how much a relation speaks against two articles, the least first. Of
// several offices of one person those tell that exclude each other, and not a title
// that says less of either or cannot be compared.
func gravity(rule *rules.Rule, r relation) relation {
	if rule.Compare.By != rules.ByOffice {
		return r
	}
	return [...]relation{same: 0, different: 1, bothTrue: 2, incomparable: 3}[r]
}

// loose reports whether one article may carry both sides of a dispute, as it does of
// stances and answers.
func loose(rule *rules.Rule) bool {
	return rule.Compare.By == rules.ByStance || rule.Compare.By == rules.ByPolarity
}

// contested looks for a stance or answer of one article that another speaker
// contradicts in the other article, though the two also agree elsewhere: one
// article may carry both sides of a dispute.
func (s *story) contested(sl *slot, x, y []statement, o outcome, a, b *statement) (outcome, *statement, *statement) {
	for i := range x {
		for j := range y {
			p, q := &x[i], &y[j]
			if s.speaker(p) == s.speaker(q) {
				continue
			}
			if d := s.compare(sl.rule, p, q); d.relation == different {
				return d, p, q
			}
		}
	}
	return o, a, b
}

// explain turns a conflict into a dispute where the speakers explain it. Of a
// quotation they are what is compared.
func (s *story) explain(sl *slot, j judgement) judgement {
	if sl.rule.Compare.By != rules.ByQuotation && s.speakersDiffer(sl) {
		j.verdict = Disputed
		j.why += "; different speakers say so"
	}
	return j
}

// speakersDiffer reports whether every two statements that contradict each
// other are said by different parties. What an outlet says in its own voice it vouches
// for, but beside what somebody says of himself, or of where somebody stands.
func (s *story) speakersDiffer(sl *slot) bool {
	telling := s.firstTwo(sl.rule, sl.statements, nil)
	for x, i := range telling {
		for _, k := range telling[x+1:] {
			a, b := &sl.statements[i], &sl.statements[k]
			if a.article == b.article || s.compare(sl.rule, a, b).relation != different {
				continue
			}
			x, y := s.speaker(a), s.speaker(b)
			if x == y || sl.rule.Compare.By == rules.ByDenial && (a.fact.Voice.Party == "" || b.fact.Voice.Party == "") {
				return false // of a denial it is seldom known that the speakers are two sides
			}
			if (x == "" || y == "") && !s.partial(sl.rule, a) && !s.partial(sl.rule, b) {
				return false
			}
		}
	}
	return true
}

// partial reports whether a statement is one side's: of a stance, an answer of somebody
// on himself, or one of a rule that reads whose view it is.
func (s *story) partial(rule *rules.Rule, a *statement) bool {
	switch rule.Compare.By {
	case rules.ByStance:
		return true
	case rules.ByPolarity:
		who := s.speaker(a)
		return who != "" && (slices.Contains(a.key, who) || slices.ContainsFunc(rule.Reads, func(r rules.Read) bool { return r.Speaker != "" }))
	}
	return false
}

// ofOneself reports whether somebody says what he or she will do: an outlet can have
// it from nobody else.
func ofOneself(f *rules.Fact) bool {
	if f.Voice.Entity == 0 || !f.Modality.Intended() {
		return false
	}
	return slices.ContainsFunc(f.Key, func(k rules.KeyValue) bool { return k.Entity == f.Voice.Entity })
}

// speaker identifies whose words a statement is: "" for the outlet's own, and
// for speakers of whom the text does not say for whom they speak.
func (s *story) speaker(a *statement) string {
	v := a.fact.Voice
	switch {
	case v.Own, ofOneself(a.fact):
		return ""
	case v.Party != "":
		return v.Party
	case v.Entity != 0:
		return s.entity(a.article, v.Entity)
	case v.Kind == speech.Named:
		return v.Speaker
	}
	return ""
}
