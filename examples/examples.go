// Package examples embeds the invented stories that documentation and tests
// run on, so that the program has something to read wherever it stands.
//
// Every outlet, person and event in them is made up. They are written to carry
// real discrepancies beside look-alikes that must stay silent.
package examples

import "embed"

// SecurityTalks is the name of the folder of the first example: five outlets
// on one round of peace talks.
const SecurityTalks = "security-talks"

// Files holds the example stories, a folder each.
//
//go:embed security-talks
var Files embed.FS
