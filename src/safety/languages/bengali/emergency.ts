import { borrowed } from '../borrowed.ts'
import type { EmergencyFlags } from '../phraseBook.ts'
import { blood, hurts, no } from './words.ts'

/** Bengali: an emergency. */
export const emergency: EmergencyFlags = {
  'emergency.chestPain': {
    says: [
      'বুক/বুকে .. চাপ/ভার/পাথর/ধড়ফড়/মোচড়/জ্বল*',
      'buk/buke/bukey/bukt/bukot .. chap/caap/vari/bhari/pathor/fatol/fete/mochor/jole',
      'bam/baam hat/haat .. obosh/abosh/betha/bish/jhin*',
      'বাম হাত .. অবশ/ব্যথা/ঝিন*',
      'হার্ট .. ব্যথা/বন্ধ/অ্যাটাক',
      'হার্ট অ্যাটাক',
      'হার্ট এটাক',
      'হৃদরোগ',
      'heart attack',
      'hart atak/attack/etak',
      'heart .. betha/batha/byatha',
    ],
    near: [
      [['বুকে/বুকের/বুক/বুকত/সিনা/সিনাত', 'buk/buke/bukey/buker/bukta/bukt/bukot/sina/sinat/shina/shinat', borrowed.chest], hurts], // pain in the chest
      [
        ['বুকে/বুকের/বুক/বুকত', 'buk/buke/bukey/buker/bukt/bukot', borrowed.chest],
        ['চাপ/ভারী/ধড়ফড়', 'chap/chaap/chapa/vari/bhari/tight/dhorfor'],
      ], // pressure
    ],
    unless: [
      'সপ্তাহ/মাস/নিপল/চাকা/গোটা/বোঁটা',
      'soptah/shoptaho/soptaho/mash/mas/maas/nipple/chaka/gota/guta/breast/weeks/months',
      'mammogram/মেমোগ্রাম/ম্যামোগ্রাম/পরীক্ষা/test .. ব্যথা/betha/batha',
      'ব্যথা/betha/batha .. mammogram/ম্যামোগ্রাম/মেমোগ্রাম',
    ],
  },
  'emergency.cannotBreathe': {
    says: [
      'shash/sash/shas/nishash/nisash/niswas/dom/shwas .. nite/loite/nitam/falte/bondho/atk*/koshto/kosto/parchi/partesi/parsi/parram',
      'শ্বাস/নিশ্বাস/নিঃশ্বাস/দম .. নিতে/ফেলতে/বন্ধ/আটক*/কষ্ট/উঠ*',
      'dom/shash/hash .. bondho/bon/atkai*/fele/lowa/loita',
      'hash/hush/hosh loite/nite',
      'thot/ঠোঁট .. nil/নীল',
      'শ্বাসকষ্ট',
      'শ্বাস কষ্ট',
      'দম বন্ধ',
      'দম আটক*',
      'shashkoshto/shaskosto/swaskosto/shaskoshto/sashkosto',
      'dom bondho/bondo/atk*/atok*',
    ],
    near: [
      [
        ['শ্বাস/নিশ্বাস/নিঃশ্বাস/দম/শাস', 'shash/shas/shwas/swas/sash/nishash/nishwas/nissash/nisash/niswas/dom', borrowed.breath],
        [
          ...no,
          'কষ্ট/সমস্যা/বন্ধ/পারছি/পারতেছি',
          'koshto/kosto/koshta/kosta/shomossha/somossa/problem/bondho/bondo/parchi/parsi/partesi/pari/partasi',
        ],
      ],
    ],
    within: 6,
  },
  'emergency.stroke': {
    unless: ['english/ইংরেজি/ইংরাজি/ingreji/sathe/apnader .. kotha', 'kotha .. chai/jonno/sathe', 'কথা .. চাই'],
    says: [
      'mukh/muk/muh/muque/মুখ .. beka/beke/baka/banka/bekha/jhule/tera/bekia/বাঁকা/বেঁকে/বেকে/ঝুলে/এক পাশে',
      'kotha/kota/kothah .. bolte/koite/kite/bolta/jorai*/joriye/atke/bondho/ber .. na/nai/parche/parse/parra',
      'mat*/mattoi/matte/mattte/matiya .. parra/parre/parse/paren na/nai',
      'matte/matto/mattoi .. na/nai',
      'কথা .. বলতে/কইতে/জড়িয়ে/আটকে/বন্ধ .. না/নাই/যাচ্ছে/গেছে',
      'মাত* .. না/নাই',
      'hat/haat/pa/হাত/পা .. obosh/obos/abosh/naraite/tulte/অবশ/নাড়াতে/তুলতে',
      'ek pash/dik .. obosh/obos',
      'এক পাশ/দিক .. অবশ',
      'স্ট্রোক',
      'স্ট্রোক',
      'পক্ষাঘাত',
      'প্যারালাইস*',
      'পেরালাইস*',
      'মুখ বেঁকে/বাঁকা/বেকে',
      'mukh/muk beke/bake/baka/banka',
      'paralysis/peralais/paralaiz',
    ],
    near: [
      [
        ['মুখ/হাত/পা', 'mukh/muk/hat/haat/pa'],
        ['অবশ/বেঁকে/বাঁকা/ঝুলে', 'obosh/obos/abosh/beke/baka/jhule'],
      ],
      [
        ['হঠাৎ', 'hothat/hotath/hotat'],
        ['কথা বলতে', 'কথা জড়িয়ে', 'kotha bolte/jorai*/joriye'],
      ], // cannot speak
      [[borrowed.stroke], ['koreche/korse/hoise/hoyeche/korche/করেছে/হয়েছে']],
    ],
  },
  'emergency.collapse': {
    says: [
      'shara/sara/sada/সাড়া .. dey/dei/de/dicche/disse/ditese/দেয়/দিচ্ছে/দিতেছে/দে na/nai/না/নাই',
      'shara/sara/সাড়া nai/nei/নেই/নাই',
      'oggan/ogyan/ogan/ojnan/behush/behus/behosh .. hoye/hoiya/oia/oi/gese/geche',
      'hush/hosh/gyan/gan .. nai/nei/hariye/haraise/firtese/fire',
      'pore/poira/foria .. gese/geche/giye .. uthe/uthte/utha/uthena/hush',
      'পড়ে .. গেছে/গিয়ে .. উঠ*/হুঁশ/জ্ঞান',
      'হুঁশ/হুশ/জ্ঞান .. নেই/নাই/হারি*',
      'khichuni/khichni/খিঁচুনি/খিচুনি',
      'mirgi/মৃগী',
      'shara/sara/সাড়া .. nai/dey/dei/dicche/দেয়/দিচ্ছে/নেই/নাই',
      'jage/jagtese/ghum .. bhangche/vangtese na',
      'fit/fits .. hoise/hocche/ase/lagse',
      'অজ্ঞান',
      'বেহুঁশ',
      'বেহুশ',
      'জ্ঞান হারি*',
      'জ্ঞান নেই/নাই',
      'জ্ঞান ফির*',
      'খিঁচুনি',
      'oggan/ogyan/oggyan/ajnan/ogan',
      'behush/behosh/behus',
      'gan/gyan hari*/nai/nei',
      'hush nai/nei',
      'khichuni',
      'সাড়া দিচ্ছে',
      'shara dicche/disse',
    ],
    near: [[[borrowed.collapse], ['hoye/hoise/geche/gese/hoyeche/হয়ে/গেছে']]],
  },
  'emergency.bleeding': {
    says: [
      'rokto/rokt/lou/blood/bleeding .. bondho/bondo/bon/tham*/thame/komtese .. na/nai',
      'রক্ত/রক্তপাত/রক্তক্ষরণ/ব্লিডিং/লউ .. বন্ধ/থাম*/কম* .. না/নাই',
      'rokto/rokt/lou .. bhese/vashi/jhor*/goraya/gorgor/bohut/onek/khub',
      'রক্ত .. ভেসে/ঝর*/গড়*',
    ],
    near: [
      [
        blood,
        [
          'অনেক/খুব/প্রচুর/বেশি',
          'থামছে/থামে/থামতেছে না',
          'বন্ধ .. না',
          'onek/khub/kub/prochur/beshi/besi/bohut',
          'thamche/thamse/thamtese/thame/thamtase na/nai',
          'bondho/bondo/bon .. na/nai',
        ],
      ],
    ],
    within: 6,
    unless: ['রক্ত পরীক্ষা', 'রক্তের পরীক্ষা', 'rokto porikkha', 'blood test'],
  },
  'emergency.overdose': {
    says: [
      'bish/bis/বিষ kheye*/khais*/khaich*/খেয়ে*/খাইছ*/khailaisi',
      'বিষ খে*',
      'বিষ খা*',
      'bish/bis kheye*/khaye*/khaise/khaisi/khaichi/kheyechi/khai',
      'ওভারডোজ',
      borrowed.overdose,
    ],
    near: [
      [
        [
          'ওষুধ/ঔষধ/ট্যাবলেট/বড়ি/ঘুমের/প্যারাসিটামল/পাতা',
          'oshudh/osudh/osud/oshud/ousod/tablet/tablets/bori/boris/ghumer/paracetamol/pata/dawai/medicine',
        ],
        [
          'অনেক/সব/বেশি/পুরো/পুরা/অনেকগুলো/অনেকগুলা/সবগুলো/সবগুলা/এক পাতা',
          'onek/onekgulo/onekgula/shob/sob/shobgulo/shobgula/beshi/besi/puro/pura/20/30/40/50/khub',
        ],
        [
          'খেয়ে*/খাইছি/খাইছে/খাইলাইছি/গিলে*/খেয়েছি/খাইয়া/খাইলাম/খেলাম',
          'kheye*/khaise/khaisi/khaichi/khaiche/khailaisi/khailaichi/khaylam/khailam/khelam/gile*/khaya/khaisilam',
        ],
      ],
      [
        ['ওষুধ/ঔষধ/ট্যাবলেট/বড়ি/ঘুমের', 'oshudh/osudh/osud/oshud/tablet/tablets/bori/boris/ghumer'],
        ['অনেক/সব/বেশি/পুরো/অনেকগুলো/সবগুলো', 'onek/onekgulo/shob/sob/shobgulo/beshi/besi/puro'],
        ['খেয়ে*/খাইছি/খাইছে/খাইলাইছি/গিলে*', 'kheye*/khaise/khaisi/kheyechi/kheyeche/khaichi/khaiche/khailaisi/gile*'],
      ],
    ],
  },
  'emergency.ambulance': {
    says: [
      'ambulance .. dak*/lagbe/pathan/dorkar',
      'bachan/bacan/বাঁচান/বাচান',
      '999 call/e',
      'অ্যাম্বুলেন্স',
      'এম্বুলেন্স',
      'এম্বুলেন্স',
      'বাঁচান',
      'embulens/ambulens/embulance/embulence',
    ],
    near: [[[borrowed.ambulance], ['dak*/lagbe/dorkar/pathan/patan/dorkhar/den']]],
  },
}
