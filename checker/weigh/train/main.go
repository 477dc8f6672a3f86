// Command train grows the trees of package weigh from labelled stories, and says by parts
// left aside how right they are.
//
//	go run ./checker/weigh/train -of KIND -out FILE FOLDER...
//
// The embedded trees were grown so, with the stories of the measuring set whose number is
// even and without the pairs that are only scored. Those of figures did not learn from the
// long stories, which so measure them; those of denials need the many pairs of these that are
// none:
//
//	go run ./checker/weigh/train -of figures -leave 'kept-*,5-*,19-*,35-*,71-*' \
//	    -out checker/weigh/figureclues/trees.txt examples/labelled examples/pairs ../shared/data
//	go run ./checker/weigh/train -of denials -leave 'kept-*,5-*,19-*,35-*,71-*' \
//	    -out checker/denial/trees.txt examples/labelled examples/long ../shared/data
//
// Each folder has stories/ and labels/, as concord measure takes them. A pair of figures is
// of one thing where both lie on the words of one labelled discrepancy; pairs of facts that
// are labelled compatible are left out. A clause denies another where both have words of one
// labelled discrepancy and not of the same value; pairs of which the sentences have such words and the clauses
// do not are left out. The same folders give the same bytes.
package main

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"hash/fnv"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/denial"
	"github.com/concord-news/concord/checker/measure"
	"github.com/concord-news/concord/checker/weigh"
	"github.com/concord-news/concord/checker/weigh/figureclues"
	"github.com/concord-news/concord/checker/weigh/learn"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

