import { borrowed } from '../borrowed.ts'
import type { EmergencyFlags } from '../phraseBook.ts'
import { blood, hurts, no } from './words.ts'

/** Portuguese: an emergency. */
export const emergency: EmergencyFlags = {
  'emergency.chestPain': {
    says: [
      'coração/coracao .. dói/doi/aperta/dispar*/acelerado/parar/doer',
      'aperto/pressão/pressao/peso/elefante/pontada .. peito',
      'braço/braco .. dormente/formigueiro/formigando/formigar/adormec*',
      'dor/dores .. peito .. braço/braco/costas/queixo/suor*',
      'enfarte/enfarto/infarto',
      'ataque cardíaco/cardiaco',
      'ataque do? coração',
      'dor/dores no coração',
      'dói o coração',
    ],
    near: [
      [
        ['peito/torax/tórax'],
        ['aperta*/apert*/pressão/pressao/peso/esmaga*/queima*/ardor/pontada*/fisgad*/facada*/braço/braco/suor*/suar/suando'],
      ],
      [['peito/tórax/torax', borrowed.chest], hurts], // pain in the chest
      [['peito/tórax'], ['aperto/apertado/apertar/pressão/pressao/peso/esmag*/queima*']], // pressure on the chest
    ],
    unless: [
      'mamografia/exame .. dói/doi/dor/doer/aperta*',
      'dói/doi/dor/aperta* .. mamografia/exame',
      'caroço/nódulo/nodulo/mamilo/bico',
      'há/faz/a/tem .. semanas/meses',
    ],
  },
  'emergency.cannotBreathe': {
    says: [
      'não/nao/n/mal .. respir*/fôlego/folego/ar',
      'custa/custando/dificuldade/dificuldades/aflit* .. respirar',
      'sem/falta .. ar/fôlego/folego',
      'a sufocar/asfixiar/engasgar',
      'lábios/labios roxos/azuis',
      'falta/faltar/faltando me? .. ar',
      'me falta o? ar',
      'falta .. ar',
      'sem ar',
      'sem fôlego/folego',
      'sufoc*',
      'asfixi*',
    ],
    near: [[[`${no}/dificuldade/dificuldades/custa/difícil/dificil/parou/deixou`], ['respir*/fôlego/folego', borrowed.breath]]], // can't / hard to breathe
    within: 5,
    unless: ['ao ar livre', 'ir ao ar', 'não .. dar', 'ar condicionado'],
  },
  'emergency.stroke': {
    says: [
      'boca/cara/rosto/face .. lado/torta/torto/caída/caida/descaída/descaida/pendurad*',
      'não/nao diz/fala .. coisa/nada/direito/jeito',
      'fala/falar .. arrastad*/enrolad*/esquisit*/mole/embolad*/estranh*/trocad*',
      'não/nao .. mexer/mexe/sentir/sinto/levantar/levanta/segurar .. braço/braco/perna/lado/mão/mao',
      'lado .. corpo/cara/rosto .. dormente/paralis*/paraliz*/morto',
      'avcs',
      'derrame',
      'avc',
      'derrame cerebral',
      'ter/tendo/teve um? derrame',
      'boca/cara torta',
      'boca/cara .. lado torta',
      'trombose cerebral',
    ],
    near: [
      [['repente/subitamente/agora'], ['não/nao fala/falar'], ['não/nao consegue falar/andar'], ['não consegue falar']],
      [
        ['cara/rosto/boca/braço/braco/perna/lado/mão/mao'],
        [
          'torto/torta/paralis*/paraliz*/dormente/caiu/caída/caida/descaíd*/descaid*',
          'não/nao sinto/mexe/mexer',
          'não/nao consigo/consegue mexer',
        ],
      ],
      [['repente/subit*/não/nao/consigo/consegue'], ['falar direito/bem', 'fala enrolada/arrastada', 'falar .. repente']], // sudden loss of speech
    ],
    unless: ['derrame pleural', 'inglês/ingles', 'dor/dói'],
  },
  'emergency.collapse': {
    says: [
      'caiu/caída/caida/caído/caido .. não/nao .. levanta/responde/mexe/acorda/reage',
      'não/nao .. acorda/reage/responde/acordar .. ele/ela/mãe/mae/pai/marido/nada',
      'desmaiei/desmaiou/desmaiad*/desmaio',
      'sem sentidos/consciência/consciencia',
      'perdi/perdeu/perder .. sentidos/conhecimento/consciência/consciencia',
      'ataque/crise epilético/epiletico/epilepsia/epiléptic*/convuls*',
      'teve um treco/ataque',
      'apagou/apaguei do/de nada/repente',
      'desmai*',
      'inconsciente',
      'perdeu/perdi .. sentidos/consciência/consciencia',
      'não/nao responde/reage/acorda',
      'convuls*',
      'colapsou',
      'caiu .. não/nao levanta/mexe/acorda',
    ],
    unless: [
      'dormir/durma/adormecer .. não/nao acordar',
      'não/nao acordar',
      'não/nao responde .. email/mensagem/telefone/chamada*',
      'ninguém .. responde',
      'não responde .. telefone/mensagens/e',
    ],
  },
  'emergency.bleeding': {
    unless: ['teste/análise .. sangue'],
    says: [
      'não/nao .. para/pára/parar/parou/estanca/estancar .. sangr*/sangue',
      'sangr*/sangue/sangramento .. não/nao .. para/pára/parar/parou/estanca/estancar',
      'deitar/deito/perco/perder/perdendo/perdi/botando .. muito/imenso/tanto/bastante .. sangue',
      'esvaindo/esvair .. sangue',
      'ensopad*/encharc* .. sangue',
      'jorra*/esguich* .. sangue',
      'continua/continuo a sangrar',
      'sangra* .. sem parar',
      'poça/poca de sangue',
      'hemorragia/hemorragias',
      'esvair .. sangue',
      'perder/perdendo/perco/perdi muito sangue',
    ],
    near: [
      [
        blood,
        ['muito/muita/bastante/forte/demais/jorr*/jatos/coágulo*/coagulos/litros/imenso', 'não/nao .. para/pára/parar/parou/estanca'],
      ],
    ], // heavy, will not stop
    within: 6,
  },
  'emergency.overdose': {
    says: [
      'todos/muitos/demasiados/caixa/cartela/frasco/monte/montão/punhado/mão/mao .. comprimidos/remédios/remedios/medicamentos/pastilhas/calmantes/paracetamol/paracetamois',
      'tomei/tomou/engoli/engoliu .. a mais',
      'overdose/sobredose/superdosagem',
      'bebi/bebeu/tomei/engoliu .. lixívia/lixivia/veneno/chumbinho/pilha',
      'insulina a mais',
      'dose a mais/dupla/dobrada',
      'overdose',
      'envenen*',
      'intoxiquei',
      'comprimidos/remédios/remedios/medicamentos a mais',
      borrowed.overdose,
    ],
    near: [
      [
        ['tomei/tomou/engoli/engoliu/tomar/tomado'],
        ['todos/toda/todo/muitos/caixa/cartela/frasco/monte/punhado/20/30/40/50/trinta/vinte/inteira/demais/demasiad*'],
        ['comprimido*/remédio*/remedio*/medicamento*/paracetamol/pastilha*/calmante*/ibuprofeno/dipirona/soporífero*/caixa/cartela'],
      ],
      [
        ['tomei/tomou/engoli/engoliu/tomar/tome'],
        [
          'muitos/todos/demasiados/vários .. comprimidos/remédios/remedios/medicamentos',
          'caixa/cartela/frasco inteira/inteiro/toda/todo',
          'caixa/cartela de comprimidos/remédios',
        ],
      ],
    ],
  },
  'emergency.ambulance': {
    says: [
      'chamar/chame/chamem/mande/mandem/preciso .. ambulância/ambulancia/socorro/inem/samu',
      'está/esta/ta/tá a morrer',
      'tá morrendo',
      'está/esta/ta morrendo',
      'ambulância/ambulancia',
      'chamem/chama/chame/liguem/ligar .. 112/999/192',
      'preciso de socorro',
      'socorro',
    ],
    near: [[[borrowed.ambulance], ['chama*/preciso/mande*']]],
  },
}
