import { borrowed } from '../borrowed.ts'
import type { SymptomFlags } from '../phraseBook.ts'
import { blood, breast, hurts, onlyBreast } from './words.ts'

/** Bengali: symptoms. */
export const symptoms: SymptomFlags = {
  'breast.lump': {
    says: [
      'chaka/chakka/chakra/saka/shaka/goti/gutta/guta/gota/guti/dola/pind/goda/gulli/bichi/guilta/gilti',
      'গুটলি/গুট্টি/গুল্লি/চাকার/চাকাটা/গোটাটা/পিন্ড/গিল্টি/গিট্টু',
      'চাকা/চাক্কা/চাকার/পিণ্ড/টিউমার/গুটি/গুটা/গোটা/দলা/লাম্প/গোল্লা',
      'chaka/chakka/chakkha/saka/gota/guta/guti/ghuti/gutha/pindo/tiumar/dola',
    ],
    near: [
      [
        [...breast, 'বগল/বগলে/bogol/bogole'],
        ['shokto/sokto/শক্ত/fula/fola/phola/ফোলা/ফুলা/bichi/বিচি/গুল্টি/mangsho/মাংস/gol/গোল/dana/দানা/pathor/পাথর/guli/গুলি/মার্বেল/marble/tumor'],
      ],
      [breast, ['শক্ত/ফোলা/ফুলা/গুল্টি/বিচি/গিট', 'shokto/sokto/shokt/fula/fola/phola/phula/bichi/bisi/git/gulti/golla', borrowed.lump]],
    ],
    unless: ['fuel', 'gari/গাড়ি', 'গাড়ির চাকা', 'gari* chaka'],
  },
  'breast.skinOrShape': {
    near: [
      [
        [...breast, 'চামড়া/chamra'],
        [
          'komla/কমলা/কমলার/khosha/খোসা/খোসার/lal/laal/লাল/kuch*/কুঁচ*/কুচ*/gorto/গর্ত/tol/টোল/debe/দেবে/dabano/fule/ফুলে/fola/ফোলা/boro/বড়/choto/ছোট/mota/মোটা/shokto/শক্ত/gorom/গরম/rong/রং/রঙ/ghaa/ঘা/alada/আলাদা/bodle/বদলে/jhule/ঝুলে/akrite/টান',
        ],
        ['ston*/breast*/buk*/boobs/boob/স্তন*/ব্রেস্ট*/বুক*/বুনি*/dudh/মাই'],
      ],
      [
        breast,
        [
          'ফুলে/ফোলা/ফুলা/ফুলছে/লাল/চুলকানি/চুলকায়/ঘা/গর্ত/টোল/কুঁচ*/বড়/ছোট/আকার/গরম/পুঁজ/পরিবর্তন/ক্ষত/ফোঁড়া/চামড়া',
          'fule/fula/fola/phule/phola/fulse/fulche/lal/laal/chulkani/culkani/chulkay/gha/gorto/tol/kuch*/boro/choto/akar/gorom/puj/puz/poriborton/khoto/fora/chamra/bodl*',
          borrowed.change,
        ],
      ],
    ],
    unless: ['boro/choto breast/breasts/ston/dudh', 'বড়/ছোট স্তন/ব্রেস্ট', 'boro bon', 'বড় বোন', 'choto bon'],
  },
  'breast.nipple': {
    near: [
      [
        ['bota*/bonta*/nipple*/nipol*/বোঁটা*/বোটা*/নিপল*/বুটা*/buta'],
        [
          'vitor*/bhitor*/vetor*/bitor*/dhuke/duke/dhuika/hamai*/ulta/mochor/ভিতর*/ভেতর*/ঢুকে/ঢুইকা/উল্টা/উল্টো/pani/পানি/rokto/lou/রক্ত/লউ/puj/পুঁজ/ros/rosh/রস/kosh/কষ/jhor*/ঝর*/por*/পড়ছে/পড়ে/ber/বের/বাইর/fata/fete/ফাটা/ফেটে/chamra/shukna/শুকনা/khosa/chulk*/চুলক*/betha/ব্যথা',
        ],
      ],
      [['bra/ব্রা'], ['rokto/lou/dag/daag/pani/bheja/রক্ত/দাগ/পানি/ভেজা']],
      [
        [
          'বোঁটা/বোটা/বোঁটায়/বোঁটার/নিপল/নিপলে/বোটায়/বোটার/বোঁটাটা/নিপলটা/স্তনবৃন্ত',
          'bota/botay/botar/bonta/bontay/nipol/nippole/nippoler',
          borrowed.nipple,
        ],
        [
          'রক্ত/পানি/পুঁজ/রস/ভিতরে/ভেতরে/দুধ/ঘা/চুলকা*/ব্যথা/বের/তরল/ঢুকে/লাল/খোসা',
          'rokto/rokt/lou/pani/puj/puz/rosh/ros/vitore/bhitore/vetore/dudh/gha/chulka*/betha/batha/byatha/ber/bair/dhuke/duke/lal',
          borrowed.flow,
        ],
      ],
      [onlyBreast.concat('বুক', 'buk'), ['রক্ত/পানি/পুঁজ/রস/লউ', 'rokto/rokt/lou/puj/puz/rosh', borrowed.flow]], // blood or fluid from the breast
    ],
    unless: ['রক্ত পরীক্ষা', 'rokto porikkha', 'dudh khaoay'],
  },
  'breast.armpit': {
    near: [
      [
        ['bogol*/bogl*/bogal*/bagol*/বগল*/kankh/armpit'],
        ['chaka/gota/guti/guta/fola/fule/fula/betha/bish/shokto/bichi/চাকা/গোটা/গুটি/গুটা/ফোলা/ফুলে/ফুলা/ব্যথা/বিষ/শক্ত/বিচি/lump'],
      ],
      [
        ['বগল/বগলে/বগলের/বগলত', 'bogol/bogole/bogoler/bogolot/bogl/bogle/bogoley', borrowed.armpit],
        ['চাকা/গোটা/গুটি/ফোলা/ফুলে/ব্যথা/গুটা/শক্ত', 'chaka/gota/guti/guta/fola/fule/fula/betha/batha/byatha/bish/shokto', borrowed.lump],
      ],
    ],
  },
  'breast.pain': {
    near: [[breast, hurts]],
    unless: ['mammogram/ম্যামোগ্রাম/মেমোগ্রাম/test/পরীক্ষা .. ব্যথা/betha/batha/byatha', 'ব্যথা/betha/batha/byatha .. mammogram/ম্যামোগ্রাম/মেমোগ্রাম'],
  },
  'cervical.bleeding': {
    within: 14,
    says: ['nich/niche/nicher/নিচ/নিচে .. rokto/lou/bleeding/রক্ত/লউ', 'দুই মাসিকের/মাসিকের মাঝে'],
    near: [
      [
        [
          'সহবাস*/মিলন*/মাসিক*/পিরিয়ড*/মেনোপজ*/যোনি*/সেক্স*/মিলামিশা/মেলামেশা',
          'shohobas*/sohobas*/shohobash*/sohobash*/milon*/mashik*/masik*/maashik*/mens/menopause*/period*/sex*/melamesha/milamisha',
        ],
        ['পর/পরে/বন্ধ/মাঝে/মাঝখানে/বাদে', 'por/pore/bondho/bondo/majhe/majkhane/bade/off'],
        ['রক্ত*/লউ/ব্লিডিং/স্রাব', 'rokto*/rokt/lou/low/lohu/bleeding/bliding/blood/spotting'],
      ],
      [
        [
          'সহবাস*/মিলন*/মাসিক*/পিরিয়ড*/মেনোপজ*/যোনি*/রজোনিবৃত্তি*/মাসিকের',
          'shohobash*/sohobas*/sohobash*/shohobas*/milon*/mashik*/masik*/maasik*/menopoz*/menopause/period/periods/periyod*/joni*',
          borrowed.after,
        ],
        blood.concat('দাগ/স্পটিং', 'dag/spotting/blood'),
      ],
    ],
  },
  'bowel.blood': {
    says: [
      'kalo/kala/কালো/কালা .. paikhana*/paykhana*/পায়খানা*',
      'paikhana/paykhana/পায়খানা .. kalo/kala/কালো/কালা',
      'কালো পায়খানা',
      'kalo paikhana/paykhana',
    ],
    near: [
      [
        [
          'পায়খানা*/মল/মলের/মলে/টয়লেট*/মলদ্বার*/হাগু*/হাগা*/পায়খানার/বাথরুম*',
          'paikhana*/paykhana*/pakhana*/paikana*/payekhana*/mol/moler/mole/toilet*/hagu*/haga*/poo/stool/potty/latrin*/tatti',
        ],
        ['রক্ত*/লউ', 'rokto*/rokt/lou/low/lohu/blood/bleeding'],
      ],
      [['পায়খানা*/মল/মলের/মলে/পায়খানার/টয়লেট*/মলদ্বার*', 'paikhana*/paykhana*/pakhana*/paikana*/moler/moldar/pusi/hagu', borrowed.stool], blood],
    ],
    unless: ['কিট .. রক্ত', 'kit .. rokto'],
  },
  'lung.cough': {
    near: [
      [
        ['কাশি*/কাশ*/কাশলে/কফ*/থুতু/থুথু', 'kashi*/kasi*/kashle/kasle/kash/khashi/khasi/kaash/kof/kofer/kofe/thutu/cough'],
        ['রক্ত*/লউ', 'rokto*/rokt/lou/low/blood'],
      ],
      [
        ['কাশি*/কাশ', 'kashi*/kasi/kash/khashi/khasi/cough'],
        [
          'সপ্তাহ*/মাস/মাসের/অনেকদিন/কমে/কমছে/সারে/যায়/যাচ্ছে/ওজন',
          'shoptah*/soptah*/hopta/mash/mas/maas/onekdin/komtese/kome/komche/sare/jay/jacche/jaitese/ojon',
        ],
      ],
      [['কাশি*/কাশ*/কফ/কফের/থুতু', 'kashi*/kasi*/kash/kas/kashle/kasle/kof/kofer/kofe/thutu/khashi', borrowed.cough], blood], // coughing blood
      [
        ['কাশি/কাশ', 'kashi/kasi/kash/khashi', borrowed.cough],
        [
          'সপ্তাহ/মাস/অনেকদিন',
          'অনেক দিন',
          'কমছে/সারছে/কমে না',
          'ভালো হচ্ছে না',
          'soptah/shoptaho/soptaho/shoptah/mash/mas/maas/onekdin/weeks/months',
          'komche/komse/komtese/komtase/sare/kome na/nai',
          'onek din',
          'valo/bhalo hocche/hosse na',
        ],
      ], // long cough
    ],
  },
  'eye.sight': {
    says: [
      'chokh*/chok*/choke/suk/suke/chuke/চোখ* .. dekhi/dekhte/dekte/dekhtesi/dekhchi/dekram/দেখি/দেখতে/দেখছি .. na/nai/না/parchi/parsi/partesi/pai/পারছি/পাচ্ছি/পাই',
      'dekhi/dekhte/dekte/দেখি/দেখতে .. na/parchi/parsi/partesi/না/পারছি/পাচ্ছি .. chokh*/choke/চোখ*',
      'ondho/ondo/andha/kana/অন্ধ/কানা .. hoye/hoya/oia/oi/হয়ে/হইয়া',
      'drishti/dristi/দৃষ্টি .. kome/chole/harie/কমে/চলে/হারি*',
      'chokh*/choke/চোখ*/চোখের .. porda/poka/kalo/kala/andhar/ondhokar/jhapsa/japsa/ghola/পর্দা/পোকা/কালো/অন্ধকার/ঝাপসা/ঘোলা/জাল',
      'duita/duta/দুইটা/ডাবল .. dekhi/dekhtesi/দেখি/দেখছি',
      'অন্ধ হয়ে',
      'ondho/ondo hoye/hoya',
      'chokhe/choke/chuke .. dekhi/dekhchi/dekte/dekhte/dekhsi na/parchi',
      'চোখে .. দেখি/দেখছি/দেখতে না/পাচ্ছি/পারছি',
    ],
    near: [
      [
        ['চোখ/চোখে/চোখের/দৃষ্টি/চউখ/দেখতে', 'chokh/chok/chokhe/chokher/choke/suk/suke/chuk/dristi/drishti/dekhte', borrowed.sight],
        [
          'হঠাৎ/ঝাপসা/আলোর/ঝলক/ঝলকানি/পর্দা/অন্ধকার/আন্ধার/বিদ্যুৎ',
          'hothat/hotath/hotat/jhapsa/japsa/zapsa/jholok/jholkani/porda/ondhokar/ondokar/andhar/bijli',
          borrowed.sightGone,
        ],
      ],
      [
        ['হঠাৎ', 'hothat/hotath/hotat'],
        ['দেখতে/দেখি/দেখছি না/পাচ্ছি/পারছি/পাই', 'dekhte/dekte/dekhi/dekhchi na/parchi/pari/pacchi/pai/parsi'],
      ],
    ],
  },
}
