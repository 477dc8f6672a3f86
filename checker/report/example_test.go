package report_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

// checked is a report of two short articles.
func checked() *checker.Report {
	builtin, err := catalog.Builtin()
	if err != nil {
		log.Fatal(err)
	}
	story := &corpus.Story{Name: "harbour"}
	for _, a := range [][2]string{
		{"Courier", "Ivo Marsh was sentenced to four years in prison on Monday. The ferry that he owned had sunk off Dunmore."},
		{"Gazette", "On Monday Ivo Marsh was jailed for five years. He had appealed for mercy."},
	} {
		story.Articles = append(story.Articles, &corpus.Article{ID: strings.ToLower(a[0]) + ".txt", Outlet: a[0], Text: a[1], Blocks: corpus.Split(a[1])})
	}
	return checker.Check(story, checker.Options{Reader: rules.NewReader(builtin)})
}

// Table writes a report for people to read in a terminal.
func ExampleTable() {
	var b strings.Builder
	if err := report.Table(&b, checked(), report.TableOptions{Width: 80}); err != nil {
		log.Fatal(err)
	}
	lines := strings.Split(b.String(), "\n")
	fmt.Println(strings.Join(lines[4:11], "\n"))
	// Output:
	// ID   SEV   VERDICT   FACT                     GAP  RULE
	// F01  high  CONFLICT  prison term · Ivo Marsh  1    punishment.given
	//      why  Courier and Gazette: 4 years and 5 years are 1 apart
	//      4 years  Courier  "sentenced to four years"
	//                        courier.txt:1 · own voice
	//      5 years  Gazette  "jailed for five years"
	//                        gazette.txt:1 · own voice
}

// Read reads a report that JSON wrote; programs that are not written in Go use
// docs/report.schema.json.
func ExampleRead() {
	var b strings.Builder
	if err := report.JSON(&b, checked(), report.Run{Version: "0.1.0"}); err != nil {
		log.Fatal(err)
	}
	r, err := report.Read(strings.NewReader(b.String()))
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range r.Findings {
		if f.Verdict == "conflict" {
			fmt.Println(f.ID, f.Fact, "gap", f.Gap)
		}
	}
	// Output: F01 prison term · Ivo Marsh gap 1
}
