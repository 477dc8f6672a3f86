package pdf

import (
	"fmt"
	"strings"

	"github.com/ledongthuc/pdf"

	"github.com/concord-news/concord/corpus/item"
)

// matrix is a transformation: x' = a x + c y + e, y' = b x + d y + f.
type matrix struct{ a, b, c, d, e, f float64 }

func (m matrix) times(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

// state is the graphics state, as far as it moves text.
type state struct {
	ctm                  matrix
	font                 *font
	size, leading, scale float64
	charSpace, wordSpace float64
	text, lineStart      matrix
}

// font is a font with what is needed of it.
type font struct {
	pdf.Font
	// wide fonts write a letter in two bytes or more, and keep widths elsewhere.
	wide bool
}

// writer follows the drawing operations of a page.
type writer struct {
	runs  []run
	fonts map[string]*font
	left  *int
	state
	stack []state
	space bool
}

// maxForms bounds drawings inside drawings.
const maxForms = 8

func (w *writer) show(contents, resources pdf.Value, depth int) {
	w.scale = 1
	if depth == 0 {
		w.ctm = matrix{a: 1, d: 1}
	}
	pdf.Interpret(contents, func(stk *pdf.Stack, op string) {
		if *w.left--; *w.left < 0 {
			panic(errTooMuch)
		}
		n := stk.Len()
		args := make([]pdf.Value, n)
		for i := n - 1; i >= 0; i-- {
			args[i] = stk.Pop()
		}
		if op == "Do" && len(args) == 1 && depth < maxForms {
			w.form(resources.Key("XObject").Key(args[0].Name()), resources, depth)
			return
		}
		if op == "Tf" && len(args) == 2 {
			w.font, w.size = w.fontOf(resources, args[0].Name(), depth), args[1].Float64()
			return
		}
		w.operation(op, args)
	})
}

// form shows a drawing that is used like a sign.
func (w *writer) form(form, resources pdf.Value, depth int) {
	if form.Kind() != pdf.Stream || form.Key("Subtype").Name() != "Form" || checkContents(form) != nil {
		return
	}
	if own := form.Key("Resources"); !own.IsNull() {
		resources = own
	}
	saved := w.state
	w.show(form, resources, depth+1)
	w.state = saved
}

func (w *writer) fontOf(resources pdf.Value, name string, depth int) *font {
	key := name + strings.Repeat("/", depth)
	if f, ok := w.fonts[key]; ok {
		return f
	}
	f := &font{Font: pdf.Font{V: resources.Key("Font").Key(name)}}
	if table := f.V.Key("ToUnicode"); table.Kind() == pdf.Stream {
		if err := checkContents(table); err != nil {
			panic(fmt.Errorf("font %s: table of letters: %w", key, err))
		}
	}
	f.wide = f.V.Key("Subtype").Name() == "Type0"
	if depth == 0 {
		w.fonts[key] = f
	}
	return f
}

func (w *writer) operation(op string, args []pdf.Value) {
	num := func(i int) float64 {
		if i < len(args) {
			return args[i].Float64()
		}
		return 0
	}
	switch op {
	case "q":
		if len(w.stack) < 1000 {
			w.stack = append(w.stack, w.state)
		}
	case "Q":
		if n := len(w.stack); n > 0 {
			w.state, w.stack = w.stack[n-1], w.stack[:n-1]
		}
	case "cm":
		w.ctm = matrix{num(0), num(1), num(2), num(3), num(4), num(5)}.times(w.ctm)
	case "BT":
		w.text = matrix{a: 1, d: 1}
		w.lineStart = w.text
	case "Tc":
		w.charSpace = num(0)
	case "Tw":
		w.wordSpace = num(0)
	case "Tz":
		w.scale = num(0) / 100
	case "TL":
		w.leading = num(0)
	case "TD":
		w.leading = -num(1)
		w.move(num(0), num(1))
	case "Td":
		w.move(num(0), num(1))
	case "Tm":
		w.text = matrix{num(0), num(1), num(2), num(3), num(4), num(5)}
		w.lineStart = w.text
	case "T*":
		w.move(0, -w.leading)
	default:
		w.showing(op, args)
	}
}

// showing handles the operations that show text.
func (w *writer) showing(op string, args []pdf.Value) {
	if len(args) == 0 {
		return
	}
	last := args[len(args)-1]
	switch op {
	case "'", "\"":
		w.move(0, -w.leading)
		w.letters(last.RawString())
	case "Tj":
		w.letters(last.RawString())
	case "TJ":
		for i := range last.Len() {
			if e := last.Index(i); e.Kind() == pdf.String {
				w.letters(e.RawString())
			} else {
				// A move of a fifth of the letters' size is the space between words.
				w.space = w.space || e.Float64() < -180
				w.advance(-e.Float64() / 1000 * w.size * w.scale)
			}
		}
	}
}

func (w *writer) move(x, y float64) {
	w.lineStart = matrix{a: 1, d: 1, e: x, f: y}.times(w.lineStart)
	w.text = w.lineStart
}

func (w *writer) advance(x float64) { w.text = matrix{a: 1, d: 1, e: x}.times(w.text) }

// guessedWidth is the width of a letter whose font does not say it, in parts of
// its size: the mean of Times and Helvetica over English text.
const guessedWidth = 0.48

func (w *writer) letters(raw string) {
	if w.font == nil || raw == "" {
		return
	}
	text := w.font.Encoder().Decode(raw)
	m := w.text.times(w.ctm)
	width, known := 0.0, false
	if !w.font.wide {
		for i := range len(raw) {
			glyph := w.font.Width(int(raw[i])) / 1000
			known = known || glyph > 0
			width += glyph*w.size + w.charSpace
			if raw[i] == ' ' {
				width += w.wordSpace
			}
		}
	}
	if !known {
		n := float64(len([]rune(text)))
		width = n * (guessedWidth*w.size + w.charSpace)
	}
	width *= w.scale
	size := w.size * (abs(m.d) + abs(m.b))
	w.runs = append(w.runs, run{
		text: strings.Map(printable, text), x: m.e, y: m.f, size: size, width: width * (abs(m.a) + abs(m.c)), space: w.space,
	})
	w.space = false
	w.advance(width)
}

func abs(x float64) float64 { return max(x, -x) }

// printable replaces what fonts without a table of letters give.
func printable(r rune) rune {
	if r < ' ' || r == '\uFFFD' {
		return -1
	}
	return r
}

func clean(s string) string { return item.Line(s) }
