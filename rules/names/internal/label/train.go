package label

import (
	"math"
	"math/rand/v2"
)

// Example is a document with its names.
type Example struct {
	Input
	Gold []Name
}

// scale turns average weights into whole numbers; weights that come out as 0
// are not kept. 16 leaves the measured F1 as it is.
const scale = 16

// rare features, seen less often than this, are left out.
const rare = 2

// run is a run of candidates with its right labels and its features.
type run struct {
	gold []uint8
	rows [][]uint32
}

// seeds is the number of trainings, each in an order of its own, whose weights
// are averaged. One training's F1 moves by 0.01 with the order alone.
const seeds = 5

// Train returns the averaged weights after a number of passes over the
// examples. The order of the runs is shuffled by fixed seeds, so the same
// examples give the same model.
func Train(examples []Example, passes int) *Model {
	runs := runsOf(examples)
	sum := trainer{rows: make([]float64, labels<<bits)}
	for seed := range uint64(seeds) {
		t := trainer{rows: make([]float64, labels<<bits), sums: make([]float64, labels<<bits)}
		order := rand.New(rand.NewPCG(seed, 2))
		for range passes {
			order.Shuffle(len(runs), func(i, j int) { runs[i], runs[j] = runs[j], runs[i] })
			for i := range runs {
				thinned := thin(&runs[i], order)
				t.learn(&thinned)
			}
		}
		t.average(&sum)
	}
	return sum.model()
}

// dropout is the share of features hidden at each step of training, in
// percent, so that no name hangs on one of them.
const dropout = 40

func thin(r *run, order *rand.Rand) run {
	out := run{gold: r.gold, rows: make([][]uint32, len(r.rows))}
	for k, rows := range r.rows {
		for _, x := range rows {
			if order.IntN(100) >= dropout {
				out.rows[k] = append(out.rows[k], x)
			}
		}
	}
	return out
}

func runsOf(examples []Example) []run {
	var out []run
	count := make([]int, 1<<bits)
	var f features
	for _, e := range examples {
		v := newView(e.Input)
		gold := labelsOf(nil, e.Doc, e.Gold)
		for s := range v.runs {
			r := run{gold: legal(gold[s.first:s.last])}
			for k := s.first; k < s.last; k++ {
				rows := append([]uint32(nil), v.collect(k, s, &f)...)
				for _, x := range rows {
					count[x]++
				}
				r.rows = append(r.rows, rows)
			}
			out = append(out, r)
		}
	}
	for _, r := range out {
		for k, rows := range r.rows {
			kept := rows[:0]
			for _, x := range rows {
				if count[x] >= rare {
					kept = append(kept, x)
				}
			}
			r.rows[k] = kept
		}
	}
	return out
}

// legal makes a beginning of what goes on with a name that begins outside the
// candidates.
func legal(gold []uint8) []uint8 {
	before := uint8(outside)
	for i, y := range gold {
		if !follows(before, y) {
			gold[i] = y - (insidePerson - beginPerson)
		}
		before = gold[i]
	}
	return gold
}

// trainer holds the weights, and the sums of what changed times when, from
// which the averages come.
type trainer struct {
	rows, sums      []float64
	steps, stepSums [labels][labels]float64
	now             float64
	score           [][labels]float64
	back            [][labels]uint8
	predicted       []uint8
}

func (t *trainer) learn(r *run) {
	t.now++
	t.decode(r)
	before, wrong := uint8(outside), uint8(outside)
	for k, y := range r.gold {
		z := t.predicted[k]
		if y != z {
			for _, x := range r.rows[k] {
				t.change(int(x)*labels+int(y), 1)
				t.change(int(x)*labels+int(z), -1)
			}
		}
		if y != z || before != wrong {
			t.steps[before][y]++
			t.stepSums[before][y] += t.now
			t.steps[wrong][z]--
			t.stepSums[wrong][z] -= t.now
		}
		before, wrong = y, z
	}
}

func (t *trainer) change(i int, by float64) {
	t.rows[i] += by
	t.sums[i] += by * t.now
}

func (t *trainer) decode(r *run) {
	n := len(r.gold)
	t.score, t.back, t.predicted = grow(t.score, n), grow(t.back, n), grow(t.predicted, n)
	for k := range n {
		var emit [labels]float64
		for _, x := range r.rows[k] {
			for y := range emit {
				emit[y] += t.rows[int(x)*labels+y]
			}
		}
		for y := range uint8(labels) {
			best, from := math.Inf(-1), uint8(outside)
			for x := range uint8(labels) {
				if k == 0 && x != outside || !follows(x, y) {
					continue
				}
				sc := t.steps[x][y]
				if k > 0 {
					sc += t.score[k-1][x]
				}
				if sc > best {
					best, from = sc, x
				}
			}
			t.score[k][y], t.back[k][y] = best+emit[y], from
		}
	}
	y := uint8(outside)
	for x := range uint8(labels) {
		if t.score[n-1][x] > t.score[n-1][y] {
			y = x
		}
	}
	for k := n - 1; k >= 0; k-- {
		t.predicted[k] = y
		y = t.back[k][y]
	}
}

// average adds the averaged weights to sum.
func (t *trainer) average(sum *trainer) {
	end := t.now + 1
	for i := range t.rows {
		sum.rows[i] += (t.rows[i] - t.sums[i]/end) / seeds
	}
	for x := range t.steps {
		for y := range t.steps[x] {
			sum.steps[x][y] += (t.steps[x][y] - t.stepSums[x][y]/end) / seeds
		}
	}
}

func (t *trainer) model() *Model {
	var m Model
	rows := new([1 << bits]packed)
	var weights [rowWeights]int16
	for i := range rows {
		row := t.rows[i*labels : (i+1)*labels]
		for y := range weights {
			w := math.Round(scale*row[y+1]) - math.Round(scale*row[outside])
			weights[y] = int16(max(-maxWeight, min(maxWeight, w)))
		}
		rows[i] = pack(weights[:])
	}
	m.rows = newTable(rows)
	for x := range m.steps {
		for y := range m.steps[x] {
			m.steps[x][y] = int32(math.Round(scale * t.steps[x][y]))
		}
	}
	return &m
}
