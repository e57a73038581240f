import type { PhraseRule } from '../../phraseRule.ts'

const took = 'took/taken/take/swallowed/necked/downed/eaten/ate/had/drank/drunk/popped/scoffed/injected/chewed/nicked'
const ordinary = [
  'chocolate/cake/turkey/biscuits/sweets/telly/tv/cheese/coffee/crisps/pies/mince/letter/letters/leaflet/leaflets/photos/pictures/notes/readings/sizes',
  'can/could/should/may/do/will/shall/would i/we/you/it/they .. take',
  'doctor/gp/nurse/surgeon/prescribed/hospital/daily/twice/years/stopped/before/after/as usual/normal',
  'was/used/history/mobility/bag',
]

/** Too much of a medicine, poison, a spiked drink; and sugar that falls or climbs. */
export const poisonRules: readonly PhraseRule[] = [
  {
    id: 'emergency.tookAll',
    find: [
      [
        `${took} ... all/whole/entire/every/loads/load/lot/handful/handfuls/bunch/box/packet/packets/bottle/strip/strips/pack/everything/fistful/rest/too/bag ... @pills`,
        `${took} all .. @pills`,
        `${took} ##/### ... @pills`,
        `${took} ten/twelve/fifteen/twenty/thirty/forty/fifty/sixty/hundred/double/extra/twenty/dozens/loads .. @pills`,
        '@pills .. with .. vodka/gin/whisky/wine/alcohol/drink/booze',
        `${took} .. everything in .. cupboard/cabinet/drawer/house/bathroom`,
        `${took} .. what i .. took/take/needed/need/had`,
        `${took} .. them/em all`,
        `${took} all .. them/em/it`,
        'all/loads/lots/most of .. @pills .. taken/gone/swallowed/eaten',
        '@pills .. packet/packets/bottle/box/strip/strips .. empty/gone/missing',
        'empty .. packets/packet/bottle/bottles/box/boxes/strips/blister .. of? @pills',
        'empty pill/tablet/medicine bottle/bottles/packets/packet',
        'then all .. my/his/her/the @pills',
        'overdose/overdosed/overdosing/oded/od',
        'od on',
        '@pills .. all .. at once/together',
      ],
    ],
    unless: [...ordinary, 'want/wanna/going/gonna/thinking/think/will/might/saving/saved/could/od on telly'],
    despite: ['denied', 'general'],
  },
  {
    id: 'emergency.wrongDose',
    find: [
      ['@pills/dose/patch/patches'],
      ['double/twice/instead/accident/accidentally/mistake/wrong/mixed/too much/##'],
      [
        'sleepy/drowsy/breathing/sick/dizzy/shaking/shaky/wake/dropping/low/floppy/pinprick/confused/sweating/faint/slow/units/instead/accidentally/accident/mistake',
        'too much/many',
      ],
    ],
    within: 20,
    across: true,
    unless: ['years/blood pressure tablets in/before/appointment book/booked/letter/drops'],
  },
  {
    id: 'emergency.childSwallowed',
    find: [
      ['baby/toddler/child/grandson/granddaughter/grandchild/son/daughter/kid/lad/girl/boy/nephew/niece/little/year/bairn/wee', '@they'],
      ['swallowed/drank/drunk/eaten/ate/licked/sucked/chewed/necked/got/had/took/taken'],
      ['@poison', '@pills', 'magnet/magnets/button/berries/mushrooms/coin/nicotine/vape/liquid/perfume/conkers', 'my/his/her/the medicine'],
    ],
    within: 13,
    unless: [...ordinary, 'on/own car/petrol station'],
  },
  {
    id: 'emergency.poison',
    find: [
      ['drank/drunk/drinking/swallowed/swallowing/ate/eaten/downed/splashed/sprayed/inhaled/injected/squirted/splash/splashes'],
      ['@poison', 'chemical/chemicals/cleaner/caustic/lime/cement/ammonia/peroxide/superglue/bleach'],
    ],
    within: 8,
    unless: ['car/station/hair'],
  },
  {
    id: 'emergency.chemicalInEyes',
    find: [
      ['splashed/sprayed/got/spilt/squirted/squirt/burning/rubbed/bleach/chemical/cleaner/acid/ammonia/superglue/cement'],
      ['in/into .. eye/eyes', 'both .. eyes'],
      ['bleach/chemical/cleaner/acid/ammonia/superglue/cement/agony/burning/open/lime/caustic/spray/alkali/dye'],
    ],
    within: 16,
    across: true,
    unless: ['drops'],
  },
  {
    id: 'emergency.spiked',
    find: [['drink/drinks/been/was/got spiked', 'been/was drugged', 'spiked me/my/her', 'put something in .. drink', 'injected .. club']],
  },
  {
    id: 'emergency.sugar',
    find: [
      ['sugar/sugars/glucose/insulin/diabetic/hypo/bloods/bm/ketones/libre/dka/hyper'],
      [
        'dropping/drops/dropped/crashing/crashed/plummeting/falling .. and/fast/quick/still/to',
        'dropping/crashing/plummeting',
        'is/are/down/was/reads/reading/says/at/only/under/below 1/2/3 #',
        'wont/cant/not .. come/coming/go/going .. up/down/swallow',
        'wont/cant .. swallow/eat/drink/wake',
        'floppy/unresponsive/clammy/slurring/confused/fitting/unconscious/collapsed/drowsy/sleepy',
        'ketones .. high/##/#/up',
        'having .. hypo',
        'vomiting/fruity/pear drops/hi',
      ],
    ],
    within: 20,
    across: true,
    unless: ['last/years/had my/hypod/was fine/jelly/drops/ago/leaflet/eye drops', 'diet/tooth'],
    despite: ['denied', 'general'],
  },
]
