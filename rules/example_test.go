package rules_test

import (
	"errors"
	"fmt"
	"log"
	"testing/fstest"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

// A Reader reads the facts of an article: what it is about, the value, and the
// exact words.
func ExampleReader_Read() {
	builtin, err := catalog.Builtin()
	if err != nil {
		log.Fatal(err)
	}
	text := "The court fined the shipping line. Ivo Marsh, its director, was sentenced to four years in prison."
	article := &corpus.Article{ID: "courier.txt", Outlet: "Courier", Text: text, Blocks: corpus.Split(text)}
	reading := rules.NewReader(builtin).Read(article)
	for _, f := range reading.Facts {
		if f.Rule.Name == "punishment.given" {
			fmt.Printf("%s: %v %s\n", f.Rule.Name, f.Value.Figure.Low, f.Value.Unit)
			fmt.Println(f.Evidence.In(text))
		}
	}
	// Output:
	// punishment.given: 4 year
	// sentenced to four years
}

// Extend adds rules of one's own, from a folder or from anything else that is a
// file system. Mistakes have their place.
func ExampleCatalog_Extend() {
	builtin, err := catalog.Builtin()
	if err != nil {
		log.Fatal(err)
	}
	rule := `summary: how many seats a party won
reports: Numbers of seats.
silent: Forecasts.
why: Seats decide who governs.
kind: count
severity: hihg
read:
  - clause: {agent: "<party:name>", predicate: [win], patient: "<seats:number> seat"}
    value: seats
fact: "seats won · {party}"
key: [party.entity]
compare: {by: figure, exact: true}
`
	_, err = builtin.Extend(fstest.MapFS{"seats.won/rule.yaml": {Data: []byte(rule)}}, ".")
	var fault *rules.Fault
	if errors.As(err, &fault) {
		fmt.Printf("line %d, column %d: %s\n", fault.Line, fault.Column, fault.What)
	}
	// Output: line 6, column 11: severity "hihg" is unknown; did you mean "high"? legal: high, low
}
