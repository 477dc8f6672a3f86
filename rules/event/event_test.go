package event

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names"
	"github.com/concord-news/concord/rules/syntax"
	"github.com/concord-news/concord/rules/text"
	"github.com/concord-news/concord/rules/when"
)

// deeds is a small vocabulary.
func deeds() *Deeds {
	v := NewDeeds()
	v.AddKind("building", "hall")
	v.AddKind("building", "window")
	v.AddKind("gun", "rifle")
	v.AddKind("alarm", "siren")
	v.AddPerforming("launch")
	for group, words := range map[string]string{
		"arrest": "arrest,detain,take into custody,the arrest", "close": "close,shut down,be closed", "open": "reopen,open",
		"shoot": "shoot,open fire,fire -,fire <gun>", "crash": "crash,the crash", "claim": "claim responsibility",
		"go in": "enter {building},get through <building>", "sound": "{alarm} go off", "explode": "go off", "identify": "name as {name}",
		"plead": "plead guilty,plead not", "attack": "attack,the attack", "sign": "put signature,put signature to", "dismiss": "fire",
	} {
		for w := range strings.SplitSeq(words, ",") {
			v.Add(group, w)
		}
	}
	v.AddLight("say")
	v.AddLight("take")
	v.AddTurning("open")
	v.Oppose("open", Pole{Axis: "passage", Undone: true})
	v.Oppose("close", Pole{Axis: "passage", No: true, Undone: true})
	return v
}

func read(s string) []string {
	d := text.ParseString(s)
	syntax.Tag(d)
	mentions := append(when.Read(d, corpus.Published{}), names.Read(d)...)
	sortByToken(mentions)
	a := clause.Analyse(d)
	var out []string
	for e := range All(Input{Doc: d, Clauses: a.Clauses, Mentions: mentions, Phrases: a.Phrases}, deeds()) {
		out = append(out, show(d, e))
	}
	return out
}

func sortByToken(m []mention.Mention) {
	for i := range m {
		for k := i; k > 0 && m[k].First < m[k-1].First; k-- {
			m[k], m[k-1] = m[k-1], m[k]
		}
	}
}

// show writes an event as "deed word(agent; patient) not · date · place".
func show(d *text.Document, e *Event) string {
	head := func(p clause.Phrase) string {
		if p.None() {
			return "-"
		}
		return d.Form(p.Head)
	}
	s := e.Deed + " (" + head(e.Agent) + "; " + head(e.Patient) + ")"
	if e.Negated {
		s += " not"
	}
	for i := range e.Places {
		s += " " + e.Places[i].Prep + " " + d.Form(e.Places[i].Head)
	}
	if len(e.Dates) > 0 {
		s += " dated"
	}
	if len(e.Times) > 0 {
		s += " timed"
	}
	for _, m := range e.Means {
		s += " with " + d.Form(m.Head)
	}
	for _, c := range e.Causes {
		s += " for " + d.Form(c.Head)
	}
	return s
}

func TestAll(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Police took Jan Kovar into custody in Brel on Monday.", "arrest (Police; Kovar) in Brel dated | the custody (-; -) in Brel"},
		{"Jan Kovar has not been arrested.", "arrest (-; Kovar) not"},
		{"The guards opened fire at 6.30 a.m. on Monday.", "shoot (guards; -) timed | the fire (-; -) timed"},
		{"The Orsa tunnel reopened on Friday.", "open (-; tunnel) dated"},
		{"The road remains closed because of fog.", "close (-; road) for fog"},
		{"If the council closes the road, traffic will stop.", "stop (traffic; -)"},
		{"The guard said so.", ""},
		{"The crash happened in Brel on Monday.", "crash (-; -) in Brel dated"},
		{"The new rules take effect on 5 May 2024.", "take effect (rules; -) dated | the effect (-; -) dated"},
		{"The prison near Brel is full.", "be full (prison; -) | the prison (-; -) near Brel"},
		{"Rain fell after the crash in Brel on Monday.", "fall (Rain; -) in Brel dated for crash | crash (-; -) in Brel dated"},
		{"Rain fell after another crash in Brel.", "fall (Rain; -) in Brel for crash"},
		{"Rain stopped the arrest of Jan Kovar.", "stop (Rain; arrest)"},
		{"No group claimed responsibility.", "claim (group; -) not"},
		{"The guard fired a rifle.", "shoot (guard; -)"},
		{"The guard fired first.", "shoot (guard; -)"},
		{"The firm fired its clerk.", "dismiss (firm; clerk)"},
		{"Thieves entered the hall.", "go in (Thieves; hall)"},
		{"Thieves entered the race.", "enter (Thieves; race)"},
		{"Robbers got through a window.", "go in (Robbers; -) through window"},
		{"The siren went off.", "sound (siren; -)"},
		{"The bomb went off.", "explode (bomb; -)"},
		{"The victim was named as Jan Kovar.", "identify (-; victim)"},
		{"Jan Kovar pleaded not guilty.", "plead (Kovar; -) not"},
		{"Rebels launched an attack on the camp.", "attack (Rebels; camp) on camp"},
		{"Rebels launched another attack on the camp.", "launch (Rebels; attack) on camp"},
		{"The kings put their signatures to the treaty.", "sign (kings; treaty)"},
	}
	for _, tt := range tests {
		got := read(tt.text)
		assert.Equal(t, tt.want, strings.Join(got, " | "), tt.text)
	}
}

func TestDeeds(t *testing.T) {
	v := deeds()
	assert.Equal(t, `"arrest" is in the group "arrest" already`, v.Add("seize", "arrest"), "a word has one group")
	assert.Equal(t, `no kind of noun is called "boat"`, v.Add("sail", "board {boat}"))
	assert.Equal(t, `"board {boat" opens a bracket and does not close it`, v.Add("sail", "board {boat"))
	assert.Equal(t, `"enter {building} by" goes on behind its kind of noun`, v.Add("go in", "enter {building} by"))
	assert.True(t, v.Listed("close"))
	assert.False(t, v.Listed("whistle"))
	c := v.Clone()
	c.Add("whistle", "whistle")
	assert.False(t, v.Listed("whistle"), "a copy is a copy")
	assert.Equal(t, []Pole{{Axis: "passage", No: true, Undone: true}}, v.Poles("close"))
}

func BenchmarkAll(b *testing.B) {
	d := text.ParseString(strings.Repeat("Police took Jan Kovar into custody in Brel on Monday because of the crash. ", 200))
	syntax.Tag(d)
	a := clause.Analyse(d)
	in := Input{Doc: d, Clauses: a.Clauses, Mentions: names.Read(d), Phrases: a.Phrases}
	v := deeds()
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		for range All(in, v) {
		}
	}
}

func FuzzAll(f *testing.F) {
	f.Add("Police took Jan Kovar into custody in Brel on Monday. No, the crash of 5 May was not a crash.")
	f.Fuzz(func(t *testing.T, s string) {
		for _, shown := range read(s) {
			if shown[0] == ' ' {
				t.Fatalf("an event without a deed: %s", shown)
			}
		}
	})
}
