package language

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// samples are invented news in each language, in our own words.
func samples() map[string]string {
	return map[string]string{
		"en": "The council said on Monday that the bridge will be shut for two weeks, and that people who live on the island are to use the old road until the work is done.",
		"fr": "La mairie a annoncé lundi que le pont sera fermé pendant deux semaines et que les habitants de l'île devront prendre la vieille route jusqu'à la fin des travaux, ce qui ne plaît pas à tous.",
		"de": "Die Stadt hat am Montag mitgeteilt, dass die Brücke für zwei Wochen gesperrt wird und die Bewohner der Insel bis zum Ende der Arbeiten die alte Straße nehmen müssen, was nicht allen gefällt.",
		"es": "El ayuntamiento anunció el lunes que el puente estará cerrado durante dos semanas y que los vecinos de la isla tendrán que usar la carretera vieja hasta que se acaben las obras.",
		"it": "Il comune ha annunciato lunedì che il ponte resterà chiuso per due settimane e che gli abitanti dell'isola dovranno usare la vecchia strada fino alla fine dei lavori, cosa che non piace a tutti.",
		"pt": "A câmara anunciou na segunda-feira que a ponte vai estar fechada durante duas semanas e que os moradores da ilha terão de usar a estrada velha até ao fim das obras, o que não agrada a todos.",
		"nl": "De gemeente heeft maandag gezegd dat de brug twee weken dicht gaat en dat de bewoners van het eiland de oude weg moeten nemen tot het werk klaar is, en dat vindt niet iedereen goed.",
		"sv": "Kommunen sade på måndagen att bron ska vara stängd i två veckor och att de som bor på ön får ta den gamla vägen till dess att arbetet är klart, och det är inte alla nöjda med.",
		"pl": "Rada miasta ogłosiła w poniedziałek, że most będzie zamknięty na dwa tygodnie i że mieszkańcy wyspy do końca prac muszą jeździć starą drogą, co nie podoba się wszystkim, ale nie ma innego wyjścia.",
		"fi": "Kaupunki ilmoitti maanantaina, että silta on suljettu kaksi viikkoa ja että saaren asukkaat joutuvat käyttämään vanhaa tietä, kunnes työ on tehty, mutta kaikki eivät ole siitä iloisia, kun tie on huono ja se on myös pitkä.",
		"tr": "Belediye pazartesi günü köprünün iki hafta için kapalı olacağını ve adada yaşayanların bu süre içinde eski yolu kullanacağını söyledi, ancak bu karar herkes tarafından iyi bir karar olarak görülmedi ve çok tartışıldı.",
		"id": "Pemerintah kota pada hari Senin mengatakan bahwa jembatan itu akan ditutup untuk dua minggu dan warga di pulau tersebut harus lewat jalan lama sampai pekerjaan itu selesai, tetapi tidak semua orang senang dengan hal ini.",
		"ru": "Мэр заявил в понедельник, что мост закроют на две недели, и жителям острова придётся ездить по старой дороге, пока работы не закончатся.",
		"ja": "市長は月曜日、橋を二週間閉鎖すると発表した。島の住民は工事が終わるまで古い道を使わなければならないという。反対の声もある。市は説明会を開く予定だ。",
		"zh": "市政府星期一宣布，大桥将关闭两周，岛上居民在施工结束之前必须绕行旧路。并非所有人都对此感到满意，但目前没有其他办法。市长表示将召开说明会。",
		"ar": "قال مجلس المدينة يوم الاثنين إن الجسر سيغلق لمدة أسبوعين وإن على سكان الجزيرة استخدام الطريق القديم حتى انتهاء العمل",
	}
}

func TestOf(t *testing.T) {
	for want, text := range samples() {
		code, told := Of(text)
		assert.Equal(t, want, code, text)
		assert.True(t, told, want)
		code, _ = Of("Advertisement\n\nShare this\n\n" + strings.Repeat(text+"\n\n", 40))
		assert.Equal(t, want, code, "a long text in %s", want)
	}
}

