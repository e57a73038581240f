import { borrowed } from '../borrowed.ts'

/** breast; "peito" may be the chest too, and pain there counts as chest pain */
export const breast = [`mamã/peitinho/seio/teta/mamaria/mama/mamas/seio/seios/peito/peitos/teta/tetas/maminha/maminhas/${borrowed.breast}`]
/** pain */
export const hurts = [
  'dorzinha/doido/dolorosa/ardência/ardencia/arde/pica/picadas/latej*/moinha/pontadinha/dor/dores/dói/doi/doem/doer/doendo/dorido/dorida/dolorid*/doloros*/pontada/pontadas/fisgad*/arder/ardor/ardência/magoa',
  borrowed.pain,
]
/** husband, partner, family */
export const they =
  'mariado/namorada/avô/padrinho/cunhado/genro/irmãos/vizinho/patrão/marido/esposo/companheiro/namorado/parceiro/pai/padrasto/mãe/filho/irmão/irmao/sogro/sogra/tio/família/familia/ele/ex/homem/alguém/mulher/companheira'
/** blood, bleeding */
export const blood = [
  'sangrado/sangramento/sangria/sanguinolent*/hemorragia/sangue/sangrei/sangra/sangrar/sangrando/sangramento/sangramentos/sangrou/sangro/sange/hemorrag*/ensanguent*',
  borrowed.blood,
]
/** no, not */
export const no = 'não/nao/n/ñ/nem/num/mal'
