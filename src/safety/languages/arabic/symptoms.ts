import { borrowed } from '../borrowed.ts'
import type { SymptomFlags } from '../phraseBook.ts'
import { blood, breast, hurts, onlyBreast } from './words.ts'

/** Arabic: symptoms. */
export const symptoms: SymptomFlags = {
  'breast.lump': {
    says: [
      'كتلة/كتله/كتل/كتلات/كتيلة/درنه/درنات/عجرة/عجره/كلكوع*/كلاكيع/دحديرة',
      'kotl*/kutl*/ketl*/katl*/koutl*/kotleh/waram/3ojra/daran*',
      'كتلة/كتله/كتل/كتلات/ورم/أورام/اورام/تكتل/تكتلات/عقدة/درنة/دمبلة/كلكوعة/كلكيعة',
      'kotla/kutla/kotle/kutle/ketle/kitle/waram/3o2de/3oqda/3u2da/kalkou3a/kalko3a',
    ],
    near: [
      [
        [...breast, 'ابط*/إبط*/باط*/ebt/ibt/2ebti/batti'],
        [
          'حبة/حبه/كرة/كوره/كورة/طابة/تورم/قاسي/قاسية/صلب*/يابس*/ناشف*/كيس/غدة/بندقة/حمصة/حصوة/زلطة/نتوء/ورم*/انتفاخ/7abbe/7abba/7abeh/kora/koura/7osse/7esse/asye/asi/yabes*/nashef*/warm*/7ommosa/bunduga',
        ],
      ],
      [
        breast,
        [
          'حبة/حبه/كرة/طابة/تورم/شي/شيء/حاجة/قاسي/قاسية/صلب/صلبة/كيس/غدة/غدد/دمل/بلية/ناشف/كورة',
          '7abbe/7aba/7abe/7abba/kora/kura/tabe/tawarrom/tawarom/shi/7aga/shay/asi/2asi/gaseya/kis/kees/ghodde/ghoda',
          borrowed.lump,
        ],
      ],
    ],
    unless: ['حبة دوا', 'ورم .. دماغ'],
  },
  'breast.skinOrShape': {
    near: [
      [
        [...breast, 'جلد*/جلدة/jeld*/gild*/jild*'],
        [
          'برتقال*/البرتقال/قشر*/قشرة/محمر*/احمر*/حمر*/احمرار/حرارة/سخن*/حار*/منكمش*/انكمش*/مكرمش*/كرمش*/مجعد*/مشدود*/غمازة/نقر*/حفر*/غاير*/داخل/ورم*/وارم*/متورم*/منفوخ*/منتفخ*/نفخ*/كبر*/اكبر/أكبر/صغر*/متغير*/تغير*/شكله/لون*/تقرح*/جرح/قرحة/فطريات/حكة/borto2an*/bordo2an*/bortuqal*/ortu2al/2eshr*/ishret/eshr*/a7mar*/7amra*/me7mar*/m7amar*/wirem/warem/werem*/manfou5*/manfoukh*/mnaffakh/kberet/kber/akbar/atwal/metghayar*/tghayar*/sokhn*/na2ra/7ofra/mkarmash',
        ],
        ['صدر*/ثدي*/ثدى/بز*/نهد*/sadr*/sedr*/thad*/bezzi/bezz/bzaz*/sidr*/9adr*'],
      ],
      [
        breast,
        [
          'ورم*/تورم/متورم*/منتفخ*/انتفاخ/منفوخ*/احمر/أحمر/حمراء/احمرار/حمرا/حكة/طفح/تجعد/انكماش/غائر/قشر*/برتقال/تغير/تغيير/شكل/حجم/اكبر/أكبر/اصغر/سخن/ساخن/حار/التهاب/صديد/قيح/جرح/تقرح/جلد/نقرة/حفرة',
          'metwarrem/mtwarem/metwarem/mwarram/mwarrem/intifakh/entifakh/manfoukh/manfoo5/a7mar/7amra/7amar/i7mirar/7aka/7akke/7akka/tafa7/taghayor/taghayyur/tghayar*/sheklo/shakl/shaklo/7ajm/7agm/akbar/asghar/sokhn/sukhn/iltihab/eltihab/jar7/gar7',
          borrowed.change,
        ],
      ],
    ],
    unless: ['تغيير .. موعد', 'اكبر من'],
  },
  'breast.nipple': {
    near: [
      [
        ['حلمة/حلمه/حلمت*/حلمات/الحلمه/بزول*/7alm*/7elmet/7elma/7elmti/7alam*/halam*/halm*/nipple*'],
        [
          'دم*/نزيف/سائل/افراز*/إفراز*/مي/مويه/مية/ماي/ماء/لجوا/لجوه/لداخل/للداخل/داخل/جوا/جوه/غاير*/غار*/دخل*/داخلة/مدفون*/مقلوب*/انقلب*/سحب*/مسحوب*/نشف*/يقشر*/بتقشر/تشقق/اكزيما/اصفر/اخضر/وسخ/dam/damo/damm/sa2el/sayel/sa2il/ifraz*/efraz*/may/mayy/lajowa/lagowa/jowa/gowa/la/dakhal*/d5let/d5lat/da5el/dakhel/ma2lub*/ma2loub*/in2alab*/2alab*/sa7b*/ghayer*/2eshr*/shagg',
        ],
      ],
      [['حمالة/ستيان*/سوتيان*/برا/sotyan*/soutien*/bra'], ['دم/بقع/بقعة/سائل/افراز*/dam/bo2a3/bo23a']],
      [
        [
          'حلمة/حلمه/حلمتي/حلمات/حلمتها/الحلمة',
          '7alma/7alme/7alame/7alamat/7elme/7elma/7almet*/7alamet*/halama/halamati/7alamati/7almti',
          borrowed.nipple,
        ],
        [
          'دم/نزيف/افرازات/إفرازات/افراز/سائل/قيح/صديد/حليب/لبن/مقلوبة/للداخل/داخل/جوا/جوه/مسحوبة/غائرة/قشور/قشرة/حكة/ألم/وجع/توجع*/بتوجع*/تنزل/ينزل/بينزل/يطلع/بيطلع/مي/ماء/تنزف/متشقق*/احمر*/تغير*',
          'dam/damm/nazif/nazeef/ifrazat/efrazat/ifraz/sa2el/sa2il/sayel/7alib/7aleeb/laban/ma2loub*/maqlou*/ma2loob*/jowa/gowa/jouwa/dakhel/me7akke/7akka/alam/waja3/byenzel/bynzel/yenzel/byetla3/mayy/may/qi7/sadid',
          borrowed.flow,
        ],
      ],
      [
        onlyBreast.concat('صدر/صدري', 'sadri/sadry/9adri'),
        ['دم/نزيف/افرازات/إفرازات/سائل/قيح/صديد', 'dam/damm/nazif/nazeef/ifrazat/efrazat/sa2el/sa2il', borrowed.flow],
      ], // blood or discharge
    ],
    unless: ['لا .. مقلوب', 'ضغط الدم', 'تحليل .. دم'],
  },
  'breast.armpit': {
    says: ['تحت .. ابط*/باط* .. كتل*/ورم*/حب*'],
    near: [
      [
        ['ابط*/إبط*/باط*/باطي/ebt/ebti/ibt/ibti/2ebti/2ibti/bat/bati/batti/baty'],
        [
          'كتل*/ورم*/تورم/وجع*/الم/ألم/غد*/حب*/كرة/انتفاخ/منتفخ/عقد*/كوره/درن*/kotl*/waram*/wejha/wejho/wejhi/wejhak/waja3*/alam/ghod*/7abbe/7abba/7abeh/7aba/kora/3o2de/nafkh*',
        ],
      ],
      [
        ['ابط/إبط/ابطي/إبطي/باط/باطي', 'ibt/ebt/ibti/ebti/batti/bati/2ibt/ebat/2ebti', borrowed.armpit],
        [
          'كتلة/ورم/تورم/وجع/ألم/غدة/غدد/حبة/كرة/انتفاخ/منتفخ/متورم/عقدة/شي/كتله',
          'kotla/kutla/kotle/kutle/waram/waja3/wag3/alam/ghodde/ghoda/7abbe/7aba/7abe/entifakh/shi/3o2de',
          borrowed.lump,
        ],
      ],
    ],
    unless: ['مزيل'],
  },
  'breast.pain': {
    near: [[breast, hurts]],
    unless: [
      'ماموغرام/ماموجرام/فحص/تصوير/اشعة .. مؤلم/يوجع/بيوجع/يؤلم/ألم/وجع',
      'مؤلم/يوجع/بيوجع/ألم/وجع .. ماموغرام/ماموجرام/فحص/تصوير',
      'mammogram/fa7s .. alam/waja3/byoja3*/mo2lim',
      'هل .. مؤلم',
      'قبل الدورة',
    ],
  },
  'cervical.bleeding': {
    says: ['دم/نزيف .. من تحت', 'nazif/dam .. ta7t', 'نزيف مهبلي', 'نزول دم بين'],
    near: [
      [
        [
          'جماع/الجماع/العلاقة/علاقة/الجنس/جنس/الزوجية/زوجية/الدورة/دورة/دوره/دورتي/اليأس/يأس/انقطاع/انقطعت/المهبل/مهبل/الطمث/طمث/الحيض/المعاشرة/معاشرة/sex/jima3/gima3/jema3/3ala2a/3ala2e/3elaqa/3alaqa/jins/gins/dawra/dora/doura/dawrti/dorti/mahbal/7ayd',
        ],
        ['بعد/بين/انقطعت/وقفت/انقطاع/رجع/رجعت/ba3d/ba3ed/bein/been/bayn/bain/wa2fet/en2at3et/en2ata3et/rej3et/rej3at/rege3/reg3et'],
        ['دم/نزيف/انزف/بنزف/ينزل/نزول/نزف/تنزف/تنقيط/بقع/دما/dam/nazif/nazeef/banzef/banzif/anzef/nezef/anzif'],
      ],
      [
        [
          'جماع/العلاقة/علاقة/الجنس/جنس/الزوجية/الدورة/دورة/دوره/دورتين/دورتي/اليأس/انقطاع/المهبل/مهبل/الطمث/الحيض',
          'jima3/gima3/jema3/3ala2a/3ilaqa/3elaqa/3alaqa/jins/dawra/dora/doura/dawrtein/ya2s/mahbal',
          borrowed.after,
        ],
        blood.concat('تبقيع/تنقيط'),
      ],
    ],
  },
  'bowel.blood': {
    says: ['براز* .. اسود/أسود/سودا*', 'boraz/baraz/biraz/beraz .. aswad/eswed/aswed/sawda', 'براز اسود/أسود', 'baraz/biraz aswad/eswed'],
    near: [
      [
        [
          'براز*/غائط/خروج/خرا/خراء/تواليت/حمام/الحمام/شرج/الشرج/مرحاض/كرسي/ورق/مقعدة/بطني/كاكا/boraz*/baraz*/biraz*/beraz*/bouraz/khara/5ara/kaka/7ammam*/7amam*/toilet*/towalet*/sharaj/sharj/meq3ada/poo',
        ],
        ['دم*/نزيف/dam/damm/dem/nazif/nazeef'],
      ],
      [
        [
          'براز/برازي/غائط/خروج/خرا/تواليت/حمام/شرج/مرحاض/خروجي',
          'biraz/baraz/birazi/borazi/kharya/7ammam/7amam/toilet/twalet/shara/berazi',
          borrowed.stool,
        ],
        blood,
      ],
    ],
    unless: ['تحليل/فحص .. دم', 'fa7s .. dam'],
  },
  'lung.cough': {
    says: ['ابصق/بصق/ببصق/بتفل/اتفل دم', 'نفث دم', 'ابصق/بصق/ببصق دم'],
    near: [
      [
        [
          'سعال/كحة/كح*/اكح/أكح/بكح/اسعل/أسعل/قحة/بسعل/سعلة/يكح/بلغم/بصاق/تفال/كحيح/بقح/اقح/so3al/su3al/ka77a/ka77/ko77a/ko77/ke77a/ka7a/ko7a/ko7/ba7o7/baki7/bko7/bko77/baku7/bake7/aki7/ako7/akoh/koha/kahha/ga77a/balgham/sa3le/se3le/so3la',
        ],
        ['دم*/dam/damm/dem'],
      ],
      [
        ['سعال/كحة/كحه/قحة/سعلة/كح/كحتي/so3al/su3al/ka77a/ko77a/ke77a/ka7a/ko7a/kahha/koha/sa3le/se3le'],
        [
          'اسابيع/أسابيع/اسبوع/شهر/شهرين/شهور/اشهر/أشهر/مستمر*/مزمن*/تروح/بتروح/راحت/تخف/نحفت/وزني/asabi3/asabee3/usbu3/osbou3/shahr*/shhour/shohour/mostamer*/btrou7/betrou7/wazni',
        ],
      ],
      [
        [
          'سعال/كحة/اكح/أكح/بكح/كحه/اسعل/أسعل/قحة/بسعل/سعلة/يكح/كح/كحيت/بلغم',
          'so3al/su3al/ka77a/ko77a/ke77a/k77a/ka7a/ko7a/ba7o7/baki7/bko7/aki7/ako7/bakoh/koha/kahha/ga77a/balgham',
          borrowed.cough,
        ],
        blood,
      ], // coughing blood
      [
        ['سعال/كحة/كحه/قحة/سعلة', 'so3al/su3al/ka77a/ko77a/ke77a/ka7a/ko7a/kahha/koha', borrowed.cough],
        [
          'اسابيع/أسابيع/اسبوع/شهر/شهرين/شهور/اشهر/أشهر/مستمر*/مزمن*/دائم',
          'asabi3/asabee3/osbou3/shahr/shahrein/shhour/shuhur/mostamer*/mustamir*/weeks/months',
        ],
      ], // long cough
    ],
  },
  'eye.sight': {
    unless: ['الرسالة/الموقع/الرابط'],
    says: [
      'ما/مش/لا/مو/مب/بطلت/ماعدت/معدتش .. عدت/عم/شوف/اشوف/أشوف/بشوف/ارى/أرى/شايف/شايفة .. عين*/بعين*/منيح/كويس/زين/شي',
      'فقدت/راح/ضعف/قل .. بصر*/نظر*/البصر/النظر',
      'ستارة/ستاره/غشاوة/غباش/ضباب/سواد/برق/ومض*/ومضات/ذباب/نقط/خيوط/فلاش* .. عين*/عيون*/نظر*/قدامي',
      'عين*/عيون*/نظر*/بصر* .. ستارة/ستاره/غشاوة/غباش/مغبش*/ضباب*/سواد/سودا/برق/ومض*/ذباب/نقط/خيوط/فلاش*/مظلم*/عتمة/راح/اختفى/ضعف/زغلل*',
      'زغللة/مزغلل*',
      '3ein/3eini/3eino/3einha/3eineyye/3eyn/3eyni/3eyno/3eyoun/3ain/3aini/3yoni/3youni/nazar* .. setara/stara/ghabash/mghabash*/dabab/sawda/sawad/nu2at/no2at/zaghlal*/ra7/3atme',
      'setara/stara/ghabash/dabab/sawad .. 3ein/3eini/3eino/3einha/3eineyye/3eyn/3eyni/3eyno/3eyoun/3youni/nazari',
      'ma/mesh/mish/msh/mo .. 3am/shayef*/shayf*/bshouf/ashouf/ashoof/bashoof/shouf .. 3ein/3eini/3eino/3einha/3eineyye/3eyn/3eyni/3eyno/3eyoun/b3eini/b3eino/b3einha/mneeh/kwayes/fag2a/faj2a',
      'fag2a/faj2a .. ma/mesh/mish/msh/mo .. shayef*/shayf*/bshouf/ashouf/shouf',
      'عميت',
      'فقدت البصر/بصري/النظر/نظري',
      'فقدان .. بصر/نظر',
      'ما/مش/لا/مو عم? اشوف/أشوف/بشوف/أرى/ارى/شايفة/شايف',
      'ومضات',
      'ma/mish/mesh/mo 3am? ashouf/ashoof/shayfe/shayfa/bshouf/shoof',
      'fa2adt/faqadt .. basar/nazar*',
    ],
    near: [
      [
        [
          'عين/عيني/عيوني/عيون/نظر/نظري/بصر/بصري/الرؤية/رؤية/اشوف/أشوف/بشوف',
          '3ein/3eini/3ayni/3ini/3younii/3youni/3oyouni/nazari/nazar/basari/ashouf/ashoof/bshouf',
          borrowed.sight,
        ],
        [
          'فجأة/فجاة/ومضات/ومض/برق/ستارة/ظل/غباش/ضبابي*/ضباب/مغبش*/عمى/سواد/ذباب/لمعات/اختفى',
          'faj2a/fag2a/fag2ah/faja2a/wamadat/bar2/barq/setara/sitara/ghabash/dabab/3ama/sawad/lam3at',
          borrowed.sightGone,
        ],
      ],
    ],
  },
}
