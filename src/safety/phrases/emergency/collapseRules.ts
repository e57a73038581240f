import type { PhraseRule } from '../../phraseRule.ts'
import { someone } from './said.ts'

export const collapseRules: readonly PhraseRule[] = [
  {
    id: 'emergency.collapse',
    find: [
      [
        'collapsed/unconscious/unresponsive/lifeless',
        'passed/blacked/passing/blacking out',
        'keep/keeps/kept fainting/collapsing/falling',
        'just/has/have/hes/shes fainted',
        'out cold',
        'on the floor .. not/wont/cant',
        'fainted and/but/wont/isnt/again/twice/now',
      ],
    ],
    unless: [
      'lung/arch/arches/vein/veins/laughing/nearly/almost',
      'website/system/app/tent/chair/shelf',
      'needle/needles/blood',
      'when/whenever i see/have/get',
      'passed out leaflets/letters/as/of',
      'had/tend/tendency',
    ],
  },
  {
    id: 'emergency.noAnswer',
    find: [
      [
        'not/isnt/wont/doesnt/stopped responding/respond/moving .. to?',
        'cant/wont/not/isnt .. wake/waking/rouse/woken',
        'not/isnt/wont come/coming round/to',
      ],
      someone,
    ],
    within: 8,
    unless: [
      'email/emails/phone/website/message/messages/letter/call/calls/text/texts/page/chat/app/office/line',
      'in/on time',
      'early/alarm/tomorrow',
      'nobody/noone/one/you/youre/your',
      'round to/the/here/again/again',
    ],
    despite: ['denied', 'general'],
  },
  {
    id: 'emergency.fit',
    find: [
      someone,
      ['having/in/another .. fit/fits/seizure/seizures/convulsion', 'is/hes/shes/im/keeps/still/been fitting/convulsing/seizing'],
    ],
    unless: ['will/would/might/nearly/almost/could', 'laughing/giggles', 'bra/dress/clothes', 'years/used/ago/history'],
  },
  {
    id: 'emergency.fitGoesOn',
    find: [
      ['fit/fits/seizure/fitting/convulsing/convulsion'],
      ['wont/not/hasnt/cant/doesnt stop/stopped/stopping', 'keeps going', '## minutes/mins', 'ten/five/long minutes/mins/time'],
    ],
    within: 12,
    unless: ['will/would/might/could', 'me/you/us in'],
    despite: ['denied'],
  },
]
