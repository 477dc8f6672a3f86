package speech

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/names"
	"github.com/concord-news/concord/rules/person"
	"github.com/concord-news/concord/rules/syntax"
	"github.com/concord-news/concord/rules/text"
)

// parse returns the tagged document of s.
func parse(s string) *text.Document {
	d := text.ParseString(s)
	syntax.Tag(d)
	return d
}

func read(s string) (*text.Document, []Attribution) {
	d := parse(s)
	a, q, m := clause.Analyse(d), FindQuotations(d), names.Read(d)
	says := func(lemma string) bool {
		_, ok := VerbOf(lemma)
		return ok
	}
	people := person.Read(person.Input{Doc: d, Mentions: m, Holdings: names.Offices(d, m), Clauses: a.Clauses, Phrases: a.Phrases, Says: says, Quoted: q.Hold})
	return d, Read(Input{Doc: d, Clauses: a.Clauses, Quotations: q, People: people})
}

// write puts an attribution in one line: kind, speaker, cue and passage.
func write(d *text.Document, a Attribution) string {
	speaker, cue := "-", "-"
	if !a.Speaker.None() {
		speaker = d.Span(a.Speaker.First, a.Speaker.Last).In(d.Text)
	}
	if a.Cue >= 0 {
		cue = d.Tokens[a.Cue].Lower
	}
	short := ""
	if a.Short {
		short = " short"
	}
	return a.Kind.String() + short + " | " + speaker + " | " + cue + " | " + a.In(d.Text)
}

func TestRead(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		// Direct speech.
		{"said X", `"The road is closed," said Ana Lorca, the mayor.`, []string{
			`named | Ana Lorca | said | "The road is closed,"`}},
		{"X said", "“The road is closed,” Lorca said.", []string{
			"named | Lorca | said | “The road is closed,”"}},
		{"X told reporters", `"We will not pay," Pell Odum told reporters on Monday.`, []string{
			`named | Pell Odum | told | "We will not pay,"`}},
		{"before", `Odum said: "We will not pay."`, []string{
			`named | Odum | said | "We will not pay."`}},
		{"two parts", `"We will pay," Odum said, "but not this year."`, []string{
			`named | Odum | said | "We will pay,"`,
			`named | Odum | said | "but not this year."`}},
		{"several sentences inside", `"We left early. The road was bad," the driver said.`, []string{
			`unnamed | the driver | said | "We left early. The road was bad,"`}},
		{"goes on in the next sentence", `"We will not pay," Odum said. "They know it."`, []string{
			`named | Odum | said | "We will not pay,"`,
			`named | Odum | - | "They know it."`}},
		{"X, who", `"It was dark," said Ilse Maran, who saw the crash.`, []string{
			`named | Ilse Maran | said | "It was dark,"`}},
		{"pronoun", `Ilse Maran said the ship sank. "It was dark," she added.`, []string{
			"named | Ilse Maran | said | the ship sank",
			`named | Ilse Maran | added | "It was dark,"`}},
		{"scare quotes", `The minister called the offer "a farce" and left.`, []string{
			`named | The minister | called | the offer "a farce"`,
			`named short | The minister | called | "a farce"`}},
		{"scare quotes with no speaker", `The so-called "peace camp" was empty.`, []string{
			`unknown short | - | - | "peace camp"`}},
		{"described by", `The raid, described by allies as "brave", failed.`, []string{
			`unnamed | allies | described | as "brave"`,
			`unnamed short | allies | described | "brave"`}},
		{"paragraphs", "\"We began in May,\" Odum said.\n\n\"The first year was hard. We had no money.\n\n\"Then it went well,\" he said.", []string{
			`named | Odum | said | "We began in May,"`,
			`named | Odum | - | "The first year was hard. We had no money.`,
			`named | Odum | said | "Then it went well,"`}},
		{"nested single marks", `"She told me: 'Go home now,' so I went," Odum said.`, []string{
			`named | Odum | said | "She told me: 'Go home now,' so I went,"`,
			`unknown | She | told | 'Go home now,'`}},
		{"single marks", `'The road is closed,' said Lorca.`, []string{
			`named | Lorca | said | 'The road is closed,'`}},
		{"apostrophes are no marks", `The ministers' plan and the drivers' strike failed.`, nil},
		{"fragment after said", `Lorca said the plan was "dead on arrival" for her party.`, []string{
			`named | Lorca | said | the plan was "dead on arrival" for her party`,
			`named short | Lorca | said | "dead on arrival"`}},
		{"according to, with quotation", `The bridge was "safe", according to the ministry.`, []string{
			`named | the ministry | according | The bridge was "safe"`,
			`named short | the ministry | according | "safe"`}},

		// Indirect speech.
		{"officials said", "Norland officials said the blast killed nine people.", []string{
			"unnamed | Norland officials | said | the blast killed nine people"}},
		{"said that", "The ministry said on Friday that it had expelled two diplomats.", []string{
			"named | The ministry | said | it had expelled two diplomats"}},
		{"insists that", "Vessin insists that its troops left in May.", []string{
			"named | Vessin | insists | its troops left in May"}},
		{"believes", "Norland believes Tarvia could attack again.", []string{
			"named | Norland | believes | Tarvia could attack again"}},
		{"acknowledged", "The aide acknowledged that the letter was false.", []string{
			"unnamed | The aide | acknowledged | the letter was false"}},
		{"according to, first", "According to police, the driver fled the scene.", []string{
			"named | police | according | the driver fled the scene"}},
		{"according to, last", "The driver fled the scene, according to two witnesses.", []string{
			"unnamed | two witnesses | according | The driver fled the scene"}},
		{"X said, last", "The hospital is full, a doctor said.", []string{
			"unnamed | a doctor | said | The hospital is full"}},
		{"familiar with", "The firm will close two plants, people familiar with the matter said.", []string{
			"unnamed | people | said | The firm will close two plants"}},
		{"in the middle", "The talks, officials said, failed on Monday.", []string{
			"unnamed | officials | said | The talks, officials said, failed on Monday"}},
		{"he added that", "Odum said the plan was dead. He added that a new one would come.", []string{
			"named | Odum | said | the plan was dead",
			"named | Odum | added | a new one would come"}},
		{"they described", "Norland officials met the press. Two envoys said the talks went well. They described the mood as calm.", []string{
			"unnamed | Two envoys | said | the talks went well",
			"unnamed | Two envoys | described | the mood as calm"}},
		{"nested", "Norland officials added that they believe Tarvia could agree.", []string{
			"unnamed | Norland officials | added | they believe Tarvia could agree",
			"unnamed | Norland officials | believe | Tarvia could agree"}},
		{"coordinated", "Odum said the plan was dead but acknowledged that some liked it.", []string{
			"named | Odum | said | the plan was dead",
			"named | Odum | acknowledged | some liked it"}},
		{"participle", "The mayor opened the bridge, saying it would bring jobs.", []string{
			"named | The mayor | saying | it would bring jobs"}},
		{"adding", "Odum said the plan was dead, adding that a new one would come.", []string{
			"named | Odum | said | the plan was dead",
			"named | Odum | adding | a new one would come"}},
		{"denied paying", "The company denied paying bribes.", []string{
			"named | The company | denied | paying bribes"}},
		{"claims that", "The minister rejected claims that the bank had failed.", []string{
			"unknown | - | claims | the bank had failed"}},
		{"hearsay", "The gunman is believed to have fled.", []string{
			"unknown | - | believed | to have fled"}},
		{"confirmed", "A spokesman for the navy confirmed the loss of two ships.", []string{
			"named | A spokesman | confirmed | the loss of two ships"}},
		{"own voice", "The navy lost two ships on Monday.", nil},
		{"own voice after speech", "Odum said the plan was dead. The army left the town.", []string{
			"named | Odum | said | the plan was dead"}},
		{"and a clause of the outlet's", "Officials said the plan was dead, and Odum left the room.", []string{
			"unnamed | Officials | said | the plan was dead, and Odum left the room"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, got := read(tt.text)
			var lines []string
			for _, a := range got {
				lines = append(lines, write(d, a))
			}
			assert.Equal(t, strings.Join(tt.want, "\n"), strings.Join(lines, "\n"))
		})
	}
}

