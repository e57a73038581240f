import { borrowed } from '../borrowed.ts'
import type { EmergencyFlags } from '../phraseBook.ts'
import { blood, hurts } from './words.ts'

/** Polish: an emergency. */
export const emergency: EmergencyFlags = {
  'emergency.chestPain': {
    says: [
      'serce/serca .. kołata*/wali/ściska/kłuje/staje/stanęło',
      'słoń .. piersi*/klat*',
      'lewe/lewa/lewej/lewą .. ramię/ręka/ręki/ręce .. drętwieje/cierpnie/zdrętwiał*/boli',
      'zawał/zawału',
      'atak serca',
      'serce mnie? boli',
      'ból serca',
    ],
    near: [
      [
        ['klat*/klaty/mostk*/mostek/piersiach/piersi'],
        ['rwie/ściska*/scisk*/uciska*/gnieci*/pali/dusi/kłuje/ciśnie/rozpiera/przygniata/ciężar/imadło'],
        ['ręk*/ramię/ramienia/ramie/szczęk*/poty/poci/pocę/duszn*/drętwi*'],
      ],
      [['klatka/klatce/klatkę/klatki/piersiach/mostku/mostkiem/mostek', borrowed.chest], hurts], // pain in the chest
      [['klatka/klatce/klatkę/klatki/piersiach/mostku'], ['ucisk*/ścisk*/ciężar*/gniecie/dusi/pali']], // pressure on the chest
    ],
    unless: ['badani*/mammograf* .. boli', 'boli .. badani*/mammograf*'],
  },
  'emergency.cannotBreathe': {
    says: [
      'brakuje/brak/zabrakło/braknie .. tchu/powietrza/oddechu/tlenu',
      'nie/ledwo/ledwie .. złapać/łapie/łapię/zlapac/łapać/lapie/nabrać/wziąć .. powietrz*/tchu/oddech*/tlenu',
      'nie ma/mam czym oddycha*',
      'duszno/duszności/dusznosc*/duszność',
      'dławi*/dlawi* się',
      'sinie*/siny/sina/sine usta/wargi/twarz',
      'usta/wargi sine/sinieją',
      'duszę/dusze się/sie',
      'dusi się/sie',
      'brak/brakuje mi? tchu/powietrza/oddechu',
      'nie oddycha',
      'łapać/złapać tchu/oddechu/powietrza',
    ],
    near: [[['nie/ledwo/trudno/ciężko/trudności/problem*/kłopot*/przestał*'], ['oddych*/oddech*/oddechu/tchu', borrowed.breath]]], // can't / hard to breathe
    within: 5,
  },
  'emergency.stroke': {
    says: [
      'buzia/twarz/usta/kącik/gęba .. krzyw*/wykrzyw*/opad*/zwis*/wisi',
      'wykrzyw*/opad*/zwis* .. buzi*/twarz*/ust*/kącik*',
      'niewyraźnie/bełkotliwie/dziwnie/nieskładnie/niezrozumiale mówi/mowi/gada',
      'mówi/mowi .. niewyraźnie/bełkot*/dziwnie/niezrozumiale/nieskładnie',
      'nie .. ruszać/podnieść/rusza/podniesie/ruszyć .. ręk*/nog*/rąk',
      'nie .. wypowiedzieć/wydusić .. słowa',
      'udar/udaru/udarem',
      'pół/polowa/połowa .. twarzy/ciała .. sparaliż*/nie/bezwład*',
      'udar/udaru',
      'wylew/wylewu',
      'opadł* mu/jej/mi? kącik',
      'krzywa twarz',
      'wykrzywi* .. twarz/usta',
      'bełkocze',
    ],
    near: [
      [['nagle/nagła/teraz/właśnie'], ['nie może/moze mówić/mowic/mówi'], ['przestała/przestał mówić/mowic'], ['bełkocz*/plącze']],
      [['twarz*/usta/ust/ręk*/nog*/mow*'], ['opad*/wykrzywi*/krzyw*/sparaliż*/paraliż*/zdrętwia*/drętwiej*', 'nie czuje/czuję']], // face, arm droop or numb
      [['nagle'], ['nie może mówić', 'nie mogę mówić', 'niewyraźnie mów*']], // sudden loss of speech
    ],
  },
  'emergency.collapse': {
    unless: ['nie .. obudzić/obudzic .. chcę/chce/zasnąć/zasnac/śnie', 'zasnąć/zasnac .. nie .. obudzić/obudzic'],
    says: [
      'omdla*/omdle*/zemdl*/zesłab*',
      'straci*/traci*/utraci* .. przytomno*/świadomo*/przytomnosc',
      'nie .. dobudzić/dobudzic/ocucić/obudzić/obudzic/budzi',
      'leży .. nie .. rusza/reaguje/odzywa',
      'przewróci*/upad* .. nie .. wstaje/rusza/reaguje/wstać',
      'nie odzywa .. reaguje',
      'napad/atak padaczki/drgawek',
      'ma/dostał* drgaw*/ataku padaczk*',
      'bez przytomności',
      'nie ma kontaktu',
      'nieprzytomn*',
      'stracił*/straciłam/traci/tracę przytomność',
      'zemdla*',
      'zasłab*',
      'nie reaguje',
      'nie odzyskuje',
      'drgawk*',
      'padaczk* teraz/nie',
    ],
  },
  'emergency.bleeding': {
    says: [
      'krew/krwi .. nie przestaje/ustaje/chce',
      'nie .. zatrzymać/zatamować/zahamować/zatrzymac/powstrzymać .. krwi/krwawieni*/krew',

      'krew .. leci/leje/sika/cieknie/płynie .. cały/dalej/ciągle/wciąż/mocno',
      'dalej/ciągle/wciąż/nadal/ciagle .. krwawi/krwawię/krwawie/krew',
      'zalewam/zalewa .. krwią',
      'przesiąk*/przemok* .. opatrun*/krwi*',
      'pełno/morze/kałuża/kałuży krwi',
      'podpask* .. godzin*',
      'krwotok*',
      'wykrwawi*',
    ],
    near: [
      [
        blood,
        ['mocno/bardzo/silnie/silne/obficie/obfite/dużo/strasznie/leje/skrzep*', 'nie .. zatamow*/zatrzym*/przesta*/ustaje/ustępuje'],
      ], // heavy, will not stop
      [blood, ['tryska/leje/leci/chlusta']], // pouring
    ],
    within: 6,
    unless: ['miesiączk* .. obfit*/mocn*', 'leci/leje .. nos*'],
  },
  'emergency.overdose': {
    says: [
      'za dużo/duzo/wiele .. tabletek/leków/lekow/paracetamol*/proszków/tablet*/insuliny/morfin*',
      'przedawkow*',
      'wszystkie .. tabletki/leki/proszki/pigułki',
      'nałykał*/nalykal*/naćpał*',
      'garść/garsc/opakowanie/paczkę/listek/blister/pudełko/fiolkę/butelkę .. tabletek/leków/lekow/paracetamol*/proszków/ibuprom*/apap*/nasennych',
      'przedawkow*',
      'otru*',
      'zatru* się lekami',
      'za dużo tabletek/leków',
      borrowed.overdose,
    ],
    near: [
      [
        ['wzię*/wzie*/połkn*/polkn*/łykn*/łykał*/zjad*/wypi*/zażył*/zazyl*/nałyka*/biorę'],
        [
          'całe/cale/cały/caly/całą/garść/garsc/dużo/duzo/mnóstwo/wszystkie/kilkanaście/kilkadziesiąt/dwadzieścia/trzydzieści/30/20/40/50/za',
        ],
        ['tablet*/lek*/proszk*/paracetamol*/apap*/ibuprof*/opakowani*/nasenn*/pigułk*/paczk*/pudełk*/wybielacz*'],
      ],
      [['wzię*/połkn*/łykn*/zjad*/nałyka*'], ['całe opakowanie', 'garść', 'dużo/wszystkie tabletek/tabletki/leków/leki/proszków/pigułek']],
    ], // took all the tablets
  },
  'emergency.ambulance': {
    says: [
      'karetk*',
      'umiera/umieram .. pomoc*/teraz',
      'ratunku',
      'ratujcie',
      'karetk*',
      'pogotowi*',
      'dzwońcie/zadzwoń/dzwonić/wezwać/wezwij* .. 999/112',
    ],
    near: [[[borrowed.ambulance], ['wezwa*/zadzwo*/proszę/potrzebuj*']]], // call an ambulance
  },
}
