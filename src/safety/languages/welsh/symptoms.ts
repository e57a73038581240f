import { borrowed } from '../borrowed.ts'
import type { SymptomFlags } from '../phraseBook.ts'
import { blood, breast, hurts } from './words.ts'

/** Welsh: symptoms. */
export const symptoms: SymptomFlags = {
  'breast.lump': {
    says: [
      'lwmp/lwmpun/lymp/lympyn/lwmpin/lwmpie/lwmpia/cnapyn/gnapyn/cnap/gnap/lwmpyn',
      'talpyn/dalpyn',
      'pelen/belen fach/galed',
      'lwmp/lwmpyn/lwmpyn/lwmpiau/lympiau/lwmps/lympia',
      'talp/dalp',
      'tiwmor',
    ],
    near: [
      [
        [...breast, 'dan fy mraich'],
        [
          'cnap/gnap/pelen/belen/marblen/farblen/pysen/bysen/galed/caled/gled/galad/rwbeth/rwbath/rhywbath/lwmps/tewhau/chwarren/cwlwm/bwmp/bymp/lwmp/talp',
        ],
      ],
      [breast, ['chwydd/chwyddo/galed/caled/pelen/belen/bêl/cnepyn/gnepyn/rhywbeth/tewychu/tew/syst/cyst/lymp', borrowed.lump]],
    ],
    unless: ['lwmp .. siwgr/gwddf/glo', 'lwmp o'],
  },
  'breast.skinOrShape': {
    near: [
      [
        ['bronne/fronne/mronne/mrona/bron/fron/mron/bronnau/fronnau/mronnau'],
        [
          'chwyddedig/wedi chwyddo/chwyddo/chwydd/twll/tolc/dolc/dimple/dimplo/puckering/tynnu/dynnu/tynhau/sagio/croen/groen/crychau/rash/rhash/llosg/twym/dwym/cynnes/gynnes/clwyf/glwyf/cramen/doluriau/gwlyb/siap/seis/maint/anwastad/hongian/newid/galed/wahanol',
        ],
      ],
      [
        ['bron/fron/mron/bronnau/fronnau/mronnau', borrowed.breast],
        [
          'chwyddo/chwyddedig/coch/goch/cochni/gochni/poeth/boeth/brech/frech/pant/bant/pantiau/crychu/grychu/crych/dolur/briw/friw/croen/oren',
          'newid/newidiad/siâp/siap/maint/faint/mwy/fwy/llai/lai/llid/haint/cosi/gosi/wahanol/gwahanol',
          borrowed.change,
        ],
      ],
    ],
    unless: [
      'croen .. sensitif',
      'canser/cancr/gancr .. mam',
      'newid .. apwyntiad/dyddiad/amser/cyfeiriad',
      'sgrinio .. bron',
      'faint o/mor',
    ],
  },
  'breast.nipple': {
    near: [
      [
        ['nipl/nipls/nipal/nipple/nipyl/teth/deth/nheth/dethi/tethi/diden/didi'],
        [
          'troi/droi/tynnu/dynnu/mynd/suddo/mewn/i/fewn/fflat/flat/dolur/cracio/gracio/cramen/gwaed/waed/gwaedu/waedu/stwff/rwbeth/rhywbath/dŵr/hylif/melyn/gwyrdd/lîcio/licio/diferu/ddiferu/gollwng/ollwng/llifo/ecsema/sych/cosi/ffrwd/croen',
        ],
      ],
      [['bra/mra/nghrys/crys'], ['gwaed/waed/staen/staenio/hylif/gwlyb']],
      [
        ['teth/deth/nheth/tethau/nipl/dethau', borrowed.nipple],
        [
          'gwaed*/waed*/hylif/rhedlif/redlif/gollwng/gollyngiad/ollyngiad/rhyddhad/crawn/llaeth/troi/droi/mewn/gwrthdroi/newid/crystyn/gramen/cosi/coch/goch/poen/boen/brifo/dolur/dod',
          borrowed.flow,
        ],
      ],
      [
        ['bron/fron/mron/bronnau', borrowed.breast],
        ['gwaed/waed/gwaedu/waedu/hylif/rhedlif/gollyngiad/ollyngiad/crawn', borrowed.flow],
      ], // blood or discharge from the breast
    ],
    unless: ['tynnu .. bra/mra/dillad', 'bra .. cyn/gwisgo', 'prawf/profion gwaed'],
  },
  'breast.armpit': {
    says: ['dan/o fy? mraich/braich/fraich .. lwmp*/chwydd*'],
    near: [
      [
        ['cesail/gesail/nghesail/ceseilie/nghesel/gesel/cesel/nghesal/braich/mraich'],
        ['lwmp*/lymp*/chwydd*/cnap*/gnap*/pelen/belen/bysen/pysen/galed/caled/talp'],
      ],
      [
        ['cesail/gesail/nghesail/ceseiliau/nghesel/gesel', borrowed.armpit],
        ['lwmp*/lymp*/chwydd*/poen/boen/rhywbeth/galed/caled/chwarren/chwarennau/brifo/dolur', borrowed.lump],
      ],
    ],
    unless: ['diaroglydd'],
  },
  'breast.pain': {
    says: ['poen/boen/dolur .. un fron/bron'],
    near: [[['bron/fron/mron/bronnau/fronnau/mronnau', borrowed.breast], hurts]],
    unless: [
      'mamogram*/sgrinio/prawf .. brifo/poenus/boenus/poen',
      'brifo/poenus/boenus/poen .. mamogram/sgrinio/prawf/wasgu',
      'cyn .. mislif',
    ],
  },
  'cervical.bleeding': {
    says: [
      'gwaedu/waedu .. lawr fan/fanna/fanno/yna/grot',
      'gwaed/waed .. yn? fy? nicer/nhrwser/nillad/nicers/nicyrs',
      'gwaedu/waedu o .. wain',
      'smotio',
    ],
    near: [
      [
        [
          'rhyw/ryw/secs/sex/caru/gyfathrach/cyfathrach/cysgu/menopos/menopôs/newid/mislif/misglwyf/period/periods/peirods/mynopos/menopause/wain/gwain/lawr',
        ],
        [...blood],
      ],
      [['menopos/menopôs/menopause/ryw/rhyw/secs/sex/mislif/periods'], ['smotio/sbotio/spotio/smotiau/spotting/waedu/gwaedu/gwaedi']],
      [['rhyw/ryw/menopos/menopôs/mislif/misglwyf/cyfathrach/gyfathrach/wain', borrowed.after], blood],
    ],
    unless: ['yn ystod .. mislif'],
  },
  'bowel.blood': {
    within: 11,
    says: ['pŵ/pw/carthion du/ddu'],
    near: [
      [
        [
          'pw/pŵ/poo/mhw/bw/bŵ/cachu/nghachu/gachu/caca/gaca/carthion/toilet/toiled/thoiled/tŷ/bach/papur/bapur/sychu/pen/tin/nhin/din/stôl/nhŷ/pwpw/ol',
        ],
        [...blood],
      ],
      [['pw/pŵ/poo/mhw/carthion/cachu/gachu'], ['du/ddu/tar/goch/coch/tywyll/dywyll']],
      [
        [
          'pw/pŵ/mhw/mhŵ/bw/bŵ/cachu/nghachu/carthion/ngharthion/ysgarthion/toiled/thoiled/pŵo/stôl/tin',
          'tŷ bach',
          'pen ôl',
          borrowed.stool,
        ],
        blood,
      ],
    ],
    unless: ['prawf gwaed', 'pecyn/cit/prawf .. gwaed/waed'],
  },
  'lung.cough': {
    unless: ['apwyntiad .. wella'],
    says: [
      'peswch/peswch/pesychu/besychu/tagu/poeri/boeri/chwydu/peswch .. gwaed/waed/gwaedlyd/goch',
      'gwaed/waed .. peswch/pesychu/poer/boer/fflem/fleg/fflegm/phlegm',
      'poeri gwaed',
    ],
    near: [
      [
        ['peswch/beswch/mheswch/pesychu/besychu/pheswch/cough'],
        ['stopio/wella/gwella/clirio/mynd/wthnose/wythnos*/mis*/fisoedd/ers/parhau/cyson/colli pwyse'],
      ],
      [['peswch/pesychu/besychu/pheswch/mheswch/beswch', borrowed.cough], blood], // coughing blood
      [
        ['peswch/pesychu/besychu/pheswch/beswch', borrowed.cough],
        ['wythnos*/mis/misoedd/hir/amser/cyson/parhaus', 'ddim .. mynd/gwella/clirio', 'gwrthod mynd'],
      ], // long cough
    ],
  },
  'eye.sight': {
    unless: ['golwg .. neges/apwyntiad', 'weld .. meddyg/doctor/gp/nyrs/nhw'],
    says: [
      'ddim/methu/ffaelu/ffili/sai .. gweld/weld .. dim/mas/allan/llygad/lygad/ochr/byd/glir/iawn',
      'colli/golli/wedi .. ngolwg/golwg/olwg',
      'golwg/ngolwg .. mynd/wedi/niwlog/gwaethygu/sydyn/waeth',
      'gweld/weld .. dwbl/ddwbl/fflachiadau/fflachie/smotie/smotiau/bryfed/cysgod/gysgod/llen/len',
      'llen/len/cwrten/gyrten/cysgod .. llygad/lygad/llygaid/golwg/ngolwg',
      'mynd/myn yn? ddall/dall',
      'colli/golli .. ngolwg/golwg',
      'mynd yn ddall',
      'wedi mynd .. ddall',
      'methu gweld .. sydyn/llygad/dim',
      'sydyn .. methu gweld',
    ],
    near: [
      [
        ['llygad/lygad/llygaid/lygaid/llyged/lyged/golwg/ngolwg/olwg/llygada'],
        ['niwl/niwlog/blyr/blyri/blwri/tywyll/dywyll/floaters/smotiau/smotie/fflachio/fflachie/fflachs/gwe/dall/ddall/cyrten/cwrten/sydyn'],
      ],
      [
        ['llygad/lygad/llygaid/lygaid/llyged/golwg/ngolwg/olwg/gweld', borrowed.sight],
        ['fflachiadau/fflach/fflachio/fflachiade/smotiau/llen/len/sydyn/dall/ddall/cysgod/niwlog/aneglur', borrowed.sightGone],
      ],
    ],
  },
}
