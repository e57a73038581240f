import type { PhraseBook } from './phraseBook.ts'
import { distress } from './romanian/distress.ts'
import { emergency } from './romanian/emergency.ts'
import { symptoms } from './romanian/symptoms.ts'

/** Romanian, with and without its accents; hyphens part words: "m-a" is "m a". */
export const romanian: PhraseBook = {
  language: 'ro',
  markers:
    'nu/și/să/este/că/îmi/meu/mea/cu/din/după/vreau/bună/buna/ziua/sunt/unde/când/pentru/mulțumesc/mi/sa/si/imi/ma/am/la/mai/dar/fost/sau/cum/pot/acum/cand/trebuie/fac/va/rog/nici/ceva/sotul/foarte/are/ce/cred/stiu/știu/pe',
  denial: {
    before: 'nu/fără/fara/niciun/nici/nicio/n/nam',
    through:
      'am/are/exista/există/avut/simt/mai/un/o/niciun/nicio/nici/sau/și/nodul*/durer*/secreți*/scurger*/sânger*/umflătur*/vreun/vreo/la/în/sân*/găsit/e/este/mă/ma',
  },
  history: {
    others: 'mama/mamei/mamii/sora/surorii/bunica/bunicii/mătușa/matusa/soacra/prietena',
    longAgo: ['ani în/in urmă/urma', 'acum .. ani', 'acum mulți/multi ani', 'cu ani în/in urmă/urma'],
  },
  flags: { ...emergency, ...distress, ...symptoms },
}