func TestReadPersons(t *testing.T) {
	tests := []struct {
		name, text, want string
	}{
		{"office before the name", `"You broke every rule of the port," the judge, Maria Lund, told him.`, "Maria Lund"},
		{"director behind the verb", `"He went home in May," said its medical director, Dr Maria Lund.`, "Maria Lund"},
		{"relative clause between", `The harbour minister, Peter Hall, who had said otherwise a day before, admitted that he had "spoken out of turn".`, "Peter Hall"},
		{"head of a body", `The head of the rescue team, Peter Hall, left early. "At four you stay at home," he said.`, "Peter Hall"},
		{"according to whom", `The boat was late, according to Dr Maria Lund, who says it "never had a chance".`, "Dr Maria Lund"},
		{"a woman only", `Maria Lund opened the fair. "We lost the dog," he said.`, "-"},
		{"a man named behind a woman", `Harbour chief Maria Lund spoke first. Butcher Peter Hall, 52, had held the gate. "There were three of us," he said.`, "Peter Hall"},
		{"a description", `Ski instructor Maria Lund survived. Rescuers praised her. "I heard a bell," the instructor told reporters.`, "Maria Lund"},
		{"a lawyer", `Her lawyer, Peter Hall, said that she "did what she could".`, "Peter Hall"},
		{"one of them", `Three traders held him. One of them, Peter Hall, said it was "quick".`, "Peter Hall"},
		{"who spoke last", `Peter Hall said the quay was full. The sea was calm. Boats lay three deep. "It is a mess," he told the paper.`, "Peter Hall"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, got := read(tt.text)
			speaker := "-"
			for _, a := range got {
				if a.Direct() && !a.Speaker.None() && d.Tokens[a.Speaker.Head].Tag != text.PRON {
					speaker = d.Span(a.Speaker.First, a.Speaker.Last).In(d.Text)
				}
			}
			assert.Equal(t, tt.want, speaker)
		})
	}
}

func TestInnermost(t *testing.T) {
	d, got := read(`Norland officials added that they believe Tarvia could agree. The army left.`)
	voices := Innermost(nil, got, len(d.Tokens))
	voice := func(word string) string {
		for i := range d.Tokens {
			if d.Form(i) == word {
				if v := voices[i] - 1; v >= 0 {
					return d.Tokens[got[v].Cue].Lower
				}
				return "own"
			}
		}
		return "no such word"
	}
	assert.Equal(t, "own", voice("added"))
	assert.Equal(t, "added", voice("they"))
	assert.Equal(t, "believe", voice("agree"))
	assert.Equal(t, "own", voice("left"))
	assert.EqualValues(t, -1, Innermost(nil, nil, 4)[3]-1)
}

func TestVerbOf(t *testing.T) {
	v, ok := VerbOf("acknowledge")
	assert.True(t, ok)
	assert.True(t, v.Has(Factive))
	v, ok = VerbOf("claim")
	assert.True(t, ok)
	assert.True(t, v.Has(Doubtful))
	assert.False(t, v.Has(Factive))
	_, ok = VerbOf("arrest")
	assert.False(t, ok)
}
