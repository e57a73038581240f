import { distress } from './bengali/distress.ts'
import { emergency } from './bengali/emergency.ts'
import { symptoms } from './bengali/symptoms.ts'
import type { PhraseBook } from './phraseBook.ts'

/** Bengali and Sylheti, in Bengali script and as they are typed in Latin letters. */
export const bengali: PhraseBook = {
  language: 'bn',
  bySound: true,
  sounds: [
    [/kh/g, 'k'],
    [/sh|ch|c(?!h)/g, 's'],
    [/dh/g, 'd'],
    [/gh/g, 'g'],
    [/bh/g, 'v'],
    [/z/g, 'j'],
    [/jh/g, 'j'],
  ],
  markers:
    'আমার/আমি/আমাকে/আছে/আছি/কি/না/নেই/এবং/হচ্ছে/হয়/করছে/করে/একটা/থেকে/আমারে/এর/জন্য/চাই/ami/amar/amake/amare/amr/hocche/hosse/hoitase/korche/korse/ekta/theke/kemon/nei/apni/apnar/bhalo/valo/kivabe/jonno/hobe/ebong/chai/kothay/kokhon/parchi/partesi/parsi/koren/korte/oise/hoise/lagse/ase/ache/tai/hoy/oy/oi/gese/geche/por/dhore/abar/keu/nijere/okhon/ekhon/khub/kotha/bolte/jabe/asche/jar/diye/ta/er/te/নিয়ে/হয়েছে/গেছে/পর/কেউ/পারছি',
  denial: {
    before: 'ছাড়া/বিনা/chara/bina',
    after: 'না/নাই/নেই/নি/নয়/nei/nai/na/ni/noy/nay/ney',
    through:
      'কোনো/কোন/ও/বা/আর/এবং/ব্যথা/চাকা/গোটা/রক্ত/হয়/করে/পাই/আসে/kono/kuno/o/ba/ar/r/ebong/betha/chaka/gota/guta/rokto/lump/pain/discharge/kore/hoy/pai/jay/ta/ti/er',
    notBefore: 'পারছি/যাচ্ছে/কমছে/সারছে/jacche/jasse/komche/komse/sarche/parchi/janina/jani',
  },
  history: {
    others:
      'মা/মায়ের/আম্মা/আম্মুর/আম্মার/বোন/বোনের/নানি/নানির/খালা/খালার/দাদির/ma/mayer/amma/ammar/ammur/bon/boner/bonor/nani/nanir/khala/khalar/mother/mum/sister',
    longAgo: ['বছর আগে', 'bochor/bosor/bochhor/bosorer age/agey/aage'],
  },
  flags: { ...emergency, ...distress, ...symptoms },
}
