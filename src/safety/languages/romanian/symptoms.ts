import { borrowed } from '../borrowed.ts'
import type { SymptomFlags } from '../phraseBook.ts'
import { blood, breast, hurts } from './words.ts'

/** Romanian: symptoms. */
export const symptoms: SymptomFlags = {
  'breast.lump': {
    says: [
      'noduleț*/nodulet*',
      'galm*/gâlm*/gîlm*',
      'umflătură/umflatura/bilă/bila/cocoașă/biluță/biluta/bobiță/bobita .. sân*/san/sani/sanul/piept/subra*/sub',
      'nodul/noduli/nodulul/nodule/nodulii/nodulu',
      'gâlm*',
      'tumoare/tumora/tumori',
    ],
    near: [
      [
        [...breast, 'piept/san'],
        [
          'umflat*/umfl*/cucui*/biluț*/bilut*/boabă/tare/dură/dura/tari/întăritură/intaritura/întărit*/intarit*/ghindă/alună/mazăre/mazare/pietricică/bulgăre/chist/chisturi/simt ceva/ganglion*/cocoloș*/cocolos*/bumb',
        ],
      ],
      [
        breast.concat('piept'),
        [
          'umflătur*/umflatur*/cucui/ghem/bilă/bila/bobiță/boaba/chist*/tare/întărit*/intarit*/excrescen*/ceva/cocoloș*/masă',
          borrowed.lump,
        ],
      ],
    ],
    unless: ['tare .. bine/frumos/mult', 'tumora/tumori .. creier*', 'nodul* .. tiroid*', 'umflat* la picior*', 'tare .. doare'],
  },
  'breast.skinOrShape': {
    unless: ['mare .. de .. ani', 'aparat*'],
    near: [
      [
        [...breast, 'san'],
        [
          'pielea/piele/portocal*/încreț*/incret*/ros*/roș*/roș/înroșit*/inrosit*/cald*/fierbinte/umflat*/lăsat/mare/mic/deform*/gropit*/gropiț*/scufund*/adancit*/retras*/tras/vanat*/rană/rana/rani/eczem*/coaj*/bubă/iritat*/mâncăr*/mancar*/schimbat*/diferit*/asimetr*/încordat',
        ],
      ],
      [
        breast,
        [
          'umfl*/inflam*/roș*/rosu/rosie/roseata/fierbinte/cald/iritat*/iritați*/bubă/bube/buba/rană/rana/gropiț*/adânci*/adanci*/încreț*/portocal*/scobit*',
          'schimb*/formă/forma/mărit*/marit*/mărime/deformat*/asimetric*/infect*/vânăt*/coji/mâncărim*/mancarim*',
          'mai mare/mic',
          borrowed.change,
        ],
      ],
    ],
  },
  'breast.nipple': {
    near: [
      [
        ['mamelon*/sfârc*/sfarc*/sfirc*/mamelo*/țâța/tata/gurgui*'],
        [
          'curge/picur*/iese/ieșit/iesit/lichid/sânge*/sange*/singe*/puroi/apos/gălbui/galben/verde/maro/băgat/bagat/intrat/înăuntru/inauntru/interior/tras/întors/intors/inversat/coji/cojit/exfoli*/crapat*/rană/rana/eczem*/mănâncă/mananca/roșu/rosu/pateaz*/pătat*',
        ],
      ],
      [['sutien*'], ['sânge*/sange*/singe*/pete/pătat*/patat*/ud']],
      [
        ['mamelon*/sfârc*/sfarc*/sfirc*', borrowed.nipple],
        [
          'sânge*/sange*/singe/curge/scurger*/secreți*/secreti*/lichid/puroi/lapte/retras/retractat/întors/intors/intrat/tras/inversat/crăpat/crapat/coji/crust*/doare/durer*/roșu/schimbat/mâncărim*',
          borrowed.flow,
        ],
      ],
      [breast, ['sânge/sange/singe/curge/scurger*/secreți*/secreti*/puroi/lichid', borrowed.flow]], // blood or discharge from the breast
    ],
  },
  'breast.armpit': {
    near: [
      [
        ['subsuoara/subsuoară/subsuori/subtioara/subțioară/subsioara/axil*/braț/brat/brațul/bratul'],
        ['umflat*/umflătur*/umflatur*/nodul*/ganglion*/galma/gâlmă/bilă/bila/biluț*/bilut*/boabă/dur*/tare/doare/inflam*/cucui/cocoloș*'],
      ],
      [
        ['subsuoară/subsuoara/subsioară/subsiori/axil*/subraț/subrat/braț/brat', borrowed.armpit],
        ['umfl*/nodul*/gâlm*/galm*/ganglion*/gâlcă/galca/galci/doare/durer*/bilă/ceva/tare', borrowed.lump],
      ],
    ],
    unless: ['deodorant*'],
  },
  'breast.pain': {
    near: [[breast, hurts]],
    unless: [
      'mamografi*/examinar* .. doare/dureroas*/durer*',
      'doare/dureros/dureroasă/durer* .. mamografi*/examinar*',
      'înainte de menstruați*/ciclu',
      'o să doară',
    ],
  },
  'cervical.bleeding': {
    says: ['sânger*/sanger* .. între/intre .. menstr*/ciclu*', 'sânger* intermenstrual*', 'sangerari/sângerări vaginale', 'pete de sânge'],
    near: [
      [['sex/sexual/contact*/relații/relatii/relațiile/relatiile/menopauz*/menstr*/ciclu*/vagin*/intim*/dragoste/raport*/jos'], [...blood]],
      [['menopauz*/menstr*/ciclu*/sex/contact*'], ['pete/pătez/patez/spotting/scurgeri']],
      [
        ['sex/sexual/contact/contactul/relații/relatii/menopauz*/menstruați*/menstruatii/cicluri/ciclu/ciclul/vagin*', borrowed.after],
        blood,
      ],
    ],
    unless: ['în timpul menstruației'],
  },
  'bowel.blood': {
    says: ['scaun* .. negr*/rosu/roșu', 'caca/fecale .. negr*', 'scaun/scaune/scaunul negru/negre'],
    near: [
      [
        [
          'scaun*/fecale/caca/rahat*/toalet*/wc/veceu/budă/buda/anus/anal/fund*/rect*/hârtie/hartie/hârtia/hartia/igienic*/treaba/șterg/sterg',
        ],
        [...blood],
      ],
      [['scaun/scaune/scaunul/fecale/caca/rahat/toaletă/toaleta/wc/anus/fund/rect', borrowed.stool], blood],
    ],
    unless: ['test* .. sânge', 'analize .. sânge'],
  },
  'lung.cough': {
    unless: ['am tușit .. trecut'],
    says: [
      'scuip/scuipat/tușesc/tusesc/tușit/tusit/expector* .. sânge*/sange*/singe*',
      'sânge*/sange*/singe* .. tuș*/tus*/flegmă/flegma/spută/sputa/salivă',
      'scuip sânge/sange/singe',
    ],
    near: [
      [
        ['tuș*/tus*/tușesc/tusea'],
        ['săptăm*/saptam*/lun*/ani/mereu/continuu/slăbit*/slabit*/persistent*/nu .. trece/trec/dispare/dus'],
        ['nu .. trece/dispare/mai'],
      ],
      [['tuș*/tus*/tuse', borrowed.cough], blood], // coughing blood
      [
        ['tușesc/tusesc/tuse/tusea', borrowed.cough],
        ['săptămâni/saptamani/luni', 'mult timp', 'nu .. trece/dispare', 'de mult'],
      ], // long cough
    ],
  },
  'eye.sight': {
    says: [
      'nu .. mai? văd/vad .. cu? ochi*/bine/nimic/deloc/dreptul/stangul',
      'nu vad/văd .. ochi*',
      'văd/vad .. dublu/ceață/ceata/încețoșat/incetosat/neclar/negru/pete/musculițe/muscute/puncte/fulgere/umbră/umbra/lumini/blițuri',
      'perdea/umbră/umbra/cortină/cortina/voal/pânză/panza .. ochi*/vedere*/vad',
      'pierdut/pierd/slăbit/scăzut/scazut/pierde .. vedere*',
      'vederea .. slăbit/scăzut/scazut/brusc/rea/pierdut',
      'nu mai văd/vad',
      'nu văd/vad nimic/bine brusc',
      'am orbit',
      'orbesc/orbit',
      'pierdut vederea',
      'pierd/pierdere vederea/vederii',
      'văd/vad fulgere/fulgerări/scântei/flash*/pete/dublu',
      'văd/vad .. ca .. perdea/cortină',
    ],
    near: [
      [
        ['ochi*/vedere*/văd/vad'],
        [
          'fulger*/scânt*/scant*/umbră/umbra/ceaț*/ceat*/cețo*/încețo*/inceto*/neclar/musc*/negru/neagră/neagra/voal/voal*/pete/orb*/întunec*/intunec*/brusc/sclip*/lumini',
        ],
      ],
      [
        ['ochi/ochii/ochiul/ochiului/vedere/vederea/văd/vad', borrowed.sight],
        ['brusc/deodată/deodata/fulger*/scântei/scantei/flash*/perdea/cortin*/pete/ceață/ceata/ceață/orb/orbit', borrowed.sightGone],
      ],
    ],
  },
}
