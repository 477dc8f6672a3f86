package checker

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/corpus/versions"
	"github.com/concord-news/concord/rules"
)

// Revision is one article and the version that followed it.
type Revision struct {
	Old, New *corpus.Article
	// Because says how they are known to be versions: "same address".
	Because string
	// Edits are the differences in words, in the order of the text; none where
	// the texts are too long to be compared, and Compared is then false.
	Edits    []versions.Edit
	Compared bool
}

// findVersions finds the articles that later versions replace.
func (s *story) findVersions() {
	s.replaced = make([]int, len(s.articles))
	for i := range s.replaced {
		s.replaced[i] = -1
	}
	at := func(a *corpus.Article) int { return slices.Index(s.articles, a) }
	for _, c := range versions.Find(s.articles) {
		latest := at(c.Latest())
		for i, a := range c.Articles[:len(c.Articles)-1] {
			s.replaced[at(a)] = latest
			r := Revision{Old: a, New: c.Articles[i+1], Because: c.Because}
			r.Edits, r.Compared = versions.Diff(a, r.New)
			s.revisions = append(s.revisions, r)
		}
	}
}

// parted parts statements of articles that speak from those of articles that a
// later version replaced.
func (s *story) parted(all []statement) (speaking, earlier []statement) {
	for _, st := range all {
		if s.replaced[st.article] < 0 {
			speaking = append(speaking, st)
		} else {
			earlier = append(earlier, st)
		}
	}
	return speaking, earlier
}

// revised returns the statements of earlier versions that the latest
// contradicts, and says of the first how.
func (s *story) revised(rule *rules.Rule, speaking, earlier []statement) ([]statement, judgement) {
	var out []statement
	var j judgement
	if rule.Compare.By == rules.BySpelling {
		return nil, j
	}
	for _, old := range split(earlier) {
		var now []statement
		for _, st := range speaking {
			if st.article == s.replaced[old[0].article] {
				now = append(now, st)
			}
		}
		if len(now) == 0 {
			continue
		}
		o, a, b := s.kindest(rule, old, now)
		if o.relation != different {
			continue
		}
		if len(out) == 0 {
			j = judgement{verdict: Changed, gap: o.gap, why: fmt.Sprintf("%s changed %q to %q: the later version speaks",
				s.name(a.article), oneLine(a.fact.Evidence.In(s.articles[a.article].Text)), oneLine(b.fact.Evidence.In(s.articles[b.article].Text)))}
		}
		out = append(out, old...)
	}
	return out, j
}

// withEarlier adds to a judgement what earlier versions of the articles said.
func (s *story) withEarlier(sl *slot, earlier []statement, j judgement) judgement {
	revised, was := s.revised(sl.rule, sl.statements, earlier)
	if len(revised) == 0 {
		return j
	}
	sl.statements = append(slices.Clone(sl.statements), revised...)
	slices.SortStableFunc(sl.statements, compareStatements)
	if j.verdict.Discrepancy() {
		j.why += "; " + was.why
		return j
	}
	return was
}

// versionFindings reports the sentences in which a version changed a telling
// word, where no finding has them already.
func (s *story) versionFindings(findings []Finding) []Finding {
	rule := s.catalog.Comparing(rules.ByVersion)
	if rule == nil {
		return findings
	}
	for i := range s.revisions {
		r := &s.revisions[i]
		for _, w := range s.rewritten(r) {
			if severity, tells := s.tells(w); tells && !told(findings, r, w) {
				findings = displace(findings, s.versionFinding(rule, w, severity))
			}
		}
	}
	return findings
}

// told reports whether a finding has the words that were changed, in both
// versions.
func told(findings []Finding, r *Revision, w rewritten) bool {
	in := func(f *Finding, a *corpus.Article, s corpus.Span) bool {
		return slices.ContainsFunc(f.Values, func(v Value) bool { return v.Article == a && v.Span.Overlaps(s) })
	}
	for i := range findings {
		f := &findings[i]
		if f.Verdict.Discrepancy() && !f.Rule.Compare.Alike && in(f, r.Old, w.old.figure) && in(f, r.New, w.new.figure) {
			return true
		}
	}
	return false
}

// exchange says what was done to words.
func exchange(old, now string) string {
	switch {
	case old == "":
		return fmt.Sprintf("put in %q", now)
	case now == "":
		return fmt.Sprintf("took out %q", old)
	}
	return fmt.Sprintf("changed %q to %q", old, now)
}

func (s *story) versionFinding(rule *rules.Rule, w rewritten, severity rules.Severity) Finding {
	a, b := s.articles[w.old.article], s.articles[w.new.article]
	f := Finding{Kind: rule.Kind, Verdict: Changed, Severity: severity, Rule: rule, Origins: 1}
	for _, c := range []copied{w.old, w.new} {
		text := s.articles[c.article].Text
		evidence, sentence := s.beside(c)
		if evidence.Empty() { // words put in at the end
			evidence, _ = s.sentenceAt(c.article, c.figure)
			sentence = evidence
		}
		f.Values = append(f.Values, Value{Article: s.articles[c.article], Span: evidence, Sentence: sentence,
			Reading: cmp.Or(oneLine(c.figure.In(text)), "not there")})
	}
	slices.SortStableFunc(f.Values, func(x, y Value) int { return cmp.Compare(x.Article.ID, y.Article.ID) })
	f.Fact = s.labelWords(rule, w.new)
	f.Why = fmt.Sprintf("%s %s from %s to %s: the later version speaks", s.name(w.new.article),
		exchange(oneLine(w.old.figure.In(a.Text)), oneLine(w.new.figure.In(b.Text))), a.ID, b.ID)
	f.Fingerprint = fingerprint(&f)
	return f
}
