import { borrowed } from '../borrowed.ts'
import type { DistressFlags } from '../phraseBook.ts'
import { they } from './words.ts'

/** Polish: a crisis, and harm done by others. */
export const distress: DistressFlags = {
  'crisis.wantsToDie': {
    says: [
      'beze mnie .. lepiej/lżej/łatwiej',
      'lepiej/lżej/lepij .. beze mnie',
      'chcę/chce/chciała*/chciał*/wolał*/marzę/pragn*/chcialabym/chcialbym .. umrzeć/umrzec/zniknąć/zniknac/zdechnąć/zginąć/nie żyć/istnieć',
      'zasn*/usn* .. nie? .. obudzi*/obudzic/wstać',
      'nie obudzić/obudzic się',
      'żeby/zeby/aby .. wszystko/to .. się? skończyło/skonczylo/koniec',
      'mam dość/dosc/dosyć .. życia/zycia/żyć',
      'nie .. chcę/chce/chcem/chciał*/mam .. żyć/zyc',
      'nie mam .. po co/ochoty/siły/sil/sily/dla .. żyć/zyc',
      'nie ma/widzę .. sensu .. życi*/zyci*/żyć/zyc/dalej',
      'życie/zycie .. bez/straciło/stracilo/nie .. sens*',
      'jestem .. ciężarem .. wszystkich/rodziny/dzieci/nich',
      'zmęczon* .. życiem/zyciem',
      'lepiej .. nie żyła/żyć/zyla/umarła/umarla',
      'żałuję .. urodzi*',
      'po co .. żyję/zyje/żyć/zyc',
      'chcę/chce/chciałabym/chciałbym/wolałabym/pragnę umrzeć/umrzec/zdechnąć/zginąć',
      'nie chcę/chce/chcem mi? się? już? dłużej? dalej? żyć/zyc', // do not want to live
      'nie chce mi? się? już? żyć',
      'odechciało .. żyć',
      'lepiej .. umrzeć', // better dead
      'lepiej .. beze mnie',
      'myśli/mysli o śmierci',
      'nie mam .. po co żyć',
      'nie widzę .. sensu .. życia/żyć',
      'życie .. nie ma .. sensu',
      'wszyscy .. lepiej bez mnie',
    ],
  },
  'crisis.killMyself': {
    says: [
      'sobą/soba .. skończ*/skoncz*',
      'życie/zycie/życiem .. skończ*/skoncz*/zakończ*',
      'zabi* się/sie',
      'się/sie .. zabi*/powies*/otru*/utopi*/zabic',
      'skończ*/skoncz*/zakończ*/zakoncz* .. sobą/soba/życi*/zyci*/wszystko/tym',
      'odebrać/odebrac/odbiorę/odbiore .. sobie? życie/zycie',
      'targn* .. życie',
      'podciąć/podetnę/podciąc/podciac .. żyły/zyly',
      'rzuc* się .. pod/most*/okna/balkonu',
      'wiem/myślałam/zaplanowa* .. jak to zrobi*',
      'popełni* samob*',
      'myśli/mysli/myślę/mysle .. samob*',
      'samobój*', // suicide
      'zabiję/zabije/zabić/zabijam/zabic się/sie/siebie', // kill myself
      'się/sie .. zabić/zabiję/powiesić/powieszę/otruć/zastrzel*', // the same, turned round
      'powiesić/powieszę/powiesze się',
      'odebrać/odbiorę/odebrac .. życie',
      'skończyć/skończę/skoncze/zakończyć .. ze sobą',
      'skończyć/zakończyć/zakończę/skończę .. życie/życiem', // end my life
      'skoczyć/skoczę z mostu/okna/dachu', // jump
      'myśli s',
      borrowed.suicide,
    ],
    unless: ['zabije mnie'],
  },
  'crisis.selfHarm': {
    says: [
      'tnę/tne/cięła*/cielam/ciąłem/pocięł*/pociel*/pocięła*/kaleczę/kalecze/ranię/ranie/okaleczam .. się/sie/siebie/ręce/rece/nadgarst*/uda',
      'się/sie .. tnę/tne/pocięł*/pocie*/tnac/ciąć/kaleczę/okalecz*/ranię',
      'samookalecz*/autoagresj*',
      'krzywdę/krzywde .. sobie',
      'sobie .. krzywdę/krzywde',
      'podcię* .. żyły',
      'przypala* .. się/sie/papieros*',
      'tnę/ciąć/pocięł*/pociąć/cięłam się/sie',
      'się/sie tnę/potnę/pocięłam',
      'samookalecz*',
      'okalecz*',
      'zrobić/zrobię sobie .. krzywdę/coś',
    ],
  },
  'crisis.cannotGoOn': {
    unless: [
      'dotyka*/dotkn*',
      'rady/siły/sily .. przyjść/przyjsc/dojechać/dotrzeć/dojść/wejść/sama/umówić/zadzwonić/ćwiczyć',
      'nie dam rady .. appointment/wizyt*/termin*',
    ],
    says: [
      'nie .. wytrzymam/wytrzymuję/wytrzymuje/udźwignę/zniosę/zniose/radzę',
      'nie .. daję/daje/dam .. rady/rade/radę',
      'mam/dość/dosyc/dosc .. wszystkiego/dość',
      'nie mam .. siły/sily/sił/sil',
      'bez/nie .. nadziei',
      'jestem na skraju/dnie',
      'nie widzę wyjścia',
      'nie daję/dam/daje .. rady/rade .. żyć/dłużej/dalej/już', // can't cope any more
      'już nie daję/dam/daje rady/rade',
      'nie mogę/moge tak? już dłużej/dalej/tak',
      'mam dość/dosyć/dosc życia/zycia/wszystkiego',
      'nie mam .. sił/siły .. żyć/dalej',
      'nie wytrzymam .. dłużej',
    ],
  },
  'abuse.violence': {
    says: [
      'bije/bił/pobił/uderzył/uderza/kopie/kopnął/dusi/dusił/popycha/popchnął/szarpie/tłucze/leje/katuje .. mnie/mi/nas/dzieci/matk*',
      'mnie/mi .. bije/bił/pobił/uderzył/uderza/kopie/kopnął/dusi/dusił/popycha/popchnął/szarpie/tłucze/leje/katuje/krzywdzi',
      'podnosi/podniósł .. rękę/reke',
      'siniak*/since/sińc*/since .. niego/męża/meza/partnera/ojca/bicia/pobici*/syna/od',
      'since/sińce/siniaki od',
      'ręce/ręka .. gardle/szyi',
      'pobita/pobity/maltretowan*',
      'znęca/zneca*/znęcał* .. się/nad',
      'boję/boje .. niego/jego',
      'przemoc/przemocy .. domow*',
      'jestem/byłam bita',
      'znęca się',
      'biją/bije mnie',
      'mnie bije/biją',
    ],
    near: [
      [
        [they],
        ['bije/bił/pobił/biją/uderz*/kopie/kopn*/popycha*/popchn*/dusi/dusił/szarpie/katuje/maltretuje/znęca/przemoc*/krzywdzi/policzkuj*'],
      ],
    ], // hits me
    unless: ['dusi .. kaszel', 'serce .. bije', 'rekord'],
  },
  'abuse.sexual': {
    unless: ['żeby/zeby .. dotyka*/ktoś/ktos .. badani*', 'czy .. dotyka*'],
    says: [
      'gwalc*/zgwalc*/zgwałc*/gwalt*',
      'zmusza/zmusił/zmuszał/zmusza* .. łóżka/seksu/seks/współżycia/spania/stosunku',
      'wykorzysta*/wykorzystywa* .. seksualn*/mnie',
      'wykorzysta* seksualn*',
      'dotyka*/obmacyw*/obmac* .. mnie',
      'mnie .. dotyka*/obmacuj*/obmacywał',
      'bez mojej zgody',
      'wbrew mojej woli',
      'siłą .. seks*/rozebr*/wziął',
      'gwałt*/zgwałc*/gwałci*',
      'molest*',
      'napastuj*',
      'wykorzyst* .. seksualnie',
      'zmusz* .. seksu/seks/współżycia/sypiania/stosunku',
      'dotyka* mnie .. nie chcę',
    ],
  },
  'abuse.threat': {
    says: [
      'grozi/groził/grozil/grożą/groza/odgraża .. mi/że/ze/nam/śmierc*',
      'mi/mnie/nam .. grozi/groził/zabije/zabic/zabić/skrzywdzi',
      'boję/boje .. się/sie .. męża/meza/partnera/ojca/syna/wracać/wrócić/wrocic/niego/go/jego/domu',
      'połamie/polamie/połam* .. mi/nogi/ręce',
      'nóż/nożem/nozem .. mnie/mi/gard*',
      'zabije/zabić/zabije mnie',
      'mnie zabije/zabić',
      'grozi/groził/grożą mi/nam',
      'grozi .. śmiercią/nożem/zabije',
      'boję/boje się .. męża/partnera/ojca/syna/wracać',
    ],
    unless: ['boję/boje .. badania/wyniku/wynik*/bólu/igł*', 'boję się .. mammograf*/badani*/rak*'],
  },
  'abuse.control': {
    says: [
      'nie pozwala*/pozwoli*/wypuszcza*/puszcza*/wypuści*/daje .. mi/mnie/nam/wychodzi*/wyjść/dzwoni*/iść/jechać/jechac',
      'nie .. wolno .. wychodzi*/dzwoni*',
      'zamyka*/zamkn*/więzi*/trzyma* .. mnie/nas',
      'mnie .. zamyka*/zamkn*/więzi*/wiezi*/śledzi*/sledzi*/kontroluj*/pilnuj*/zmusza*',
      'zabra*/zabier*/schowa* .. mi .. paszport*/telefon*/pieni*/dokument*/klucz*/kart*',
      'sprawdza*/czyta*/kontroluje .. telefon*/wiadomoś*/smsy',
      'nie dzwon*/dzwońcie .. dom*',
      'zmusz* .. ślub*/małżeństw*/wyjść za',
      'nie .. bezpieczn* .. dom*',
      'nie pozwala/wypuszcza/puszcza mi/mnie/nas', // does not let me out
      'zamyka/zamknął/zamknal/zamknęli/trzyma/więzi mnie', // locks me in
      'mnie zamyka/zamknął/więzi/kontroluje/śledzi',
      'zabrał/zabiera mi .. paszport/telefon/pieniądze/dokumenty',
      'sprawdza/czyta/kontroluje mój/moj/mi telefon',
      'zmusza*/zmuszają mnie',
      'nie czuję .. bezpieczn* .. domu',
    ],
  },
}
