import { borrowed } from '../borrowed.ts'
import type { SymptomFlags } from '../phraseBook.ts'
import { blood, breast, hurts, onlyBreast, see } from './words.ts'

/** Urdu: symptoms. */
export const symptoms: SymptomFlags = {
  'breast.lump': {
    says: [
      'ganth/gaanth/gathan/ganthh/ganthen/gilt/gilti/giltee/girhti/gilty',
      'گانٹھ/گنٹھ/گٹھان/گلٹیاں/گلٹھی',
      'guthli/gutli/گٹھلی',
      'rasoli/rasauli/رسولی',
      'گلٹی/گلٹیاں/گلٹ/گلٹیوں/گانٹھ/گانٹھیں/رسولی',
      'gilti/gilty/gelti/gilthi/giltee/giltiyan/giltian/ghilti/gilte/ganth/gaanth/gaanthe/rasoli/rasauli',
    ],
    near: [
      [
        [...breast, 'baghal/بغل'],
        ['gola/goli/golla/dana/daana/sakht/sakhat/ubhar/ubhaar/gumar/gand/thos/kuch/pathar/گول/گولی/سخت/ابھار/ٹھوس/پتھر/دانہ'],
      ],
      [
        breast,
        ['گولا/دانہ/سخت/ڈھیلا/گٹھلی/ابھار/گومڑ', 'gola/dana/daana/sakht/sakhat/guthli/gutli/gutlee/ubhar/gumar/gumr', borrowed.lump],
      ],
    ],
    unless: [
      'kuch .. nahi/nhi',
      'kuch/goli/golian .. kha/khali/deodorant/lagana/lagaya/pehnna/pehan/poochna',
      'کچھ',
      'gilti .. gardan',
      'gilti .. gale',
    ],
  },
  'breast.skinOrShape': {
    near: [
      [
        [...breast, 'nipple/نپل/jild/جلد'],
        [
          'malta/santre/santra/narangi/chhilka/chilka/chilke/مالٹے/سنترے/نارنجی/چھلکے/چھلکا/laal/lal/surkh/sooji/suji/soojan/sooj/garha/gaddha/dhans/dhas/sikur/سکڑ/دھنس/گڑھا/kheench/khinch/کھنچ/moti/موٹی/alag/taidhi/terhi/ٹیڑھی/latak/bari/badi/chhoti/farq/فرق/رنگ/rang/rangat/kharish/khujli/zakham/zakhm/chhale/چھالے',
        ],
      ],
      [
        breast,
        [
          'سوجن/سوج/سوجی/سوزش/سرخ/لال/گڑھا/جھری*/خارش/زخم/شکل/سائز/بڑی/چھوٹی/تبدیل*/گرم/پھوڑا/دانے/انفیکشن/پیپ',
          'soojan/sujan/sooj/suj/sooji/sozish/surkh/laal/lal/garha/gadha/kharish/khujli/zakhm/shakal/shakl/size/bari/badi/choti/chhoti/tabdeel*/tabdil*/garam/phora/dane/peep/badal*',
          borrowed.change,
        ],
      ],
    ],
    unless: ['bari/badi/choti/chhoti breast/breasts/chati/chhati', 'بڑی/چھوٹی بریسٹ/چھاتی/چھاتیاں', 'khansi'],
  },
  'breast.nipple': {
    near: [
      [
        ['نپل/نپلز/چوچی/بھٹنی/nipple/nipples/nipel/nipal/chuchi/choochi/bhitni/bra/برا/بریزیئر'],
        ['khoon/khun/pani/paani/pus/peep/ratubat/mawad/dhabba/dhabbay/gila/خون/پانی/پیپ/رطوبت/مواد/دھبہ/داغ/گیلا'],
      ],
      [
        ['nipple/nipples/nipal/نپل'],
        [
          'andar/ander/dhans/dhas/dab/ulta/mur/terha/اندر/دھنس/دب/الٹ/پھٹ/phat/chhilka/khushk/خشک/کھنچ/khinch/kheench/nikal/nikalta/nikla/rista/ris/رس/نکل/بہہ',
        ],
      ],
      [
        ['نپل/نپلز/چوچی/بھٹنی', 'chuchi/choochi/bhitni', borrowed.nipple],
        [
          'خون/پانی/رطوبت/پیپ/مواد/دودھ/اندر/الٹ/سوج*/زخم/خارش/درد/نکل',
          'khoon/khun/pani/paani/ratubat/peep/mawad/doodh/dudh/andar/ander/ulta/suj*/sooj*/zakhm/kharish/khujli/dard/nikal/nikl*/dhas',
          borrowed.flow,
        ],
      ],
      [
        onlyBreast.concat('چھاتی', 'chati/chaati/chhati/chathi'),
        ['خون/رطوبت/پیپ/مواد/پانی', 'khoon/khun/ratubat/peep/mawad/pani/paani', borrowed.flow],
      ], // blood or fluid from the breast
    ],
    unless: ['خون .. ٹیسٹ', 'khoon .. test', 'baby .. doodh', 'pani pee*'],
  },
  'breast.armpit': {
    near: [
      [
        ['بغل/بغلوں/baghal/bagal/baghl/bagalon/armpit/underarm'],
        ['gilti/ganth/gaanth/soojan/sujan/sooj/suj/dard/gola/dana/sakht/گلٹی/گانٹھ/سوجن/سوج/درد/گولا/سخت/ابھار/ubhar/sooji/suji'],
      ],
      [
        ['بغل/بغلوں', 'baghal/bagal/baghl/bagl/baghalon/bghal', borrowed.armpit],
        ['گلٹی/سوجن/درد/گانٹھ/دانہ/سوج*', 'gilti/sujan/soojan/dard/drd/ganth/gaanth/dana/daana/gola/suj*/sooj*/sakht', borrowed.lump],
      ],
    ],
  },
  'breast.pain': {
    near: [[breast, hurts]],
    unless: ['mammogram/test/میموگرام/ٹیسٹ .. dard/درد', 'dard/درد .. mammogram/میموگرام', 'period/periods/mahwari/ماہواری .. pehle/پہلے'],
  },
  'cervical.bleeding': {
    within: 14,
    says: ['neeche/nichay/niche se .. khoon/khun/bleeding/blood', 'نیچے سے .. خون/بلیڈنگ'],
    near: [
      [
        ['ہمبستری/مباشرت/جماع/ماہواری/حیض/مینوپاز/پیریڈ/پیریڈز/شرمگاہ/سیکس/ملاپ/تعلقات'],
        [
          'humbistari/hambistari/hum/milne/mahwari/mahvari/mahavari/menopause/menopaus/period/periods/sex/taluqat/talluqat/sohbat/miyan/shohar/intercourse/sharamgah',
        ],
        [...blood],
        ['baad/bad/band/beech/darmiyan/bich/بعد/بند/بیچ/درمیان'],
      ],
      [
        [
          'ہمبستری/مباشرت/جماع/ماہواری/حیض/مینوپاز/پیریڈ/پیریڈز/شرمگاہ',
          'humbistari/hambistari/mubashrat/mahwari/mahvari/mahawari/haiz/menopause/menopos/periods/period/sohbat/sharamgah/sharmgah',
          borrowed.after,
        ],
        [...blood, 'داغ/دھبے', 'dagh/daagh/dhabbe/dhabay/spotting'],
      ],
      [['نیچے', 'neeche/niche/neechay'], blood],
    ],
    unless: ['khoon .. test'],
  },
  'bowel.blood': {
    says: [
      'kala/kaala/siyah/kali .. pakhana/paikhana/potty/stool',
      'کالا/سیاہ/کالے پاخانہ/پاخانے',
      'pakhana/potty/stool/paikhana .. kala/kaala/siyah',
      'پاخانہ .. کالا/سیاہ',
      'کالا پاخانہ',
      'kala/kaala pakhana/paikhana/potty/stool',
    ],
    near: [
      [
        [
          'پاخانہ/پاخانے/پخانے/لیٹرین/ٹٹی/پوٹی/اجابت/مقعد',
          'pakhana/pakhane/pakhanay/paikhana/paikhane/latrine/letrin/tatti/tatty/potty/poti/stool/poo/toilet/motion/washroom/ijabat',
        ],
        [...blood],
      ],
      [
        [
          'پاخانہ/پاخانے/پخانے/لیٹرین/ٹٹی/بواسیر',
          'pakhana/pakhane/pakhanay/paikhana/paikhane/pakhaane/latrine/tatti/potty/poti/bawaseer',
          borrowed.stool,
        ],
        blood,
      ],
    ],
    unless: ['kit/test .. khoon .. hai', 'kit/test .. khoon'],
  },
  'lung.cough': {
    unless: ['khansi/khaansi/کھانسی nahi/nhi/نہیں .. hai/ہے'],
    near: [
      [['کھانسی/کھانس*/بلغم/تھوک/کھنگ', 'khansi/khaansi/khans*/khaans*/balgham/balgam/thook/thuk/cough'], [...blood]],
      [
        ['کھانسی/کھانستی', 'khansi/khaansi/khaansti/khansna/cough'],
        [
          'hafte/hafton/hafta/mahine/mahinay/mahina/mahino/musalsal/purani/din/arsay/wazan/ja/ruk/ہفتے/ہفتوں/مہینے/مہینوں/مہینہ/مسلسل/پرانی/وزن/رک',
        ],
      ],
      [['کھانسی/کھانس*/بلغم/تھوک', 'khansi/khaansi/khanse/khansy/khans*/balgham/thook/thuk', borrowed.cough], blood], // coughing blood
      [
        ['کھانسی', 'khansi/khaansi/khansy', borrowed.cough],
        [
          'ہفتے/ہفتوں/مہینے/مہینوں/مسلسل',
          'hafte/hafton/haftay/mahine/mahinon/maheene/musalsal',
          'theek/thik/khatam nahi',
          'ja nahi',
          'nahi ja',
          'نہیں جا',
          'weeks/months/din',
        ],
      ], // long cough
    ],
  },
  'eye.sight': {
    says: [
      'dikhai/dikhna/dikh/nazar/nazr .. nahi/nahin/nhi/nai/band/kam .. de/aa/raha/rahi/ho/deta/ata/gaya',
      'دکھائی/نظر .. نہیں/بند/کم .. دے/آ/ہو/دیتا',
      'andha/andhi/اندھا/اندھی',
      'ankh/aankh/ankhon/aankhon .. samne/aage .. andhera/parda/dhabbe/kala/kaale/jala/chamak',
      'آنکھ/آنکھوں .. سامنے/آگے .. اندھیرا/پردہ/دھبے/کالا/جالا/چمک',
      'do do dikh*/nazar',
      'nazar .. dhundli/dhundhli/kamzor/chali',
      'اندھا/اندھی ہو',
      'andha/andhi/andi ho',
      'نظر .. چلی گئی',
      'nazar .. chali/chli gayi/gai',
    ],
    near: [
      [
        ['آنکھ/آنکھوں/آنکھیں/نظر/بینائی', 'ankh/aankh/ankhon/aankhon/ankhein/aankhein/nazar/nazr/binai/eye/vision'],
        [
          'پردہ/دھبے/دھندلا/دھندلی/جالا/سایہ/اندھیرا/چمک/روشنیاں/مکھیاں',
          'parda/dhabbe/dhundla/dhundli/dhundhla/dhundhli/jala/saya/andhera/chamak/roshniyan/makhian/makhiyan',
        ],
      ],
      [
        [see, 'nazar/nazr/beenai/binai/ankh/aankh/ankhon/aankhon/ankhein/aankhein/ankho/dikhai/dekhai', borrowed.sight],
        [
          'اچانک/چلی/دھندلا*/دھندلی/اندھیرا/چمک/روشنی/پردہ/بجلی/دھبے/بند',
          'achanak/achank/chali/dhundla*/dhundli/andhera/chamak/chamk/roshni/parda/bijli/dhabbe',
          'nahi/nai/nhi aa/araha/ata',
          'نہیں آ/دے',
          borrowed.sightGone,
        ],
      ],
      [
        ['اچانک', 'achanak/achank'],
        ['دکھائی/نظر نہیں', 'dikh/dikhai/nazar/dikhna nahi/nai/nhi/band'],
      ],
    ],
    unless: ['message/site/app .. nazar', 'email'],
  },
}
