package store

import (
	"database/sql"
	"slices"
	"strings"
)

// Case is a finding under review. It keeps its number through all runs of its
// story; the rest is the log summed up.
type Case struct {
	Story, Number int64
	// Run is the last run that has the finding, Ordinal its place in it, Finding
	// its ID there.
	Run, Ordinal                     int64
	Finding, Fingerprint, Fact, Rule string
	Kind, Verdict, Severity          string
	// Reported: an editor should look at it.
	Reported bool
	// Outlets are those in the finding, Words what a search looks through.
	Outlets []string
	Words   string
	// State is what review has come to, Waiting the number of open questions and
	// Asked whom they are put to.
	State   string
	Waiting int64
	Asked   []string
	// Version is raised by every change.
	Version int64
	// Data is the state in full, as JSON.
	Data string
}

const caseColumns = `story, number, run, ordinal, finding, fingerprint, fact, rule, kind, verdict, severity, reported, outlets, words, state, waiting,
	asked, version, data`

func (c *Case) fields() []any {
	return []any{
		&c.Story, &c.Number, &c.Run, &c.Ordinal, &c.Finding, &c.Fingerprint, &c.Fact, &c.Rule, &c.Kind, &c.Verdict, &c.Severity,
		scanBit{&c.Reported}, scanNames{&c.Outlets}, &c.Words, &c.State, &c.Waiting, scanNames{&c.Asked}, &c.Version, &c.Data,
	}
}

// cases lists the cases that a condition lets through.
func (t *Tx) cases(where string, args []any) ([]Case, error) {
	var out []Case
	err := t.rows("SELECT "+caseColumns+" FROM cases WHERE "+where, args, func(r *sql.Rows) error {
		var c Case
		err := r.Scan(c.fields()...)
		out = append(out, c)
		return err
	})
	return out, err
}

