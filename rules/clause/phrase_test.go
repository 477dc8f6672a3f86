package clause

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/rules/lemma"
	"github.com/concord-news/concord/rules/syntax"
	"github.com/concord-news/concord/rules/text"
)

// universal are the universal tags of the Penn tags that the tests write.
var universal = map[text.Fine]text.Tag{
	text.CC: text.CCONJ, text.CD: text.NUM, text.DT: text.DET, text.EX: text.PRON, text.IN: text.ADP, text.JJ: text.ADJ,
	text.JJR: text.ADJ, text.JJS: text.ADJ, text.MD: text.AUX, text.NN: text.NOUN, text.NNS: text.NOUN, text.NNP: text.PROPN,
	text.POS: text.PART, text.PRP: text.PRON, text.PRPS: text.PRON, text.RB: text.ADV, text.RP: text.ADP, text.TO: text.PART,
	text.VB: text.VERB, text.VBD: text.VERB, text.VBG: text.VERB, text.VBN: text.VERB, text.VBP: text.VERB, text.VBZ: text.VERB,
	text.WDT: text.PRON, text.WP: text.PRON, text.WRB: text.ADV, text.OtherFine: text.PUNCT,
}

// tagged builds a document of one sentence from "Police/NNS arrested/VBD".
func tagged(s string) *text.Document {
	d := &text.Document{}
	var b strings.Builder
	for w := range strings.FieldsSeq(s) {
		i := strings.LastIndexByte(w, '/')
		form, fine := w[:i], text.ParseFine(w[i+1:])
		t := text.Token{Lower: strings.ToLower(form), Fine: fine, Tag: universal[fine]}
		if form != "-" && (b.Len() == 0 || !strings.HasSuffix(b.String(), "-")) && fine != text.POS && form != "," {
			t.Shape |= text.SpaceBefore
			b.WriteByte(' ')
		}
		t.Start = b.Len()
		b.WriteString(form)
		t.End = b.Len()
		if form[0] >= 'A' && form[0] <= 'Z' {
			t.Shape |= text.Capital
		}
		t.Shape |= text.HasLetter
		t.Lemma = lemma.Of(t.Lower, t.Fine, t.Tag)
		if t.Lemma == "be" || t.Lemma == "have" || t.Lemma == "do" {
			t.Tag = text.AUX
		}
		d.Tokens = append(d.Tokens, t)
	}
	d.Text = b.String()
	d.Sentences = []text.Sentence{{First: 0, Last: len(d.Tokens), Span: d.Span(0, len(d.Tokens))}}
	return d
}

func words(d *text.Document, p Phrase) string {
	if p.None() {
		return ""
	}
	return d.Span(p.First, p.Last).In(d.Text)
}

func TestPhrases(t *testing.T) {
	tests := []struct{ text, want string }{
		{"The/DT senior/JJ Norland/NNP envoy/NN Ana/NNP Lorca/NNP met/VBD him/PRP", "The senior Norland envoy Ana Lorca/Lorca him/him"},
		{"the/DT four/CD -/SYM year/NN war/NN in/IN Tarvia/NNP", "the four-year war/war Tarvia/Tarvia"},
		{"Lorca/NNP 's/POS office/NN told/VBD reporters/NNS Monday/NNP", "Lorca's office/office reporters/reporters Monday/Monday"},
		{"more/JJR than/IN 100/CD people/NNS and/CC at/IN least/JJS 12/CD dogs/NNS", "more than 100 people/people at least 12 dogs/dogs"},
		{"19/CD to/TO 20/CD percent/NN of/IN the/DT land/NN", "19 to 20 percent/percent the land/land"},
		{"the/DT injured/JJ and/CC the/DT proposed/VBN deal/NN", "the injured/injured the proposed deal/deal"},
		{"long/JJ and/CC difficult/JJ talks/NNS", "long and difficult talks/talks"},
		{"Article/NN 5/CD of/IN the/DT treaty/NN", "Article 5/Article the treaty/treaty"},
		{"both/DT sides/NNS left/VBD May/NNP 6/CD", "both sides/sides May 6/May"},
	}
	for _, tt := range tests {
		d := tagged(tt.text)
		var got []string
		for _, p := range Analyse(d).Phrases(0) {
			got = append(got, words(d, p)+"/"+d.Form(p.Head))
		}
		assert.Equal(t, tt.want, strings.Join(got, " "))
	}
}

