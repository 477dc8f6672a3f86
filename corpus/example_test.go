package corpus_test

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/concord-news/concord/corpus"
)

// Load reads a folder as one story. What cannot be read is a problem, and the
// rest is read.
func ExampleLoad() {
	dir, err := os.MkdirTemp("", "concord")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	for name, text := range map[string]string{
		"ferry/courier.txt": "The ferry Alba sank off Dunmore on Monday, killing 14 people.",
		"ferry/gazette.txt": "Fourteen people died when a ferry sank off Dunmore.",
		"ferry/scan.txt":    "\x00\x01\x02",
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			log.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			log.Fatal(err)
		}
	}

	stories, problems := corpus.Load([]string{filepath.Join(dir, "ferry")})
	for _, s := range stories {
		fmt.Println(s.Name)
		for _, a := range s.Articles {
			fmt.Printf("  %s: %s, %d block\n", a.ID, a.Outlet, len(a.Blocks))
		}
	}
	for _, p := range problems {
		fmt.Println("not read:", filepath.Base(p.Path))
	}
	// Output:
	// ferry
	//   courier.txt: Courier, 1 block
	//   gazette.txt: Gazette, 1 block
	// not read: scan.txt
}

// A Span points into the text of an article, and is never moved.
func ExampleSpan_In() {
	text := "The ferry sank, killing 14 people."
	fmt.Println(corpus.Span{Start: 16, End: 33}.In(text))
	// Output: killing 14 people
}
