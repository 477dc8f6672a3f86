// Command train grows the trees of package weigh from labelled stories, and says by parts
// left aside how right they are.
//
//	go run ./checker/weigh/train -out checker/weigh/trees.txt FOLDER...
//
// The embedded trees were grown so, with the stories of the measuring set whose number is
// even and without the pairs that are only scored:
//
//	go run ./checker/weigh/train -leave 'kept-*,5-*,19-*,35-*,71-*' -out checker/weigh/trees.txt \
//	    examples/labelled examples/pairs ../shared/data
//
// Each folder has stories/ and labels/, as concord measure takes them. A pair of figures is
// of one thing where both lie on the words of one labelled discrepancy; pairs of facts that
// are labelled compatible are left out. The same folders give the same bytes.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"hash/fnv"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/measure"
	"github.com/concord-news/concord/checker/weigh/learn"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

func main() {
	out := flag.String("out", "", "write the trees to this file")
	folds := flag.Int("folds", 8, "parts of the stories that are left aside in turn to measure, 0: none")
	leave := flag.String("leave", "", "leave out the stories whose names match one of these patterns, with commas between them")
	flag.Parse()
	if err := run(*out, strings.Split(*leave, ","), *folds, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(out string, leave []string, folds int, folders []string) error {
	c, err := catalog.Builtin()
	if err != nil {
		return err
	}
	reader := rules.NewReader(c)
	var all []pair
	for _, f := range folders {
		own, err := pairs(f, reader, leave)
		if err != nil {
			return err
		}
		fmt.Printf("%s: %d pairs, %d of one thing\n", f, len(own), learn.Same(trained(own, every)))
		all = append(all, own...)
	}
	if folds > 1 {
		measureFolds(all, folds)
	}
	if out == "" {
		return nil
	}
	return os.WriteFile(out, learn.Grow(trained(all, every), learn.Usual).Write(), 0o644)
}

// pair is a pair of figures with the label on whose words both lie.
type pair struct {
	learn.Pair
	folder, story string
	// label is the discrepancy's, "" for none; open: the label says that both can be true.
	label string
	open  bool
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

// pairs reads the pairs of the stories of a folder.
func pairs(folder string, reader *rules.Reader, leave []string) ([]pair, error) {
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
		own, err := labelled(&stories[0], labels, reader)
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

// labelled says of each pair of a story whether a label has both.
func labelled(st *corpus.Story, labels *measure.Labels, reader *rules.Reader) ([]pair, error) {
	places, err := labels.Places(st)
	if err != nil {
		return nil, err
	}
	var out []pair
	for _, fp := range checker.FigurePairs(st, checker.Options{Reader: reader}) {
		p := pair{Pair: learn.Pair{Clues: fp.Clues}, words: fp.Places[0].In(fp.Places[0].Article.Text) + " / " + fp.Places[1].In(fp.Places[1].Article.Text)}
		for i := range labels.Facts {
			if !on(places[i], fp.Places[0]) || !on(places[i], fp.Places[1]) {
				continue
			}
			if l := &labels.Facts[i]; l.Discrepancy() {
				p.Same, p.label = true, l.ID
			} else if l.Verdict == checker.Compatible.String() {
				p.open = true
			}
		}
		p.open = p.open && !p.Same
		out = append(out, p)
	}
	return out, nil
}

func on(rows []checker.Place, p checker.Place) bool {
	return slices.ContainsFunc(rows, func(r checker.Place) bool { return r.Article == p.Article && r.Overlaps(p.Span) })
}

// measureFolds grows trees without each part of the stories in turn and asks them about
// that part.
func measureFolds(all []pair, folds int) {
	part := func(p *pair) int {
		h := fnv.New32a()
		h.Write([]byte(p.folder + "/" + p.story))
		return int(h.Sum32()>>8) % folds
	}
	points := make([]float64, len(all))
	for k := range folds {
		f := learn.Grow(trained(all, func(p *pair) bool { return part(p) != k }), learn.Usual)
		for i := range all {
			if part(&all[i]) == k {
				points[i] = f.Points(&all[i].Clues)
			}
		}
	}
	fmt.Println("stories left aside: points asked, labelled discrepancies found, pairs on nothing labelled so")
	printCurve(all, points)
}

// printCurve prints, for bounds of points, what would be found.
func printCurve(all []pair, points []float64) {
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(points[b], points[a]) })
	total := map[string]bool{}
	for i := range all {
		if all[i].Same {
			total[all[i].story+"/"+all[i].label] = true
		}
	}
	found, wrong := map[string]bool{}, map[string]bool{}
	next := 0
	for bound := 2.5; bound >= -1.5; bound -= 0.25 {
		for ; next < len(order) && points[order[next]] >= bound; next++ {
			if p := &all[order[next]]; p.Same {
				found[p.story+"/"+p.label] = true
			} else {
				wrong[p.story+"/"+p.words] = true
			}
		}
		fmt.Printf("%+.2f  %4d of %d  %4d  %.3f\n", bound, len(found), len(total), len(wrong), float64(len(found))/float64(max(1, len(found)+len(wrong))))
	}
}
