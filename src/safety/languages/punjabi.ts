import type { PhraseBook } from './phraseBook.ts'
import { abuse } from './punjabi/abuse.ts'
import { crisis } from './punjabi/crisis.ts'
import { emergency } from './punjabi/emergency.ts'
import { symptoms } from './punjabi/symptoms.ts'

/** Punjabi in Gurmukhi, in Shahmukhi, and as it is typed in Latin letters. */
export const punjabi: PhraseBook = {
  language: 'pa',
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
    'layian/laina/layan/sariyan/saariyan/hon/chaunda/gyi/gye/ohne/nal/ਨਾਲ/ਗਈ/ਗਿਆ/ਪਿਆ/ਕਿਸੇ/kiti/hoyi/ਮੈਨੂੰ/ਮੇਰੀ/ਮੇਰਾ/ਮੇਰੇ/ਹੈ/ਹਾਂ/ਵਿੱਚ/ਵਿਚ/ਦਾ/ਦੀ/ਦੇ/ਨੂੰ/ਤੋਂ/ਨਹੀਂ/ਮੈਂ/ਰਿਹਾ/ਰਹੀ/ਕੀ/میری/مینوں/وچ/دا/دی/دے/نوں/توں/اے/مینو/چاہندی/چاہندا/mainu/meinu/vich/wich/vch/nahi/hega/hegi/haan/rihaa/riha/ehda/kida/tuhada/tusi/akal/meri/mera/hai/paji/kado/kithe/chaundi/chahundi/ton/reha/rehi/aunda/aundi/hundi/hunda/kehnda/cho/ne/te/thalle/jeha/jehi/rahi/nikalda/aunde/bahut/آں/اوہ/main/mai/menu/kiven/layi/gya/gyi/pya/ohna/kise/nu/ik/vi/hun/fer/aa/karda/kardi/sanu/ji/naal/nal/utte',
  denial: {
    before: 'ਬਿਨਾਂ/ਬਿਨਾ/بغیر/bina/binaa/bagair',
    after: 'ਨਹੀਂ/ਨਹੀ/ਨਈਂ/ਨਾ/ਨੀ/نہیں/نئیں/نہ/nahi/nahin/nai/ni/nhi/naee/na/nahiyo/haini/hainee/nhin',
    through:
      'ਨਾ/ji/ਜੀ/ਕੋਈ/ਵੀ/ਜਾਂ/ਤੇ/ਅਤੇ/ਦਰਦ/ਗਿਲਟੀ/ਗੰਢ/ਖੂਨ/ਸੋਜ/ਵਿੱਚ/ਦੀ/کوئی/وی/یا/تے/درد/گلٹی/koi/vi/ja/jaan/te/ate/ya/dard/gilti/gandh/khoon/lump/pain/soj/discharge/vich/bilkul/wi/di/ho/hundi/hunda',
    notBefore: 'ਜਾ/ਜਾਂਦੀ/ਜਾਂਦਾ/ਰੁਕ*/ਠੀਕ/ਪਤਾ/ਰਹੀ/جا/جاندی/جاندا/رک/ٹھیک/پتہ/ja/jandi/janda/jaandi/ruk*/theek/thik/pata/rahi/khatam',
  },
  history: {
    others: 'ਮਾਂ/ਮੰਮੀ/ਭੈਣ/ਨਾਨੀ/ਦਾਦੀ/ماں/بھین/امی/maa/mummy/mummi/mata/bhain/bhen/pen/nani/dadi/mother/mum/sister',
    longAgo: ['ਸਾਲ ਪਹਿਲਾਂ', 'سال پہلاں', 'saal/sal pehla/pehlan/phla/pehle/pehlaan'],
  },
  flags: { ...emergency, ...crisis, ...abuse, ...symptoms },
}
