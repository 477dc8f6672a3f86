package reference_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/reference"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

func builtin(tb testing.TB) *rules.Catalog {
	c, err := catalog.Builtin()
	require.NoError(tb, err)
	return c
}

const offices = `# who holds what
- subject: Ilse Varn
  attribute: office held
  value: chancellor of Austria
  from: 2024-01-08
  to: 2025-05
  source: federal gazette
- {subject: ferry, attribute: casualties.killed, value: at least 11 people, source: coastguard log}
`

func TestReadYAML(t *testing.T) {
	facts, err := reference.Read(builtin(t), "offices.yaml", []byte(offices))
	require.NoError(t, err)
	require.Len(t, facts, 2)
	f := facts[0]
	assert.Equal(t, "R01", f.ID)
	assert.Equal(t, "offices.yaml:2", f.Place())
	assert.Equal(t, "from 2024-01-08 to 2025-05", f.When())
	assert.Equal(t, "2025-06-01", f.Period.To.Format("2006-01-02"), "May is held to its end")
	assert.Equal(t, rules.Office{Title: "chancellor", Class: "head-of-government", Scope: "AT"}, f.Stated.Value.Office)
	assert.Equal(t, 11.0, facts[1].Stated.Value.Figure.Low)
	assert.Equal(t, "casualties.killed", facts[1].Rules[0].Name)
	assert.Empty(t, facts[1].When())
}

// TestCSVReadsTheSame: both formats are one set of facts.
func TestCSVReadsTheSame(t *testing.T) {
	c := builtin(t)
	want, err := reference.Read(c, "x.yaml", []byte(offices))
	require.NoError(t, err)
	got, err := reference.Read(c, "x.csv", []byte("\ufeffSource,subject,attribute,value,to,from\r\n"+
		"federal gazette,Ilse Varn,office held,\"chancellor of Austria\",2025-05,2024-01-08\r\ncoastguard log,ferry,casualties.killed,at least  11 people,,\r\n"))
	require.NoError(t, err)
	require.Len(t, got, len(want))
	for i := range want {
		got[i].Line, got[i].Column, got[i].File = want[i].Line, want[i].Column, want[i].File
		assert.Equal(t, want[i], got[i])
	}
}