// bit writes a truth as a number, which both databases have.
func bit(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// joined writes names one a line, with a line break at either end, so that one
// can be looked for whole.
func joined(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return "\n" + strings.Join(names, "\n") + "\n"
}

func split(s string) []string {
	if s = strings.Trim(s, "\n"); s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}

// PutCase adds a case, or writes one anew. One without a number gets the next.
// The story is locked.
func (t *Tx) PutCase(c *Case) error {
	if c.Number == 0 {
		n, err := t.next("cases", "number", "story = ?", c.Story)
		if err != nil {
			return err
		}
		c.Number = n
	}
	return t.exec("INSERT INTO cases ("+caseColumns+`) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (story, number) DO UPDATE SET run = excluded.run, ordinal = excluded.ordinal, finding = excluded.finding,
		fingerprint = excluded.fingerprint, fact = excluded.fact, rule = excluded.rule, kind = excluded.kind, verdict = excluded.verdict,
		severity = excluded.severity, reported = excluded.reported, outlets = excluded.outlets, words = excluded.words, state = excluded.state, waiting = excluded.waiting,
		asked = excluded.asked, version = excluded.version, data = excluded.data`,
		c.Story, c.Number, c.Run, c.Ordinal, c.Finding, c.Fingerprint, c.Fact, c.Rule, c.Kind, c.Verdict, c.Severity, bit(c.Reported), joined(c.Outlets),
		c.Words, c.State, c.Waiting, joined(c.Asked), c.Version, c.Data)
}

// Case returns a case, or ErrNone.
func (t *Tx) Case(story, number int64) (Case, error) {
	var c Case
	err := t.row("SELECT "+caseColumns+" FROM cases WHERE story = ? AND number = ?", []any{story, number}, c.fields()...)
	return c, err
}

// Filter says which cases of a run are wanted. Empty fields let all through.
type Filter struct {
	Story, Run                    int64
	States, Verdicts              []string
	Severity, Kind, Outlet, Asked string
	// Waiting asks for cases with open questions alone, Settled for those
	// without.
	Waiting, Settled bool
	// Reported asks for those at which an editor should look, Shown also for
	// what is compatible.
	Reported, Shown bool
	// Text is looked for in what a finding says, whatever the letters' case.
	Text string
	// Limit is how many are wanted at most, 0 for all, Offset how many of the
	// first are left out.
	Limit, Offset int
}

// where writes the filter as a condition with its arguments.
func (f Filter) where() (string, []any) {
	parts, args := []string{"story = ?", "run = ?"}, []any{f.Story, f.Run}
	add := func(part string, values ...any) {
		parts = append(parts, part)
		args = append(args, values...)
	}
	among := func(column string, list []string) {
		var values []any
		for _, v := range list {
			values = append(values, v)
		}
		if len(list) > 0 {
			add(column+" IN (?"+strings.Repeat(", ?", len(list)-1)+")", values...)
		}
	}
	among("state", f.States)
	among("verdict", f.Verdicts)
	if f.Severity != "" {
		add("severity = ?", f.Severity)
	}
	if f.Kind != "" {
		add("kind = ?", f.Kind)
	}
	if f.Outlet != "" {
		add(`outlets LIKE ? ESCAPE '\'`, like("\n"+f.Outlet+"\n"))
	}
	if f.Asked != "" {
		add(`asked LIKE ? ESCAPE '\'`, like("\n"+f.Asked+"\n"))
	}
	if f.Reported {
		add("reported = 1")
	}
	if f.Shown {
		add("(reported = 1 OR verdict = 'compatible')")
	}
	if f.Waiting {
		add("waiting > 0")
	}
	if f.Settled {
		add("waiting = 0")
	}
	if f.Text != "" {
		add(`words LIKE ? ESCAPE '\'`, like(strings.ToLower(f.Text)))
	}
	return strings.Join(parts, " AND "), args
}

// like looks for words as they stand.
func like(s string) string {
	return "%" + strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(s) + "%"
}

// Cases lists the cases that a filter lets through, in the order of the report,
// and says how many there are without its limit.
func (t *Tx) Cases(f Filter) ([]Case, int, error) {
	where, args := f.where()
	total := 0
	if err := t.row("SELECT COUNT(*) FROM cases WHERE "+where, args, &total); err != nil {
		return nil, 0, err
	}
	where += " ORDER BY ordinal, number"
	if f.Limit > 0 {
		where += " LIMIT ? OFFSET ?"
		args = append(args, f.Limit, f.Offset)
	}
	out, err := t.cases(where, args)
	return out, total, err
}

// AllCases lists the cases of a story, also those that the present run no
// longer has.
func (t *Tx) AllCases(story int64) ([]Case, error) {
	return t.cases("story = ? ORDER BY number", []any{story})
}

// Sum is how many cases of a run are alike.
type Sum struct {
	State, Verdict, Severity string
	Waiting, Reported        bool
	N                        int
}

// Sums counts the cases of a run.
func (t *Tx) Sums(story, run int64) ([]Sum, error) {
	var out []Sum
	err := t.rows(`SELECT state, verdict, severity, CASE WHEN waiting > 0 THEN 1 ELSE 0 END, reported, COUNT(*) FROM cases
		WHERE story = ? AND run = ? GROUP BY state, verdict, severity, CASE WHEN waiting > 0 THEN 1 ELSE 0 END, reported ORDER BY 1, 2, 3, 4, 5`,
		[]any{story, run}, func(r *sql.Rows) error {
			var s Sum
			err := r.Scan(&s.State, &s.Verdict, &s.Severity, scanBit{&s.Waiting}, scanBit{&s.Reported}, &s.N)
			out = append(out, s)
			return err
		})
	return out, err
}

// Choices lists the kinds, outlets and people asked of a run's cases, for filters.
func (t *Tx) Choices(story, run int64) (kinds, outlets, asked []string, err error) {
	err = t.rows("SELECT DISTINCT kind, outlets, asked FROM cases WHERE story = ? AND run = ?", []any{story, run}, func(r *sql.Rows) error {
		var k string
		var o, a []string
		err := r.Scan(&k, scanNames{&o}, scanNames{&a})
		kinds, outlets, asked = append(kinds, k), append(outlets, o...), append(asked, a...)
		return err
	})
	for _, list := range []*[]string{&kinds, &outlets, &asked} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	return kinds, outlets, asked, err
}
