import type { PhraseRule, Phrases } from '../phraseRule.ts'

const cough: Phrases = ['cough/coughs/coughing/coughed/hacking']
const shortOfBreath: Phrases = ['breathless/breathlessness/wheezy/wheezing', 'short/shortness/out of breath']
const nerves: Phrases = ['nervous/nerves/panic/anxious/anxiety/excited']
const access: Phrases = ['stairs/steps/ramp/park/hill']
const longKnown: Phrases = ['copd/asthma/emphysema', 'heart failure', 'long covid']

/** A lasting or bloody cough, breathlessness, hoarseness. */
export const lungRules: readonly PhraseRule[] = [
  {
    id: 'lung.blood',
    programme: 'lung',
    find: [
      [...cough, 'phlegm/sputum/spit/mucus/spat/spitting/catarrh', 'bringing/brought/bring up'],
      ['blood/rusty', 'streaks/flecks/specks of', 'bloody phlegm/sputum/spit/mucus/stuff'],
    ],
    within: 8,
    unless: ['blood test/pressure'],
  },
  {
    id: 'lung.cough',
    programme: 'lung',
    find: [
      [
        'weeks/month/months/persistent/constant/constantly/ages/years/lingering/worse/changed/nonstop/weight/breathless',
        'wont/not/doesnt/hasnt/isnt/never/cant go/going/gone/shift/shifting/stop/clear/clearing/budge/away',
        'cant/wont get/shake .. rid/off/it',
        'all the time',
        'every day/night/morning',
        'since/shake',
        'keeps coming back',
        'infection/infections after',
      ],
      [...cough, 'chest infection/infections'],
    ],
    within: 10,
    unless: ['smokers', 'asthma', 'how long/many', 'sweets/medicine/mixture', 'appointment/time .. in/for .. weeks', 'next week/month'],
  },
  { id: 'lung.breathless', programme: 'lung', find: [shortOfBreath], unless: [...longKnown, ...access, ...nerves, 'running/walk/walking'] },
  {
    id: 'lung.breathlessMore',
    programme: 'lung',
    find: [shortOfBreath, ['worse/worsening/lately/recently/new/suddenly/weeks', 'more than']],
    unless: nerves,
  },
  {
    id: 'lung.hoarse',
    programme: 'lung',
    find: [['weeks/month/months/ages/voice/persistent/been/gone/getting/im/lately', 'go away'], ['hoarse/hoarseness/croaky/raspy']],
    within: 9,
    unless: ['laryngitis'],
  },
  {
    id: 'lung.voice',
    programme: 'lung',
    find: [['weeks/months/month/ages/lately/cough'], ['voice .. changed/gone/weak/husky']],
    within: 10,
  },
]
