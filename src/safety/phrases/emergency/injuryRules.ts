import type { PhraseRule } from '../../phraseRule.ts'

const now =
  'now/minutes/still/drowsy/sick/vomiting/vomited/sleepy/confused/dizzy/bleeding/blood/blacked/unconscious/moving/move/wake/breathing/wobbly/funny/screaming'

/** A hurt, a fall, an attack, fire, cold, water, current. */
export const injuryRules: readonly PhraseRule[] = [
  {
    id: 'emergency.headInjury',
    find: [
      ['banged/bang/hit/hits/smashed/cracked/bashed/bumped/knocked/whacked/split/fell/fallen/falls/slipped/tripped/landed/injury'],
      ['head/skull/forehead', 'out cold'],
      [now, 'been sick', 'sick twice', 'wont wake', 'knocked out', 'not right', 'wont stop', 'blood thinners', 'fluid'],
    ],
    within: 22,
    across: true,
    unless: ['years/ago/wall/laughing/nail/scan last/lump sum', 'against a brick'],
  },
  {
    id: 'emergency.fallen',
    find: [
      ['fell/fall/falls/fallen/slipped/tripped/tumbled/collapsed/floor/down .. stairs', 'keeled over', 'on .. floor'],
      [
        'cant/cannot/couldnt/cyaan/not/unable .. get/move/stand/feel/walk/lift',
        'cant .. up',
        'out at an/a .. angle',
        'still on .. floor',
        'bone .. sticking/out/through',
        'leg/arm/hip/ankle/wrist/neck .. angle/broken/bent/twisted/snapped/wrong',
        'not moving/breathing/speaking/speak',
        'no move/speak/answer',
        'wont wake/answer/move/get',
        'very confused',
      ],
    ],
    within: 22,
    across: true,
    unless: ['years/ago/last/scan/xray/prices/system/website/numbers/through/behind/pregnant/asleep/stairs up'],
    despite: ['denied', 'general'],
  },
  {
    id: 'emergency.keeledOver',
    find: [
      [
        'keeled/keels over',
        'out cold/cowld/for the count',
        'gone/went/going/is/all/shes/hes .. floppy/limp/unresponsive/lifeless',
        'wont/cant/not/isnt/aint/doesnt .. wake/rouse/waken/respond/responding/answering .. up?',
        'cant get .. wake/up/answer/response',
        'keep/keeps/kept/nearly .. passing/blacking/going out/dizzy',
        'keep/keeps/kept blacking/passing out',
        'eyes .. rolled/rolling/rolling',
        'collapsed/unconscious/unresponsive',
        'fell/fallen/gone unconscious',
        'found him/her/mum/dad/them/my .. on the floor',
        'passed out twice/again/on/in/and/at',
        'cant/not .. move/moving .. alone',
        'chest pain cant',
      ],
      ['@they', 'me/i/im/mum/mam/ma/baby/resident/residents/driver/lady/we/ive/chest/one'],
    ],
    within: 12,
    across: true,
    unless: [
      'laughing/what if/tent/pushchair/scaffold/system/website/lung/arch/time/alarm/early/bus/drunk/pub/implant/nipple/breast/boob/phone/email/letter/line/calls/message/messages/page/no appointment',
      'years/yrs/ago/once/tend/19*/200*/201*/202#/needles/injections',
      'when/if i',
      'office/receptionist/nobody/noone/you/switchboard',
    ],
    despite: ['denied', 'general'],
  },
  {
    id: 'emergency.fits',
    find: [
      ['fit/fits/fitting/fitted/seizure/seizures/convulsing/convulsion/convulsions/jerking/twitching/shaking/epileptic/epilepsy'],
      [
        'now/minutes/mins/again/stop/stopped/stopping/another/first/rolled/foam/foaming/colour/blue/unconscious/round/floor/wake/tongue/back/status/buccal/midazolam/rescue/limp/long/keeps',
      ],
    ],
    within: 18,
    across: true,
    unless: [
      'years/yrs/free/bra/dress/in with/starts/keep fit/shift/well controlled/laughing/alert/alerts/controlled/history/nerves/nervous/cold/workers/bill/whats/would/if/will/pressing/scared/terrified',
      'hands are shaking',
      'fit kit/test',
      'isnt/not fit to/for',
    ],
    despite: ['denied', 'general'],
  },
  { id: 'emergency.foaming', find: [['foam/foaming/frothing/froth .. mouth', 'mouth .. foam/foaming/froth', 'shaking on .. floor']] },
  {
    id: 'emergency.wounded',
    find: [
      [
        'stabbed/stab/stabbing/slashed/knifed/shot/glassed/impaled',
        'been/got/was hit by .. car/bus/van/lorry/bike',
        'run/ran/knocked over/down',
        'electrocuted',
        'cut .. artery',
        'severed/sliced .. finger/hand/wrist/thumb/arm/off',
        'finger/hand/toe/arm .. off',
        'petrol/acid .. thrown/threw',
        'drowning/drowned',
        'scalded/burnt/burned .. boiling/face/body/arm/arms/legs/chest/badly',
        'boiling water/oil',
      ],
      ['ive/im/me/my/ive/hes/shes/him/her/mum/dad/he/she/been/his/baby/son/daughter'],
    ],
    within: 8,
    unless: [
      'years/ago/19*/200*/201*/hot drink/pain/pains/pain in/feeling/van/drowning in/like/friend/flu/covid/jab/booster/in the dark/bus than/breast/nipple/boob',
      'shot of/up/in the',
      'be hit',
      'rather be',
    ],
  },
  {
    id: 'emergency.meningitis',
    find: [
      ['rash/spots/blotches/bruising/purple'],
      [
        'fade/fading/disappear/glass/tumbler',
        'stiff neck',
        'neck .. stiff',
        'hates .. light',
        'cant .. bear/stand .. light',
        'floppy/drowsy',
      ],
    ],
    within: 22,
    across: true,
    unless: ['breast/boob'],
    despite: ['denied', 'general', 'past'],
  },
  {
    id: 'emergency.stiffNeck',
    find: [
      ['stiff neck', 'neck .. stiff', 'headache/migraine'],
      ['fever/temperature/rash/light/lights/vomiting/confused/drowsy'],
      ['fever/temperature/hot/rash/confused/drowsy/worst/sudden/burning/vomiting/shivering'],
    ],
    within: 18,
    across: true,
    unless: ['hrt/menopause/drops/letter/screen'],
  },
  {
    id: 'emergency.spine',
    find: [
      ['legs/leg/back/numb/saddle/feet/walk'],
      ['numb/numbness/tingling/jelly/weak/dead', 'lost .. feeling', 'cant .. feel'],
      [
        'between .. legs',
        'wet/wetting .. myself/himself/herself/self',
        'cant .. wee/pee',
        'lost control',
        'without knowing',
        'incontinent',
        'saddle',
        'bladder/bowels .. gone/control',
      ],
    ],
    within: 24,
    across: true,
    unless: ['laughing/years/ms'],
  },
  {
    id: 'emergency.helpNow',
    find: [
      ['help/999/ambulance/hurry/urgent/emergency/quick/quickly'],
      ['collapsed/dying/unconscious/breathing/breathe/bleeding/fitting/stroke/choking', 'heart attack', 'cant move', 'not waking'],
      ['now/help/quick/quickly/hurry/alone/someone/come/999/ambulance'],
    ],
    within: 12,
    across: true,
    unless: ['exit/parked/ramp/breathing exercises/laughing/years/ago/questions/leaflet'],
  },
  {
    id: 'emergency.call999',
    find: [
      [
        'should/do/shall/need .. i/we .. call/ring/dial/phone/get/need .. 999/ambulance',
        'ambulance .. coming/on/taking/hours/way/called',
        'rung/called/phoned/dialled/rang .. 999',
        '999 .. engaged/busy',
      ],
    ],
    unless: ['parked/ramp/transport/ago/years/last/parking/chair'],
  },
]
