import { borrowed } from '../borrowed.ts'
import type { EmergencyFlags } from '../phraseBook.ts'
import { blood, hurts } from './words.ts'

/** Urdu: an emergency. */
export const emergency: EmergencyFlags = {
  'emergency.chestPain': {
    says: [
      'دل .. گھبرا/بیٹھ/بند/ڈوب/رک',
      'dil .. ghabra/baith/band/doob/ruk',
      'dil ka attack',
      'baazu/bazu/bazoo/baaju/hath/haath .. sun/sunn',
      'بازو .. سن/درد',
      'seene/seenay/chhati/chest .. tang/bojh/bhari/jakra/jakad/kas/dabao/pathar/wazan',
      'سینے .. بوجھ/جکڑ/دباؤ/وزن/پتھر/بھاری',
      'دل کا دورہ',
      'دل کا دورا',
      'ہارٹ اٹیک',
      'dil ka dora/daura/dorah/doura',
      'heart attack',
      'dil .. dard/drd',
      'دل .. درد',
      'seene par/pe bojh',
    ],
    near: [
      [['سینے/سینہ/چھاتی/چیسٹ', 'seene/sine/seenay/seena/sina/siney/chati/chaati/chhati/chathi', borrowed.chest], hurts], // pain in the chest
      [
        ['سینے/سینہ', 'seene/sine/seenay/seena', borrowed.chest],
        ['دباؤ/بوجھ/جکڑن/گھٹن', 'dabao/dabaw/bojh/jakran/ghutan/tight/bhari'],
      ], // pressure on the chest
    ],
    unless: [
      'ہفتے/ہفتوں/مہینے/مہینوں/نپل/گلٹی/پستان',
      'hafte/haftay/hafton/mahine/maheene/mahinay/mahinon/nipple/gilti/breast/weeks/months',
      'mammogram/test/meno .. dard',
      'dard/درد .. mammogram/میموگرام',
    ],
  },
  'emergency.cannotBreathe': {
    says: [
      'saans/sans/saas .. ruk/phool/phul/chadh/charh/tez/ghut/atak/band/nahi/mushkil',
      'سانس .. رک/پھول/چڑھ/تیز/گھٹ/اٹک/بند/اکھڑ',
      'hont/honth/hoonth .. neele/nile/neelay',
      'ہونٹ .. نیلے',
      'dam/dum nikal/ghut/ghutta/ghutne',
      'دم نکل/گھٹ',
      'دم گھٹ*',
      'dam/dum ghut*',
      'سانس اکھڑ*',
      'saans/sans phool*/phul*/ukhar*',
      'سانس پھول*',
    ],
    near: [
      [
        ['سانس/سانسیں', 'saans/sans/saas/sanse/saansein/sanson/sas', borrowed.breath],
        [
          'نہیں/نہ/مشکل/تکلیف/بند/رک/دشواری/گھٹ',
          'nahi/nahin/nhi/nai/na/mushkil/mushkl/taklif/takleef/problem/band/ruk/dushwari/masla/ghut',
        ],
      ],
    ],
    within: 6,
    unless: ['saas .. bahu', 'saas .. nahi manti/maanti'],
  },
  'emergency.stroke': {
    unless: ['angrezi/english/urdu/انگریزی/انگلش', 'appointment/message', 'kisi/kise/کسی'],
    says: [
      'munh/muh/moo/mun/chehra/chera/face .. terha/tedha/teda/tera/latak/ek/mur',
      'منہ/چہرہ/چہرا .. ٹیڑھا/لٹک/مڑ/ایک طرف',
      'zaban/zuban/zubaan .. larkhra*/larkhara*/larakh*/band',
      'زبان .. لڑکھڑا*/بند',
      'bol/bola/baat/bolna/bolti .. nahi/nahin/nhi/nai/band .. pa/raha/rahi/sakti/sakta/ja/ho',
      'بول/بولا/بات .. نہیں .. پا/رہا/رہی/سکتی/سکتا/جا/ہو',
      'ek taraf/side .. sun/kaam/hil/jism',
      'ایک طرف .. سن/کام/ہل/جسم',
      'hath/haath/bazu/taang/tang .. nahi/nahin/nhi hil/uth/utha',
      'ہاتھ/بازو/ٹانگ .. نہیں ہل/اٹھ',
      'فالج',
      'لقوہ',
      'faalij/falij/falaj/laqwa/lakwa',
      'منہ ٹیڑھا',
      'munh/moonh/muh/mu terha/tera/tedha',
    ],
    near: [
      [
        ['چہرہ/منہ/بازو/ہاتھ/ٹانگ', 'chehra/chera/munh/muh/bazu/bazoo/hath/haath/taang'],
        ['ٹیڑھا/سن/مفلوج/لٹک', 'terha/tedha/mafluj/latak', 'sun ho', 'سن ہو'],
      ],
      [
        ['اچانک/زبان', 'achanak/achank/zaban/zuban'],
        ['بول نہیں', 'بولا نہیں', 'bol/bola nahi/nai/nhi', 'larkhara*', 'لڑکھڑا*', borrowed.stroke],
      ], // cannot speak
      [[borrowed.stroke], ['hua/huwa/ho/aaya/ہوا/آیا']],
    ],
  },
  'emergency.collapse': {
    unless: ['email/call/phone .. jawab', 'dil ka daura'],
    says: [
      'behosh*/behos/bayhosh/bihosh',
      'gir/gira/giri .. uth/hosh/jawab/hil .. nahi/nahin/nhi/rahi/raha',
      'گر .. اٹھ/ہوش/جواب/ہل .. نہیں/رہی/رہا',
      'hosh .. nahi/nhi/kho/kho',
      'ہوش .. نہیں/کھو',
      'ghash/غش',
      'jatke/jhatkay/jhatke/daura/daure/mirgi/fits .. pad/par/aa/lag',
      'جھٹکے/دورہ/مرگی .. پڑ/آ/لگ',
      'uth nahi/nahin/nhi rahi/raha/rahay',
      'اٹھ نہیں رہی/رہا',
      'جواب نہیں دے',
      'بے ہوش',
      'بیہوش',
      'ہوش نہیں',
      'ہوش میں نہیں',
      'behosh',
      'be hosh',
      'bay hosh',
      'behoosh',
      'hosh nahi/nai/mein nahi',
      'دورے پڑ',
      'jhatke/daure/dore pad/par',
      'jawab nahi de raha/rahi',
    ],
    near: [[[borrowed.collapse], ['ہو/گئی/گیا', 'ho/gayi/gaya/gai/hogayi/hogaya/gir']]],
  },
  'emergency.bleeding': {
    says: [
      'khoon/khun/blood/bleeding .. ruk/band/tham .. nahi/nahin/nhi/na',
      'khoon/khun/blood/bleeding .. nahi/nahin/nhi .. ruk/rukta/band/tham',
      'خون/بلیڈنگ .. نہیں .. رک/بند/تھم',
      'خون/بلیڈنگ .. رک/بند/تھم .. نہیں',
      'khoon/khun .. beh*/behta/tapak/nikalta/pani ki/fawara/jari',
      'خون .. بہہ/بہتا/فوارہ/جاری',
      'pad/pads .. bhar/ghante/ghanta',
    ],
    near: [
      [
        blood,
        [
          'بہت/زیادہ/بہہ/لوتھڑے',
          'رک نہیں',
          'نہیں رک',
          'bohat/bahut/bohot/buhat/bht/boht/zyada/ziada/zada/beh/lothre',
          'ruk/rukta/rukti/rukk/rok nahi/nai/nhi/na',
          'nahi/nai/nhi/band ruk/rukta/nahi',
        ],
      ],
    ],
    within: 7,
    unless: ['خون ٹیسٹ', 'خون .. کمی', 'khoon .. kami', 'khoon/blood .. test', 'خون .. ٹیسٹ'],
  },
  'emergency.overdose': {
    says: [
      'neend ki goli/golian/goliyan .. kha/khali/khai/bohat',
      'bleach/tezab/tezaab pi/pee',
      'تیزاب/بلیچ پی',
      'زہر',
      'اوور ڈوز',
      'zehar/zeher/zahar',
      borrowed.overdose,
      'over dose',
    ],
    near: [
      [
        [
          'گولیاں/گولیوں/دوائیاں/دوا/دوائی/پتا/پیراسیٹامول/شیشی/پیکٹ/ٹیبلٹ/ٹیبلٹس',
          'goli/goliyan/golian/goliya/goliyon/golyan/dawai/dawa/dawaiyan/tablet/tablets/patta/paracetamol/panadol/packet/dabba',
        ],
        [
          'بہت/ساری/سارا/زیادہ/پوری/پورا/سب/ڈھیر',
          'bohat/bahut/bohot/bht/sari/saari/saara/zyada/ziada/puri/poori/pura/poora/sab/dher/20/30/40/50',
        ],
        ['کھا/کھائی/کھالی/کھائیں/کھالیں/نگل/پی', 'kha/khaa/khali/khaali/khayi/khai/khain/khayin/nigal/nigli/leli/lelin'],
      ],
    ],
    unless: ['dawai/dawa .. khana/khani zaroori/chahiye', 'kha .. sakti/sakta/ke'],
  },
  'emergency.ambulance': {
    says: [
      'ambulance/ambulence bulao/bulaen/bulayen/bhejo/bulado',
      'ایمبولینس',
      'marne wali/wala/wale',
      'bachao/bachaen/bachalo',
      'ایمبولینس',
      'ایمبولنس',
      'ambulens',
      'jaldi bachao',
      'بچاؤ',
    ],
    near: [[[borrowed.ambulance], ['bulao/bulaye/bulaen/bulado/bulana/bhej*/chahiye/chahie/call']]],
  },
}
