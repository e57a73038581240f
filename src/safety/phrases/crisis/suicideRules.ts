import type { PhraseRule } from '../../phraseRule.ts'
import { self, wanting } from './said.ts'

const anyones = 'my/her/his/their/own'
/** Suicide and self-harm, said outright. */
export const suicideRules: readonly PhraseRule[] = [
  { id: 'crisis.suicide', find: [['suicid*']], unless: ['prevention/awareness/bereavement/training/lol/haha'] },
  {
    id: 'crisis.killSelf',
    find: [
      [
        `kill/killing/killed/hang/hanging/hanged/hung/top/topping/drown/drowning/drowned/shoot/gas/poison/off/offing/strangle ${self}`,
        `finish/finishing/do/doing ${self} off/in`,
        `do/doing/done away with ${self}`,
        'kms/unalive',
      ],
    ],
    unless: ['laughing'],
  },
  {
    id: 'crisis.endLife',
    find: [
      [
        `end/ending/take/taking/finish/finishing ${anyones} own? life/lives`,
        'end/ending/finish/finishing it all',
        'end/ending/finish/finishing it/things tonight/today/now/soon/tomorrow/this/before/myself/for',
        `${wanting}/think/feel/feeling/thoughts/gonna .. end/ending it/things/everything`,
        'want/wanna/wish/need everything/life/this/it .. to end',
        'ill/will/could/might/should/just/to/ways/id end it',
        'to end it all',
        'want/wanna out of .. life/this',
        'life is over',
        'end my/the suffering/pain/misery',
      ],
    ],
    unless: ['end/ending it here/please', 'chat/call/conversation/relationship/marriage/subscription/contract'],
  },
  {
    id: 'crisis.die',
    find: [
      [
        `${wanting}/deserve/like .. die`,
        'wish/wishing i/id/she/he was/were/had dead/died/never',
        'wish/wishing .. dead',
        'rather be dead',
        'better off? dead',
        'better off .. dead/gone',
        'let me die',
        'happier dead/gone',
        'dying would be',
        'should be dead',
        'happier/easier/better/fine/care .. if/when .. dead/gone',
        'if/when im/i .. dead/gone',
        'think/thinking/thought/thoughts/dream .. about/of dying/death',
        'join .. heaven',
        'dont care if i/she/he live/die/lived/died',
      ],
    ],
    unless: [
      'dead on',
      'sided/roll/rolled',
      'die/dying of/from/laughing',
      'rather die than',
      'dont wanna/want/wants .. die',
      'die if',
      'to die for',
      'am i gonna',
    ],
  },
]
