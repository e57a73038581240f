import type { PhraseBook } from './phraseBook.ts'
import { abuse } from './urdu/abuse.ts'
import { crisis } from './urdu/crisis.ts'
import { emergency } from './urdu/emergency.ts'
import { symptoms } from './urdu/symptoms.ts'

/** Urdu, in its own script and as it is typed in Latin letters. */
export const urdu: PhraseBook = {
  language: 'ur',
  bySound: true,
  sounds: [
    [/kh/g, 'k'],
    [/sh/g, 's'],
    [/dh/g, 'd'],
    [/gh/g, 'g'],
    [/bh/g, 'b'],
    [/rh/g, 'r'],
    [/z/g, 'j'],
    [/[ae][iy]/g, 'e'],
  ],
  markers:
    'مجھے/میری/میرا/میرے/ہے/ہیں/ہوں/میں/سے/کا/کی/کے/کو/کیا/اور/نہیں/رہا/رہی/mujhe/mujhay/mujhy/mujy/muje/meri/mera/hai/hain/mein/nahi/nahin/nhi/kya/aur/raha/rahi/ka/ki/mujhko/kab/kahan/ke/hone/gaya/gayi/hota/hoti/karna/chahti/aa/pe/kisi/par/baad/hun/hoon/ko/se/tha/thi/phir/pehle/ab/din/jab/koi/wo/hua/hui/rahe/ہو/تھا/تھی/گیا/گئی/پر/بعد/کسی/اب',
  denial: {
    before: 'بغیر/بنا/بلا/bina/bagair/bghair/baghair',
    after: 'نئیں/نہیں/نہی/نہ/nahi/nahin/nahe/nai/nhi/nae/nehi/na',
    through:
      'بھی/کوئی/یا/اور/درد/گلٹی/خون/سوجن/بالکل/میں/bhi/koi/ya/aur/dard/gilti/khoon/lump/pain/sujan/soojan/discharge/bilkul/wagaira/waghera/vagera/kuch/ki/ka/taqleef/takleef/wali/ab/ho/hoti/hota',
    notBefore: 'جا/جاتی/جاتا/رک/رہی/ختم/ٹھیک/پتہ/معلوم/ja/jaa/jati/jata/jaati/ruk*/khatam/theek/thik/pata/maloom/samajh/rahi/raha/gayi/gai',
  },
  history: {
    others: 'امی/والدہ/ماں/بہن/نانی/دادی/خالہ/ammi/ami/walida/maa/behen/behan/nani/dadi/khala/mother/mum/sister',
    longAgo: ['سال پہلے', 'saal/sal pehle/pehlay/phle/pehly'],
  },
  flags: { ...emergency, ...crisis, ...abuse, ...symptoms },
}
