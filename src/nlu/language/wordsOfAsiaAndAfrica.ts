/**
 * Words that give a language away when it is typed in Latin letters, where many of these are usually written in a script of their own:
 * small letters, no accents, spellings as people improvise them. No greetings and words of faith that English speakers use too (salaam,
 * inshallah, haram), none for family, food or clothes.
 */
export const wordsOfAsiaAndAfrica = `
ur hi: hai hain hoon hun hu hon nahi nahin nai nahe kya kia kiya kyun kyu kab kahan kaha kaisay kaise kese kesay kaun kon kitna kitni kitne
ur hi: mujhe mujhay mjhe muje mujh mera meri mere meray main mein mai mei hum hamein humein hame apna apni apne aap ap apka apki apke aapka aapki
ur hi: aapke tum unko usko uski uska uske iska iski isko inka karna karni karne karwana karwani karwane krna krni krne krwana krwani karo karein
ur hi: karen karain kro kren kardo kardein kar kr kardi karta karti karte kiye chahiye chaiye chahye chahie chahti chahta chahte chati
ur hi: sakti sakta sakte skti skta skte sakty hota hoti hote hoga hogi hogaya hogayi raha rahi rahe rhi rha rhe gaya gayi gai gya tha thi
ur hi: ka ki ke ko se say pe par agar kyunki kyonki phir bhi bohat bohot bahut bht abhi aaj kal subah shaam din
ur hi: dard takleef dar darr lagta lagti lag daaktar chhati chati seena seenay aurat aurath malum pata samajh samaj bolti bolta
ur hi: bolte baat batao batayein batain bata bataye zaban
ur hi: milna mila mili mile milay chithi aana ana aaungi aongi jana jaana jaye jaun aa ja nahi hun wala wali
ur hi: walay kuch kuchh koi sab sirf apko aapko yeh ye woh wo jo jab tak sath saath liye lye liay lia leni lena dena deni badalna badalni
ur hi: tabdeel likha likhna parh parhna para bachay sehat
ur: khatoon maloom angrezi angraizi angreezi urdu tarjuman mutarjim madad meherbani mehrbani shukriya zaroorat zarurat lekin magar waqt hafta hafte khat
ur hi: khoon khun gaanth ganth gilti gilty sujan soojan bagal baghal saans sans marna marne jeena jina zinda pait pet sar hath baazu dost bacha
ur hi: bacche baccha beti shohar shauhar behan bhai mahine mahina saal din hafton ghante raat rat dai dayen bayen pehle pahle baad andar bahar
ur hi: kapre kapde utarna utarne pehan pehen pehenna mard admi aadmi akeli akela lekar leke aate aati khana peena chalna baith lal laal garam
ur hi: kharab bilkul zyada ziyada thora thoda jaldi der dobara dubara wapas jawab hogaya horaha hora horahi hori raha
ur hi: jaan karun karoon jaoon jaon aaoon sakun batain dein dijiye lein rakhna rakhe pahunch pohanch rasta
hi: kripya dhanyavad dhanyavaad dhanyawad stan badal dijiye dijiyega asptal aspatal samay mahila bhasha hindi madat sahayata jaankari jankari
hi: jaanch janch dwara badalwana chahungi chahunga sakungi dubhashiya anuvadak
pa: menu mainu mainoo minu mennu sanu sanoo tuhanu tuhada tuhadi tuhade tuhanoo tusi tussi tusin asi assi da di de du dee nu noo
pa: nuu ne vich vic wich vitch naal nal ton toh te kithe kithay kithon kidan kiven kive kidda kinna kinni kinne kado kadon kadu hega haiga
pa: hegi haigi hega hege ne hunda hundi hunde hundiyan si sann karda kardi karde karni karna karan karvauna karwauna karaana krna krni
pa: chahida chahidi chahide chaida chaidi chahundi chahunda chauni chauna sakdi sakda sakde sakdiyan jandi janda jana jaana auna aauna avan
pa: aavan ayi aya aayi gall gal dasso daso dass das nahi nai nahin nhi ik eh ehh oh ohna ohnu ohdi ohda meri mere kam punjabi panjabi
pa: boldi bolda bolde bolna angrezi samajh samjh ondi aundi aunda peer dukhda dukhdi dard darr dar lagda lagdi bahut bohot bhot bada vadhiya
pa: chhati chatti shaati mumme mummay kadi hun hune ajj kal kall parso agle hafte kina waqt vele vella dubara fer pher phir jado jadon vi
pa: jithe jitthe othe othon ethe aithe kol khoon khun laal garam tej bhaar bhar khang saah sah aunda nikalda nikaldi nikal lag pya peya pai piya
pa: gya gye geya gayi gaya hoi hoya hoyi hoye hogi hogya hogayi hou hovega hovegi hougi reha rehi rahi rihi rae gilti gilty ganth gand kachh
pa: kacch bagal khabbi khabbe kaamba daag mahavari mahwari jee jeen marn mar jaan thak banda bande bandeyan munda kudi kurri janani zanani aurat
pa: chhad chad ke la leke jau javan jaavan jaava karugi karuga karange aan aa sat sri akal saal mahine mahina haftey haftian din
pa: dina ghante thoda thodi thora bahut tez kapde kapre leerhe lahune lauhne paune pauna nahau dekho dekhna vekho vekhna pehla pehlan baad bad
pa: andar bahar utte thalle sajje khabe dhid tidd sir hath baanh bacha bache puttar dhee dhi bhain bhra gharwala gharwale kamm chhutti chutti
pa: pata jehi jeha jehe vargi varga ohde ehde ehda ehdi jiven oven ohne ehne sadi sada sadde tera teri tere labda labdi milya mili
pa: layi lai laee karke kyun kyo kion koi kujh kuj sab sare saare chithi aapni apni apna apne badalni badalna badlo tareek tarik
pa: karo kardo kardeo krdo dio deo rakho kis kihnu dhanvaad meharbani mehrbani
bn: ami amar amake amr amader apni apnar apnake apnara tumi tomar amra ki kivabe kibhabe kothay kothai kokhon kokhn kobe koto kotokkhon keno
bn: kemon kemne na nai nei nah hobe hoy hoise hoyeche hoyni hobena korbo korte korbe korben koren korun korechi korechen korsi korchi
bn: kore korar korle korta chai chaai chaina chay chan cai pari parbo parba parben pare parchi parina parbona ache achhe asen asbo aste ashbo
bn: ashte ase asi ashe aschi jabo jete jabe jai jante bolte bolo bolen bolben bolbe bola bolchi bhasha bangla banglay banglate bengali
bn: ingreji ingrezi ingrajite bujhi bujhina bujhte bujhchi chithi citi chiti peyechi paisi pailam payechi theke jonno jonne sathe shathe diye
bn: dite den din diben dorkar lagbe lagbo lage betha byatha batha bhoy voy dakter buk buke stone ekta ekjon ekjn ar abar kintu jodi ajke aaj
bn: kalke kal shomoy somoy tarikh bodol bodlate bodlaite poriborton mohila meye dhonnobad dhonnobaad doya sahajjo shahajjo dobhashi onubadok
bn: ekhon ekhono kichu keu shudhu thakbe thakben lok er eta ei oi oita seta ota khub
bn: rokto rokter raktopat bondho bondo hoitese hoitase hoiteche hocche hochche ghonta ek dui tin char pach shoptah soptaho mash mas bochor bosor
bn: din rat shokal bikal dupur niche upore dan bam bogol bogoler fula phula fola guti chaka chamra lal gorom nishash shash morte mori bachte
bn: iccha ichcha jayga jaiga gari garir rakhar rakhbo ghor basha bari hashpatal haspatal dhore dhoray hoye hoyeche gelo geche gese giyeche
bn: eshe esheche dekhte dekha dekhbe dekhabo pore poray agey aage khule khulte porte kapor jama purush beta chele sheye shami meyer mayer
bn: pet matha hat buker boukhe shorir osustho oshustho bhalo valo kharap onek beshi kom taratari deri tahole othoba emon kemni
bn: mui aami ammar amare aafne afne afnar afnare afnarar kita kitar kitay kene kila kemne fari fara farmu farbo faren farsi faisi failam
bn: xitai hokol hoibo oibo oiba oise oilo nay nae zaite zaimu jaimu zawar aimu aitam aia koitam koimu koro korta kortam karon kormu korba
bn: ni hono ono asoin asen asoyn aso asla emon mate kotha matoin matin khobor zane zani zanina janina bhujina buzi buzina bacca hurutta
bn: furutta zamai betin hospitalo daktaro kagoz cithi faisoin dilain disla kholbo hoytoni hoitoni lagboni faitam aibo jaibo
bn: lagi loge sylheti sileti matmu matte mattam lagbo tarikhta shomoyta bala bhala besh fua furi bodlaitam dibani diba disoin koisoin
ar: ana 3ayza 3ayez 3awza 3awez ayza aiza 3ayzah awza biddi bidi baddi badde beddi abga abgha abi abghi abba areed oreed urid ureed a7tag ahtag
ar: ba7tag m7taja mehtaja a7taj ahtaj mesh mish mosh mush muu mo kif keef kaif kayf izay ezay ezzay momken mumkin momkin mmkn law samaht sama7t
ar: sam7t sama7ti samahti lw el al il fe fi 3ala 3la ala 3andi andi 3ndi endi 3indi 3and 3an 3al mawid maw3id mo3ad mo3ed mow3ed maw3ed mw3d
ar: maw3idi maw3edi mo3adi mawidi mawed mou3ed moued inti enti enta inta howa hiya huwa da di dah dih eih eh leh lih lesh leish laysh shu shoo
ar: shou sho aish eish wein wen fein feen emta imta ayemta mata meta kam 2adeh adesh ma3 m3 ma3aya ma3ak ma3i men min 3ashan 3shan 3lshan
ar: alashan lazem lazim aghayar aghayyer aghyar aghayer aghayyar ghayyer ghayer algh alghi alghy elghi ulghi bokra bukra bukrah ennaharda
ar: enharda inharda elyom alyoum alyom yom youm esbo3 osbo3 usbu sa3a saa doctora daktora doktora dactora tabib tabiba sadr sadri sader alsadr
ar: elsadr fa7s fahs alfahs elfa7s ash3a asha3a mostashfa mustashfa resala risala gawab jawab wasalni wasalet waslni ja2ni jani aja ija
ar: motargem motargema mutarjim mutarjima motarjem motarjema tarjama targama mutarjem tarjem 3arabi arabi 3araby araby arabe englizi inglizi
ar: engleezi inglisi enjlizi bafham bafhamsh afham fahma fahem batkalem batkallem bate7ki be7ki bahki ba7ki ahki a7ki atkalam atakallam at7ki
ar: khayfa khayef 5ayfa khaifa 5aifa kha2fa waga3 wag3 waja3 wja3 yewga3 byewga3 byuja3 alam bas bss bes kaman kamen aw aywa la2 laa la2a
ar: awi awy ktir kteer kthir jiddan geddan wala wla isma ismi omri 3omri sanah sana ommi ummi zawjati marati marti mrati sayida sayeda sitt
ar: elli illi yalli lli hala2 halla2 hallaa halla hal2 rje3 raja3 yenzal ynzal nezel nezil dam damm dem sneen snin senin snen shahr shahar ashhur
ar: asabi3 ayam ayyam waram kotla kitla kutla ta7t that bati bat 7alama halama zghir zghire kbir kbire so8ayar soghayar kebir dawra
ar: batni batn ras rasi ktef dra3i dra3 idi 2albi albi qalbi nafas nafasi anfas tnaffas atnaffas amoot amout amut arta7 3ayesh 3isha
ar: 3aysha 3am 3amm 3amma te2dar t2dar bte2dar ba2dar a2dar 2dar te7ki byehki wejha wesh fag2a faj2a sett sit ragel rajol ragol rijal mara
ar: mar2a benti ibni ebni jozi gozi zawji jawzi 7amdella hamdella el7amdella lilah resale wesletni weslet weselni ashel ashil ashlah asheel
ar: 7egab wa2t wa2et wagt waqt sa3et saaet daqi2a d2i2a sayara sayyara siyara mawqef maw2ef arkan basafer msafra 3alay 3aleha 3aleh
ar: 3alayki feha fiha fiyeh fini feni lama lamma ba3d ba3den abl 2abl abel badal bardo barduh kda keda kida hek 3adi tayeb tab khalas tamam
ar: mawjood mawgood mawjud 7ada had 7atta hatta gheir gher ghair zay zayy metl mitl bta3 bta3et beta3 btaa3 taba3 hagz 7agz ahgez a7gez
ar: bya3mel bte3melo bti3mlo ta3mlo a3mel 3amalt 3amaltu sawaw sawi ysawi nsawi tsawoon
ar: hal mata aina ayna kayfa hadha hatha haza hada hadi hay hayda heik ya3ni yani shukran shokran bghit bghet wach wash kifach 3lach dyal
ar: dyali rah rani kayn makaynch makanfhamch chno chnou fuqach fo9ach mn ila nqder n9der mochkil
fa: man mikham mikhaham mikhastam nemikham mitoonam mitonam mitunam nemitoonam nemitonam nemitunam mishe mishavad nemishe nemidonam nemidunam
fa: midonam lotfan khahesh mikonam konam vaght vaghte vaghtam nobat nobatam ra baraye baram emrooz farda chetor koja chand che ast hast hastam
fa: nist nistam inglisi engelisi farsi motarjem mitarsam dard dare daram nadaram sine pestan name zan khanom bayad taghir laghv komak harf
so: waxaan waxan waan wan aan ma maya haa fadlan ballan ballanta ballantayda ballanteyda balan balanta rabaa rabo doonayaa donaya doonaya
so: baahanahay bahanahay baahan turjubaan turjumaan turjuman turjubaanka beddelo badalo beddeli badali bedelo baajiyo joojiyo
so: kansalo warqad warqadda warqada helay heley ayaa ayay ku ka ugu iyo laakiin laakin laakinse af soomaali somali soomaaliga ingiriis
so: ingiriisi ingiriiska hadlo hadla hadlaa fahmayo fahmin fahmo garanayo naas naaska naasaha xanuun xanuunka xanuuneysaa xanun cabsi baqayaa
so: baqaya goorma goormee halkee xaggee xagee sidee immisa imisa maxaa maxay waa wa miyaa mise waxay waxaa berri beri maanta manta usbuuca
so: maalin saacad dhakhtar dhaqtar takhtar isbitaal isbitaalka hooyaday hooyo xaaskayga caawin caawimaad kaalmo igu iga ii caawiya ila hadal
so: dhiig dhiiga dhiigga dhiigbax kuus kuusha barar kilkisha ibta neefta neefsan neefsanayn neefsashada dhiman dhinto nolol noolaan caloosha
so: madaxa gacanta garabka gaari gaariga baarkin dhigto dhar dharka xijaab nin ragga raga wiil gabar gabadha carruur ninkayga saygayga sano
so: sanno bil bilood toddobaad todobaad maalmood saacadood hore kadib dambe weli wali mar markii marka ilaa hadii haddii hadaan cudur
so: kansar kansarka caafimaad caafimaadka xun fiican wanaagsan badan yar wuu way uu aanan anigu aniga adiga isaga iyada waxba wax
so: baaritaan baaritaanka baarista haween dumar naag mahadsanid hadda kale si qof inaan inaad karaa kartaa karo kara jiraa jirta
ku: ez dixwazim naxwazim dikarim nikarim dikare heye hene nine tune li bi bo di de min te we ew em hun ku ci cawa kengi kingi cend randevu
ku: randevuya randevuye biguherim biguherînim biguherinim betal bikim bike kurdi kurdî kurmanci zimane zimanê ingilizi inglizi ingîlîzî dizanim
ku: nizanim fam nakim dikim werger wergêr wergera wergerek pedivi hewce hewcedari alikari alikarî name nameya hat hatiye sing singe memik
ku: ditirsim tirsim dese bijisk doktor sibe iro roja hefte gelek spas ne na ere axaftin diaxivim naaxivim jin jineke xwe
sw: nataka ninataka naweza ninaweza siwezi tafadhali asante sana miadi kubadilisha kuahirisha kughairi kufuta barua nimepata nilipata
sw: kiingereza kiswahili sielewi sijui naongea ninaongea nasema mkalimani mfasiri nahitaji ninahitaji maziwa titi matiti ninaogopa naogopa
sw: maumivu inauma lini wapi vipi gani ngapi kesho leo wiki daktari hospitali yangu wangu langu mimi na ya wa kwa ni je lakini pia kama
sw: msaada nisaidie uchunguzi habari
yo: mo mi ko le lati fe jowo ejo se ni ti fun pelu nigba nibo bawo elo oyan omu iwe leta ri gba gbo soro yoruba oyinbo geesi ogbufo onitumo
yo: eru n ba mi dun irora dokita ola loni ose ojo emi sugbon tabi iranlowo nilo adehun yi pada fagile
tl: ako ko ang ng mga ay hindi po opo gusto kong pong pwede puede maaari maari ba salamat lang naman para kay sa na ito iyon yung kailan saan
tl: paano magkano bakit ilang natatakot takot masakit sakit suso dibdib sulat natanggap nakatanggap kailangan tagapagsalin
tl: ingles tagalog nagsasalita marunong naiintindihan maintindihan bukas ngayon linggo araw oras doktor nanay asawa palitan baguhin ilipat
tl: kanselahin kasi pero din rin meron mayroon wala akong aking
gu: mane mari maru mara tamaru tamari tame ame che chhe nathi joie joiye joye karvi karvu karva kari shaku shakay shakish kyare kya kyan kem ketla
gu: ketlu ketlo shu su hu mate sathe ane pan pachi gujarati bolu bolva samajtu samaj angreji dubhashiyo patra malyo chhati stan dukhe dukhavo
gu: bik lage aaje kale aavti aavish avvu aavvu aavu badalvi badalvu badlavi apo aapo madad jarur jaruri thay thashe hase avadtu
ta: enakku naan ennoda ennudaya ungal unga enga eppo eppodhu epdi eppadi evlo evvalavu illai illa irukku iruku venum vendum mudiyuma mudiyathu
ta: mudiyala panna pannanum maathanum maatha mathanum tamil tamizh thamizh pesa pesuven puriyala puriyavillai theriyathu theriyadhu theriyala
ta: mozhipeyarpalar kaditham vanthathu vandhadhu marbaga marbu valikkuma valikum bayama payama irukkirathu naalai indru nandri dayavu seithu
ta: udavi aangilam
ne: malai mero timro tapai tapailai tapaiko garna garnu garnuhos garchu garchha garcha parchha parcha chha cha chhaina chaina hunchha huncha
ne: hunna sakchu sakinchha sakincha sakdina bolchu bujhdina kahile kaha kasari kati nepali angreji dobhase chitthi aayo stan dukhcha dukhchha
ne: dar lagcha lagchha bholi aaja lai bata pani tara ra ko ki
`
