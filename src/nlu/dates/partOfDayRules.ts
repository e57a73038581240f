import { oneDay } from './calendar.ts'
import type { Piece, Rule } from './piece.ts'
import { DAY_END } from './wish.ts'

const atTime = (from: number, to: number): Piece[] => [{ kind: 'times', times: [{ from, to }] }]
const at = (hour: number, minute = 0): number => hour * 60 + minute
const part = (pattern: string, from: number, to: number): Rule => ({ pattern, read: () => atTime(from, to) })
const notGreeting = '(?<!(?:good|gd|lovely|nice|happy) )'
const inThe = '(?:(?:in|during|for|on|of) (?:the |an? )?|the |an? )?'
const schoolRun =
  '(?:(?:the |my )?school (?:run|drop ?off|drop)|drop ?off|dropping (?:off )?(?:the |my )?(?:kids|children|grandkids|boys|girls|little ones?|son|daughter)[a-z ]{0,20}|(?:i |ive |i have )?(?:drop|dropped|take|taken) (?:off )?(?:the |my )?(?:kids|children|grandkids|grandchildren|boys|girls|little ones?|son|daughter)(?: off)?(?: (?:at|to) (?:school|nursery))?)'
const pickUp =
  '(?:(?:the )?school (?:pick ?up|run|finishes|ends)|pick ?up|(?:i )?(?:pick|collect|get) (?:up )?(?:the |my )?(?:kids|children|grandkids)(?: up)?(?: from school)?)'

/** Times of the day that have a name, on a day by itself or any. */
export const partOfDayRules: Rule[] = [
  {
    pattern: '(?:good|gd|lovely|nice|happy) (?:morning|afternoon|evening|day|night)(?: all| everyone| there)?',
    read: () => [{ kind: 'word' }],
  },
  {
    pattern:
      '(?:^)(?:morning|afternoon|evening)(?= ?[,.] ?[a-z]| (?:all|there|everyone|team|can|could|i|im|ive|id|just|hi|hello|do|is it|my|what|please can|please could|how|lovely|to you)(?![a-z]))',
    read: () => [{ kind: 'word' }],
  },
  { pattern: '(?:every|each) (?:morning|evening|night|afternoon) (?=i )', read: () => [{ kind: 'word' }] },
  {
    pattern: '(?:this|later this) (morning|afternoon|evening)',
    read: ([, name], { today }) => [{ kind: 'days', days: [oneDay(today)] }, ...hoursOf(name)],
  },
  { pattern: 'tonight', read: (_, { today }) => [{ kind: 'days', days: [oneDay(today)] }, ...hoursOf('evening')] },
  part(`(?:after|once|when) ${schoolRun}`, at(9, 30), DAY_END),
  part(`before ${pickUp}`, 0, at(15)),
  part('(?:before|in time for) (?:the )?(?:school run|pick ?up|school finishes)', 0, at(15)),
  part('(?:after|when) school(?: hours)?', at(15, 30), DAY_END),
  part(
    '(?:during |in |within |while |whilst )?(?:the )?school (?:hours|time|day)|(?:while|when|whilst) (?:the |my )?(?:kids|children) (?:are )?(?:at|in) school',
    at(9, 15),
    at(15),
  ),
  part(
    '(?:after|outside|out of) (?:of )?(?:i (?:finish|leave) )?(?:my )?(?:work|working hours)(?: hours)?(?! (?:on|at) \\d| at)',
    at(17),
    DAY_END,
  ),
  part('(?:before) (?:i (?:start|go to) )?(?:my )?work(?! at)', 0, at(9)),
  part('(?:after|following) (?:my )?lunch', at(13), DAY_END),
  part('before (?:my )?lunch(?:time)?', 0, at(12)),
  part(`${inThe}(?:early|earlier|first part of the) (?:in the )?morning|${inThe}mornings? early`, 0, at(10)),
  part('(?:the )?mid(?:dle of the)?[ -]?morning', at(10), at(11, 30)),
  part(`${inThe}late(?:r)? (?:in the )?morning`, at(11), at(12)),
  part(`${inThe}early (?:in the )?afternoon`, at(12), at(14, 30)),
  part('(?:the )?mid(?:dle of the)?[ -]?afternoon', at(14), at(16)),
  part(`${inThe}late(?:r)? (?:in the )?afternoon`, at(15, 30), at(17, 30)),
  part(
    '(?:the )?first thing(?: in the morning)?|first (?:slot|appointment|one) (?:of the day|in the morning)|early doors|(?:early|earlier) (?:in the day|start|slot|on in the day)|crack of dawn|first appointment of the day',
    0,
    at(9, 30),
  ),
  part(
    '(?:the )?last thing(?: in the (?:day|afternoon|evening))?|(?:at |towards )?(?:the )?end of (?:the )?(?:working )?day|last (?:slot|appointment|one) of the day|(?:late|later) (?:in the day|on in the day|slot)|teatime|tea time|late on',
    at(16),
    DAY_END,
  ),
  part(
    '(?:(?:at|in|over|around|during|on) )?(?:my |a |the )?(?:lunch ?times?|lunch (?:break|hour)|dinner ?time)|(?:at |over )lunch',
    at(12),
    at(14),
  ),
  part('(?:during the day|daytimes?|day time|(?:in|during) (?:working|office|business) hours)', at(9), at(17)),
  part(`${notGreeting}${inThe}mornings?(?: times?)?`, 0, at(12)),
  part(`${notGreeting}${inThe}afternoons?(?: times?)?`, at(12), at(17)),
  part(`${notGreeting}${inThe}evenings?(?: times?)?`, at(17), DAY_END),
  part('(?<=(?:day|tomorrow|today|days) )(?:at )?nights?', at(17), DAY_END),
  part(
    '(?:in the |(?<=(?:day|days|tomorrow|today|or|the|\\d(?:st|nd|rd|th)) ))am(?= ?$| ?[.,/-]| (?:or|and|please|if|only|would|is|best|ideally|on|thanks|ok|appointment|slot))',
    0,
    at(12),
  ),
  part('am(?= or pm)', 0, at(12)),
  part(
    '(?:in the |(?<=(?:day|days|tomorrow|today|or|the|and|week|\\d(?:st|nd|rd|th)|any) ))pm|pm(?= (?:appointment|slot|please|only|or))|^pm$',
    at(12),
    DAY_END,
  ),
  part('^am(?= ?$| please)', 0, at(12)),
]

const hoursOf = (name?: string): Piece[] =>
  name === 'morning' ? atTime(0, at(12)) : name === 'afternoon' ? atTime(at(12), at(17)) : atTime(at(17), DAY_END)
