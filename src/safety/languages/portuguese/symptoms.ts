import { borrowed } from '../borrowed.ts'
import type { SymptomFlags } from '../phraseBook.ts'
import { blood, breast, hurts } from './words.ts'

/** Portuguese: symptoms. */
export const symptoms: SymptomFlags = {
  'breast.lump': {
    says: [
      'caroç*/caroc*/carocinho*',
      'nodulinho/nódulozinho',
      'bola/bolinha/bolita/altinho/calombo/massa/caroço .. mama/peito/seio/maminha/axila/sovaco',
      'caroço/caroco/caroços/carocos/carosso/carocinho/carozo',
      'nódulo/nodulo/nódulos/nodulos/nodlo',
      'tumor/tumores',
    ],
    near: [
      [
        [...breast],
        [
          'bolinha/bolinhas/bola/calombo/encaroc*/encaroç*/duro/dura/durinho/endurecid*/altinho/alto/ervilha/azeitona/quisto/papo/grão/inchaço/inchaco/nó',
        ],
      ],
      [
        breast,
        [
          'bola/bolinha/bolinhas/papo/alto/duro/dura/massa/quisto/quistos/cisto/cistos/inchaço/inchaco/coisa/algo/calombo/encaroçad*/grão',
          borrowed.lump,
        ],
      ],
    ],
    unless: ['nódulo* .. tiroide/tireoide', 'alto risco', 'massa corporal'],
  },
  'breast.skinOrShape': {
    near: [
      [
        ['mama/mamas/seio/seios/peito/peitos/maminha/maminhas/teta/pele/maminha'],
        [
          'laranja/repuxad*/repux*/enrugad*/covinha*/cova/buraco/buraquinho/afund*/vermelh*/avermelhad*/quente/inchad*/inchou/maior/menor/descaíd*/descaid*/deformad*/assimétr*/assimetr*/ferida/escam*/crosta/casca',
        ],
        ['mama/mamas/seio/seios/peito/peitos/maminha/teta/mamilo'],
      ],
      [
        breast,
        [
          'inchad*/inchaç*/inchac*/inchou/vermelh*/quente/inflam*/irrita*/ferida/feridas/borbulh*/covinh*/retra*/repuxad*/enrugad*/casca/laranja/afundad*/rash/mancha/manchas',
          'mudou/mudança*/mudanca*/alterad*/alteração/alteracao/diferente/deformad*/maior/aumentou/forma/formato/infe*/coceira/comichão/comichao/pus/rox*/pele',
          borrowed.change,
        ],
      ],
    ],
    unless: ['braço/braco/perna', 'desodorizante/desodorante', 'aumento'],
  },
  'breast.nipple': {
    near: [
      [
        ['mamilo/mamilos/bico/bicos/aréola/areola/auréola/aureola/biquinho'],
        [
          'dentro/metid*/enfiou/entrou/encolh*/afund*/pingar/pinga/pingando/escorr*/sujo/suja/mancha/manchou/líquido/liquido/verde/amarel*/escam*/descam*/eczema/sangra*/rachad*/vaza*/vazando',
        ],
      ],
      [['sutiã/sutia/soutien/soutiã'], ['sangue/mancha*/suj*/molhad*/líquido/liquido']],
      [
        ['mamilo/mamilos/bico/bicos/auréola/aréola/aureola', borrowed.nipple],
        [
          'sangue/sangr*/sai/saindo/sair/saiu/deita/deitar/corrimento/secreção/secrecao/líquido/liquido/pus/leite/invertid*/retraíd*/retraid*/retra*/dentro/virad*/crosta/ferida/casca/gretad*/dói/doi/dor/vermelh*/coceira/comichão/comichao/mudou',
          borrowed.flow,
        ],
      ],
      [breast, ['sangue/sangr*/corrimento/secreção/secrecao/líquido/liquido/pus/deita', borrowed.flow]], // blood or discharge from the breast
    ],
    unless: ['bico .. pés', 'tirar .. sutiã/soutien', 'análise*/analise*/exame* .. sangue'],
  },
  'breast.armpit': {
    near: [
      [
        ['axila/axilas/sovaco/sovacos/suvaco/sobaco'],
        [
          'caroç*/caroc*/nodul*/nódul*/alto/altinho/bola*/ingua/íngua/inguas/ganglio*/gânglio*/inchad*/inchaco/inchaço/dor/doi/dói/dura/duro/calombo/gorda',
        ],
      ],
      [
        ['axila/axilas/sovaco/sovacos/suvaco', 'debaixo .. braço/braco'].concat(borrowed.armpit),
        [
          'caroço/caroco/nódulo/nodulo/inchad*/inchaç*/inchac*/inchou/íngua/ingua/gânglio*/ganglio*/bola/bolinha/papo/dor/dói/doi/algo/alto',
          borrowed.lump,
        ],
      ],
    ],
  },
  'breast.pain': {
    near: [[breast, hurts]],
    unless: [
      'mamografia/exame .. dói/doi/dor/doer/doloros*',
      'dói/doi/dor/doer/doloros* .. mamografia/exame',
      'antes .. menstruação/período/menstruacao',
      'vai doer',
    ],
  },
  'cervical.bleeding': {
    says: [
      'sangr* .. entre .. períodos/periodos/menstruações/menstruacoes',
      'voltei a sangrar',
      'parei/deixei .. menstruar .. sangr*',
      'sangr* fora .. período/menstruação/menstruacao/regra',
      'sangr* vaginal',
      'spotting',
    ],
    near: [
      [
        [
          'sexo/sexual/sexuais/relaç*/relac*/menopausa/menstr*/periodo*/período*/regra*/transar/transo/vagin*/baixo/íntim*/intim*/amor/penetração',
        ],
        ['sangr*/sangue/sangramento*/spotting/borra/mancha*/escape/pinga*'],
        ['depois/após/apos/entre/fora/com/em/na/durante'],
      ],
      [
        [
          'sexo/sexual/sexuais/relação/relações/relacao/relacoes/menopausa/menstruações/menstruacoes/menstruação/menstruacao/períodos/periodos/período/periodo/regras/transar/vagina*',
          borrowed.after,
        ],
        blood.concat('corrimento'),
      ],
    ],
    unless: ['durante .. menstruação/período'],
  },
  'bowel.blood': {
    says: [
      'fezes/cocó/coco/cocô .. pret*/escur*/alcatrão/alcatrao',
      'sangr* .. rabo/bunda/ânus/anus',
      'fezes/cocó/coco/cocô pretas/pretos/preto/escuras/negras',
    ],
    near: [
      [
        [
          'fezes/cocó/cocô/coco/coco/caca/fazer/sanita/vaso/privada/papel/evacu*/defec*/intestino/rabo/bunda/ânus/anus/banheiro/retrete/limpo/cagar/cago/número',
        ],
        [...blood],
      ],
      [['fezes/cocó/cocô/coco/cócó/ânus/anus/sanita/privada/vaso/papel/evacu*/defec*/intestino/rabo/bunda', borrowed.stool], blood],
    ],
    unless: ['pesquisa/teste/kit .. sangue', 'vasos'],
  },
  'lung.cough': {
    says: [
      'toss*/tosse/escarr*/cusp*/catarro/expetor*/expector* .. sangue',
      'sangue .. toss*/tosse/escarro/catarro/saliva/cusp*/expetor*',
      'cuspir/cuspo/cuspindo sangue',
      'escarro/expetoração/catarro com sangue',
      'deito/deitar sangue .. boca',
    ],
    near: [
      [
        ['toss*/tosse'],
        ['semana*/mes/mês/meses/anos/há/ha/persist*/passa/melhora/larga/emagrec*/contínua/seca/tempo/constante'],
        ['semana*/mes/mês/meses/passa/melhora/larga/emagreci/persistente/tempo/desaparece/desde'],
      ],
      [['toss*/tosse/tossir', borrowed.cough], blood], // coughing blood
      [
        ['tosse/tossir/tossindo', borrowed.cough],
        ['semanas/meses/persistente/sempre/tempo/constante', 'não/nao .. passa/desaparece/vai'],
      ], // long cough
    ],
  },
  'eye.sight': {
    says: [
      'não/nao/n/deixei/mal .. vejo/ver/enxergo/enxergar .. olho/nada/bem/direito/esquerdo/lado',
      'sombra/cortina/véu/veu/mancha/teia/nuvem/pano/moscas/mosquinhas/pontinhos/raios/flashes .. olho/olhos/vista/visão/visao/frente',
      'vejo/ver/vendo/enxergo .. duplo/dobrado/turvo/desfocado/embaçado/embacado/flashes/luzes/sombra/sombras/moscas/mosquinhas/raios/manchas/nublado',
      'perdi/perder/perdendo/perda .. vista/visão/visao',
      'vista/visão/visao .. turva/desfocada/piorou/embaçada/embacada/escureceu/apagou/nublada/sumiu',
      'deixei de ver',
      'perdi .. visão/visao/vista',
      'perda .. visão/visao',
      'fiquei ceg*',
      'não/nao vejo/consigo ver .. olho/nada/vista',
      'não/nao vejo nada',
      'moscas volantes',
      'ver/vejo flashes/clarões/relâmpagos/luzes/raios',
    ],
    near: [
      [
        ['olho/olhos/vista/visão/visao'],
        ['turva/turvo/desfocad*/embaçad*/embacad*/nublad*/cortina/sombra/flash*/mosca*/manchas/cega/cego/escuro/apagou/véu/veu/relampago*'],
      ],
      [
        ['olho/olhos/visão/visao/vista/ver/vejo', borrowed.sight],
        [
          'flashes/clarões/claroes/clarão/relâmpagos/relampagos/faíscas/faiscas/cortina/sombra/repente/subit*/cega/cego/manchas/pontos/turva/embaçad*/escuro',
          borrowed.sightGone,
        ],
      ],
    ],
  },
}
