package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/concord-news/concord/corpus"
	pile "github.com/concord-news/concord/corpus/group"
	"github.com/concord-news/concord/corpus/origin"
	"github.com/concord-news/concord/corpus/versions"
)

// originsCommand shows who wrote the words.
func (c *Command) originsCommand() *cobra.Command {
	var o loading
	format := newChoice("table", "table", "json")
	cmd := &cobra.Command{
		Use:   "origins [flags] PATH...",
		Short: "Show which articles share their words, and what copies changed",
		Long: `Origins shows for each story who shares what with whom: the origin of each
article, the agencies it credits, the passages that two articles share and how
much of the shorter one they are, figures that one copy has otherwise than
another, and articles that are versions of one another.`,
		Example: `  concord origins story/
  concord origins --format json monday/*.html`,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("concord origins: nothing to read; give folders or files")
			}
			ctx, stop := interruptible()
			defer stop()
			in, err := c.load(ctx, o, args)
			if err != nil {
				return err
			}
			return c.printOrigins(in, format.value)
		},
	}
	cmd.Flags().Var(format, "format", "how to print them")
	o.add(cmd.Flags())
	return cmd
}

func (c *Command) printOrigins(in *input, format string) error {
	out := json.NewEncoder(c.Stdout)
	out.SetEscapeHTML(false)
	all := in.stories
	if len(in.rest) > 0 {
		all = append(all, corpus.Story{Name: pile.Ungrouped, Articles: in.rest})
	}
	for i, s := range all {
		view := originsOf(s)
		if format == "json" {
			if err := out.Encode(view); err != nil {
				return fmt.Errorf("origins of %s: %w", s.Name, err)
			}
			continue
		}
		if i > 0 {
			fmt.Fprintln(c.Stdout)
		}
		if _, err := c.Stdout.Write([]byte(view.text())); err != nil {
			return fmt.Errorf("origins of %s: %w", s.Name, err)
		}
	}
	return nil
}

// originView is the origins of one story, as they are printed.
type originView struct {
	Story    string          `json:"story"`
	Origins  int             `json:"origins"`
	Articles []originArticle `json:"articles"`
	Shared   []originPair    `json:"shared"`
	Versions []originChain   `json:"versions,omitempty"`
}

type originArticle struct {
	ID      string   `json:"id"`
	Outlet  string   `json:"outlet"`
	Origin  string   `json:"origin"`
	Credits []string `json:"credits,omitempty"`
	Sources []string `json:"sources,omitempty"`
}

type originPair struct {
	A     string `json:"a"`
	B     string `json:"b"`
	Same  bool   `json:"same_origin"`
	Words int    `json:"words"`
	// Share is Words over the words of the shorter article, 0 to 1.
	Share    float64         `json:"share"`
	Passages []originPassage `json:"passages"`
	Changes  []originChange  `json:"changed_figures,omitempty"`
}

// originPlaces is where something stands in the two articles of a pair.
type originPlaces struct {
	AStart int `json:"a_start"`
	AEnd   int `json:"a_end"`
	BStart int `json:"b_start"`
	BEnd   int `json:"b_end"`
}

type originPassage struct {
	originPlaces
	Words int    `json:"words"`
	Text  string `json:"text"`
}

type originChange struct {
	originPlaces
	A string `json:"a"`
	B string `json:"b"`
}

type originChain struct {
	Because  string   `json:"because"`
	Articles []string `json:"articles"`
}

func originsOf(s corpus.Story) originView {
	r := origin.Find(s.Articles)
	v := originView{Story: s.Name, Origins: r.Count(), Shared: []originPair{}}
	for i, a := range r.Articles {
		e := originArticle{ID: a.ID, Outlet: a.Outlet, Origin: r.Labels[i], Credits: r.Credits[i]}
		for _, src := range r.Sources[i] {
			e.Sources = append(e.Sources, src.How+": "+src.Name)
		}
		v.Articles = append(v.Articles, e)
	}
	for _, p := range r.Pairs {
		v.Shared = append(v.Shared, newOriginPair(r, p))
	}
	for _, c := range versions.Find(s.Articles) {
		chain := originChain{Because: c.Because}
		for _, a := range c.Articles {
			chain.Articles = append(chain.Articles, a.ID)
		}
		v.Versions = append(v.Versions, chain)
	}
	return v
}

func newOriginPair(r *origin.Result, p origin.Pair) originPair {
	a, b := r.Articles[p.A], r.Articles[p.B]
	out := originPair{A: a.ID, B: b.ID, Same: p.Same(), Words: p.Words, Share: float64(int(p.Share*1000+0.5)) / 1000}
	for _, q := range p.Passages {
		out.Passages = append(out.Passages, originPassage{originPlaces{q.A.Start, q.A.End, q.B.Start, q.B.End}, q.Words, oneLine(q.A.In(a.Text))})
	}
	for _, ch := range p.Changes {
		out.Changes = append(out.Changes, originChange{originPlaces{ch.A.Start, ch.A.End, ch.B.Start, ch.B.End}, oneLine(ch.A.In(a.Text)), oneLine(ch.B.In(b.Text))})
	}
	return out
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// text writes the view for people.
func (v originView) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s · %s\n\n", v.Story, counted(len(v.Articles), "article"), counted(v.Origins, "independent origin"))
	outlets := map[string]string{}
	for _, a := range v.Articles {
		outlets[a.ID] = a.Outlet
		fmt.Fprintf(&b, "%-3s %s  %s", a.Origin, a.Outlet, a.ID)
		if notes := append(credited(a.Credits), a.Sources...); len(notes) > 0 {
			fmt.Fprintf(&b, "  (%s)", strings.Join(notes, "; "))
		}
		b.WriteByte('\n')
	}
	for _, p := range v.Shared {
		relation := "share"
		if p.Same {
			relation = "one origin:"
		}
		fmt.Fprintf(&b, "\n%s = %s  %s %d words, %.0f%% of the shorter, %s\n", outlets[p.A], outlets[p.B], relation, p.Words, 100*p.Share,
			counted(len(p.Passages), "passage"))
		for _, q := range p.Passages {
			fmt.Fprintf(&b, "  %4d words  %s\n", q.Words, shortened(q.Text))
		}
		for _, ch := range p.Changes {
			fmt.Fprintf(&b, "  same text, other figure: %q in %s, %q in %s\n", ch.A, outlets[p.A], ch.B, outlets[p.B])
		}
	}
	for _, c := range v.Versions {
		fmt.Fprintf(&b, "\nversions of one article (%s): %s\n", c.Because, strings.Join(c.Articles, " -> "))
	}
	return b.String()
}

func credited(names []string) []string {
	if len(names) == 0 {
		return nil
	}
	return []string{"credits " + strings.Join(names, ", ")}
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// shortened cuts the middle out of a long passage.
func shortened(s string) string {
	const side = 44
	r := []rune(s)
	if len(r) <= 2*side+5 {
		return s
	}
	return string(r[:side]) + " ... " + string(r[len(r)-side:])
}
