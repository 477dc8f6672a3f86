package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// top is the top of the repository, as tests of this package see it.
const top = "../.."

const module = "github.com/concord-news/concord/"

// The house style. A function that does not fit is two functions.
const (
	mostFunctionLines = 60
	mostFileLines     = 400
)

// source is one Go file of the repository.
type source struct {
	// path is relative to the top, with slashes.
	path string
	file *ast.File
	fset *token.FileSet
}

func (s source) lines() int { return s.fset.File(s.file.Pos()).LineCount() }

func (s source) test() bool { return strings.HasSuffix(s.path, "_test.go") }

// sources parses every Go file of the repository.
func sources(t *testing.T) []source {
	t.Helper()
	var out []source
	err := filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() && (name == "testdata" || strings.HasPrefix(name, ".") && path != top) {
			return filepath.SkipDir
		}
		if d.IsDir() || filepath.Ext(name) != ".go" {
			return nil
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(top, path)
		out = append(out, source{filepath.ToSlash(rel), f, fset})
		return err
	})
	require.NoError(t, err)
	require.NotEmpty(t, out)
	return out
}

// layers are the top folders in the order of their imports: each may import
// what stands before it. Nothing but commands and tests needs examples.
func layers() []string { return []string{"corpus", "rules", "checker", "examples", "cmd"} }

func TestImportsPointOneWay(t *testing.T) {
	for _, s := range sources(t) {
		from := layer(s.path)
		if from < 0 {
			t.Errorf("%s: lies in no folder of %v", s.path, layers())
			continue
		}
		for _, spec := range s.file.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			require.NoError(t, err)
			inner, ok := strings.CutPrefix(path, module)
			if !ok {
				continue
			}
			to := layer(inner + "/")
			if to > from && !s.test() {
				t.Errorf("%s imports %s: imports point from cmd to checker to rules to corpus", s.path, path)
			}
			if strings.HasPrefix(inner, "examples") && !s.test() && layers()[from] != "cmd" {
				t.Errorf("%s imports %s: only commands and tests need examples", s.path, path)
			}
		}
	}
}

func layer(path string) int {
	first, _, _ := strings.Cut(path, "/")
	return slices.Index(layers(), first)
}

func TestPackagesAreDocumented(t *testing.T) {
	documented := map[string]bool{}
	for _, s := range sources(t) {
		if s.test() {
			continue
		}
		dir := filepath.ToSlash(filepath.Dir(s.path))
		documented[dir] = documented[dir] || s.file.Doc.Text() != ""
	}
	for dir, ok := range documented {
		assert.True(t, ok, "package %s: no file has a package comment", dir)
	}
}

func TestFunctionsAndFilesAreShort(t *testing.T) {
	for _, s := range sources(t) {
		if ast.IsGenerated(s.file) {
			continue
		}
		assert.LessOrEqual(t, s.lines(), mostFileLines, "%s: lines", s.path)
		if s.test() {
			continue // tables of cases are long and are read one by one
		}
		for _, d := range s.file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			n := s.fset.Position(f.End()).Line - s.fset.Position(f.Pos()).Line + 1
			assert.LessOrEqual(t, n, mostFunctionLines, "%s: lines of %s", s.path, f.Name.Name)
		}
	}
}

// TestNoInitFunctions: a package does nothing until it is called.
func TestNoInitFunctions(t *testing.T) {
	for _, s := range sources(t) {
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
				t.Errorf("%s: has an init function", s.path)
			}
		}
	}
}