// TestRefuses: a fault has its file, line and column, and says what is legal.
func TestRefuses(t *testing.T) {
	c := builtin(t)
	yaml := func(fields string) string { return "- {" + fields + "}\n" }
	for _, tt := range []struct{ file, content, want string }{
		{"x.txt", "", `x.txt:1:1: the name of a reference file ends in ".txt"; legal: .yaml, .yml, .csv`},
		{"x.yaml", "a: [", "x.yaml:1:1: no YAML: "},
		{"x.yaml", "subject: a\n", "x.yaml:1:1: want a list of facts"},
		{"x.yaml", "- a\n", "x.yaml:1:3: want a fact with subject"},
		{"x.yaml", "- {}\n---\n- {}\n", "holds more than one document"},
		{"x.yaml", yaml("subjct: a"), `x.yaml:1:4: unknown field "subjct"; did you mean "subject"? legal: subject`},
		{"x.yaml", yaml("subject: a, subject: b"), `x.yaml:1:16: field "subject" stands twice`},
		{"x.yaml", yaml("subject: [a]"), "x.yaml:1:13: subject: want a single value"},
		{"x.yaml", yaml("subject: a, attribute: office held, value: mayor"), "x.yaml:1:3: no source; a line needs subject, attribute, value, source"},
		{"x.yaml", yaml("subject: ~, attribute: office held, value: mayor, source: b"), "x.yaml:1:13: no subject"},
		{"x.yaml", yaml("subject: a, attribute: ofice held, value: mayor, source: b"), `x.yaml:1:27: no rule reads the attribute "ofice held"; did you mean "office held"? `},
		{"x.yaml", yaml("subject: a, attribute: quotation, value: mayor, source: b"), `x.yaml:1:27: values of "quotation" (quotation) cannot be held against a reference; of `},
		{"x.yaml", yaml("subject: a, attribute: office held, value: mayr, source: b"), `x.yaml:1:47: no office is known in "mayr"; legal: a title`},
		{"x.yaml", yaml("subject: a, attribute: office held, value: former mayor, source: b"), `"former mayor" is no office that is held; legal: the office, with from and to`},
		{"x.yaml", yaml("subject: a, attribute: people killed, value: several, source: b"), `"several" is no figure; legal: a figure`},
		{"x.yaml", yaml("subject: a, attribute: people killed, value: 14 people and 3 dogs, source: b"), `"14 people and 3 dogs" is no figure`},
		{"x.yaml", yaml("subject: a, attribute: day, value: Monday, source: b"), `"Monday" is no date with its year`},
		{"x.yaml", yaml("subject: kept or held, attribute: share of territory, value: 80%, source: b"), `"80%" does not say which part; legal: `},
		{"x.yaml", yaml("subject: a, attribute: office held, value: mayor, source: b, from: 1 May 2025"), `x.yaml:1:71: "1 May 2025" is no date; legal: a day (2026-03-09)`},
		{"x.yaml", yaml("subject: a, attribute: office held, value: mayor, source: b, from: 2025-02, to: 2025-01"), "x.yaml:1:84: to 2025-01 lies before from 2025-02"},
		{"x.csv", "subject,valu\n", `x.csv:1:9: unknown heading "valu"; did you mean "value"? legal: `},
		{"x.csv", "subject,subject\n", `x.csv:1:9: heading "subject" stands twice`},
		{"x.csv", "subject,value,source\n", `x.csv:1:1: no heading "attribute"; legal: `},
		{"x.csv", "subject,attribute,value,source\na,b\n", "x.csv:2:1: 2 cells below 4 headings"},
		{"x.csv", "subject,attribute,value,source\na,office held,\"may\"or,b\n", "x.csv:2:19: no CSV: "},
		{"x.csv", "subject,attribute,value,source\na,office held,,b\n", "x.csv:2:15: no value; "},
	} {
		t.Run(tt.file+" "+tt.content, func(t *testing.T) {
			facts, err := reference.Read(c, tt.file, []byte(tt.content))
			require.Error(t, err)
			assert.Contains(t, err.Error(), tt.want)
			assert.Empty(t, facts)
			for _, line := range strings.Split(err.Error(), "\n") {
				assert.Regexp(t, `^x\.\w+:[1-9]\d*:[1-9]\d*: |^    `, line)
			}
		})
	}
}

// TestLoad: facts are numbered through, and all faults of all files are named.
func TestLoad(t *testing.T) {
	c, dir := builtin(t), t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, []byte(content), 0o644))
		return path
	}
	a, b := write("a.yaml", offices), write("b.csv", "subject,attribute,value,source\nferry,people killed,14,log\n")
	set, err := reference.Load(c, a, b)
	require.NoError(t, err)
	require.Len(t, set.Facts, 3)
	assert.Equal(t, "R03", set.Facts[2].ID)
	_, err = reference.Load(c, write("bad.yaml", "- {}"), write("bad.csv", "x\n"))
	require.Error(t, err)
	assert.Contains(t, err.Error(), "bad.yaml:1:3: no subject")
	assert.Contains(t, err.Error(), `bad.csv:1:1: unknown heading "x"`)
	_, err = reference.Load(c, filepath.Join(dir, "nowhere.csv"))
	assert.ErrorIs(t, err, os.ErrNotExist)
}

// FuzzRead: whatever a file holds, it is read or refused with a place.
func FuzzRead(f *testing.F) {
	c := builtin(f)
	f.Add("x.yaml", []byte(offices))
	f.Add("x.csv", []byte("subject,attribute,value,source,from\nwar,length,4 years,archive,2026\n"))
	f.Add("x.yaml", []byte("- &a {subject: *a}"))
	f.Add("x.csv", []byte("subject,attribute,value,source\na,share of territory,80% kept,b\na,office held,of,b\n"))
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		facts, err := reference.Read(c, name, content)
		for i := range facts {
			if facts[i].Line < 1 || facts[i].Column < 1 || len(facts[i].Rules) == 0 {
				t.Fatalf("%+v", facts[i])
			}
		}
		if err != nil && !strings.Contains(err.Error(), ":") {
			t.Fatal(err)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	c := builtin(b)
	content := []byte(strings.Repeat(offices, 200))
	b.SetBytes(int64(len(content)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := reference.Read(c, "x.yaml", content); err != nil {
			b.Fatal(err)
		}
	}
}
