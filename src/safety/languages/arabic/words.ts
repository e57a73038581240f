import { borrowed } from '../borrowed.ts'

/** breast; "sadr" is the chest too */
export const breast = [
  'صدر*/ثديي/ثدييّ/بزازي/بزولة/نهود/ديد*/ثدي*/ثدى/اثداء/صدر/صدري/صدرى/صدرها/بز/بزي/بزاز/بزازي/نهد/نهدي/ديسي/بزولة/بزولتي',
  'bsadri/bisadri/b9adri/sadri/sadry/9adri/sadr/sadre/sedri/sidri/thadi/thady/thadyi/bthadi/bizzi/bezi/bizi/bazzi/bezzi/nahdi/bzazi',
  borrowed.breast,
]
/** breast, and not the chest */
export const onlyBreast = ['ثدي*/ثدى/بز/بزي/بزازي/نهد/نهدي/بزولة', 'thadi/thady/bizzi/bezi/bezzi/nahdi/bzazi', borrowed.breast]
/** pain */
export const hurts = [
  'وجعان*/موجع*/يعورني/يآلم*/توجعني/ألم/ألام/آلام/الالم/وجع/وجعني/يوجع*/توجع*/بيوجع*/بتوجع*/بوجع*/واجع*/يؤلم*/تؤلم*/يالم*/مؤلم/يعور*/تعور*/عورني/نغز*/نخز*/حرقان/حرقة/حريق/يحرق*/مغص/الم*',
  'alam/2alam/alm/waja3/wag3/waga3/wage3/waja/wajaa/wji3/yuja3/youja3ni/youja3/yoja3ni/yoja3/byoja3*/byewga3*/betewga3*/biwaja3*/byuja3*/btuja3*/twaja3*/yo2lim*/yu2lim*/naghaz*/7ar2an/7er2an/waj3ani/tewga3*/yewga3*/bewga3*',
  borrowed.pain,
]
/** blood, bleeding */
export const blood = [
  'دمي/دموية/نزيفي/بننزف/نازفة/دم/الدم/دماء/نزيف/ينزف/انزف/بنزف/تنزف/نزف/نازف/بينزف/ادم',
  'dam/damm/nazif/nazeef/nezif/nazef/banzif/banzef/bnzif/binzef/yanzif/anzif/nazf',
  borrowed.blood,
]
/** husband, family */
export const they = [
  'رجلي/راجل/جوز/جوزها/خالي/عمي/نسيبي/ولدي/حموي/خويا/صديقي/حبيبي/خطيب/زوجي/زوج/زوجها/جوزي/جوزى/رجلي/راجلي/أبي/ابوي/بابا/والدي/اخي/اخوي/اخويا/ابني/اهلي/حماي/حماتي/عمي/خطيبي/عائلتي/رجلي/شريكي/طليقي/هو',
  'zawji/zawgi/zoji/zouji/zawj/jawzi/gozi/gouzi/jozi/jouzi/rajli/ragli/abi/abouy/aboy/abuy/baba/akhi/akhouy/akhoya/ibni/ahli/khatibi/husband/partner/7amati/taliqi/walidi',
]
/** cannot, hard to */
export const cannot = [
  'ما/مش/مو/لا/لم/مب/موب/ماني/مانيش/معنديش/صعوبة/صعب/بصعوبة/ضيق/مشكلة/مقدر/ماقدر/مقدرش/مابقدر/ماعم/عم/لااستطيع/استطيع/قادر/قادرة/توقف',
  'ma/mo/mu/mish/mesh/mush/mosh/msh/la/moo/mob/ma2dar/ma2darsh/mab2dar/ma3am/madar/ma2dr/magdar/deeq/dee2/di2/9o3obe/so3oba/sa3b/so3ouba/so3oba/2adra/2ader/qadra/astati3/a2dar/agdar/aqdar',
]
