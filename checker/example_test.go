package checker_test

import (
	"fmt"
	"log"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

// article makes an article of a text.
func article(id, outlet, text string) *corpus.Article {
	return &corpus.Article{ID: id, Outlet: outlet, Text: text, Blocks: corpus.Split(text)}
}

// Check holds the articles of a story against each other. A finding has its
// verdict, the reason with its arithmetic, and what each article says.
func ExampleCheck() {
	builtin, err := catalog.Builtin()
	if err != nil {
		log.Fatal(err)
	}
	story := &corpus.Story{Name: "ferry", Articles: []*corpus.Article{
		article("courier.txt", "Courier", "Ivo Marsh was sentenced to four years in prison on Monday. The ferry that he owned had sunk off Dunmore."),
		article("gazette.txt", "Gazette", "On Monday Ivo Marsh was jailed for five years. He had appealed for mercy."),
	}}
	r := checker.Check(story, checker.Options{Reader: rules.NewReader(builtin)})
	for _, f := range r.Findings {
		if !f.Verdict.Discrepancy() {
			continue
		}
		fmt.Printf("%s, %s severity: %s\n", f.Verdict, f.Severity, f.Fact)
		for _, v := range f.Values {
			fmt.Printf("  %s: %s, %q\n", v.Article.Outlet, v.Reading, v.Text())
		}
		fmt.Println("  " + f.Why)
	}
	// Output:
	// conflict, high severity: prison term · Ivo Marsh
	//   Courier: 4 years, "sentenced to four years"
	//   Gazette: 5 years, "jailed for five years"
	//   Courier and Gazette: 4 years and 5 years are 1 apart
}
