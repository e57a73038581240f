import { borrowed } from '../borrowed.ts'
import type { EmergencyFlags } from '../phraseBook.ts'
import { blood, hurts } from './words.ts'

/** Welsh: an emergency. */
export const emergency: EmergencyFlags = {
  'emergency.chestPain': {
    says: [
      'pwys/pwyse/pwysau/tyndra/gwasgfa .. brest/frest/mrest',
      'brest/frest/mrest .. tynn/dynn/wasgu/gwasgu/tyn/dyn',
      'eliffant .. brest/mrest/frest',
      'calon/nghalon/galon .. rasio/stopio/methu',
      'trawiad/hartan/hartten',
      'trawiad .. galon',
      'harten',
    ],
    near: [
      [['brest/frest/mrest/ochr/nghefn'], ['fraich/mraich/braich/gên/gen/ngên/jaw'], ['chwysu/oer/chwys/pinnau/ddiffrwyth/wan/gwan']],
      [['brest/frest/mrest/mrest/calon/nghalon/galon', borrowed.chest], hurts], // pain in the chest
      [['brest/frest/mrest'], ['tynn/dynn/pwysau/bwysau/gwasgu/wasgu/trwm/drwm']], // pressure on the chest
    ],
    unless: ['ydy/ydi/yw .. mamogram .. brifo', 'lwmp*', 'teth'],
  },
  'emergency.cannotBreathe': {
    says: [
      'methu/ffaelu/ffili/ffeili/fethu/sai .. cal/cael/dal/gallu .. gwynt/ngwynt/wynt/anadl/anal/hanadl',
      'byr y? anadl',
      'ngwynt/gwynt .. byr/fyr/mynd/colli',
      'tagu/mogi/fogi/mygu/dagu',
      'brwydro/ymladd .. anadl/gwynt/anadlu',
      'cael trafferth/gwaith anadlu/dal',
      'gwefusau/wefusau .. las/glas',
      'prin .. anadlu/siarad',
      'ddim yn anadlu',
      'methu anadlu/nadlu/anadl',
      'byr/brin .. wynt',
      'allan o wynt',
      'colli .. gwynt',
      'mygu',
      'methu .. cael .. gwynt/anadl',
      'dim .. anadlu',
    ],
    near: [
      [
        ['methu/ddim/trafferth/drafferth/anodd/anhawster/ffaelu/ffili/stopio/cael/prin'],
        ['anadlu/anadl/nadlu/hanadlu/hanadl', borrowed.breath],
      ],
    ], // can't / hard to breathe
    within: 6,
  },
  'emergency.stroke': {
    says: [
      'ngheg/ngwyneb/nheg/ei/i geg/gwyneb/wyneb .. gam/cam/disgyn/lawr',
      'ngheg/ngwyneb/geg/ceg .. gam/cam/llipa',
      'ceg/geg/gwyneb/wyneb/gwymed/wmed .. gam/cam/gwyro/disgyn/lawr/ochr/llipa/drooping/sag',
      'methu .. codi/symud .. braich/fraich/mraich/choes/coes/goes',
      'braich/fraich/mraich/coes/goes .. ddiffrwyth/diffrwyth/gwan/wan/llipa/farw',
      'methu/ffaelu/ffili .. siarad/geirie/geiriau',
      'siarad .. aneglur/slyrio/slurio/rwtsh/meddw',
      'geiriau/geirie .. aneglur/slyrio/dod .. rong/mas/allan',
      'strok',
      'strôc/stroc/strokes',
      'strôc/stroc',
      'parlys',
      'wyneb .. cam/disgyn/gam/gwympo/syrthio',
    ],
    near: [
      [['sydyn/sydyn/newydd/nawr/rwan/rŵan'], ['methu siarad/cerdded/symud/codi']],
      [
        ['ngheg/geg/wyneb/hwyneb/ngwyneb/braich/mraich/fraich/ceg/coes'],
        ['disgyn/cam/gam/gwympo/syrthio/parlysu/barlysu/fferru/diffrwyth/ddiffrwyth', 'methu symud/teimlo'],
      ],
      [['sydyn'], ['methu siarad']], // sudden loss of speech
    ],
    unless: ['parlys .. plentyn'],
  },
  'emergency.collapse': {
    says: [
      'wedi/di pasio/paso allan/mas',
      'pasiodd allan/mas',
      'wedi/di llewygu/ffeintio/ffaintio/lewygu/collapsio',
      'ffeintio',
      'methu/ffaelu/ffili .. ddeffro/dihuno/ddihuno/deffro',
      'ddim yn/n deffro/dihuno/ateb/symud',
      'nid yw .. ymateb/deffro/dihuno',
      'cwympo/syrthio/disgyn .. lawr .. codi/ymateb',
      'cal/cael/gael ffit/ffits/ffitie',
      'ar lawr .. symud/deffro/ymateb/codi',
      'anymwybodol',
      'llewyg*',
      'lewyg*',
      'colli/colli/gollodd/collodd .. ymwybyddiaeth',
      'ddim yn ymateb',
      'wedi disgyn .. ddim/methu codi/deffro',
      'cwympo .. ddim/methu codi/deffro',
      'methu .. ddeffro/deffro',
      'cael/gael/yn ffit/ffitiau',
    ],
    unless: ['neb .. ymateb', 'methu deffro .. apwyntiad'],
  },
  'emergency.bleeding': {
    says: [
      'gwaed/waed/gwaedu/waedu .. dal i/yn .. lifo/llifo/dod/waedu/arllwys',
      'ddim/dim/methu/ffaelu .. stopio/stopo .. gwaedu/waedu/gwaed/gwaedi',
      'dal i waedu/gwaedu',
      'gwaed yn/n? llifo/tywallt/arllwys/pistyllio',
      'socian .. gwaed/waed',
      'gwaed/waed .. ymhobman/pobman/bobman/ym mhobman',
      'colli .. llwyth/lot/gormod/llawer .. gwaed/waed',
      'gwaedlif',
      'gwaedu i farwolaeth',
    ],
    near: [
      [[...blood], ['bobman/socian/llwyth/clotiau/clots/pistyllio/ofnadwy/stopo/stopio/bwced']],
      [blood, ['drwm/trwm/drom/llawer/lot/gormod/ofnadwy/tywallt/arllwys/llifo', 'ddim/methu .. stopio/peidio/gorffen', 'gwrthod stopio']],
    ], // heavy, will not stop
    within: 7,
  },
  'emergency.overdose': {
    says: [
      'lond/llond llaw .. dabledi/tabledi/bils/pils/baracetamol/paracetamol/dablets/tablets',
      'llwyth/lot/gormod/ormod/pacad/paced/pecyn/bocs/bocsed/potel/botel/dros o? dabledi/tabledi/dablets/tablets/bils/pils/baracetamol/paracetamol/dabs/foddion/feddyginiaeth',
      'holl/all dabledi/tabledi/dablets/bils/pils/baracetamol',
      'dabledi/tabledi/dablets/bils/baracetamol/paracetamol .. i gyd',
      'od wedi cymryd',
      'llyncu .. cannydd/bleach/gwenwyn/batri',
      'gorddos',
      'orddos',
      'gwenwyno',
      'gormod/ormod o? dabledi/tabledi/foddion/feddyginiaeth/pils/bils/baracetamol',
      borrowed.overdose,
    ],
    near: [
      [
        ['cymryd/gymryd/cymeryd/gymeryd/gymrodd/cymres/gymrais/gymerais/gymres/lyncu/lynces/llyncu/lyncodd/lyncais/di cal'],
        ['tabledi/dabledi/dablets/tablets/pils/bils/paracetamol/baracetamol/moddion/foddion/ibuprofen/codeine'],
        ['llwyth/lot/llond/pecyn/paced/pacad/gyd/holl/cyfan/bocs/botel/potel/gormod/ormod/ugain/deg/tri deg/cyfan'],
      ],
      [
        ['cymryd/gymryd/llyncu/lyncu/cymerodd/gymerodd'],
        ['gormod/ormod', 'holl/gyd .. dabledi/tabledi/pils/bils', 'tabledi/dabledi .. gyd', 'llond llaw'],
      ],
    ],
  },
  'emergency.ambulance': {
    says: [
      'angen/isio/eisiau/isie .. ambiwlans/ambwlans/help .. nawr/rwan/rŵan/brys',
      'galwad brys',
      'argyfwng',
      'help .. argyfwng',
      'ambiwlans',
      'ambwlans',
      'ffoniwch/ffonia/ffonio/galwch 999/112',
    ],
    near: [[[borrowed.ambulance], ['ffoni*/galw*/angen/anfon*/eisiau']]],
  },
}
