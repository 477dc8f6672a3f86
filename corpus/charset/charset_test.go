package charset

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

const english = "The café’s owner said “we lost £40,000” – and then he shut the door on his neighbours, who had waited for " +
	"an hour in the rain to hear what the council would do about the road."

const russian = "Мэр города заявил во вторник, что мост закроют на две недели, и жителям придётся ездить в объезд по старой дороге."

const japaneseText = "市長は火曜日に、橋を二週間閉鎖すると発表した。住民は古い道を回らなければならないという。"

func encoded(t testing.TB, e encoding.Encoding, s string) []byte {
	b, err := e.NewEncoder().Bytes([]byte(s))
	require.NoError(t, err)
	return b
}

// arabic is a sentence of our own on a fire in a harbour.
const arabic = "قتل ثلاثة أشخاص وأصيب اثنا عشر آخرون في حريق اندلع صباح يوم الاثنين في مستودع بالميناء، بحسب ما أعلنت إدارة الإطفاء في المدينة. ولم يعرف سبب الحريق بعد."

func TestDecode(t *testing.T) {
	le := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	for _, c := range []struct {
		name     string
		bytes    []byte
		declared string
		want     Result
	}{
		{"ASCII", []byte("plain words"), "", Result{"plain words", "ASCII", FromBytes}},
		{"UTF-8", []byte(english), "windows-1252", Result{english, "UTF-8", FromBytes}},
		{"UTF-8 with a mark", []byte("\xEF\xBB\xBF" + english), "", Result{english, "UTF-8", FromMark}},
		{"UTF-16LE with a mark", append([]byte("\xFF\xFE"), encoded(t, le, english)...), "", Result{english, "UTF-16LE", FromMark}},
		{"UTF-16LE without", encoded(t, le, english), "", Result{english, "UTF-16LE", FromBytes}},
		{"UTF-16BE without", encoded(t, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), english), "", Result{english, "UTF-16BE", FromBytes}},
		{"UTF-32", encoded(t, utf32.UTF32(utf32.BigEndian, utf32.UseBOM), english), "", Result{english, "UTF-32", FromMark}},
		{"windows-1252 guessed", encoded(t, charmap.Windows1252, english), "", Result{english, "windows-1252", FromGuess}},
		{"windows-1252 declared wrongly", encoded(t, charmap.Windows1252, english), "utf-8", Result{english, "windows-1252", FromGuess}},
		{"Macintosh guessed", encoded(t, charmap.Macintosh, english), "", Result{english, "macintosh", FromGuess}},
		{"windows-1251 guessed", encoded(t, charmap.Windows1251, russian), "", Result{russian, "windows-1251", FromGuess}},
		{"windows-1256 guessed", encoded(t, charmap.Windows1256, arabic), "", Result{arabic, "windows-1256", FromGuess}},
		{"windows-1251 declared", encoded(t, charmap.Windows1251, russian), "Windows-1251", Result{russian, "windows-1251", FromDeclared}},
		{"Shift_JIS guessed", encoded(t, japanese.ShiftJIS, japaneseText), "", Result{japaneseText, "shift_jis", FromGuess}},
		{"Shift_JIS declared", encoded(t, japanese.ShiftJIS, japaneseText), "x-sjis", Result{japaneseText, "shift_jis", FromDeclared}},
		{"ISO-2022-JP declared", encoded(t, japanese.ISO2022JP, japaneseText), "iso-2022-jp", Result{japaneseText, "iso-2022-jp", FromDeclared}},
		{"no such declaration", encoded(t, charmap.Windows1252, english), "klingon", Result{english, "windows-1252", FromGuess}},
	} {
		got, err := Decode(c.bytes, c.declared)
		if assert.NoError(t, err, c.name) {
			assert.Equal(t, c.want, got, c.name)
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	for name, b := range map[string]string{
		"odd UTF-16":         "\xFF\xFEa\x00b",
		"lone surrogates":    "\xFF\xFE" + strings.Repeat("\x00\xD8", 20),
		"marked as UTF-8":    "\xEF\xBB\xBFcaf\xE9",
		"zero bytes in text": "caf\xE9 \x00\x01\x02 and so on, and so on, and so on",
	} {
		_, err := Decode([]byte(b), "")
		assert.Error(t, err, name)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(english), "")
	f.Add(encoded(f, charmap.Windows1252, english), "utf-8")
	f.Add(encoded(f, japanese.ShiftJIS, japaneseText), "shift_jis")
	f.Add([]byte("\xFF\xFEa\x00b"), "iso-2022-kr")
	f.Add([]byte("\x1b$B$3"), "")
	f.Fuzz(func(t *testing.T, b []byte, declared string) {
		r, err := Decode(b, declared)
		if err == nil {
			assert.True(t, utf8.ValidString(r.Text))
			assert.NotEmpty(t, r.Name)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	text := encoded(b, charmap.Windows1252, strings.Repeat(english+"\n", 200))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		_, _ = Decode(text, "")
	}
}