// TestShortTexts: two sentences have few function words, and Turkish hardly any.
func TestShortTexts(t *testing.T) {
	for want, text := range map[string]string{
		"pl":  "Pożar w porcie: troje zabitych\n\nW poniedziałek rano w pożarze magazynu w porcie zginęły trzy osoby, a dwanaście zostało rannych, poinformowała miejska straż pożarna. Przyczyna pożaru nie jest jeszcze znana.\n",
		"tr":  "Limanda yangın: üç ölü\n\nPazartesi sabahı limandaki bir depoda çıkan yangında üç kişi hayatını kaybetti, on iki kişi yaralandı, şehrin itfaiye teşkilatı açıkladı. Yangının nedeni henüz bilinmiyor, soruşturma sürüyor.\n",
		"de":  "Brand im Hafen: drei Tote\n\nBei einem Brand in einem Lagerhaus sind am Montagmorgen drei Menschen ums Leben gekommen und zwölf verletzt worden, wie die Feuerwehr mitteilte. Die Ursache ist unbekannt.\n",
		"und": "Tűz a kikötőben: három halott\n\nHétfő reggel tűz ütött ki a kikötő egyik raktárában, három ember meghalt, tizenketten megsérültek, közölte a városi tűzoltóság. A tűz oka egyelőre ismeretlen, vizsgálat indult.\n",
		"cs":  "Požár v přístavu: tři mrtví\n\nPři pondělním ranním požáru skladu v přístavu zahynuli tři lidé a dvanáct dalších bylo zraněno, uvedli městští hasiči. Příčina požáru zatím není známa, vyšetřování pokračuje.\n",
	} {
		for _, times := range []int{1, 3, 20} {
			code, told := Of(strings.Repeat(text, times))
			assert.Equal(t, want, code, text)
			assert.True(t, told, want)
		}
	}
	code, _ := Of("Elduna hafoma: ŝiro ŝanto\n\nMĝanto ŝavila pĝuro loĝema dŭravo hafomo ĉelanta ŝuro miĝota, ĝi rovanta ŝelo ĵaruma poŝto. Ĉu loŝema ĝaruno vŭlo nerasta, ŝolumo ĝo feranto haŭma lŭro ĉelo ŝimata.\n")
	assert.Equal(t, "und", code, "no language that is known")
}

func TestEnglishIsNotLost(t *testing.T) {
	for name, text := range map[string]string{
		"nothing":              "",
		"a headline":           "Mort de Monsieur Dupont à Paris",
		"a list of names":      strings.Repeat("Jean de la Tour, Pierre du Bois, Carlos de los Santos, Maria del Mar. ", 2),
		"results":              strings.Repeat("Northgate 3 Southby 1. Eastham 2 Weston 2. ", 30),
		"a quotation in Latin": samples()["en"] + " \"Non scholae sed vitae discimus,\" she said, and left the room for the day.",
		"mostly English":       strings.Repeat(samples()["en"]+" ", 3) + samples()["fr"],
		"names with marks":     strings.Repeat("Zoë Brännström (Skövde), José Muñoz (Cádiz), Łukasz Żak (Łódź), Ayşe Yılmaz (Şile), François Lefèvre (Sète). ", 4),
		"a word in Russian":    strings.Repeat(samples()["en"]+" ", 2) + "мост",
	} {
		code, _ := Of(text)
		assert.Equal(t, English, code, name)
	}
}

func TestName(t *testing.T) {
	assert.Equal(t, "French", Name("fr"))
	assert.Equal(t, "an unknown language", Name("und"))
	assert.Equal(t, "xx", Name("xx"))
}

func FuzzOf(f *testing.F) {
	for _, s := range samples() {
		f.Add(s)
	}
	f.Add("\xff\xfe\x00")
	f.Fuzz(func(t *testing.T, text string) {
		code, _ := Of(text)
		assert.NotEmpty(t, code)
	})
}

func BenchmarkOf(b *testing.B) {
	text := strings.Repeat(samples()["en"]+"\n", 25)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Of(text)
	}
}
