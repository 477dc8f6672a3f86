// Package catalog holds the rules that are built in, a folder a rule, and the
// word classes that they share.
//
// The package is meant for use by other programs; docs/api.md says what is
// promised of it.
package catalog

import (
	"embed"
	"io/fs"

	"github.com/concord-news/concord/rules"
)

//go:embed attributes.yaml classes.yaml deeds.yaml */rule.yaml */testdata/*.txtar
var files embed.FS

// Files returns the built-in catalogue as it lies in the tree.
func Files() fs.FS { return files }

// Builtin loads the built-in catalogue. It loads anew at each call; hold on to
// what it returns.
func Builtin() (*rules.Catalog, error) { return rules.LoadCatalog(files, ".") }
