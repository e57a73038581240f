import type { PhraseBook } from './phraseBook.ts'
import { distress } from './polish/distress.ts'
import { emergency } from './polish/emergency.ts'
import { symptoms } from './polish/symptoms.ts'

/** Polish, with and without its accents. */
export const polish: PhraseBook = {
  language: 'pl',
  markers:
    'nie/jest/się/że/czy/mnie/moja/moj/moje/jak/proszę/dzień/dobry/chcę/jestem/dla/tak/bardzo/mogę/przy/już/mój/mojej/mojego/mąż/piersi/kiedy/gdzie/mam/moge/juz/mi/od/po/ale/dni/tygodni/cos/coś/sie/ze/mama/jej/ktoś/teraz/kilka/wczoraj/mialam/miałam/byl/był/była/cały',
  denial: {
    before: 'nie/bez/żaden/żadn*/nigdy/ani',
    through:
      'mnie/mi/się/mam/ma/miałam/było/żadn*/i/ani/lub/czy/guz*/ból*/wyciek*/wydzielin*/krew/krwi/zmian*/czuję/wyczuwam/widzę/zauważyłam/w/piersi*/jest',
  },
  history: {
    others: 'mama/mamy/mamie/matka/matki/siostra/siostry/babcia/babci/ciocia/kolezanka/koleżanka/teściowa',
    longAgo: ['lat temu', 'lata temu', 'dawno temu', 'w latach'],
  },
  flags: { ...emergency, ...distress, ...symptoms },
}
