package config_test

import (
	"fmt"
	"log"

	"github.com/concord-news/concord/checker/config"
	"github.com/concord-news/concord/rules/catalog"
)

// Adjust returns the rules as a newsroom wants them.
func ExampleConfig_Adjust() {
	builtin, err := catalog.Builtin()
	if err != nil {
		log.Fatal(err)
	}
	settings, err := config.Parse("concord.yaml", []byte("rules:\n  superlative.*: off\n  money.amount: {tolerance: 2%}\n"))
	if err != nil {
		log.Fatal(err)
	}
	adjusted, effects, err := settings.Adjust(builtin)
	if err != nil {
		log.Fatal(err)
	}
	for _, e := range effects {
		fmt.Println(e.Rule, e.What)
	}
	fmt.Println(adjusted.Off)
	// Output:
	// money.amount tolerance 2%
	// superlative.ever off
	// superlative.history off
	// [superlative.ever superlative.history]
}
