import type { PhraseRule } from '../../phraseRule.ts'
import { close, home } from './said.ts'

export const controlRules: readonly PhraseRule[] = [
  {
    id: 'abuse.afraidOfThem',
    find: [
      [
        `scared/frightened/afraid/terrified/petrified of .. ${close}/him`,
        `scared/frightened/afraid/terrified/petrified what/hell .. ${close}/he`,
        'frightened/scared/afraid/terrified to go home',
        'fear/afraid/scared for my/our life/safety',
      ],
    ],
    unless: ['telling/losing/leaving/bringing/upsetting/finding/worrying/knowing/dying/having/getting/being/will/think'],
  },
  {
    id: 'abuse.notSafe',
    find: [['not/isnt/dont/never/arent .. safe', 'unsafe', 'in danger'], ['home/house/here/him/im/we/kids/her']],
    within: 7,
    unless: [
      'screening/mammogram/xray/xrays/radiation/website/link/click/data/breastfeeding/pregnant/pregnancy/van/car/area/parking/vaccine/test/machine/drive/driving/steps/stairs/ramp/slippery/hoist/wheelchair/transfer',
      'is it/this/that',
      'out of danger',
    ],
    despite: ['denied'],
  },
  {
    id: 'abuse.notAllowed',
    find: [
      home,
      [
        'wont/doesnt/dont/never/not/refuses let/lets/allow/allows .. me/us',
        'not allowed .. by',
        'controls/controlling everything/me/my/money/what/who',
        'locks/locked/keeps .. me .. in/inside/indoors/prisoner',
        'takes/taking/took/steals/stealing my money/phone/wages/pension/passport',
      ],
    ],
    within: 10,
    unless: ['employer/boss/manager/work/gp/surgery/hospital/website/app'],
    despite: ['denied', 'general'],
  },
  {
    id: 'abuse.watched',
    find: [
      home,
      [
        'checks/reads/monitors/tracks/watches/checking/reading/watching/monitoring/goes .. phone/messages/texts/emails/facebook/messenger/everything',
        'watching what',
        'follows/tracks/tracking/stalking me',
      ],
    ],
    within: 9,
    unless: ['who/does/do/will/would/can .. reads/checks'],
    despite: ['denied', 'general'],
  },
  {
    id: 'abuse.dontReply',
    find: [
      ['dont/never/cant/not .. text/message/reply/ring/call/write/phone/contact/messaging/replying', 'only text/message/reply/ring/call'],
      [`he/hes/husband/partner/boyfriend/ex`],
      ['reads/checks/sees/looks/watching/home/finds/find/here/watches/listening'],
    ],
    within: 14,
    unless: ['deaf', 'who'],
    despite: ['denied'],
  },
]
