// Command measure prints how well the text of pages is made out, on the
// annotated pages that ship inside the go-trafilatura module: for each page,
// phrases that its article has and phrases that only its furniture has.
//
//	go run ./corpus/html/measure
package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/concord-news/concord/corpus/html"
	"github.com/concord-news/concord/corpus/item"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintf(os.Stderr, "measure: %v\n", err)
		os.Exit(1)
	}
}

// page is an annotated page.
type page struct {
	url, file     string
	with, without []string
}

// tally counts phrases: those of the article found and missed, and those of
// furniture found and rightly left out.
type tally struct{ found, missed, wrong, left int }

func (t *tally) print(name string) {
	tp, fn, fp := float64(t.found), float64(t.missed), float64(t.wrong)
	fmt.Printf("%-28s P %.3f  R %.3f  F %.3f\n", name, tp/(tp+fp), tp/(tp+fn), 2*tp/(2*tp+fp+fn))
}

func run() error {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/markusmobius/go-trafilatura").Output()
	if err != nil {
		return fmt.Errorf("finding the module of the pages: %w", err)
	}
	dir := strings.TrimSpace(string(out))
	pages, err := annotations(filepath.Join(dir, "scripts", "comparison", "data.go"))
	if err != nil {
		return err
	}
	var loaded, body tally
	size, chars, none, dated, unreadable := 0, 0, 0, 0, 0
	var took time.Duration
	for _, p := range pages {
		b, err := open(dir, p.file)
		if err != nil {
			unreadable++
			continue
		}
		start := time.Now()
		it, err := html.Read(b, html.Options{URL: item.Stated{Value: p.url, From: "annotation"}})
		took += time.Since(start)
		size += len(b)
		if err != nil {
			none++
			it = &item.Item{}
		}
		chars += len(it.Text)
		if it.Published.Known() {
			dated++
		}
		loaded.count(p, it.Text)
		body.count(p, withoutHeadline(it))
	}
	fmt.Printf("%d pages (%d not in the module), %d without a text, %d with a time of publication\n", len(pages)-unreadable, unreadable, none, dated)
	loaded.print("text as loaded")
	body.print("the same without headline")
	fmt.Printf("%.1f MB/s of HTML, %.2f MB/s of text\n", float64(size)/1e6/took.Seconds(), float64(chars)/1e6/took.Seconds())
	return nil
}

func (t *tally) count(p page, text string) {
	text = item.Line(text)
	for _, s := range p.with {
		if strings.Contains(text, item.Line(s)) {
			t.found++
		} else {
			t.missed++
			if os.Getenv("MEASURE_LIST") != "" {
				fmt.Printf("missed\t%s\t%s\n", p.file, s)
			}
		}
	}
	for _, s := range p.without {
		if strings.Contains(text, item.Line(s)) {
			t.wrong++
			if os.Getenv("MEASURE_LIST") != "" {
				fmt.Printf("wrong\t%s\t%s\n", p.file, s)
			}
		} else {
			t.left++
		}
	}
}

func withoutHeadline(it *item.Item) string {
	if len(it.Parts) > 0 && it.Parts[0].Kind == item.Headline {
		return it.Text[it.Parts[0].End:]
	}
	return it.Text
}

func open(dir, name string) ([]byte, error) {
	b, err := os.ReadFile(filepath.Join(dir, "test-files", "comparison", name))
	if err != nil {
		b, err = os.ReadFile(filepath.Join(dir, "test-files", "mock", name))
	}
	return b, err
}

// annotations reads the pages from the Go source that lists them, in the order
// of their addresses.
func annotations(path string) ([]page, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("annotations: %w", err)
	}
	f, err := parser.ParseFile(token.NewFileSet(), path, bytes.NewReader(src), 0)
	if err != nil {
		return nil, fmt.Errorf("annotations: %w", err)
	}
	var pages []page
	ast.Inspect(f, func(n ast.Node) bool {
		kv, ok := n.(*ast.KeyValueExpr)
		if !ok {
			return true
		}
		key, isText := kv.Key.(*ast.BasicLit)
		value, isEntry := kv.Value.(*ast.CompositeLit)
		if isText && isEntry {
			pages = append(pages, entry(unquote(key), value))
			return false
		}
		return true
	})
	slices.SortFunc(pages, func(a, b page) int { return strings.Compare(a.url, b.url) })
	return pages, nil
}

func entry(url string, lit *ast.CompositeLit) page {
	p := page{url: url}
	for _, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		switch kv.Key.(*ast.Ident).Name {
		case "File":
			p.file = unquote(kv.Value)
		case "With":
			p.with = texts(kv.Value)
		case "Without":
			p.without = texts(kv.Value)
		}
	}
	return p
}

func texts(e ast.Expr) []string {
	lit, ok := e.(*ast.CompositeLit)
	if !ok {
		return nil
	}
	var out []string
	for _, e := range lit.Elts {
		out = append(out, unquote(e))
	}
	return out
}

func unquote(e ast.Expr) string {
	lit, ok := e.(*ast.BasicLit)
	if !ok {
		return ""
	}
	s, err := strconv.Unquote(lit.Value)
	if err != nil {
		return ""
	}
	return s
}
