import { borrowed } from '../borrowed.ts'
import type { SymptomFlags } from '../phraseBook.ts'
import { blood, breast, hurts, onlyBreast } from './words.ts'

/** Punjabi: symptoms. */
export const symptoms: SymptomFlags = {
  'breast.lump': {
    unless: ['goli/goliyan .. kha'],
    says: [
      'gandh/gand/gaand/gandhan/gandd/ganndh/ghandh/gathan/guthli/gutli/giltee/gilt',
      'ਗੰਢ/ਗੰਢਾਂ/ਗੰਢੀ/ਗੁੱਠਲੀ/ਗਿਲਟ',
      'گنڈھ/گنڈھ/گٹھ/گٹھلی',
      'ਗਿਲਟੀ/ਗਿਲ੍ਹਟੀ/ਗਿਲਟੀਆਂ/ਗੰਢ/ਗੰਢਾਂ/ਗੰਡ/ਗਠ/ਗੱਠ/ਰਸੌਲੀ',
      'گلٹی/گلٹیاں/گنڈھ/گنڈ/گنڈھاں/رسولی',
      'gilti/gilty/giltee/giltian/giltiyan/gandh/gandhan/ghand/gaandh/ganth/ganddh/rasauli/rasoli',
    ],
    near: [
      [
        [...breast, 'ਕੱਛ/ਬਗਲ/kachh/kach/bagal'],
        ['gola/goli/dana/daana/sakht/sakhat/ubhar/gumar/roda/pathar/ਗੋਲਾ/ਗੋਲੀ/ਸਖ਼ਤ/ਸਖਤ/ਰੋੜਾ/ਉਭਾਰ/ਦਾਣਾ/ਪੱਥਰ/گولا/سخت'],
      ],
      [breast, ['ਗੋਲਾ/ਦਾਣਾ/ਸਖ਼ਤ/ਸਖਤ/ਗਿਠਲੀ/ਗੁਠਲੀ/ਲੰਪ', 'گولا/دانہ/سخت', 'gola/dana/daana/sakht/sakhat/gutli/guthli', borrowed.lump]],
    ],
  },
  'breast.skinOrShape': {
    near: [
      [
        [...breast, 'ਚਮੜੀ/chamdi/khal/ਖੱਲ'],
        [
          'santre/sangtre/santra/malta/chhilka/chilke/chhilke/ਸੰਤਰੇ/ਸੰਗਤਰੇ/ਛਿਲਕੇ/ਛਿਲਕਾ/laal/lal/ਲਾਲ/sujj*/suj*/sujji/soj/ਸੁੱਜ*/ਸੋਜ/toya/toa/ਟੋਆ/ਟੋਏ/khicch*/khich*/ਖਿੱਚ*/sakht/ਸਖਤ/ਸਖ਼ਤ/alag/ਵੱਖ/ਅਲੱਗ/ਫਰਕ/farak/vaddi/ਵੱਡੀ/ਛੋਟੀ/ਟੇਢੀ/tedhi/latak*/khaj/ਖਾਜ/ਛਾਲੇ/chhale/rang/ਰੰਗ',
        ],
        ['ਛਾਤੀ/ਛਾਤੀਆਂ/ਬ੍ਰੈਸਟ/ਬਰੈਸਟ/ਮੰਮੇ/ਮੰਮਾ/چھاتی/ممے/chhati/chati/chaati/chhaati/chathi/breast/boob/mamme/mamma'],
      ],
      [
        breast,
        [
          'ਸੋਜ/ਸੋਜਸ਼/ਸੁੱਜ*/ਸੁਜ*/ਲਾਲ/ਖਾਰਸ਼/ਖੁਰਕ/ਖਾਜ/ਜ਼ਖ਼ਮ/ਜ਼ਖਮ/ਟੋਆ/ਵੱਡੀ/ਛੋਟੀ/ਬਦਲ*/ਗਰਮ/ਪਸ/ਫੋੜਾ/ਆਕਾਰ/ਝੁਰੜ*',
          'سوج/سوجن/سجی/لال/خارش/کھرک/زخم/ٹویا/وڈی/بدل*/پھوڑا/پیپ',
          'soj/sojish/sujj/suji/sujji/sujan/sujgi/laal/lal/kharish/khurak/khaaj/jakham/zakham/toya/toa/vaddi/vadi/wadi/chhoti/choti/badal*/garam/phoda/pus/peep',
          borrowed.change,
        ],
      ],
    ],
  },
  'breast.nipple': {
    near: [
      [
        ['ਨਿੱਪਲ/ਨਿਪਲ/ਚੂਚੀ/ਥਣੀ/nipple/nipples/nipel/nipal/chuchi/choochi/نپل'],
        [
          'andar/ander/ਅੰਦਰ/اندر/dhas*/dhans*/ਧਸ*/ulta/ਉਲਟਾ/mud*/ਮੁੜ*/pani/paani/ਪਾਣੀ/پانی/khoon/lahu/ਖੂਨ/ਲਹੂ/خون/pus/ਪੀਕ/peek/rista/risda/ਰਿਸ*/vag*/ਵਗ*/nikal*/ਨਿਕਲ*/نکل*/phat*/ਫਟ*/ਪਾਟ*/chhilk*/ਛਿਲ*/sukk*/ਸੁੱਕ*/khicch*/ਖਿੱਚ*',
        ],
      ],
      [['bra/ਬਰਾ/ਬ੍ਰਾ/برا'], ['khoon/lahu/ਖੂਨ/ਲਹੂ/خون/daag/dag/ਦਾਗ/pani/ਪਾਣੀ/gilli/ਗਿੱਲੀ']],
      [
        ['ਨਿੱਪਲ/ਨਿਪਲ/ਚੂਚੀ/ਬੋਡੀ/ਥਣੀ', 'نپل/چوچی', 'choochi/chuchi/bhitni', borrowed.nipple],
        [
          'ਖੂਨ/ਲਹੂ/ਪਾਣੀ/ਪਸ/ਪੀਪ/ਦੁੱਧ/ਅੰਦਰ/ਸੁੱਜ*/ਜ਼ਖ਼ਮ/ਖਾਰਸ਼/ਖੁਰਕ/ਦਰਦ/ਪੀੜ/ਨਿਕਲ*/ਡਿਸਚਾਰਜ',
          'خون/لہو/پانی/پیپ/دودھ/اندر/زخم/درد/نکل*',
          'khoon/khun/lahu/pani/paani/peep/dudh/doodh/andar/ander/sujj*/zakham/khurak/kharish/dard/peed/nikal*/nikl*',
          borrowed.flow,
        ],
      ],
      [
        onlyBreast.concat('ਛਾਤੀ', 'چھاتی', 'chhati/chati/chaati/chathi/chhaati'),
        ['ਖੂਨ/ਲਹੂ/ਪਾਣੀ/ਪਸ/ਪੀਪ', 'خون/لہو/پانی/پیپ', 'khoon/khun/lahu/pani/paani/peep', borrowed.flow],
      ], // blood or fluid
    ],
    unless: ['ਖੂਨ .. ਟੈਸਟ', 'khoon .. test'],
  },
  'breast.armpit': {
    near: [
      [
        ['ਕੱਛ/ਕੱਛਾਂ/ਕੱਛੇ/ਬਗਲ/ਬਗ਼ਲ/کچھ/بغل/kachh/kach/kachch/kacch/bagal/baghal'],
        ['gilti/gandh/gand/soj/sujj*/suj*/dard/peed/gola/dana/sakht/ਗਿਲਟੀ/ਗੰਢ/ਸੋਜ/ਸੁੱਜ*/ਦਰਦ/ਪੀੜ/ਗੋਲਾ/گلٹی/گنڈھ/سوج'],
      ],
      [
        ['ਕੱਛ/ਬਗਲ/ਕੱਛਾਂ/ਬਗ਼ਲ', 'کچھ/بغل', 'kachh/kach/kachch/kaach/bagal/baghal/bagl', borrowed.armpit],
        ['ਗਿਲਟੀ/ਗੰਢ/ਸੋਜ/ਦਰਦ/ਪੀੜ/ਸੁੱਜ*/ਦਾਣਾ', 'گلٹی/گنڈھ/سوج/پیڑ', 'gilti/gandh/soj/dard/peed/peerh/sujj*/sujan/dana/gola', borrowed.lump],
      ],
    ],
  },
  'breast.pain': {
    near: [[breast, hurts]],
    unless: ['mammogram/test/ਮੈਮੋਗ੍ਰਾਮ/ਮੈਮੋਗਰਾਮ/ਟੈਸਟ .. dard/ਦਰਦ/ਪੀੜ/peed', 'dard/ਦਰਦ/peed .. mammogram/ਮੈਮੋਗ੍ਰਾਮ/ਮੈਮੋਗਰਾਮ'],
  },
  'cervical.bleeding': {
    within: 14,
    says: ['thalle/thallon/heth/ਥੱਲੇ/ਥੱਲਿਓਂ/ਹੇਠਾਂ .. khoon/lahu/bleeding/ਖੂਨ/ਲਹੂ'],
    near: [
      [
        [
          'ਸੰਭੋਗ/ਸੈਕਸ/ਸੰਬੰਧ/ਮਾਹਵਾਰੀ/ਪੀਰੀਅਡ/ਪੀਰੀਅਡਜ਼/ਮੀਨੋਪੌਜ਼/ਮੇਨੋਪਾਜ਼/ਮਿਲਣ/ਸਬੰਧ',
          'sambhog/sex/sambandh/sabandh/mahvari/mahwari/mahavari/mahavaari/mahawari/period/periods/menopause/menopaus/milan/pati/gharwale',
          'ہمبستری/ماہواری/سیکس',
        ],
        ['ਬਾਅਦ/ਪਿੱਛੋਂ/ਮਗਰੋਂ/ਬੰਦ/ਵਿਚਕਾਰ', 'baad/bad/pichhon/magron/band/vichkar/vich/wich/baadon', 'بعد/مگروں/بند'],
        [...blood],
      ],
      [['ਮਾਹਵਾਰੀ/ਪੀਰੀਅਡ/mahvari/mahwari/mahavari/periods/period/menopause'], ['ਬੰਦ/band'], ['khoon/khun/lahu/bleeding/blood/ਖੂਨ/ਲਹੂ']],
      [
        [
          'ਸੰਭੋਗ/ਸੈਕਸ/ਸੰਬੰਧ/ਮਾਹਵਾਰੀ/ਪੀਰੀਅਡ/ਪੀਰੀਅਡਜ਼/ਮੀਨੋਪੌਜ਼/ਮੇਨੋਪਾਜ਼',
          'ہمبستری/ماہواری/سیکس/مینوپاز',
          'sambhog/sabandh/sambandh/mahvari/mahwari/mahavari/maahvari/periods/period/humbistari/menopos',
          borrowed.after,
        ],
        [...blood, 'ਧੱਬੇ/ਦਾਗ', 'dhabbe/spotting'],
      ],
    ],
  },
  'bowel.blood': {
    says: ['kali/kaali/ਕਾਲੀ/کالی tatti/potty/ਟੱਟੀ/ٹٹی', 'tatti/potty/ਟੱਟੀ .. kali/kaali/ਕਾਲੀ', 'ਕਾਲੀ ਟੱਟੀ', 'kali/kaali tatti/potty'],
    near: [
      [
        [
          'ਟੱਟੀ/ਟੱਟੀਆਂ/ਪਖਾਨੇ/ਪਖਾਨਾ/ਲੈਟਰੀਨ/ਬਾਥਰੂਮ/ਟਾਇਲਟ',
          'tatti/tati/tattiyan/potty/poti/pakhana/pakhane/latrine/latrin/toilet/poo/stool/motion/washroom/jungle',
          'ٹٹی/پاخانہ/پاخانے/پخانے',
        ],
        [...blood],
      ],
      [
        ['ਟੱਟੀ/ਪਖਾਨੇ/ਪਖਾਨਾ/ਲੈਟਰੀਨ/ਮਲ/ਟੱਟੀਆਂ', 'ٹٹی/پاخانہ/پاخانے', 'tatti/tati/potty/poti/pakhana/pakhane/latrine/latreen', borrowed.stool],
        blood,
      ],
    ],
    unless: ['kit .. khoon'],
  },
  'lung.cough': {
    near: [
      [['ਖੰਘ*/ਖਾਂਸੀ/ਬਲਗਮ/ਥੁੱਕ*', 'khang/khangh*/khangd*/khaang/khansi/balgam/thukk*/thuk*/cough', 'کھنگ/کھانسی/بلغم/تھک'], [...blood]],
      [
        ['ਖੰਘ/ਖਾਂਸੀ', 'khang/khangh/khaang/khansi/cough', 'کھنگ/کھانسی'],
        [
          'hafte/hafteyan/haftean/haftia/mahine/mahineya/mahinean/din/dinan/hatdi/hat/bhaar/bhar/vajan/ਹਫ਼ਤੇ/ਹਫ਼ਤਿਆਂ/ਹਫਤੇ/ਹਫਤਿਆਂ/ਮਹੀਨੇ/ਮਹੀਨਿਆਂ/ਹਟ*/ਭਾਰ/ਲਗਾਤਾਰ/ਪੁਰਾਣੀ/ہفتے/ہفتیاں/مہینے/مہینیاں/ہٹدی',
        ],
      ],
      [['ਖੰਘ/ਖੰਘਦੀ/ਖੰਘਦਾ/ਖਾਂਸੀ/ਬਲਗਮ/ਬਲਗ਼ਮ/ਥੁੱਕ', 'کھنگ/کھانسی/بلغم/تھک', 'khang/khangh/khaang/khansi/balgam/thukk', borrowed.cough], blood], // coughing blood
      [
        ['ਖੰਘ/ਖਾਂਸੀ', 'کھنگ/کھانسی', 'khang/khangh/khaang/khansi', borrowed.cough],
        [
          'ਹਫ਼ਤੇ/ਹਫ਼ਤਿਆਂ/ਹਫਤੇ/ਹਫਤਿਆਂ/ਮਹੀਨੇ/ਮਹੀਨਿਆਂ',
          'ਨਹੀਂ ਹਟ/ਜਾ',
          'ਹਟ ਨਹੀਂ',
          'ہفتے/ہفتیاں/مہینے/مہینیاں',
          'hafte/haftean/haftia/mahine/maheene/mahinean/mahinia/weeks/months',
          'theek/thik/hat/ja/hatdi nahi/ni/nai',
          'nahi/ni/nai hat/hatdi/ja/jandi',
        ],
      ], // long cough
    ],
  },
  'eye.sight': {
    unless: ['message/site'],
    says: [
      'disda/disdi/dis/dikhda/dikhdi/dikh/nazar/najar/disna .. nahi/nai/ni/nhi/band/ghat .. hunda/aunda/reha/rahi/ho/gya/gaya/penda',
      'nahi/nai/ni/nhi .. disda/dikhda/dis/nazar/najar',
      'disda/dikhda/disdi nahi/nai/ni/nhi',
      'ਦਿਸ*/ਦਿਖ*/ਨਜ਼ਰ/ਨਜਰ .. ਨਹੀਂ/ਨਈਂ/ਬੰਦ/ਘੱਟ',
      'ਨਹੀਂ/ਨਈਂ .. ਦਿਸ*/ਦਿਖਦਾ',
      'دسدا/دکھدا/نظر .. نہیں/نئیں/بند',
      'annhi/annha/anhi/anha/ਅੰਨ੍ਹੀ/ਅੰਨ੍ਹਾ',
      'ਅੰਨ੍ਹੀ/ਅੰਨ੍ਹਾ',
      'anni/anna ho',
      'ਨਜ਼ਰ .. ਚਲੀ',
      'nazar/najar .. chali gayi/gyi',
    ],
    near: [
      [
        ['ਅੱਖ/ਅੱਖਾਂ/ਨਜ਼ਰ/ਨਜਰ/ਨਿਗ੍ਹਾ', 'akh/akhan/akhaan/akkh/akkhan/nazar/najar/nigah/eye', 'اکھ/اکھاں/نظر'],
        [
          'ਪਰਦਾ/ਧੁੰਦਲ*/ਧੁੰਦ/ਹਨੇਰਾ/ਚਮਕ*/ਕਾਲੇ/ਮੱਛਰ/ਜਾਲਾ/ਧੱਬੇ',
          'parda/dhundla/dhundli/dhund/hanera/hnera/chamak*/kaale/kale/machhar/jala/dhabbe',
          'پردہ/دھندلا/ہنیرا/چمک/جالا',
        ],
      ],
      [
        ['ਅੱਖ/ਅੱਖਾਂ/ਨਜ਼ਰ/ਨਜਰ/ਨਿਗਾਹ/ਦਿਸ', 'اکھ/اکھاں/نظر/نگاہ', 'akh/akhan/akkh/akkhan/akha/najar/nazar/nigah', borrowed.sight],
        [
          'ਅਚਾਨਕ/ਧੁੰਦਲ*/ਹਨੇਰਾ/ਚਮਕ/ਚਮਕਾਂ/ਪਰਦਾ/ਬਿਜਲੀ',
          'ਨਹੀਂ ਦਿਸ*',
          'اچانک/دھندلا/ہنیرا/پردہ/چمک',
          'achanak/dhundla/dhundli/hanera/chamak/chamkan/parda/bijli/lishkaan',
          'disda/dis/disna/disdi nahi/nai/ni',
          'nahi/nai/ni dis/disda/dikhda',
          borrowed.sightGone,
        ],
      ],
      [
        ['ਅਚਾਨਕ', 'اچانک', 'achanak'],
        ['ਦਿਸਣਾ/ਦਿਖਣਾ ਬੰਦ', 'ਦਿਸਦਾ ਨਹੀਂ', 'disna/dikhna band', 'disda/dikhda nahi/nai/ni'],
      ],
    ],
  },
}
