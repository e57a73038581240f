import { borrowed } from '../borrowed.ts'
import type { EmergencyFlags } from '../phraseBook.ts'
import { blood, hurts } from './words.ts'

/** Romanian: an emergency. */
export const emergency: EmergencyFlags = {
  'emergency.chestPain': {
    says: [
      'inima/inimă .. doare/strânge/strange/înțeapă/inteapa/bate/stă/oprește',
      'preinfarct',
      'mâna/mana/brațul/bratul/mina stângă/stanga/stinga .. amorț*/amort*/doare/durere',
      'amorț*/amort* .. mâna/mana/brațul/bratul/mina stângă/stanga/stinga',
      'elefant/apasă/apasa/presiune/gheara .. piept*',
      'infarct*',
      'atac de? cord',
      'atac de? inimă',
      'doare inima',
    ],
    near: [
      [
        ['piept*/inima/inimă/stern/coșul'],
        [
          'strânge/strange/apasă/apasa/presează/arde/junghi*/înjunghi*/înțeapă/inteapa/sfâșie/greutate/apăsare/apasare/presiune/gheară/gheara/transpir*/amort*/amorț*',
        ],
      ],
      [['piept/pieptul/pieptului/inimă/inima/stern', borrowed.chest], hurts], // pain in the chest
      [['piept/pieptul/inimă'], ['apăs*/apas*/strâng*/strang*/presiune/greutate/arde/arsur*/gheară']], // pressure on the chest
    ],
    unless: ['mamografi* .. doare/durer*', 'doare .. mamografi*'],
  },
  'emergency.cannotBreathe': {
    says: [
      'nu pot/poate/reușesc .. respir*/aer/trag/răsuflu/rasuflu',
      'nu .. aer/răsufl*/rasufl*',
      'mă/ma/se .. sufoc*/înec/innec',
      'fără/fara .. aer/suflu',
      'respir* .. greu/abia/chinuit',
      'greu/abia/chin .. respir*',
      'lipsă/lipsa de aer',
      'buze/buzele vinete/albastre',
      'nu respir*',
      'îmi/imi lipsește/lipseste aerul',
      'gâfâi/gafai/gafaie',
      'mă/ma/se sufoc/sufocă/sufoca/sufoco',
      'mă/ma înăbuș/inabus',
      'nu am/mai aer',
      'fără/rămân fără/fara aer',
      'n am aer',
      'îmi lipsește aerul',
    ],
    near: [[['nu/greu/abia/greutăți/greutati/dificult*/probleme'], ['respir*', borrowed.breath]]], // can't / hard to breathe
    within: 6,
  },
  'emergency.stroke': {
    says: [
      'gura/gură/fața/fata/față/buza .. strâmb*/stramb*/strimb*/într/dusa/căzut*/lăsat*/lasat*',
      'strâmb*/stramb* .. gura/fața/fata',
      'nu .. vorbi/vorbească/vorbeasca/articula/lega/vorbește/vorbeste/mișca/misca .. bine/normal/clar/cuvinte/mana/mâna/deloc/coerent',
      'vorbește/vorbeste/vorbesc .. împleticit/impleticit/bâlbâi*/neclar/aiurea/greu/ciudat',
      'nu .. mișcă/misca/mai? simte/ridica/ridice .. mâna/mana/brațul/bratul/piciorul/partea',
      'jumătate/jumatate .. corp*/față/fata',
      'paraliz*',
      'avc',
      'accident vascular',
      'congestie cerebral*',
      'gura/gură strâmbă/stramba/strimba',
      'paraliz* brusc',
      'atac cerebral',
    ],
    near: [
      [['brusc/deodată/deodata/dintr/acum/subit'], ['nu poate vorbi/vorbească'], ['nu mai? vorbește/vorbeste/poate']],
      [
        ['fața/față/fata/gura/gură/brațul/brațu/mâna/mana/piciorul/partea'],
        ['strâmb*/stramb*/paraliz*/amorți*/amorti*/căzut*/cazut*', 'nu .. simt/mai simte/mișc*'],
      ],
      [['brusc/deodată/nu'], ['vorbi/vorbesc/vorbește bine/clar', 'poate vorbi/vorbească', 'pot vorbi']], // sudden loss of speech
    ],
    unless: ['nu .. vorbi/vorbesc/vorbește .. engleza/engleză/română', 'căzut* dant*', 'engleza/engleză'],
  },
  'emergency.collapse': {
    says: [
      'lesin*/leșin*/lesinat*',
      'a/am căzut/cazut .. nu .. ridică/ridica/răspunde/raspunde/mișcă/misca',
      'fără/fara cunoștință/cunostinta/puls',
      'pierdut/pierde/pierd .. cunoștința/cunostinta/conștiența/constienta',
      'nu .. trezește/trezeste/trezi/reacționează/reactioneaza/reacționeaza/răspunde/raspunde',
      'căzut/cazut jos .. nu',
      'convuls*/criză/criza .. epilep*',
      'a făcut/facut criză/criza',
      'inconstient*',
      'leșin*',
      'inconștient*',
      'pierdut cunoștința/cunostinta',
      'pierd cunoștința',
      'nu răspunde/reacționează',
      'a colapsat',
      'convulsi*',
      'nu își revine',
      'nu se trezește',
    ],
    unless: [
      'nu .. trezi/trezesc/trezesti .. mine/dimineata',
      'adorm .. nu .. trezesc',
      'nu .. trezesc',
      'nu răspunde/raspunde .. telefon*/nimeni',
      'nimeni .. nu răspunde/raspunde',
    ],
  },
  'emergency.bleeding': {
    unless: ['test* .. sange/sânge'],
    says: [
      'sânge*/sange*/sânger*/sanger*/singe* .. nu .. oprește/opreste/oprit/opri/oprea',
      'nu .. opri/opresc/oprește/opreste .. sânge*/sânger*/sange*/sanger*',
      'țâșnește/tasneste/șiroiește .. sânge*/sange/singe',
      'sânge*/sange*/singe* .. țâșnește/siroaie/valuri/încontinuu/continuu',
      'pierd/pierde/pierdut .. mult .. sânge/sange',
      'sânger*/sanger* .. tare/mult/continuu/incontinuu/abundent/groaznic',
      'plin*/baltă/balta .. de? sânge/sange',
      'îmbibat .. sânge/sange',
      'hemoragi*',
    ],
    near: [[blood, ['mult/multă/multa/tare/abundent*/puternic*/șiroaie/șuvoi/cheaguri', 'nu .. oprește/opreste/opri/oprit']]], // heavy, will not stop
    within: 7,
  },
  'emergency.overdose': {
    says: [
      'toate/multe/o/cutie/flacon/folie/blistere/pumn/mână/mana/gramada/mulțime .. pastile/pastilele/medicamente/medicamentele/tablete/somnifere/paracetamol*',
      'pastile/pastilele/medicamentele .. toate/pe',
      'prea mult* .. pastile/medicamente/tablete/paracetamol/insulină/insulina',
      'luat/băut/baut/înghițit/inghitit .. otravă/otrava/clor/detergent/înălbitor',
      'supradoz*',
      'otrăvi*/otravi*/otrăv*',
      'prea multe pastile/medicamente/tablete',
      borrowed.overdose,
    ],
    near: [
      [
        ['luat/inghitit/înghițit/băut/baut/iau'],
        ['toate/multe/cutie/cutia/pumn/flacon/folie/grămadă/gramada/20/30/40/50/treizeci/douazeci/intreaga/întreagă/tot/mult'],
        ['pastil*/medicament*/tablet*/somnifer*/paracetamol*/nurofen*/ibuprofen*/cutia'],
      ],
      [
        ['luat/înghițit/inghitit/băut/baut'],
        ['toate pastilele/medicamentele/tabletele', 'multe pastile/medicamente', 'cutia/cutie/pumn de pastile', 'toată cutia'],
      ],
    ],
  },
  'emergency.ambulance': {
    unless: ['salvarea planetei'],
    says: [
      'ambulant*/ambulanț*/salvare',
      'chem*/sun* .. salvarea/112/999/urgent*',
      'moare/mor .. ajutor/ajutati*/ajutați*',
      'ambulanț*',
      'ambulanta/salvarea',
      'chemați/sunați/cheama/suna .. 999/112',
      'urgență .. ajutor',
    ],
    near: [[[borrowed.ambulance], ['chem*/sun*/nevoie/vă']]],
  },
}