func TestPhraseParts(t *testing.T) {
	d := tagged("the/DT ministry/NN 's/POS final/JJ peace/NN plan/NN cost/VBD its/PRP$ allies/NNS")
	p := Analyse(d).Phrases(0)
	require.Len(t, p, 2)
	assert.Equal(t, "the ministry", words(d, Possessor(d, p[0])))
	assert.Equal(t, "its", words(d, Possessor(d, p[1])))
	var mods []string
	for i := range Modifiers(d, p[0]) {
		mods = append(mods, d.Form(i))
	}
	assert.Equal(t, []string{"final", "peace"}, mods)

	d = tagged("90/CD %/NN of/IN the/DT issues/NNS between/IN Norland/NNP and/CC Tarvia/NNP were/VBD settled/VBN")
	p = Analyse(d).Phrases(0)
	assert.Equal(t, "the issues", words(d, Of(d, p[0])))
	assert.Empty(t, words(d, Of(d, p[1])))
	var chain []string
	for _, o := range Chain(d, p[0]) {
		chain = append(chain, o.Prep+" "+words(d, o.Phrase))
	}
	assert.Equal(t, []string{"of the issues", "between Norland", "between Tarvia"}, chain)
}

func TestApposition(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Lorca/NNP ,/, the/DT chancellor/NN ,/, left/VBD", "the chancellor"},
		{"Lorca/NNP ,/, the/DT head/NN of/IN the/DT bank/NN ,/, left/VBD", "the head"},
		{"Lorca/NNP ,/, who/WP left/VBD", ""},
		{"Lorca/NNP ,/, Odum/NNP and/CC Maran/NNP left/VBD", ""},
		{"Lorca/NNP left/VBD", ""},
		{"Lorca/NNP ,/, Monday/NNP", ""},
	}
	for _, tt := range tests {
		d := tagged(tt.text)
		assert.Equal(t, tt.want, words(d, Apposition(d, Analyse(d).Phrases(0)[0])), tt.text)
	}
	d := tagged("the/DT chancellor/NN ,/, Ana/NNP Lorca/NNP ,/, left/VBD")
	assert.Equal(t, "the chancellor", words(d, Apposition(d, Analyse(d).Phrases(0)[1])))
}

// one returns the clause of a one-sentence document with that predicate.
func one(t *testing.T, d *text.Document, predicate string) Clause {
	t.Helper()
	for _, c := range Read(d) {
		if c.Predicate == predicate {
			return c
		}
	}
	require.Fail(t, "no clause", predicate)
	return Clause{}
}

func TestClauseParts(t *testing.T) {
	d := tagged("On/IN Monday/NNP the/DT army/NN failed/VBD to/TO take/VB the/DT port/NN by/IN force/NN last/JJ week/NN")
	all := Read(d)
	require.Len(t, all, 2)
	fail, take := all[0], all[1]
	assert.Equal(t, "On/Monday", words(d, Phrase{First: 0, Last: 1})+"/"+words(d, fail.Obliques[0].Phrase))
	assert.False(t, fail.Negated)
	assert.True(t, fail.Finite)
	assert.Equal(t, Past, fail.Tense)
	assert.True(t, take.Negated)
	assert.True(t, take.Implied)
	assert.Equal(t, 0, take.Parent)
	assert.Equal(t, Complement, take.Relation)
	assert.Equal(t, []string{"by", ""}, []string{take.Obliques[0].Prep, take.Obliques[1].Prep})

	d = tagged("The/DT bank/NN gave/VBD the/DT firm/NN a/DT loan/NN")
	give := one(t, d, "give")
	assert.Equal(t, []string{"firm"}, headsOf(d, give.Recipients))
	assert.Equal(t, []string{"loan"}, headsOf(d, give.Patients))

	d = tagged("There/EX were/VBD no/DT deaths/NNS in/IN Vessin/NNP")
	be := one(t, d, "be")
	assert.True(t, be.Existential)
	assert.True(t, be.Negated)
	assert.Equal(t, []string{"deaths"}, headsOf(d, be.Agents))

	d = tagged("Critics/NNS called/VBD the/DT deal/NN a/DT surrender/NN")
	call := one(t, d, "call")
	assert.Equal(t, "a surrender", words(d, call.Complement))
	assert.Equal(t, []string{"deal"}, headsOf(d, call.Patients))

	d = tagged("Officials/NNS said/VBD the/DT port/NN had/VBD not/RB been/VBN taken/VBN by/IN rebels/NNS or/CC the/DT army/NN")
	taken := one(t, d, "take")
	assert.True(t, taken.Passive)
	assert.True(t, taken.Perfect)
	assert.True(t, taken.Negated)
	assert.False(t, taken.Implied)
	assert.Equal(t, []string{"rebels", "army"}, headsOf(d, taken.Agents))
	assert.Equal(t, []string{"port"}, headsOf(d, taken.Patients))
	assert.Equal(t, Complement, taken.Relation)

	d = tagged("He/PRP did/VBD not/RB refuse/VB to/TO leave/VB")
	assert.False(t, one(t, d, "leave").Negated)
	assert.Equal(t, Possible, one(t, d, "leave").Modality)
	d = tagged("He/PRP did/VBD not/RB fail/VB to/TO leave/VB")
	assert.False(t, one(t, d, "leave").Negated)
}

