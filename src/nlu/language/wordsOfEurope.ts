/**
 * Words that give a language away, as they are typed on a phone: small letters, no accents. Words of every day and of a message to a
 * clinic; no greetings and thanks that English speakers borrow (salaam, merci, ciao), no names.
 */
export const wordsOfEurope = `
cy: dw dwi dwin rydw rydyn ydw wyf rwy rwyf ydy ydi yw ydych oes mae maen sydd sy roedd oedd bydd fydd byddaf bod fod yn yr os gwelwch dda
cy: ddim dydw dydi nid nac nad heb gyda gan ar gyfer efo fy ei eich chi fi ni nhw hi fo wedi newydd eisiau isio angen canslo newid apwyntiad
cy: apwyntiadau gael cael gallaf galla gallwch allwch alla fedra fedrwch all gall hoffwn hoffech licio wneud gwneud mynd dod siarad cymraeg
cy: gymraeg nghymraeg saesneg llythyr lythyr sgrinio sgrin fron bron bronnau fronnau meddyg meddygfa ysbyty nyrs poen poenus brifo frifo
cy: ofn nerfus pryd ble lle sut pam faint beth pwy rhywun unrhyw heddiw yfory wythnos nesaf bore prynhawn dydd llun mawrth mercher iau
cy: gwener sadwrn sul mis amser dyddiad ond hefyd achos hwn hon hyn hynny yma yno rhif ffon ffonio symud oed blwydd mlwydd cyfieithydd
cy: dehonglydd helpwch plis lwmp mamogram gwybod deall ddeall teimlo merch gwraig dynes ddynes menyw fenyw gweld cyn rhaid parcio
cy: ody odi sa sai sain fin nin neud gneud dechre dechrau wsos wythnosau mlynedd blynedd blwyddyn diwrnod mai ta beth blaen mewn ochr ochor un
cy: croen coch goch gwaed gwaedu waedu nipl lwmp llwmp lwmpyn chwydd wedi colli waed pwp bol stumog cefn braich fraich cesail gesail
cy: anadl anadlu methu fethu marw farw eisio fyw byw drwg gwisgo wisgo tynnu dillad maes aros gwr gwraig chwaer brawd merch mab
cy: plant teulu dyn ddyn dynion menywod merched neu nage ie oes oedran cerdded cadair olwyn beichiog dweud gwneud gweithio gwaith ysgol
cy: anfon ffoniwch cysylltu ateb cwestiwn cwestiynau canlyniad canlyniadau cynta cyntaf eto rwan nawr wastad byth weithiau llawer
cy: mawr bach ifanc iawn fawr fach ges gest gafodd cefais wnes wnaeth es aeth gallu gai caf mynd ymlaen fanna fama fanno lawr fyny
cy: drosto arna arnaf arnai wrth amdano iddo iddi gen gynno ganddi genna mamgu nain taid ond os felly tro trio cofio colli lle llefydd cyfle
cy: swyddfa neges tecst gwybodaeth taflen prawf profion triniaeth canser cancr clefyd iechyd sgan sganio pwysau gwasgu dolur dolurus tost sal
cy: sgwrs haf gaeaf ionawr chwefror ebrill mehefin gorffennaf awst medi hydref tachwedd rhagfyr
pl: nie jest jestem sie czy prosze dziekuje moge mozna mam mnie moja moje moj dla jak gdzie kiedy ktora ktory chce chcialabym
pl: chcialbym wizyte wizyta wizyty termin zmienic odwolac przelozyc umowic badanie badania piersi piers list listu dostalam dostalem pani
pl: panie dzien dobry angielski angielsku polsku polski tlumacz tlumacza rozumiem mowie jutro dzisiaj tydzien boje boli bol przyjsc bede byc
pl: bylo tylko jeszcze juz albo ale oraz ze co przed lekarz lekarza szpital adres mammografia mammografie mammografii potrzebuje pomoc jezyku
pl: wczoraj lat mam maz mezem krew krwi krwawie krwawienie plamie plamienie guz guzek pacha sutek brodawka twarz reka oddychac oddech
pl: klatce piersiowej zle umrzec zyc dziecko corka maz ciazy ciaza lewa prawa dni tygodni miesiac miesiecy rok robic robić co moze zrobic
pl: mamie tata godzinie parking ubrac zdjac pan facet bedzie ktos wygladac dlugo trwa przez po od
pl: jestescie zapomnialam wynik wyniki musze robi wiem oraz bardzo kobieta
ro: nu sunt este sint vreau doresc pot puteti as dori programare programarea programarii schimb anulez sa va rog multumesc pentru cu din
ro: mea meu mele imi frica doare dureaza cand unde cum cat vin veni scrisoare scrisoarea primit romana romaneste engleza englezeste
ro: interpret traducator traducatoare vorbesc vorbeste inteleg mamografie mamografia san sanului sani sanilor maine azi saptamana buna ziua
ro: fac faca face trebuie daca sau si ca la ce care cineva mama sotia medic doctorul asta acest aceasta am avea fost doar alta data ora
ro: sange sangerez sangerare nodul umflatura sfarc mamelon subsuoara respir respira piept dor fara fi mai bine toti mine mor moara barbat
ro: femeie copil fiica sot sotul luni zile ani de la pana parcare imbrac haine scaun burta cap mana stanga dreapta greu foarte tot nimic
ro: ajuta ajutor spital puteti putea merg stiu
pt: nao eu sou estou tenho quero queria gostaria posso pode podem voce voces minha meu meus uma um por favor obrigada obrigado consulta marcacao
pt: marcar remarcar desmarcar cancelar mudar mamografia exame mama peito carta recebi falo falar portugues ingles interprete tradutor ajuda
pt: ajudar onde quando como quanto muito medo doi dor vai isso isto esta estava para com sem mas mais tambem amanha hoje semana dia hora
pt: sangue coco fezes caroco nodulo mamilo axila sangrar sangrando sangramento respirar morrer viver ha uns dias anos meses semanas filha filho
pt: marido estacionamento estacionar paga pagar ai la aqui homem mulher roupa vestir tirar direita esquerda barriga cabeca ainda ja nada tudo
pt: preciso medica medico seio fazer ver ir vou foi sao tem ter horario outra outro percebo entendo compreendo
es: no hablo ingles espanol quiero quisiera puedo puede pueden necesito tengo estoy soy cita citas cambiar cancelar mi una un para por favor
es: usted ustedes interprete carta recibido recibi donde cuando como cuanto mucho miedo duele dolor pecho seno mamografia prueba
es: tambien pero con sin esta este esto eso manana hoy semana dia hora medico hacer ver ir voy fue tiene tener otra otro entiendo ayuda
es: ayudar que muy mas porque venir hija madre marido hospital ser debo tenia quien
fr: je suis ai avez vous voudrais veux peux pouvez puis mon ma mes rendez rdv annuler changer parle parler pas anglais francais
fr: besoin interprete lettre recu pour avec sans est ce une un des les quand comment combien peur mal sein seins mammographie examen
fr: aussi mais demain semaine jour heure medecin faire aller plait dois comprends trouve temps dure fille venir hopital qui ou que ne cette votre notre aide aider
it: non sono ho vorrei posso puo potete appuntamento cambiare spostare annullare disdire mio mia per favore inglese italiano
it: parlo parlare capisco bisogno interprete lettera ricevuto dove quando come quanto paura male seno mammografia esame anche domani oggi
it: settimana giorno ora medico fare andare della del che con senza una un il lo gli questo questa aiuto perche sto devo mi ma trova si ospedale figlia venire quando posso esserci bene prima dopo
de: ich bin habe nicht kein keine mein meine meinen termin absagen verschieben andern bitte ist und fur mit auf wann wo wie viel
de: kann konnen sie mochte brauche dolmetscher spreche englisch deutsch brief bekommen brust angst mammographie untersuchung morgen heute woche
de: der das ein eine einen aber auch zum wird wurde weh tut
nl: ik ben heb niet geen mijn afspraak afzeggen verzetten veranderen graag dank is en voor met wanneer waar hoe kan kunt u een het van tolk
nl: spreek engels nederlands brief gekregen borst bang onderzoek morgen vandaag nodig ook maar wil
tr: bir ben benim icin istiyorum istiyor lutfen randevu randevum randevumu randevuyu degistirmek iptal etmek ingilizce turkce bilmiyorum
tr: konusamiyorum konusmuyorum tercuman tercumana ihtiyacim meme mamografi mektup geldi aldim nerede ne zaman nasil kadar var yok mi mu
tr: musunuz misiniz midir korkuyorum acir agri doktor yarin bugun hafta gun saat ile ama cok degil evet hayir merhaba tesekkur tesekkurler
tr: annem esim bana yardim eder edebilir alabilir miyim gelebilir gelemem istemiyorum olur kadin anlamiyorum
sq: nuk une jam kam dua te mund mundem takim takimin takimi ndryshoj anuloj ju lutem faleminderit per me nje ne qe si ku kur sa eshte anglisht
sq: shqip flas flet kuptoj perkthyes perkthyese leter letra letren gjirit gjoks gjoksi gjoksit mamografi mamografia frike dhemb dhimbje mjeku
sq: neser sot jave dite ore tjeter duhet nena gruaja ime imja juaj a mos po jo por edhe cfare ndihme kontroll
lt: as esu noriu noreciau galiu galima ar gal prasau aciu labas diena vizita vizito vizitas laika pakeisti atsaukti perkelti kalbu kalbate
lt: lietuviskai angliskai suprantu nesuprantu vertejo vertejas vertejos reikia laiska gavau krutu krutis kruties mamografija mamografijos bijau
lt: skauda kada kur kaip kiek rytoj siandien savaite diena valanda gydytojas mano man jus mane ir bet nes del su be yra nera negaliu kita
lv: es esmu gribu gribetu varu ludzu paldies pierakstu vizite vizitu laiku mainit atcelt runaju latviski angliski saprotu nesaprotu tulks
lv: tulku vajag vestuli sanemu kruts kruu mamografija baidos sap kad kur cik rit sodien nedela diena man mans mana jus un bet nav vai
sk: som nie je chcem chcela chcel mozem prosim dakujem dobry den termin zmenit zrusit presunut vysetrenie prsnik prsnika prsnikov list dostala
sk: neviem nerozumiem hovorim anglicky slovensky tlmocnik tlmocnika potrebujem bojim boli bolest kedy kde ako kolko zajtra dnes tyzden hodina
sk: lekar moja moj mna mam pre ale alebo sa si ked co bude mamograf mamografia mamografiu na pomoc zena
cs: jsem neni je chci chtela chtel bych mohu muzu prosim dekuji dobry den termin zmenit zrusit presunout vysetreni prsu prsa dopis dostala
cs: nevim nerozumim mluvim anglicky cesky tlumocnik tlumocnika potrebuji bojim boli bolest kdy kde jak kolik zitra dnes tyden hodina lekar
cs: moje muj mne mam pro ale nebo se si kdyz co bude mamograf mamografie mamografii na pomoc zena
hu: nem vagyok van szeretnem szeretnek kerem koszonom jo napot idopont idopontot idopontom lemondani megvaltoztatni modositani athelyezni
hu: beszelek beszel angolul magyarul ertem tolmacs tolmacsot tolmacsra szuksegem level levelet kaptam mell mellszures mammografia vizsgalat
hu: vizsgalatra felek faj fajdalom mikor hol hogyan mennyi holnap ma het nap ora orvos az egy es de hogy nekem mert is lehet tudok tudom
hu: segitseg no tudnak kell korhaz korhazba meddig johetek mehetek jonni menni lanyom lanyommal anyam anyukam ferjem noi vagy kerek nekem volt lesz
hr: nisam sam nije zelim htjela zelela mogu molim hvala dobar dan termin promijeniti promeniti otkazati pregled dojke dojki pismo dobila ne
hr: razumijem razumem govorim engleski hrvatski srpski prevodilac prevoditelj prevodioca trebam treba bojim boli kada gdje gde kako koliko
hr: bolnica mogu doci sutra danas tjedan nedelja sat lijecnik moj moja mene imam za ali ili se da sta sto
vi: toi khong muon co the lich hen doi huy xin cam on tieng viet anh noi phien dich thu nhan duoc vu kham khi nao o dau bao nhieu so ngay
vi: mai hom nay tuan gio bac si cua la va nhung cho giup
`
