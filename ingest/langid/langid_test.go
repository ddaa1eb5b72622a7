package langid

import (
	"strings"
	"testing"
)

// foreign is paragraphs of reports that nobody published, one a language.
var foreign = map[string]string{
	"fr": `La délégation d'Arden est arrivée lundi à Velm pour reprendre les pourparlers sur un cessez-le-feu. Selon le ministre des Affaires étrangères, Aster Vale, les deux parties restent divisées sur le retrait des troupes et la réouverture de la ligne de ferry. « Nous ne signerons pas sans garanties », a-t-il déclaré.`,
	"es": `La delegación de Arden llegó el lunes a Velm para reanudar las conversaciones sobre un alto el fuego. Según la ministra de Exteriores, Aster Vale, las partes siguen divididas sobre la retirada de las tropas y la reapertura de la línea de transbordadores. «No firmaremos sin garantías», dijo ante los periodistas.`,
	"ar": `وصل وفد أردن يوم الاثنين إلى مدينة فيلم لاستئناف المحادثات بشأن وقف إطلاق النار. وقالت وزيرة الخارجية إن الطرفين ما زالا مختلفين حول انسحاب القوات وإعادة فتح خط العبارات. وأضافت أن الوسطاء قدموا اقتراحا جديدا يشمل تبادل الأسرى.`,
	"ru": `Делегация Ардена прибыла в понедельник в Вельм, чтобы возобновить переговоры о прекращении огня. По словам министра иностранных дел, стороны по-прежнему расходятся во мнениях о выводе войск и открытии паромной переправы. Посредники предложили обмен пленными.`,
	"de": `Die Delegation aus Arden ist am Montag in Velm eingetroffen, um die Gespräche über eine Waffenruhe wieder aufzunehmen. Nach Angaben der Außenministerin Aster Vale sind sich die Seiten über den Abzug der Truppen und die Öffnung der Fährverbindung weiterhin uneinig. „Ohne Garantien unterschreiben wir nicht“, sagte sie.`,
	"tr": `Arden heyeti, ateşkes görüşmelerine yeniden başlamak üzere pazartesi günü Velm'e geldi. Dışişleri Bakanı Aster Vale, tarafların birliklerin çekilmesi ve feribot hattının açılması konusunda hâlâ anlaşamadığını söyledi. Arabulucular esir takasını da içeren yeni bir öneri sundu.`,
	"id": `Delegasi Arden tiba di Velm pada hari Senin untuk melanjutkan perundingan mengenai gencatan senjata. Menurut Menteri Luar Negeri Aster Vale, kedua pihak masih berbeda pendapat tentang penarikan pasukan dan pembukaan kembali jalur feri. Para penengah mengajukan usulan baru yang mencakup pertukaran tahanan.`,
	"sw": `Ujumbe wa Arden uliwasili Velm siku ya Jumatatu ili kuendelea na mazungumzo kuhusu kusitisha mapigano. Waziri wa mambo ya nje Aster Vale alisema kwamba pande hizo mbili bado zinatofautiana kuhusu kuondolewa kwa wanajeshi na kufunguliwa kwa njia ya feri. Wapatanishi wamewasilisha pendekezo jipya linalojumuisha kubadilishana wafungwa katika wiki mbili zijazo.`,
	"pt": `A delegação de Arden chegou na segunda-feira a Velm para retomar as conversações sobre um cessar-fogo. Segundo a ministra dos Negócios Estrangeiros, Aster Vale, as partes continuam divididas quanto à retirada das tropas e à reabertura da linha de ferry. "Não assinaremos sem garantias", disse aos jornalistas.`,
	"it": `La delegazione di Arden è arrivata lunedì a Velm per riprendere i colloqui sul cessate il fuoco. Secondo la ministra degli Esteri Aster Vale, le parti restano divise sul ritiro delle truppe e sulla riapertura della linea dei traghetti. «Non firmeremo senza garanzie», ha detto ai giornalisti.`,
	"nl": `De delegatie van Arden is maandag in Velm aangekomen om de gesprekken over een wapenstilstand te hervatten. Volgens minister van Buitenlandse Zaken Aster Vale zijn de partijen het nog steeds oneens over de terugtrekking van de troepen en de heropening van de veerdienst. "Zonder garanties tekenen we niet", zei ze.`,
	"uk": `Делегація Ардену прибула в понеділок до Вельма, щоб відновити переговори про припинення вогню. За словами міністерки закордонних справ, сторони досі мають різні думки щодо виведення військ і відкриття поромної переправи. Посередники запропонували обмін полоненими.`,
	"fa": `هیئت آردن روز دوشنبه برای از سرگیری گفت وگوها درباره آتش بس وارد ولم شد. وزیر خارجه گفت که دو طرف هنوز بر سر خروج نیروها و بازگشایی خط کشتی اختلاف نظر دارند. میانجی ها پیشنهاد تازه ای داده اند که تبادل اسیران را نیز در بر می گیرد.`,
	"he": `משלחת ארדן הגיעה ביום שני לוולם כדי לחדש את השיחות על הפסקת אש. לדברי שרת החוץ, הצדדים עדיין חלוקים בשאלת נסיגת הכוחות ופתיחת קו המעבורת. המתווכים הציגו הצעה חדשה הכוללת חילופי שבויים.`,
	"zh": `阿登代表团星期一抵达维尔姆，恢复停火谈判。外交部长说，双方在撤军和重新开放渡轮航线的问题上仍有分歧。调解人提出了包括交换战俘在内的新建议。`,
	"ha": `Tawagar Arden ta isa Velm ranar Litinin domin ci gaba da tattaunawa kan tsagaita wuta. Ministan harkokin wajen kasar ya ce har yanzu bangarorin biyu ba su amince da janye sojoji da kuma sake bude hanyar jirgin ruwa ba. Masu shiga tsakani sun gabatar da sabuwar shawara da ta hada da musayar fursunoni.`,
	"so": `Wafdiga Arden ayaa Isniintii soo gaaray Velm si ay dib ugu bilaabaan wadahadalka xabbad joojinta. Wasiirka arrimaha dibadda ayaa sheegay in labada dhinac ay weli ku kala duwan yihiin ka bixitaanka ciidammada iyo dib u furista khadka doonta. Dhexdhexaadiyayaashu waxay soo bandhigeen soo jeedin cusub.`,
	"sq": `Delegacioni i Ardenit mbërriti të hënën në Velm për të rifilluar bisedimet për një armëpushim. Sipas ministres së Jashtme, palët janë ende të ndara për tërheqjen e trupave dhe rihapjen e linjës së tragetit. Ndërmjetësit kanë paraqitur një propozim të ri që përfshin shkëmbimin e të burgosurve.`,
	"pl": `Delegacja Ardenu przybyła w poniedziałek do Velm, aby wznowić rozmowy o zawieszeniu broni. Według minister spraw zagranicznych strony nadal różnią się w sprawie wycofania wojsk i ponownego otwarcia przeprawy promowej. Mediatorzy przedstawili nową propozycję, która obejmuje wymianę jeńców.`,
}

