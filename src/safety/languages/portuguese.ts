import type { PhraseBook } from './phraseBook.ts'
import { distress } from './portuguese/distress.ts'
import { emergency } from './portuguese/emergency.ts'
import { symptoms } from './portuguese/symptoms.ts'

/** Portuguese of Portugal and of Brazil, with and without its accents. */
export const portuguese: PhraseBook = {
  language: 'pt',
  markers:
    'não/nao/tenho/estou/tou/meu/minha/uma/que/quero/muito/muita/olá/dia/obrigada/obrigado/está/esta/sou/você/voce/ele/faz/preciso/como/posso/fui/meus/minhas/ta/tá/pra/pro/do/da/com/mas/dias/ha/ja/já/eu/sinto/fiquei/ficou/agora/vou/foi/isso/isto/quando/ao/esse/este/dele/tive/tem',
  denial: {
    before: 'não/nao/ñ/sem/nenhum/nenhuma/nunca/nem',
    through:
      'tenho/tem/tinha/tive/há/sinto/senti/encontrei/achei/notei/nenhum/nenhuma/um/uma/nem/ou/e/de/no/na/me/te/caroço*/nódulo*/dor/dores/sangue/sangramento*/corrimento*/inchaço*/qualquer/algum/alguma/mais/mama/peito/estou/a/com',
  },
  history: {
    others: 'mãe/mae/irmã/irma/avó/avo/tia/sogra/prima/amiga',
    longAgo: ['anos atrás/atras', 'há/ha/faz .. anos', 'há/ha/faz anos'],
  },
  flags: { ...emergency, ...distress, ...symptoms },
}