func main() {
	of := flag.String("of", "figures", "what trees are grown for: figures, of one thing or not, or denials")
	out := flag.String("out", "", "write the trees to this file")
	folds := flag.Int("folds", 8, "parts of the stories that are left aside in turn to measure, 0: none")
	list := flag.String("list", "", "write the pairs of the stories left aside to this file, with their points, what the labels say, story and words")
	leave := flag.String("leave", "", "leave out the stories whose names match one of these patterns, with commas between them")
	flag.Parse()
	if err := run(*of, *out, *list, strings.Split(*leave, ","), *folds, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// task is what trees are grown for.
type task struct {
	sheet *weigh.Sheet
	// pairs lists the pairs of a story, with what its labels say of them.
	pairs func(st *corpus.Story, labels *measure.Labels, reader *rules.Reader) ([]pair, error)
}

var tasks = map[string]task{
	"figures": {figureclues.Sheet, figures},
	"denials": {denial.Sheet, denials},
}

func run(of, out, list string, leave []string, folds int, folders []string) error {
	t, ok := tasks[of]
	if !ok {
		return fmt.Errorf("-of %s; legal: %s", of, strings.Join(slices.Sorted(maps.Keys(tasks)), ", "))
	}
	c, err := catalog.Builtin()
	if err != nil {
		return err
	}
	reader := rules.NewReader(c)
	var all []pair
	for _, f := range folders {
		own, err := t.read(f, reader, leave)
		if err != nil {
			return err
		}
		fmt.Printf("%s: %d pairs, %d of which it is so\n", f, len(own), learn.Count(trained(own, every)))
		all = append(all, own...)
	}
	if folds > 1 {
		points := t.leftAside(all, folds)
		printCurve(all, points)
		if err := writeList(list, all, points); err != nil {
			return err
		}
	}
	if out == "" {
		return nil
	}
	return os.WriteFile(out, learn.Grow(t.sheet, trained(all, every), learn.Usual).Write(), 0o644)
}

// pair is a pair with the label on whose words both lie.
type pair struct {
	learn.Pair
	folder, story string
	// label is the discrepancy's, "" for none; open: the labels leave open what it is.
	label string
	open  bool
	// apart: the labels do not say what is so of the very words.
	apart bool
	words string
}

// trained is the pairs to learn from among those that in picks.
func trained(all []pair, in func(p *pair) bool) []learn.Pair {
	var out []learn.Pair
	for i := range all {
		if p := &all[i]; in(p) && !p.open {
			out = append(out, p.Pair)
		}
	}
	return out
}

func every(*pair) bool { return true }

// read reads the pairs of the stories of a folder.
func (t task) read(folder string, reader *rules.Reader, leave []string) ([]pair, error) {
	files, err := filepath.Glob(filepath.Join(folder, "labels", "*.json"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("%s: no labels/*.json", folder)
	}
	slices.Sort(files)
	var out []pair
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		if slices.ContainsFunc(leave, func(p string) bool { ok, _ := path.Match(p, name); return ok }) {
			continue
		}
		labels, err := measure.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		stories, problems := corpus.Load([]string{filepath.Join(folder, "stories", name)})
		if len(problems) > 0 || len(stories) != 1 {
			return nil, fmt.Errorf("%s: %d stories, %v", name, len(stories), problems)
		}
		own, err := t.pairs(&stories[0], labels, reader)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		for i := range own {
			own[i].folder, own[i].story = folder, name
		}
		out = append(out, own...)
	}
	return out, nil
}

// figures lists the pairs of figures of a story: whether they are told of one thing.
func figures(st *corpus.Story, labels *measure.Labels, reader *rules.Reader) ([]pair, error) {
	places, err := labels.Places(st)
	if err != nil {
		return nil, err
	}
	var out []pair
	for _, fp := range checker.FigurePairs(st, checker.Options{Reader: reader}) {
		p := pair{Pair: learn.Pair{Clues: fp.Clues[:]}, words: fp.Places[0].In(fp.Places[0].Article.Text) + " / " + fp.Places[1].In(fp.Places[1].Article.Text)}
		for i := range labels.Facts {
			if !on(places[i], fp.Places[0]) || !on(places[i], fp.Places[1]) {
				continue
			}
			if l := &labels.Facts[i]; l.Discrepancy() {
				p.Is, p.label = true, l.ID
			} else if l.Verdict == checker.Compatible.String() {
				p.open = true
			}
		}
		p.open = p.open && !p.Is
		out = append(out, p)
	}
	return out, nil
}

// denials lists the pairs of clauses of a story: whether one denies what the other says.
func denials(st *corpus.Story, labels *measure.Labels, reader *rules.Reader) ([]pair, error) {
	places, err := labels.Places(st)
	if err != nil {
		return nil, err
	}
	var out []pair
	for _, d := range checker.Denials(st, checker.Options{Reader: reader}) {
		p := pair{Pair: learn.Pair{Clues: d.Clues[:]}, words: d.Places[0].In(d.Places[0].Article.Text) + " / " + d.Places[1].In(d.Places[1].Article.Text)}
		for i := range labels.Facts {
			l := &labels.Facts[i]
			if !l.Discrepancy() {
				continue
			}
			switch x, y := valuesOn(l, places[i], d.Places[0]), valuesOn(l, places[i], d.Places[1]); {
			case len(x) > 0 && len(y) > 0:
				p.Is = p.Is || differ(x, y)
				if differ(x, y) {
					p.label = l.ID
				}
			case on(places[i], d.Sentences[0]) && on(places[i], d.Sentences[1]):
				p.open = true
			}
		}
		p.open = p.open && !p.Is
		p.apart = p.open
		out = append(out, p)
	}
	return out, nil
}

// valuesOn lists the values of the rows of a label that lie on a place.
func valuesOn(l *measure.Label, rows []checker.Place, p checker.Place) []string {
	var out []string
	for i, r := range rows {
		if r.Article == p.Article && r.Overlaps(p.Span) {
			out = append(out, strings.ToLower(strings.TrimSpace(l.Evidence[i].Value)))
		}
	}
	return out
}

// differ reports whether two rows have other values, or do not say which they have.
func differ(x, y []string) bool {
	return slices.ContainsFunc(x, func(v string) bool { return v == "" || slices.ContainsFunc(y, func(w string) bool { return v != w }) })
}

func on(rows []checker.Place, p checker.Place) bool {
	return slices.ContainsFunc(rows, func(r checker.Place) bool { return r.Article == p.Article && r.Overlaps(p.Span) })
}

// writeList writes the pairs, those with the most points first, a line each.
func writeList(file string, all []pair, points []float64) error {
	if file == "" {
		return nil
	}
	var b bytes.Buffer
	for _, i := range byPoints(points) {
		p := &all[i]
		says := "no"
		if p.Is {
			says = "yes"
		} else if p.open {
			says = "open"
		}
		fmt.Fprintf(&b, "%+.2f\t%s\t%s/%s\t%s\t%s\n", points[i], says, path.Base(p.folder), p.story, p.label, strings.ReplaceAll(p.words, "\n", " "))
	}
	return os.WriteFile(file, b.Bytes(), 0o644)
}

// leftAside grows trees without each part of the stories in turn and asks them about
// that part.
func (t task) leftAside(all []pair, folds int) []float64 {
	part := func(p *pair) int {
		h := fnv.New32a()
		h.Write([]byte(p.folder + "/" + p.story))
		return int(h.Sum32()>>8) % folds
	}
	points := make([]float64, len(all))
	for k := range folds {
		f := learn.Grow(t.sheet, trained(all, func(p *pair) bool { return part(p) != k }), learn.Usual)
		for i := range all {
			if part(&all[i]) == k {
				points[i] = f.Points(all[i].Clues)
			}
		}
	}
	return points
}

// byPoints orders the indexes of pairs, those with the most points first.
func byPoints(points []float64) []int {
	order := make([]int, len(points))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(points[b], points[a]) })
	return order
}

// printCurve prints, for bounds of points, what would be found.
func printCurve(all []pair, points []float64) {
	fmt.Println("stories left aside: points asked, labelled discrepancies found, pairs on nothing labelled so")
	order := byPoints(points)
	total := map[string]bool{}
	for i := range all {
		if all[i].Is {
			total[all[i].story+"/"+all[i].label] = true
		}
	}
	found, wrong := map[string]bool{}, map[string]bool{}
	next := 0
	for bound := 2.5; bound >= -1.5; bound -= 0.25 {
		for ; next < len(order) && points[order[next]] >= bound; next++ {
			if p := &all[order[next]]; p.Is {
				found[p.story+"/"+p.label] = true
			} else if !p.apart {
				wrong[p.story+"/"+p.words] = true
			}
		}
		fmt.Printf("%+.2f  %4d of %d  %4d  %.3f\n", bound, len(found), len(total), len(wrong), float64(len(found))/float64(max(1, len(found)+len(wrong))))
	}
}
