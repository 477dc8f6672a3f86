package language

import (
	"slices"
	"strings"
	"sync"
)

// codes are the languages with a list of function words, in the order in which
// ties are broken.
var codes = [...]string{"en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "pl", "cs", "sk", "hr", "ro", "hu", "tr", "id",
	"vi", "ca", "af", "sw", "sq", "et", "lt", "lv", "sl"}

// functionWords returns, for each frequent function word of a language, the
// set of languages that have it, as bits in the order of codes. The lists are
// the grammar's closed classes (articles, prepositions, conjunctions, pronouns,
// auxiliaries), written by hand; words that two languages share count for both
// and so decide nothing between them.
func functionWords() map[string]uint32 { return masks() }

var masks = sync.OnceValue(func() map[string]uint32 {
	out := map[string]uint32{}
	for code, list := range map[string]string{
		"en": "the of and to in a is that for it as was with be by on not he this are or his from at which but have an had they you were their one all we can her has there been if more when will would who so no said she its about into than them only other new some could time these two may then do first any my now such like our over me even most made after also did many before must through back where much your way down should because long each just those how too under very between while during against among since until up out off him i what both being having does",
		"fr": "le la les de des du un une et est en dans que qui pour pas au aux sur avec par ce cette ces il elle ils elles on nous vous je ne se sa son ses leur leurs mais ou où plus sont été être avoir ont a fait comme tout même après entre sans sous deux dont si aussi très lui à était cet d l qu n s c",
		"de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei ihr ihre wir ich gegen vom können schon wenn habe seine unter kein keine dieser diese mehr",
		"es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde bien",
		"it": "di e il la che in un a per è una non sono con del si da le come i dei nel della ha al più lo gli ma alla anche delle su o dal se ci era stato questo tra ai loro quando suo sua essere all dell nella degli dalla ancora ed dopo fra cui dell l questa hanno",
		"pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles são foram",
		"nl": "de van een het en in is dat op te die voor met niet zijn aan er om ook als door maar bij of naar uit nog dan over wordt hij worden ze deze tot werd heeft was kan meer geen hebben dit we wel zich men ik zo tegen zou moet toen haar hun onder al na",
		"sv": "och i att en som det är av för på med till den har de inte om ett men var sig så från vi kan när han hade skulle under där nu efter också hon eller vid ut upp detta sin vad dem över bara mellan blir mot blev",
		"da": "og i at en der det er af for på med til den har de ikke om et men var sig så fra vi kan når han havde skulle under hvor nu efter også hun eller ved ud op dette sin hvad dem over kun mellem bliver mod blev som jeg",
		"no": "og i at en som det er av for på med til den har de ikke om et men var seg så fra vi kan når han hadde skulle under der nå etter også hun eller ved ut opp dette sin hva dem over bare mellom blir mot ble jeg",
		"fi": "ja on ei se että oli hän ovat mutta myös kun joka sen niin tai kuin jos vain nyt mukaan ole hänen sitä vuonna kanssa jälkeen ollut voi sekä siitä vielä ne olla mitä jo mukaan tämä tämän yli",
		"pl": "w i na z się do nie że jest to o jak a po co za od tak ale by przez dla już przed jego są być był była także tym tego które który która oraz może jako ma pod tylko bardzo czy ze został roku przy",
		"cs": "a se v na je že to s z do o i ve za jsou by ale si pro po jako od při který která které byl bylo byla jeho také podle aby jen už než mezi k není nebo jsem má tak co",
		"sk": "a sa v na je že to s z do o i vo za sú by ale si pre po ako od pri ktorý ktorá ktoré bol bolo bola jeho aj podľa aby len už než medzi k nie alebo som má tak čo",
		"hr": "i u je se na da za su od s o a ne kako koji koja koje nije bi što ili ali to iz po te će do samo nakon kao bio bila biti sam više već kod prema",
		"ro": "de și în a la cu pe din că o nu care un pentru este mai se sunt au fost ca sau dar prin după al ale lui cele ce fi această acest între până dacă fără despre iar",
		"hu": "a az és hogy nem is egy van volt meg ez csak de már még el mint ha azt vagy volna után szerint ezt amely lesz nagy kell minden között aki mert én így pedig",
		"tr": "ve bir bu da de için ile olarak çok daha olan kadar sonra gibi en ne var ama ki o değil diye her göre dedi tarafından ise ancak iki olduğu oldu olduğunu",
		"id": "yang dan di untuk dengan pada dari ini itu tidak dalam akan oleh adalah ke juga telah sebagai ada atau bisa kata tersebut karena mereka dia kami lebih tahun saat sudah seorang para",
		"vi": "và của là có trong được các cho một không với những này đã người khi về đến từ ra để vào như tại sẽ nhiều ông năm trên cũng theo sau",
		"ca": "de la que el i a en les els un per amb no una del és al es han més però com dels ha va són també aquest aquesta ser seva seu sobre entre fins des sense quan",
		"af": "die van en in is het dat nie te vir om op met wat hy aan was as sy deur ook word kan ons maar by na uit sal hulle ek daar so dit nog een moet meer",
		"sw": "ya na wa kwa ni katika za la kuwa cha hii kama hiyo baada huo ambao yake wake pia lakini watu mwaka sana alisema",
		"sq": "e të në i për me nga një që dhe se është ka do më si nuk janë u kjo këtë por edhe pas ishte duke",
		"et": "ja on ei et see oli ta kui ka mis aga või oma ning nad kes siis pärast selle veel ole mida kuid",
		"lt": "ir į kad yra su iš tai kaip buvo ar bet nuo už ne jis apie per dar jau po savo taip",
		"lv": "un ir ar no ka par uz to kas bija arī lai gan bet pēc kā tas pie vai tika savu jau",
		"sl": "in je v na se da za so z ki po pa ne s kot tudi bi o ali iz do še bil bila ter pri kar le",
	} {
		bit := uint32(1) << slices.Index(codes[:], code)
		for _, w := range strings.Fields(list) {
			out[w] |= bit
		}
	}
	return out
})

func languageNames() map[string]string {
	return map[string]string{"en": "English", "fr": "French", "de": "German", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
		"nl": "Dutch", "sv": "Swedish", "da": "Danish", "no": "Norwegian", "nb": "Norwegian", "nn": "Norwegian", "fi": "Finnish",
		"pl": "Polish", "cs": "Czech", "sk": "Slovak", "hr": "Croatian, Bosnian or Serbian", "sr": "Serbian", "bs": "Bosnian",
		"ro": "Romanian", "hu": "Hungarian", "tr": "Turkish", "id": "Indonesian or Malay", "ms": "Malay", "vi": "Vietnamese",
		"ca": "Catalan", "af": "Afrikaans", "sw": "Swahili", "sq": "Albanian", "et": "Estonian", "lt": "Lithuanian", "lv": "Latvian",
		"sl": "Slovene", "ja": "Japanese", "zh": "Chinese", "ko": "Korean", "ru": "Russian or another language in Cyrillic",
		"uk": "Ukrainian", "bg": "Bulgarian", "el": "Greek", "ar": "Arabic, Persian or Urdu", "fa": "Persian", "ur": "Urdu", "he": "Hebrew",
		"th": "Thai", "hi": "Hindi or another language in Devanagari"}
}
