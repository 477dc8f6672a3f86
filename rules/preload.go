package rules

import (
	"sync"

	"github.com/concord-news/concord/rules/names"
	"github.com/concord-news/concord/rules/syntax"
	"github.com/concord-news/concord/rules/text"
)

// Preload loads the embedded models and lists, several at once. Reading loads
// what is not loaded yet, and so needs no Preload; a program that calls it while
// it does something else has its first article sooner.
func Preload() {
	var wg sync.WaitGroup
	wg.Go(func() { syntax.Tag(text.ParseString("A.")) })
	wg.Go(func() { names.Read(text.ParseString("A.")) })
	wg.Wait()
}
