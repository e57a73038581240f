import { distress } from './arabic/distress.ts'
import { emergency } from './arabic/emergency.ts'
import { symptoms } from './arabic/symptoms.ts'
import type { PhraseBook } from './phraseBook.ts'

/** Arabic: standard, Egyptian, Levantine, Iraqi and Gulf, in its own script and in Latin letters with digits. */
export const arabic: PhraseBook = {
  language: 'ar',
  bySound: true,
  sounds: [
    [/5/g, 'kh'],
    [/9/g, 's'],
    [/6/g, 't'],
    [/7/g, 'h'],
    [/[23]/g, ''],
    [/j/g, 'g'],
    [/e/g, 'i'],
    [/o/g, 'u'],
    [/h(?!\w)/g, ''],
  ],
  glued: 'و/ف/ب/ل/ال/بال/وال/لل/فال/عال/هال/وب/ول',
  markers:
    'في/من/عندي/عندى/انا/أنا/لا/ما/هل/على/هذا/هذه/عن/مع/كيف/مرحبا/السلام/عليكم/شكرا/موعد/ممكن/اريد/ابغى/بدي/عايزة/عاوزة/فيه/مش/مو/كان/لي/الى/منذ/لو/سمحت/صباح/الخير/3andi/andi/3endi/3ndi/3la/3ala/mish/msh/kif/keef/shukran/marhaba/mar7aba/salam/bedi/baddi/biddi/3ayza/3awza/areed/momken/mumkin/shlon/sama7t/wallah/3am/abgha/7abibi/kteer/ktir/awi/wayed/maw3ed/men/mn/3al/el/ana/ya/w/hay/eli/elli/illi/kan/kont/sar/bel/fel/bas/lma/kam/ma3/lazem/ba3d/abl/2bl/lessa/hala2/hassa/halla/rah/ra7/كنت/صار/بعد/قبل/لازم/بس/انه/هذي/علي/كل/عم',
  denial: {
    before:
      'ما/لا/ليس/ليست/لم/مافي/مافيه/مفيش/مافيش/معنديش/ماعندي/معندي/بدون/بلا/ولا/مو/مش/ma/la/mafi/mafish/mafeesh/mafe/ma3andi/ma3andish/ma3ndi/m3ndish/ma3ndish/bidun/bdoun/bala/wala/mish/mesh/mo/makush/maku/ماكو',
    through:
      'عندي/لدي/في/فيه/يوجد/توجد/الثدي/ثديي/صدري/أي/اي/عنديش/كتلة/ورم/دم/ألم/وجع/افرازات/أو/او/ولا/يوجدش/عندى/هناك/اشعر/ب/احس/3andi/andi/3endi/3ndi/fi/feeh/ay/ayy/wala/aw/kotla/kutla/waram/dam/alam/waja3/ayya/3andish/2ay/fee/bi',
  },
  history: {
    others: 'امي/أمي/والدتي/ماما/اختي/أختي/خالتي/عمتي/جدتي/ستي/ommi/ummi/emmi/mama/okhti/ukhti/5alti/khalti/jaddeti/waldeti',
    longAgo: ['من سنين/سنوات/زمان', 'قبل سنين/سنوات', 'men/mn/min snin/sneen/zaman/sanawat', 'abl/2abl snin/sneen/sanawat'],
  },
  flags: { ...emergency, ...distress, ...symptoms },
}
