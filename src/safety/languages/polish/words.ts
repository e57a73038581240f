import { borrowed } from '../borrowed.ts'

/** breast; "w piersiach" may be the chest, and counts as both */
export const breast = [
  `cycuszek/cycki/cycka/cycku/cycach/piersia/biuscie/piers/pierś/piersi/piersią/piersiach/piersiami/cyc/cycu/cycek/cyck*/biust*/sutek/sutk*/${borrowed.breast}`,
]
/** pain */
export const hurts = [
  'rwący/boleje/bolą/bol/kluje/pobolewan*/uwiera/napierdala/szczypi*/dokucza/piecz*/ból/bóle/bólu/bólem/boli/bolą/boląc*/bolesn*/bolal*/pobolewa*/kłuje/kłuci*/piecze/pieczen*/rwie/ciągnie/szczypie',
  borrowed.pain,
]
/** husband, partner, father, someone at home */
export const they =
  'mąz/maz/mojego/męża/meza/eks/byłego/ojca/syna/brata/niego/narzeczony/teścia/konkubina/wujek/dziadek/kolega/mąż/męża/mezem/mężem/partner/partnera/partnerka/chłopak/konkubent/facet/ojciec/ojczym/tata/matka/syn/brat/teść/teściowa/rodzina/on/były/ktoś/żona'
/** blood, bleeding */
export const blood = ['krwią/krwiście/krwist*/krwiom/krwawiac*/skrzep*/krew/krwi/krwią/krwia/krwaw*/krwawi*/krwotok*', borrowed.blood]
