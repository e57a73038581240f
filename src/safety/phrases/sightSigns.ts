import type { PhraseRule } from '../phraseRule.ts'

/** Signs of the eyes. */
export const sightSigns: readonly PhraseRule[] = [
  {
    id: 'eye.newSight',
    programme: 'eye',
    find: [
      ['@eye', 'see/seeing/looking/diabetic/diabetes/sugar'],
      [
        'curtain/blind/shutter/veil/shade/mist/misty/misted/fog/foggy/film/shadow/shadows/haze/hazy/cloud/cloudy/smoke/smear/smudge/smudgy/gauze/net/cobweb/cobwebs/lace/spider/hairs/flies/midges/tadpoles/specks/dots/squiggles/strings/floaters/floater/blobs/rain/soot/pepper/halo/haloes/halos/rainbow/rainbows',
        'flash/flashes/flashing/lightning/sparks/sparkles/fireworks/stars/zigzag/zigzags/strobe',
        'wavy/bendy/bent/wobbly/crooked/distorted/blurred/blurry/blur/fuzzy/double/tunnel/dim/darker/black/grey/blank/missing/worse/tilted',
        'black/dark/blind/grey/blank/red spot/spots/patch/patches/hole/area/bit/centre/only/all',
        'spot/patch/hole .. centre/middle',
        'cant .. see/read/focus/recognise',
        'gone/went/going .. dark/misty/black/blind/blurry/dim/funny/grey/off/cloudy/wavy',
        'lost .. sight/vision/half/side/part',
        'walking/walks/bumping/bumps .. into',
        'red/throbbing/rock/agony/painful/bulging/hard',
      ],
      [
        '@recently/@lasting',
        'new/sudden/come/came/appeared/went/drawn/gone/noticed/evening/day/days/from morning/since/week/worse/getting/just/keep/keeps/now/across/corner/half/one/see/seeing/like/all/been',
      ],
    ],
    within: 20,
    across: true,
    unless: [
      'drop/drops/dilat* .. blur/blurry/blurred/drive/driving/bright/sting/hours/normal',
      'after/from/with .. drops',
      'blurry/blurred/bright/cant see/driving .. drops',
      'camera/photo/photograph .. flash/flashes',
      'changing/cubicle/conjunctivitis/hayfever/make/mascara/glasses/always/registered/cataract/cataracts/glaucoma/macular/migraine/website/link/screen/letter/print/page/mammogram/pictures/xray/imagination/inspiration',
      'years/ago/since 19*/200*/201*',
      'blood .. pressure/sugar',
      'hot flash/flashes/flushes',
      'blind .. date/panic/dog',
      'cant see .. van/unit/entrance/why/how/where/what/date/time/point/lump/link/sign/it/any/the/me/you/anyone/my/email/appointment',
      'saw stars',
      'will/would/does/do/did/can/could it/they/the/you/i',
      'lost sight of',
    ],
    despite: ['denied', 'general'],
  },
  {
    id: 'eye.bentLines',
    programme: 'eye',
    find: [
      ['lines/frames/doors/posts/post/edges/tiles/words/letters/print/crossword'],
      ['bent/bend/bendy/wavy/wobbly/kink/kinked/kinks/crooked/missing/jumping/swimming'],
      ['read/reading/look/looking/this/since/eye/week/today/when/now/gone/frames/posts/got'],
    ],
    within: 12,
    unless: ['phone lines', 'queue'],
  },
  {
    id: 'eye.afterDrops',
    programme: 'eye',
    find: [
      ['eye/eyes'],
      ['red/throbbing/agony/painful/pain/hard/sick/haloes/halos'],
      ['throbbing/agony/haloes/halos/sick/vomiting/rock/severe/headache'],
    ],
    within: 18,
    across: true,
    unless: ['years/ago/tea/glasses'],
  },
]
