package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/concord-news/concord/rules/lexicon"
)

// commonWords returns the words that WordNet writes with a small letter and
// counts at least three times in its tagged texts, and the function words,
// which WordNet leaves out.
func commonWords(dict string) (map[string]bool, error) {
	small := map[string]bool{}
	for i, pos := range []string{"noun", "verb", "adj", "adv"} {
		err := eachLine(filepath.Join(dict, "data."+pos), func(f []string) {
			if len(f) < 5 {
				return
			}
			n, _ := strconv.ParseInt(f[3], 16, 32)
			for k := 0; k < int(n) && 4+2*k < len(f); k++ {
				w, _, _ := strings.Cut(f[4+2*k], "(")
				if w == strings.ToLower(w) {
					small[strconv.Itoa(i)+f[0]+w] = true
				}
			}
		})
		if err != nil {
			return nil, err
		}
	}
	count := map[string]int{}
	err := eachLine(filepath.Join(dict, "index.sense"), func(f []string) {
		word, rest, ok := strings.Cut(f[0], "%")
		if !ok || len(f) < 4 || rest == "" {
			return
		}
		pos := strings.IndexByte("1234", rest[0])
		if rest[0] == '5' {
			pos = 2
		}
		if n, err := strconv.Atoi(f[3]); err == nil && small[strconv.Itoa(pos)+f[1]+word] {
			count[word] += n
		}
	})
	common := map[string]bool{}
	for w, n := range count {
		if n >= 3 {
			common[w] = true
		}
	}
	for _, w := range strings.Fields(functionWords) {
		common[w] = true
	}
	return common, err
}

const functionWords = `a an the this that these those of in on at by for with to from as and or but nor
if than then so not no nor yet all any both each few more most other some such only own same too very can
will would shall should may might must do does did is are was were be been being has have had having he she
it we you they his her its our your their him them us me my mine who whom whose which what when where why how
over under out up down off again once here there about above across after against along among around before
behind below beneath beside between beyond during except inside into near since through toward until upon
within without while because although though unless whether march may police said says mon tue wed thu fri
sat sun dec jan feb mar apr jun jul aug sep oct nov monday tuesday wednesday thursday friday saturday sunday
january february april june july august september october november december`

func eachLine(path string, do func(fields []string)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		if fields := strings.Fields(s.Text()); len(fields) > 0 && !strings.HasPrefix(s.Text(), "  ") {
			do(fields)
		}
	}
	if err := s.Err(); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// given returns lines of name, sex (m, f, or u where lists differ) and, for a
// common English word, "common".
func given(rows [][3]string, common map[string]bool) []string {
	sex := map[string]string{}
	for _, r := range rows {
		n := latin(r[0])
		if n == "" || r[2] == "eo" {
			continue
		}
		if s := sex[n]; s != "" && s != r[1] {
			sex[n] = "u"
		} else {
			sex[n] = r[1]
		}
	}
	return lines(sex, common)
}

// surnames keeps the lists of the larger languages.
func surnames(rows [][3]string, common map[string]bool) []string {
	keep := strings.Fields("en en_AU en_GH en_HK en_IN en_NG en_ZA es fr de tr ru uk nl pl ro id_ID sv da nb_NO fi pt_BR pt_PT vi hu")
	out := map[string]string{}
	for _, r := range rows {
		if n := latin(r[0]); n != "" && slices.Contains(keep, r[2]) {
			out[n] = "-"
		}
	}
	return lines(out, common)
}

func lines(m map[string]string, common map[string]bool) []string {
	var out []string
	for n, v := range m {
		line := n + "\t" + v
		if common[strings.ToLower(n)] {
			line += "\tcommon"
		}
		out = append(out, line)
	}
	slices.Sort(out)
	return out
}

// latin returns the key of a name of one word in Latin letters, Cyrillic ones
// transliterated as news agencies do; "" where it cannot. Keys spare the reader
// of the lists the folding.
func latin(name string) string {
	var b strings.Builder
	for _, r := range name {
		switch t, ok := cyrillic(unicode.ToLower(r)); {
		case ok && unicode.IsUpper(r) && t != "":
			b.WriteString(strings.ToUpper(t[:1]) + t[1:])
		case ok:
			b.WriteString(t)
		case unicode.Is(unicode.Latin, r) || r == '-' && b.Len() > 0:
			b.WriteRune(r)
		default:
			return ""
		}
	}
	n := b.String()
	if len(n) < 2 || !unicode.IsUpper([]rune(n)[0]) {
		return ""
	}
	return lexicon.Fold(n)
}

func cyrillic(r rune) (string, bool) {
	const from = "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя"
	to := strings.Split("a b v g g d e ye yo zh z y i i i k l m n o p r s t u f kh ts ch sh shch . y . e yu ya", " ")
	for i, c := range []rune(from) {
		if c == r {
			return strings.Trim(to[i], "."), true
		}
	}
	return "", false
}
