import { borrowed } from '../borrowed.ts'
import type { EmergencyFlags } from '../phraseBook.ts'
import { blood, hurts, no } from './words.ts'

/** Punjabi: an emergency. */
export const emergency: EmergencyFlags = {
  'emergency.chestPain': {
    says: [
      'ਦਿਲ .. ਘਬਰਾ*/ਬੈਠ/ਡੁੱਬ/ਬੰਦ',
      'dil .. ghabra*/baith/doob/dub/band',
      'baanh/bah/baah/baan .. sunn/sun',
      'ਬਾਂਹ .. ਸੁੰਨ/ਦਰਦ',
      'ਛਾਤੀ/ਸੀਨੇ/ਹਿੱਕ .. ਭਾਰ/ਪੱਥਰ/ਘੁੱਟ*/ਦਬਾਅ/ਜਕੜ*',
      'chhati/chati/seene/hikk .. bhaar/pathar/ghut*/dabaa/jakd*/bojh',
      'چھاتی/سینے/ہک .. بھار/پتھر/بوجھ',
      'ਦਿਲ ਦਾ ਦੌਰਾ',
      'ਹਾਰਟ ਅਟੈਕ',
      'دل دا دورہ',
      'ہارٹ اٹیک',
      'dil da daura/dora/doura',
      'heart attack',
      'dil .. dard/peed/peerh',
      'ਦਿਲ .. ਦਰਦ/ਪੀੜ',
      'دل .. درد/پیڑ',
    ],
    near: [
      [['ਛਾਤੀ/ਸੀਨੇ/ਸੀਨਾ/ਹਿੱਕ', 'چھاتی/سینے/ہک/سینہ', 'chhati/chati/chaati/chhaati/chathi/seene/sine/seena/hikk/hik', borrowed.chest], hurts], // pain in the chest
      [
        ['ਛਾਤੀ/ਸੀਨੇ/ਹਿੱਕ', 'چھاتی/سینے', 'chhati/chati/chaati/seene/hikk', borrowed.chest],
        ['ਦਬਾਅ/ਭਾਰ/ਜਕੜ*/ਘੁੱਟ*', 'دباؤ/بھار', 'dabaa/dabah/bhar/bhaar/jakad*/ghutan/tight'],
      ], // pressure
    ],
    unless: [
      'ਹਫ਼ਤੇ/ਹਫ਼ਤਿਆਂ/ਹਫਤਿਆਂ/ਹਫਤੇ/ਮਹੀਨੇ/ਮਹੀਨਿਆਂ/ਨਿੱਪਲ/ਗਿਲਟੀ/ਗੰਢ',
      'ہفتے/مہینے/ہفتیاں/مہینیاں/گلٹی',
      'hafte/haftean/haftia/mahine/maheene/mahinean/mahinia/nipple/gilti/gandh/breast/weeks/months',
      'mammogram/test/ਮੈਮੋਗ੍ਰਾਮ/ਮੈਮੋਗਰਾਮ .. dard/ਦਰਦ',
      'dard/ਦਰਦ .. mammogram/ਮੈਮੋਗ੍ਰਾਮ/ਮੈਮੋਗਰਾਮ',
    ],
  },
  'emergency.cannotBreathe': {
    says: [
      'ਸਾਹ .. ਨਹੀਂ/ਨਈਂ/ਔਖਾ/ਚੜ੍ਹ*/ਰੁਕ/ਘੁੱਟ*/ਬੰਦ/ਫੁੱਲ*',
      'saah/sah/saa/sha .. nahi/nai/ni/nhi/aukha/okha/charh*/chad*/ruk/ghut*/band/phul*',
      'ساہ .. نہیں/نئیں/اوکھا/چڑھ*/رک/بند',
      'ਬੁੱਲ੍ਹ .. ਨੀਲੇ',
      'bull/bullh .. neele/nile',
      'dam/dum .. ghut*/nikal',
      'ਦਮ ਘੁੱਟ*',
      'ਦਮ ਘੁਟ*',
      'dam/dum ghut*/ghutt*',
      'دم گھٹ*',
      'saah/sah chadh*/charh*/phul*/phool*',
      'ਸਾਹ ਚੜ੍ਹ*/ਫੁੱਲ*',
    ],
    near: [
      [
        ['ਸਾਹ/ਸਾਹਾਂ', 'ساہ/سانس', 'saah/sah/saa/saans/sans', borrowed.breath],
        [...no, 'ਔਖਾ/ਔਖ/ਮੁਸ਼ਕਿਲ/ਮੁਸ਼ਕਲ/ਤਕਲੀਫ/ਬੰਦ/ਰੁਕ', 'اوکھا/مشکل/تکلیف/بند', 'aukha/okha/aukh/mushkil/mushkal/takleef/taklif/problem/band/ruk'],
      ],
    ],
    within: 6,
  },
  'emergency.stroke': {
    unless: ['english/angrezi/ਅੰਗਰੇਜ਼ੀ/ਪੰਜਾਬੀ/punjabi'],
    says: [
      'ਮੂੰਹ/ਚਿਹਰਾ .. ਟੇਢਾ/ਵਿੰਗਾ/ਲਟਕ*/ਇੱਕ/ਮੁੜ',
      'mooh/munh/muh/moonh/mu/chehra .. tedha/teda/vinga/winga/latak*/passe/ik/mud',
      'منہ/چہرہ .. ٹیڑھا/ونگا/پاسے/مڑ',
      'bol/bolya/gall/gal .. nai/nahi/ni/nhi/hunda/hundi .. hunda/hundi/sakda/sakdi/reha/rahi/nahi/ni/nai',
      'ਬੋਲ/ਬੋਲਿਆ/ਗੱਲ .. ਨਹੀਂ/ਨਈਂ .. ਹੁੰਦਾ/ਹੁੰਦੀ/ਸਕਦੀ/ਸਕਦਾ/ਰਹੀ/ਰਿਹਾ/ਜਾਂਦਾ',
      'بول .. نہیں/نئیں .. ہندا/سکدی/سکدا/رہیا',
      'ik/ikk passa/paasa .. sunn/sun/kam/hil/marya',
      'ਇੱਕ ਪਾਸਾ .. ਸੁੰਨ/ਕੰਮ/ਹਿੱਲ',
      'hath/hatth/bah/baanh/latt .. nahi/ni/nai .. chuk/hil/chakk',
      'ਹੱਥ/ਬਾਂਹ/ਲੱਤ .. ਨਹੀਂ .. ਚੁੱਕ/ਹਿੱਲ',
      'zubaan/zaban/jabaan/ਜ਼ੁਬਾਨ/ਜੀਭ .. larkhra*/ਲੜਖੜਾ*/thathla*',
      'ਅਧਰੰਗ',
      'ਲਕਵਾ',
      'فالج',
      'لقوہ',
      'adhrang',
      'lakwa/laqwa',
      'falij/faalij',
      'ਮੂੰਹ ਟੇਢਾ/ਵਿੰਗਾ',
      'munh/moonh/muh tedha/teda/vinga/winga',
    ],
    near: [
      [
        ['ਮੂੰਹ/ਬਾਂਹ/ਹੱਥ/ਲੱਤ/ਚਿਹਰਾ', 'منہ/بانہہ/ہتھ/لت', 'munh/muh/baanh/bah/hath/hatth/latt/chehra'],
        ['ਟੇਢਾ/ਸੁੰਨ/ਵਿੰਗਾ/ਲਟਕ*', 'ٹیڑھا/سن', 'tedha/teda/sunn/vinga/winga/latak*'],
      ],
      [
        ['ਅਚਾਨਕ', 'اچانک', 'achanak'],
        ['ਬੋਲ ਨਹੀਂ', 'ਬੋਲਿਆ ਨਹੀਂ', 'بول نہیں', 'bol/boleya/bolya nahi/nai/ni/nhi'],
      ], // cannot speak
      [[borrowed.stroke], ['ho/hoya/ho/ਹੋ/ਹੋਇਆ']],
    ],
  },
  'emergency.collapse': {
    says: [
      'dig/digg/ਡਿੱਗ/ਡਿਗ .. uth/uthdi/hosh/hil/bol/ਉੱਠ/ਹੋਸ਼/ਹਿੱਲ',
      'hosh .. nahi/ni/nai/kho',
      'uthdi/uthda/uth .. nahi/ni/nai .. rahi/reha',
      'ਉੱਠ .. ਨਹੀਂ',
      'ਹੋਸ਼ .. ਨਹੀਂ/ਗੁਆ',
      'fits/daura/dora/daure/mirgi/ਮਿਰਗੀ/ਦੌਰਾ/ਦੌਰੇ .. pai/pe/pya/peya/payi/ਪੈ/ਪਿਆ',
      'behos*/bayhosh',
      'ڈگ .. ہوش/اٹھ',
      'ہوش .. نہیں/نئیں',
      'ਬੇਹੋਸ਼',
      'ਬੇ ਹੋਸ਼',
      'ਹੋਸ਼ ਨਹੀਂ',
      'ਹੋਸ਼ ਵਿੱਚ ਨਹੀਂ',
      'بے ہوش',
      'بیہوش',
      'behosh/behos/behoosh',
      'be hosh',
      'hosh nahi/nai/ni',
      'hosh vich nahi/ni/nai',
      'ਦੌਰੇ ਪੈ',
      'daure/dore pai/pe',
      'ਜਵਾਬ ਨਹੀਂ ਦੇ',
    ],
    near: [[[borrowed.collapse], ['ho/gayi/gaya/gyi/geya/hogayi/dig/ਹੋ/ਗਈ/ਗਿਆ']]],
  },
  'emergency.bleeding': {
    says: [
      'khoon/khun/lahu/blood/bleeding .. ruk*/band/tham* .. nahi/nai/ni/nhi/na',
      'khoon/khun/lahu/blood/bleeding .. nahi/nai/ni/nhi .. ruk*/band/tham*',
      'ਖੂਨ/ਲਹੂ/ਬਲੀਡਿੰਗ .. ਨਹੀਂ/ਨਈਂ .. ਰੁਕ*/ਬੰਦ',
      'ਖੂਨ/ਲਹੂ/ਬਲੀਡਿੰਗ .. ਰੁਕ*/ਬੰਦ .. ਨਹੀਂ/ਨਈਂ',
      'خون/لہو .. نہیں/نئیں .. رک/رکدا/بند',
      'خون/لہو .. رک/رکدا/بند .. نہیں/نئیں',
      'khoon/lahu .. vag*/wag*/vagi/tripk*',
      'ਖੂਨ/ਲਹੂ .. ਵਗ*/ਵੱਗ*',
    ],
    near: [
      [
        blood,
        [
          'ਬਹੁਤ/ਜ਼ਿਆਦਾ/ਜਿਆਦਾ/ਵਗ/ਵੱਗ',
          'ਰੁਕ/ਬੰਦ ਨਹੀਂ',
          'ਨਹੀਂ ਰੁਕ/ਬੰਦ',
          'بہت/زیادہ/وگ',
          'رک/بند نہیں',
          'نہیں رک',
          'bahut/bohat/bohut/bht/bot/jyada/zyada/jiyada/vag/wag/vagda',
          'ruk/rukda/rukk/band nahi/nai/ni/nhi',
          'nahi/nai/ni ruk/rukda/band',
        ],
      ],
    ],
    within: 7,
    unless: ['ਖੂਨ .. ਟੈਸਟ/ਕਮੀ', 'khoon .. test/kami'],
  },
  'emergency.overdose': {
    unless: ['dawai laini .. hai'],
    says: ['ਜ਼ਹਿਰ', 'ਜਹਿਰ', 'زہر', 'zehar/jehar/zeher/jeher/zahar', borrowed.overdose],
    near: [
      [
        [
          'ਗੋਲੀਆਂ/ਦਵਾਈਆਂ/ਦਵਾਈ/ਗੋਲੀ/ਪੱਤਾ/ਪੈਰਾਸੀਟਾਮੋਲ',
          'گولیاں/دوائیاں/پتا',
          'goli/goliyan/golian/goliya/goliyaan/dawaiyan/dawai/dwai/dwaiyan/tablet/tablets/patta/paracetamol/packet',
        ],
        [
          'ਬਹੁਤ/ਸਾਰੀਆਂ/ਸਾਰੀ/ਸਾਰਾ/ਜ਼ਿਆਦਾ/ਪੂਰਾ/ਪੂਰੀ/ਵੱਧ',
          'بہت/ساریاں/سارا/پورا/زیادہ',
          'bahut/bohat/bahot/bhut/sariyan/saariyan/sarian/sara/sari/poora/pura/puri/zyada/jyada/vadh/20/30/40/50',
        ],
        [
          'ਖਾ/ਖਾਧੀਆਂ/ਲੈ/ਨਿਗਲ/ਖਾਧੀ/ਲਈਆਂ',
          'کھا/کھادیاں/کھالیاں/لے',
          'kha/khaa/khadiyan/khadian/khadi/khali/khaliyan/lai/laiyan/layian/layi/laya/nigal/khaadi',
        ],
      ],
      [
        ['ਗੋਲੀਆਂ/ਦਵਾਈਆਂ/ਗੋਲੀਆ', 'گولیاں', 'goliyan/golian/goliya/dawaiyan/davaiyan/dwai/tablets'],
        ['ਬਹੁਤ/ਸਾਰੀਆਂ/ਜ਼ਿਆਦਾ/ਵੱਧ', 'بہت/ساریاں', 'bahut/bohat/sariyan/sarian/saria/jyada/zyada/vadh'],
        ['ਖਾ/ਖਾਧੀਆਂ/ਲੈ/ਨਿਗਲ', 'کھا/کھادیاں/لے', 'kha/khadiyan/khadian/khadia/khaadiyan/lai/le/nigal'],
      ],
    ],
  },
  'emergency.ambulance': {
    says: [
      'bachao/bachaa/ਬਚਾਓ',
      'ambulance .. bulao/sado/ghallo/bhejo/chahidi',
      'ਐਂਬੂਲੈਂਸ',
      'ਐਂਬੂਲੈਂਸ',
      'ਐਂਬੂਲੈਂਸ',
      'ਐੰਬੂਲੈਂਸ',
      'ਐਂਬੁਲੈਂਸ',
      'ਅੰਬੂਲੈਂਸ',
      'ایمبولینس',
      'ایمبولنس',
    ],
    near: [[[borrowed.ambulance], ['bulao/bulaao/sado/saddo/sadd/bhejo/chahidi/chahida/call']]],
  },
}
