package quantity

import (
	"strings"
	"testing"

	"github.com/concord-news/concord/rules/text"
)

// sample is news prose of our own, with about as many figures as news has.
const sample = `The harbour board said on Tuesday that it would spend $45 million, or about 12 percent of its yearly budget, on three new piers after last winter's storm. "We had more than 100 boats in the water that night, and nobody could reach them," said the board's director, Ann Lister, 52, who has run the port since 2011.
At least four people were injured when a 20-foot wave broke over the northern wall, according to the coast guard. Two of the injured remain in hospital. The board had asked the council for help twice before, in letters that it made public last month, and was turned down both times.
Engineers found that nearly two thirds of the old timber would have to be replaced. The work is expected to take between 18 and 24 months, and the number of berths will fall from 340 to 280 while it goes on. Fishing crews, several of whom have moored in the town for generations, said that they feared losing their places to larger ships.
The council's opposition group, which has nine of the 21 seats, called the plan a first step but said that Article 5 of the town's charter asks for a public vote on any project of that size. A decision is due before the end of the summer, the council's spokesman said.
`

func BenchmarkRead(b *testing.B) {
	d := text.ParseString(strings.Repeat(sample, 100))
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		if len(Read(d)) < 1000 {
			b.Fatal("too little read")
		}
	}
}
