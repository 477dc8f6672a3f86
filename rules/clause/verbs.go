package clause

import "strings"

// verbClass is what a verb does with the clauses and phrases beside it.
type verbClass uint32

const (
	// takesClause: a clause may follow it with no "that".
	takesClause verbClass = 1 << iota
	// says: it reports speech, and may follow the words it reports.
	says
	// objectControl: its object does what the infinitive after it says.
	objectControl
	// negates: what it governs did not happen (failed to, refused to, denied).
	negates
	// implies: what it governs happened (managed to, began to); denied, it
	// did not.
	implies
	// raises: denying it denies what it governs ("does not plan to").
	raises
	// seems: what it governs may be so.
	seems
	// takesGerund: it governs a bare participle ("denied paying").
	takesGerund
	// copular: an adjective or noun after it is said of its subject.
	copular
	// names: a second phrase after its object is said of the object.
	names
	// prevents: "prevented X from going".
	prevents
	// accuses: the participle after its preposition is done by its object.
	accuses
	// bareObject: a verb without "to" follows its object (let, make, see).
	bareObject
	// twoObjects: it takes a recipient and a thing.
	twoObjects
	// finds: what it says to be so is so ("found to be safe").
	finds
)

func (v verbClass) has(w verbClass) bool { return v&w != 0 }

// verbLists are written by hand from the grammars' classes of complement-taking
// verbs (implicative, factive, raising, control) and the verbs of news reports.
// A verb may stand in several.
var verbLists = []struct {
	class verbClass
	verbs string
}{
	{says | takesClause, `say tell add claim insist stress warn deny admit acknowledge
		confirm announce report declare state note explain argue allege suggest
		maintain assert contend reply respond repeat reiterate recall remark
		observe comment concede estimate predict promise pledge vow swear write
		tweet post reveal disclose testify complain boast joke caution emphasize
		emphasise underline underscore affirm reaffirm counter quip conclude
		signal indicate hint imply urge demand propose recommend agree ask
		wonder shout cry whisper continue go concur lament quote`},
	{takesClause, `think believe know hope fear feel expect find show mean see hear
		learn understand realize realise guess suppose suspect assume consider
		doubt remember forget prove ensure guarantee decide discover notice
		imagine worry accept appear seem determine wish dream bet figure reckon
		require request`},
	{objectControl, `ask tell order urge press force allow permit want expect help
		persuade invite require encourage warn advise get enable cause compel
		lead push instruct direct authorize authorise request beg teach let make
		oblige pressure convince entitle pay prompt tempt need like prefer
		believe consider find know claim say report show estimate commit call
		challenge command intend forbid empower train drive`},
	{negates, `fail refuse decline neglect forget deny avoid prevent stop resist
		forbid forgo`},
	{implies, `manage fail begin start continue dare bother remember forget happen
		neglect proceed cease get come help force lead cause
		compel let make prompt keep finish quit serve`},
	{raises, `allow permit enable plan intend expect want seem appear mean wish tend like need believe
		think consider hope`},
	{seems, `appear seem tend claim believe allege say report think estimate
		consider purport suspect rumour rumor know profess`},
	{takesGerund, `deny admit avoid stop start begin continue keep finish quit consider
		suggest recommend propose discuss risk resume mind practise practice
		postpone delay deny enjoy miss recall report remember regret resist
		try involve mean include oppose reject support see hear watch
		spend end contemplate favor favour describe acknowledge justify
		cease tolerate encourage like love hate`},
	{copular, `be become remain seem appear stay look feel sound prove go turn get
		grow keep fall stand smell taste run`},
	{names, `call name elect appoint declare consider make dub label brand crown
		choose deem keep leave render nickname title designate pronounce find
		rename code-name`},
	{prevents, `prevent stop ban bar block keep prohibit deter discourage stop
		restrict exclude refrain dissuade abstain`},
	{accuses, `accuse suspect convict acquit charge stop prevent ban bar block
		prohibit deter blame fine jail arrest criticise criticize sentence
		condemn praise thank catch hold indict prosecute dismiss fire sack
		discourage punish keep`},
	{bareObject, `let make see hear watch help have feel`},
	{finds, `find show prove discover rule judge deem declare pronounce certify
		confirm determine reveal`},
	{twoObjects, `give tell offer send show pay grant award hand lend teach ask
		owe promise deny cost allow buy bring sell leave assure deal win cause
		charge fine`},
}

// verbs maps a lemma to its classes. It is filled once and only read.
var verbs = func() map[string]verbClass {
	m := make(map[string]verbClass, 512)
	for _, l := range verbLists {
		for v := range strings.FieldsSeq(l.verbs) {
			m[v] |= l.class
		}
	}
	return m
}()
