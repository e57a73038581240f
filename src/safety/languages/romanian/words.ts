import { borrowed } from '../borrowed.ts'

/** breast */
export const breast = [
  `sânu/sanu/sânului/sanului/sanii/sinii/sinu/țâțe/țâță/tate/tatele/bust/bustul/pieptul/sân/sânul/sânului/sâni/sânii/sânilor/sini/sinul/țâțe/țâțele/țâța/mamelă/mamela/mamar*/${borrowed.breast}`,
]
/** pain */
export const hurts = [
  'durea/dureroas*/intepatur*/înțepătur*/usturim*/ustura/jena/jenă/arsur*/arde/doar/durere/dureri/durerea/durerile/doare/dor/durea/dureros/dureroasă/înțeapă/inteapa/înțepături/ustură/usturime/junghi*',
  borrowed.pain,
]
/** husband, partner, family */
export const they =
  'soțu/sotul/sot/barbatu/barbat/bărbat/concubinul/iubitul/prietenul/tatal/tata/frate/unchiul/socru/cumnatul/nepotul/fosta/soț/soțul/sotul/barbatul/bărbatul/bărbatu/sotu/partener*/iubit*/prieten*/tata/tatăl/tatal/mama/fiul/fiu/fratele/socrul/soacra/familia/el/fostul/concubin*/cineva/soția'
/** blood, bleeding */
export const blood = [
  'sângerez/sangerez/sangereaza/sîng*/insangerat*/însângerat*/cheaguri/sânge/sange/singe/sângele/sangele/sânger*/sanger*/singer*/hemorag*',
  borrowed.blood,
]
