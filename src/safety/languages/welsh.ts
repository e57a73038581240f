import type { PhraseBook } from './phraseBook.ts'
import { distress } from './welsh/distress.ts'
import { emergency } from './welsh/emergency.ts'
import { symptoms } from './welsh/symptoms.ts'

/** Welsh of the north and the south; apostrophes part words: "mae'r" is "mae r". */
export const welsh: PhraseBook = {
  language: 'cy',
  markers:
    'dw/dwi/ffeindio/rwy/rwyf/mae/yn/fy/wedi/gen/gyda/eisiau/isio/isie/moyn/ddim/sy/oes/ydy/ydi/yw/diolch/sut/pryd/ble/apwyntiad/ond/methu/efo/rwyn/byw/nghael/ma/fi/ti/di/da/cal/cael/ar/ers/wythnos/neud/plis/bod/fydd/odd/oedd/ac/sai/sa/smo/swn/fel/nawr/rwan/mis/dydd/ges/dal/beth/be/lle/sgen/gyn',
  denial: {
    before: 'dim/ddim/heb/does/sdim/nid/nac/sgen',
    through:
      'gen/gyda/i/fi/ddim/dim/unrhyw/lwmp/lwmpyn/lympiau/poen/boen/gwaed/waed/chwydd/rhyddhad/na/nac/neu/un/yn/y/yr/fy/mron/o/gael/wedi/sylwi/ar/teimlo/cael',
    notBefore: 'siwr/gwybod/mynd',
  },
  history: {
    others: 'mam/mum/nain/chwaer/mamgu/modryb/ffrind',
    longAgo: ['flynydd* yn ôl/nol/ol', 'flynydd* nol/ôl', 'blynydd* yn? ôl/nol', 'pan oedd/odd .. ifanc'],
  },
  flags: { ...emergency, ...distress, ...symptoms },
}