func TestForeign(t *testing.T) {
	for code, text := range foreign {
		for _, n := range []int{1, 12} {
			got := Detect(strings.Repeat(text+"\n\n", n))
			if got.Code != code || !got.Foreign() || got.Name == "" {
				t.Errorf("%s, %d paragraphs: read as %+v", code, n, got)
			}
		}
	}
}

const english = `The delegation of Arden arrived in Velm on Monday to resume talks on a truce. Foreign Minister Aster Vale said the sides were still divided over the withdrawal of troops and the reopening of the ferry line.`

func TestEnglish(t *testing.T) {
	for name, text := range map[string]string{
		"plain":                 english,
		"capitals":              strings.ToUpper(english),
		"headline only long":    "Arden and Velm\n\n" + english,
		"foreign names":         `Mwai Kabongo Tshisekedi, Nguyễn Văn Đức, Ólafur Þórðarson, Żółkiewski and Abd al-Rahman ibn Khalid al-Yusufi met in Ouagadougou, said the Comité de Coordination des Mouvements de l'Azawad, which had asked for it with Jama'at Nusrat al-Islam wal-Muslimin and the Fuerzas Armadas Revolucionarias.`,
		"foreign quotation":     english + "\n\n" + foreign["fr"] + "\n\n" + english + "\n\n" + english + "\n\n" + english,
		"foreign at the end":    strings.Repeat(english+"\n\n", 8) + strings.Repeat(foreign["ar"], 3),
		"foreign summary first": strings.Repeat(foreign["es"]+"\n\n", 4) + strings.Repeat(english+"\n\n", 20),
	} {
		if got := Detect(text); got != English {
			t.Errorf("%s: read as %+v", name, got)
		}
	}
}

func TestTooShort(t *testing.T) {
	for _, text := range []string{
		"", "\n", "Velm", "Arden, Velm sign", "2024-05-04 | 13:00 | 34,600", "Bonjour Velm", "Здравствуйте",
		"Kabongo Mwai, Tshisekedi Félix, Ndayishimiye Évariste",
		`Port Arden officials: ferry blast kills 20 in Velm. VELM — A bomb exploded near a crowded quay in a mainly Ardenian quarter on Thursday, killing at least 20 people, officials say`, // few small words, and those in common with other languages
		strings.Repeat("Kabongo Mwai (Velm), Tshisekedi Félix (Port Arden), Ndayishimiye Évariste, Aster Vale; ", 9),
	} {
		if got := Detect(text); got != (Language{}) {
			t.Errorf("%q: read as %+v; want nothing told", text, got)
		}
	}
}

// The trigram tables have no Basque; that it is foreign can be told all the same.
func TestUnnamed(t *testing.T) {
	text := `Ardengo ordezkaritza astelehenean iritsi zen Velmera su-etenari buruzko elkarrizketak berriro hasteko. Kanpo ministroak
		esan zuen bi aldeak oraindik ez datozela bat tropak erretiratzeari eta ferry linea berriro irekitzeari buruz.`
	if got := Detect(text); got != (Language{Code: "und"}) || !got.Foreign() {
		t.Errorf("read as %+v", got)
	}
}

func TestDetectIsSteady(t *testing.T) {
	text := "Kwa katika Ouagadougou Fuerzas Armadas Mouvement Azawad Nusrat Comité Żółkiewski Nguyễn Văn Đức Ólafur Abd al-Rahman Khalid Yusufi Velm Arden Aster Vale Tshisekedi Kabongo"
	first := Detect(text)
	for range 50 {
		if got := Detect(text); got != first {
			t.Fatalf("read as %+v, then as %+v", first, got)
		}
	}
}