// TestIntentionsGivenUp: what somebody gave up meaning to do is not done, and
// what somebody holds on to is planned.
func TestIntentionsGivenUp(t *testing.T) {
	for _, c := range []struct {
		text     string
		negated  bool
		modality Modality
	}{
		{"The/DT town/NN dropped/VBD its/PRP$ bid/NN to/TO host/VB the/DT fair/NN", true, Asserted},
		{"Ardenia/NNP could/MD abandon/VB its/PRP$ ambition/NN to/TO host/VB the/DT games/NNS", true, Possible},
		{"The/DT bank/NN did/VBD not/RB shelve/VB its/PRP$ plan/NN to/TO host/VB a/DT fair/NN", false, Possible},
		{"The/DT town/NN renewed/VBD its/PRP$ bid/NN to/TO host/VB the/DT fair/NN", false, Planned},
		{"He/PRP dropped/VBD a/DT vase/NN to/TO host/VB the/DT fair/NN", false, Planned},
	} {
		host := one(t, tagged(c.text), "host")
		assert.Equal(t, c.negated, host.Negated, c.text)
		assert.Equal(t, c.modality, host.Modality, c.text)
	}
}

// TestIntentions: what nobody means to do is denied.
func TestIntentions(t *testing.T) {
	for text, negated := range map[string]bool{
		"The town has no intention of hosting the fair.": true,
		"The town has every hope of hosting the fair.":   false,
	} {
		host := one(t, parse(text), "host")
		assert.Equal(t, negated, host.Negated, text)
		assert.Equal(t, Planned, host.Modality, text)
	}
}

// TestLateParticles: a particle may stand behind a pronoun, or be taken for an adverb.
func TestLateParticles(t *testing.T) {
	for text, predicate := range map[string]string{
		"The/DT thief/NN turned/VBD himself/PRP in/RB ./.":   "turn in",
		"The/DT thief/NN called/VBD it/PRP off/RB ./.":       "call off",
		"The/DT curator/NN will/MD stay/VB on/RB ./.":        "stay on",
		"The/DT curator/NN stayed/VBD on/IN the/DT quay/NN":  "stay",
		"They/PRP saw/VBD him/PRP in/IN the/DT harbour/NN":   "see",
		"The/DT thief/NN turned/VBD himself/PRP away/RB ./.": "turn",
	} {
		assert.Equal(t, predicate, Read(tagged(text))[0].Predicate, text)
	}
}

func TestReadSentence(t *testing.T) {
	d := parse("Police arrested four men. The court freed two of them.")
	trees := syntax.Trees(d)
	r := NewTreeReader(d)
	second := r.ReadSentence(nil, 1, trees[1])
	require.Len(t, second, 1)
	assert.Equal(t, "free", second[0].Predicate)
	both := r.ReadSentence(r.ReadSentence(nil, 0, trees[0]), 1, trees[1])
	assert.Equal(t, ReadTrees(d, trees), both)
}
