import type { PhraseRule } from '../../phraseRule.ts'
import { everyday, wanting } from './said.ts'

/** Not wanting to live, said another way. */
export const notLivingRules: readonly PhraseRule[] = [
  {
    id: 'crisis.notLive',
    find: [
      [
        'dont/doesnt/didnt/never/not wanna/want/wants/wanting .. live/exist/alive/survive',
        'dont/doesnt/didnt wanna/want/wants .. be here',
        'dont/doesnt/didnt wanna/want/wants .. around/go/carry on? anymore',
        'dont/doesnt/not wanna/want/wants .. wake',
        'rather/hope/wish/pray/want/wanna .. not/never/dont/didnt/wont .. wake',
        'sleep .. never/not/dont/wont .. wake',
        'sleep forever',
        'wont/not .. be alive',
        'wont be here/around',
        'disappear/vanish forever/and',
        `${wanting} disappear/vanish`,
      ],
    ],
    unless: [
      'be here all/on/in/for/at/until/till/next/that/alone/long/late/when/with/by',
      'here/around this/next/till/until week/month/monday/tuesday/wednesday/thursday/friday/saturday/sunday/june/july/august/september/may/april',
      'on/for/in/that/the date/day/time/week/appointment',
      'live/be near/in/at/with/far/local/nearby/there',
      'away/holiday/abroad/moved/moving/home/work/sea/video/stream',
      'wake .. kids/baby/husband/up/house late/early/for',
    ],
    despite: ['denied'],
  },
  {
    id: 'crisis.noReason',
    find: [
      [
        'no/nothing/not/without .. reason/point/will/purpose to/in/of .. live/living/life',
        'nothing/no/nowt .. to live for',
        'nothing left',
        'life isnt/not/aint/hardly worth',
        'life .. not/isnt worth',
        'isnt/not/aint worth living',
        'life is/has/feels .. pointless/meaningless/unbearable/hell/no',
        'tired/sick/fed/weary of/up .. living/life/existing',
        'tired/sick of being alive/here',
        'had enough of .. life/living/everything',
        'given/give/giving up on .. life/living/everything/myself',
        'no way out',
        'no/any reason to go/carry/keep',
        'carry/carrying/go/going/keep on? living',
        'why .. should .. live',
        'will to live',
        'hate .. life/living/myself',
        'dont/doesnt care what happens to me/her/him',
        'no hope/future left/for/anymore',
        'dont/cant .. see .. future',
        'lost all? hope',
        'nothing matters',
        'dont deserve to live',
      ],
    ],
    within: 8,
    unless: [...everyday, 'life saving/insurance', 'being passed/told/messed/sent/asked', 'haha/lol/queue/service/system'],
    despite: ['denied', 'past'],
  },
  {
    id: 'crisis.betterWithoutMe',
    find: [
      [
        'better/happier/easier off? without me',
        'nobody/noone/no/one/wont/never/would .. miss/notice/care .. if/when .. gone/dead/died/disappeared/here',
        'nobody/noone/would .. miss me',
      ],
    ],
    unless: ['miss .. appointment/mammogram/letter'],
    despite: ['denied'],
  },
  {
    id: 'crisis.goodbye',
    find: [
      [
        'suicide/goodbye note/letter/letters',
        'written/wrote/writing/left/leaving .. note/letters .. for/to family/kids/everyone',
        'said/saying/say .. goodbyes',
        'goodbye forever/world/cruel',
        'ready to go and? be',
      ],
    ],
  },
]
