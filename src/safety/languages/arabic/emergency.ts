import { borrowed } from '../borrowed.ts'
import type { EmergencyFlags } from '../phraseBook.ts'
import { blood, cannot, hurts } from './words.ts'

/** Arabic: an emergency. */
export const emergency: EmergencyFlags = {
  'emergency.chestPain': {
    says: [
      'الم/ألم/وجع/وجعة .. قلب/قلبي/القلب',
      'قلبي .. واجعني/يوجعني/بيوجعني/ينغزني/يعصر/يوقف/يدق',
      'ذراع*/ايد*/يد*/دراع* .. اليسار/الشمال/الايسر/يسرى/شمال/يسار .. تنمل/خدر*/منمل*/توجع*/بتوجع*',
      'تنمل/خدر/منملة/منمل/مخدرة .. ايد*/يد*/ذراع*/دراع*',
      'حجر/تقل/ثقل/ضغط/كبسة/عصرة/كتمة/ضاغط .. صدر*',
      'صدر* .. حجر/تقل/ثقل/ضغط/كبسة/عصرة/كتمة/ضاغط/طابق/ينضغط',
      'albi/galbi/qalbi/2albi .. byewga3*/byoja3*/yewja3*/waj3ani/ye3sor/bewga3*',
      'sadri/sedri/9adri .. daght/katma/te2el/tabe2/tab2/kabse/3asra',
      'idi/eedi/dra3i/draa3i .. shmal/ysar/yasar/chmal .. tnamel/khedr*/menamel*/5adran*',
      'نوبة/ذبحة/سكتة/جلطة قلبية/صدرية',
      'ازمة قلبية',
      'جلطة',
      'قلبي .. يوجع*/بيوجع*/وجع/ألم/يؤلم*',
      'galta/jalta',
      'nawba/nobe/azme/zab7a qalbi*/kalbi*/albiy*',
    ],
    near: [
      [['صدر/صدري/صدرى/صدره/صدرها', 'bsadri/bisadri/b9adri/sadri/sadry/9adri/sadr/sadro/sadre/sedri/sidri/sadrou', borrowed.chest], hurts], // pain in the chest
      [['قلب/قلبي/قلبى', 'qalbi/albi/2albi/galbi/kalbi'], hurts],
      [
        ['صدر/صدري', 'bsadri/bisadri/b9adri/sadri/sadry/9adri/sadr/sedri', borrowed.chest],
        ['ضغط/ثقل/ضيق/يضغط/كتمة/ضايق', 'daght/d3t/te2el/thiqal/deeq/dee2/katma/tight'],
      ], // pressure
    ],
    unless: [
      'اسابيع/اسبوع/اسبوعين/شهر/شهور/اشهر/حلمة/كتلة/ورم',
      'asabi3/osbo3/usbu3/shahr/shahrein/shhour/shuhur/7alma/7alame/kotla/kutla/breast',
      'ماموغرام/الماموجرام/الفحص/التصوير .. مؤلم/يوجع/بيوجع/يؤلم/ألم',
      'mammogram .. alam/waja3/byoja3*',
    ],
  },
  'emergency.cannotBreathe': {
    says: [
      'مش/ما/مو/مب/مقدر/ماقدر/مقدرش/لا/مكدر/ماكدر/صعب/صعوبة/بالعافية/بالكاد .. اتنفس/أتنفس/اتنفّس/نتنفس/تتنفس/يتنفس/التنفس/اخد/آخذ نفس',
      'مش/ما/مو/لا/عم .. اخد/اخذ/آخذ/قادر/قادرة .. نفس/نفسي',
      'نفسي/نفس .. مقطوع/انقطع/ضيق/ضايق/مخنوق/مسكر/رايح/يضيق/بيضيق/قصير',
      'شفايف* .. زرق*/ازرق',
      'mesh/mish/msh/mush/mo/ma/mu/ma2dar*/magdar*/makdar*/9a3b/sa3b .. atnafas/atnafes/etnafas/tnafas/nafas/netnafes/atnafass/yetnafas/tetnafas/yitnaffas',
      'nafasi/nefesi/nafsi .. ma2tou3/mat2ou3/day2/daye2/dayeg/msakkar/ma5nou2',
      'ikhtinaq/akhtene2/5an2a/makhnou2*',
      'ghas/غاص .. نفس',
      'ضيق .. تنفس',
      'ضيق نفس',
      'اختنق*',
      'بختنق',
      'أختنق',
      'مخنوق*',
      'انقطع نفسي',
      'انقطع .. النفس',
      'akhtani2/akhtaniq/bakhtene2/makhnou2*/makhnoo2*/makhnu2*/makhnoug*',
      'di2/dee2/deeq tanafus/nafas/tanafos',
    ],
    near: [
      [
        cannot,
        [
          'تنفس/اتنفس/أتنفس/يتنفس/تتنفس/نتنفس/نفس/نفسي/تنفسي',
          'atnafas/atnafes/atanafas/atnaffas/etnafas/tanafos/tanafus/tnafas/yitnafas/yetnafes/yatanafas/tetnafas/nafas/nafasi/nefesi',
          borrowed.breath,
        ],
      ],
    ], // can't / hard to breathe
    within: 5,
    unless: ['ما .. نفسي ب', 'عيادة نفسية'],
  },
  'emergency.stroke': {
    unless: ['انجليزي/انكليزي/عربي/english/3arabi/inglizi/engleezi/فرنسي', 'لحدا/لحد/لأحد', 'معكم/معاكم/موظف*', 'صوت'],
    says: [
      'وجه*/وش*/فم*/تم*/بوز*/حنك*/بق*/حلج* .. عوج*/اعوج/معووج*/معوج*/مايل*/مال/لاوي/ملوي/انحرف*/نازل*/انشل*',
      'عوج/اعوج/انعوج/معوج/مال/مايل .. وجه*/وش*/تم*/فم*/بق*/حلج*',
      'wejha/wejho/wejhi/wejhak/wijha/wijho/wijhi/wijhak/wajha/wajho/wajhi/weshaha/wesho/weshi/weshha/wisho/wishi/wishaha/temha/temo/temmo/temmi/tommo*/bo2o/bo2ha/bo2aha/famo/fammo/famha/fammi .. 3weej/3wij/a3waj/3awja/mayel/mayil/m3awaj/me3wej/ma3wouj/in3awaj/mal',
      'ما/مش/مو/لا/مب .. يحكي/تحكي/يتكلم/تتكلم/ينطق/تنطق/يهدر/تهدر/تقدر تحكي',
      'مش/ما/مو/لا .. عارف/عارفة/قادر/قادرة/تقدر/يقدر/تعرف/يعرف/عم .. يحكي/تحكي/يتكلم/تتكلم/ينطق/تنطق',
      'ma/mesh/mish/msh/mo .. te2dar/ye2dar/yi2dar/2ader/2adra/3am/3aref/3arfa/te3raf .. te7ki/ye7ki/yi7ki/tetkallem/yetkallem/tetkalem/yetkalem/tintok/yentok',
      'kalam*/كلام* .. مو/مش/مفهوم/تقيل/ثقيل/ملخبط/mlakhbat/t2il/te2il',
      'ايد*/يد*/رجل*/نص*/نصف .. مشلول*/انشل*/شلل/ما تتحرك/تقيلة',
      'لسان* .. تقيل/ثقيل/انعقد',
      'سكتة',
      'شلل',
      'sakta dima*/dmagh',
      'galta/jalta .. dmagh*/dama3/mokh',
      'shalal',
    ],
    near: [
      [
        [
          'وجه/وجهي/وجهه/وجهها/فم/فمي/تمه/بقه/يد/يدي/ايدي/ايده/رجلي/ذراع/ذراعي',
          'wajhi/wajho/weshi/wisho/wesho/wijho/fammi/tommo/idi/eedi/ido/deraa3i',
        ],
        ['مايل/مائل/اعوج/معوج/انحرف/خدر/خدران/تنمل/مشلول*', 'mayel/ma2il/a3waj/ma3wouj/khadran/tanmil/mashlou*'],
      ],
      [
        ['فجأة/مو/مش/ما', 'faj2a/fag2a/faja/mish/mesh/mo/ma'],
        [
          'قادر/قادرة/يقدر/تقدر/اقدر/عارف/يعرف .. يتكلم/اتكلم/تتكلم/يحكي/احكي/تحكي',
          '2ader/qader/2adra/yi2dar/ye2dar .. yetkalem/yitkallam/atkalem/ye7ki/yi7ki/e7ki',
        ],
      ], // cannot speak
      [[borrowed.stroke], ['3ando/3andha/عنده/عندها']],
    ],
  },
  'emergency.collapse': {
    says: [
      'طاح/طاحت/وقع/وقعت/سقط/سقطت/داخ/دوخ .. ما/مو/مش/لا .. يرد/ترد/يتحرك/تتحرك/يقوم/تقوم/يصحى/تصحى/بترد/بيرد',
      'دايخ/دايخة/مغمي/مغمى/غميان/غايب/غايبة .. عليه/عليها/الوعي/عن',
      'غمي/غمى/اغمى/أغمى/اغما/انغمى/ضاعت .. عليه/عليها/علي/الوعي',
      'تشنج*/اختلاج*/صرع/نوبة صرع',
      'ما .. عم? .. يرد/ترد/يصحى/تصحى/تفيق/يفيق/يتحرك/تتحرك',
      'waq3et/waq3at/we23et/we23at/we2e3/wa2a3/wa2a3et/ta7/ta7et/ta7at .. ma/mesh/mo .. yerod/terod/bitrod/yet7arak/tet7arak/yes7a/tes7a',
      'oghmi/ughmi/ghomi/5omi/ghmi/2oghmi .. 3alay/3alayi/3alayye/3alayya/3alayh/3aleiha/3alayh/3laya',
      'fa2ad/fa2adet/faqad*/fe2det .. wa3i/wa3yo/wa3yha/el',
      'dayekh*/dayi5*/dayeh',
      'اغمي',
      'اغماء',
      'أغمي',
      'انغمى',
      'فقد/فقدت/فاقد/فاقدة/فقدان .. الوعي',
      'غايب عن الوعي',
      'غير واع*',
      'لا يستجيب',
      'ما/مش/لا بيرد/يرد/ترد/يستجيب/يصحى/بيصحى/يتحرك',
      'مايرد/ماترد/مابيرد/مايتحرك/مايصحى',
      'تشنج*',
      'طاح/طاحت مغمى',
      'ughmi/oghmi/ghama/aghma',
      'faqad/fa2ad/fakad .. wa3i/wa3yo/wa3y',
      'faqed el wa3i',
      'bedoun/bidun wa3i',
      'tashanoj',
      'mo wa3i',
      'مغمى',
    ],
    near: [[[borrowed.collapse], ['صار/صارت/sar/saret']]],
    unless: ['تلفون/تليفون/رسالة/ايميل', 'ما بيرد .. تلفون/تليفون/هاتف', 'حد/احد .. بيرد'],
  },
  'emergency.bleeding': {
    says: [
      'دم/نزيف/الدم .. ما/مش/مو/لا/مب/مابي .. بيوقف/يوقف/عم/وقف/راضي/يتوقف/توقف/ينقطع/بيقف',
      'مش/ما/مو/لا .. راضي/عم/قادر* .. يوقف/يقف/اوقف .. دم/النزيف',
      'مش راضي يوقف',
      'نزيف .. شديد/قوي/حاد/كتير/كثير/مستمر/ما',
      'بنزف/انزف/أنزف/عم/بينزف/نازفة .. كتير/كثير/بغزارة/هواي/هواية/وايد/جامد/بزاف',
      'غرقان*/غارقة/مليان .. دم',
      'dam/nazif/nazeef/eldam/el .. ma/mesh/mish/msh/mo .. byo2af/yo2af/yewa2ef/byewa2ef/wa2af/biwa2ef/ywagef/radi/byu2af',
      'banzef/banzif/3am .. kteer/ktir/awi/wayed/hwaya/bzaf',
      'نزيف شديد/حاد/قوي/غزير/كثير/كتير/جامد',
      'nazif/nazeef shadid/shadeed/awi/2awi/qawi/kteer/ktir/gamed',
    ],
    near: [
      [
        blood,
        [
          'كثير/كتير/غزير/شديد/قوي/هوايه/هواية/بغزارة/كبيرة',
          'ما/لا/مش/مو/لم يوقف/بيوقف/يتوقف/توقف/وقف',
          'kteer/ktir/kthir/katheer/ghazir/shadid/awi/2awi/hwaya/wayed',
          'ma/mish/mo/la yewa2af/byo2af/yo2af/ywagef/yuwaqqif/bywa2ef/biwa2ef/byewa2af/wa22af',
        ],
      ],
    ], // heavy, will not stop
    within: 6,
    unless: ['تحليل/فحص/ضغط .. دم', 'ضغط الدم', 'فقر الدم'],
  },
  'emergency.overdose': {
    says: [
      'جرعة .. كبيرة/زيادة/زايدة/مضاعفة',
      'شرب*/شربت/بلع* .. كلور/كلوركس/سم/مبيد',
      'sharebt/shrebt .. clor/kloroks/sem',
      'جرعة زائدة',
      'جرعه زايدة',
      'تسمم',
      'شرب/شربت/اخذ/اخذت سم',
      'jor3a zayd*/za2id*',
      'gor3a zayda/zayde',
      'tasamom',
      borrowed.overdose,
    ],
    near: [
      [
        [
          'اخذت/أخذت/خدت/بلعت/خذيت/شربت/اخدت/اخذ/اخد/بلع/خذت/كليت/اكلت/خديت/تناولت/akhadt/akhatht/khadt/khdit/akhdet/a5adt/5adt/bala3t/khathet/sharebt/shrebt/5thet/akhthet/a5aht',
        ],
        [
          'حبوب/حبات/دوا/دواء/ادوية/أدوية/علبة/اقراص/برشام/حب/حبة/بنادول/باراسيتامول/دوايات/شريط/كينات/منوم/7boub/7oboub/7bub/7abbat/dawa/adwiya/3elbe/3elba/3olba/a2ras/bersham/hboub/hobob/panadol/shreet',
        ],
        [
          'كل/كتير*/كثير*/كلها/كلهم/كله/علبة/هوايه/هواي/كاملة/كامل/بزاف/وايد/شريط/مرة/ثلاثين/عشرين/20/30/40/50/kel/kol/kul/kteer/ktir/kthir/kella/kolo/kollo/3elbe/3elba/3olba/kamle/kamla/bzaf/wayed/hwaya',
        ],
      ],
      [
        ['اخذت/أخذت/خدت/بلعت/خذيت/شربت/اخذ/اخد/بلع', 'akhadt/akhatht/khadt/khdit/akhdet/akhadit/bala3t/khathet/sharabt/shrebt'],
        ['حبوب/حبات/دوا/دواء/ادوية/أدوية/علبة/اقراص/برشام', '7boub/7obob/7bub/7abat/dawa/adwiya/3elbe/3olba/a2ras/bersham/habub/hboub'],
        ['كل/كتير*/كثير*/كلها/كلهم/علبة/هوايه', 'kel/kul/kol/kteer/ktir/kthir/kella/kolaha/kullha/3elbe/3olba'],
      ],
    ],
  },
  'emergency.ambulance': {
    says: [
      'اسعاف/الاسعاف/إسعاف',
      'النجدة/انجدوني/الحقونا/الحقوني/انقذونا',
      'el7a2ny/el7a2ouni/el72ouni/el72oni/el72ony/el7e2ni/el7o2ni/al7a2oni/al7i2ni/ela7a2*/anqizo*',
      'عم يموت/تموت',
      'اسعاف',
      'سيارة الاسعاف',
      'انقذوني',
      'es3af/is3af/isaaf/isa3af/esaaf',
      'الحقوني',
      'el7a2ouni/al7a2oni',
    ],
    near: [[[borrowed.ambulance], ['badi/biddi/bedi/3ayza/otlob*/utlub*/areed/ittaslo/اريد/بدي/عايزة']]],
  },
}
