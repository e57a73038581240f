import type { Limit, Piece, Rule } from './piece.ts'
import { WEEKDAYS } from './words.ts'

const is = (
  kind: 'not' | 'busy' | 'unsuitable' | 'old' | 'free' | 'suits' | 'or' | 'and' | 'to' | 'comma' | 'stop' | 'onwards' | 'word',
  pattern: string,
): Rule => ({
  pattern,
  read: () => [{ kind }],
})
const limit = (limit: Limit, pattern: string): Rule => ({ pattern, read: () => [{ kind: 'limit', limit }] })
const open = (of: ('days' | 'times')[], pattern: string): Rule => ({ pattern, read: () => [{ kind: 'any', of }] })
const order = (order: 'earliest' | 'latest', pattern: string): Rule => ({ pattern, read: () => [{ kind: 'order', order }] })

const but = '(?:but(?: not)?|except(?: for)?|apart from|bar|other than|excluding|besides|save)'
const bothSorts: Piece[] = [{ kind: 'any', of: ['days', 'times'] }]
const can = '(?:i |we )?(?:can|could|am able to)(?: [a-z]+){0,3}?'
const plural = `(?:${WEEKDAYS.map((day) => `${day}s`).join('|')}|mornings|afternoons|evenings|weekends|weekdays)`
const fit = '(?:work|suit|be|do|good|possible|fit|go|any good|convenient|great|ideal|ok|okay)'
const isnt = '(?:isnt|arent|wont|doesnt|dont|cant|is not|are not|will not|does not|do not|wouldnt|not going to)'
const child = '(?:(?:my |the )*(?:grand[a-z]+|kids|children|mum|dad|husband|son|daughter|little ones?))'

/** What was said to be open, and what should come first. */
export const openRules: Rule[] = [
  {
    pattern: `(?:any|every|all) ?(?:other )?(?:days?|dates?)(?: of the week| at all)? ${but}|(?:anything|whenever) ${but}`,
    read: () => [{ kind: 'any', of: ['days'] }, { kind: 'not' }],
  },
  { pattern: `any ?time(?:s)?(?: of (?:the )?day)? ${but}`, read: () => [{ kind: 'any', of: ['times'] }, { kind: 'not' }] },
  open(
    ['days'],
    '(?:i )?(?:dont|do not|wouldnt) mind (?:what|which|on which|about the) (?:days?|dates?)|(?:what|which)ever (?:day|date)(?: suits| is best| you (?:like|have|want))?',
  ),
  open(['times'], '(?:i )?(?:dont|do not) mind (?:what|which|about the|at what) times?(?: of day)?|(?:what|which)ever time(?: of day)?'),
  open(['days', 'times'], 'any ?(?:day|date)(?: or| and|,)? any ?time|any ?time(?: or| and|,)? any ?day'),
  open(['days'], '(?:on )?(?:any|every) ?days?(?: of the week| at all| will do)?|any ?dates?|no preference on (?:the )?days?'),
  // Before a day it is only a manner of speaking, and says that all of it will do.
  open(['times'], '(?:at )?any ?times?(?: of (?:the )?day| in the day| at all| will do)?|all day|no preference on (?:the )?times?'),
  {
    pattern:
      '(?:i )?(?:really )?(?:dont|do not|wouldnt) (?:really )?(?:mind|care)|(?:im )?(?:not fussed|not fussy|not bothered|not picky|easy|very flexible|flexible|completely flexible|totally flexible)|(?:it )?(?:doesnt|dont|does not) matter|up to you|you (?:choose|decide|pick)|no preference|(?:whenever|when ever|whatever|whichever)(?: you (?:like|want|have|can)| suits(?: you)?| is (?:best|good|easiest|fine))?|(?:^|(?<=[.,] ))(?:anything|either)(?: is fine| will do)?(?= ?$| ?[.,]| please)|^any$',
    read: () => bothSorts,
  },
  limit('from', `(?:the )?(?:very )?(?:earliest|soonest)(?: (?:that )?${can})? (?:is|would be|will be|ll be)`),
  limit('notAfter', `(?:the )?(?:very )?latest(?: (?:that )?${can})? (?:is|would be|will be)`),
  order(
    'earliest',
    'asap|a s a p|as soon as(?: possible| you can| (?:you|i|we) (?:can|could)| poss)?|(?:the )?(?:soonest|very earliest|earliest)(?: (?:possible|available|you have|you can|appointment|slot|one|date|day|time|that you have|opening|youve got))*|(?:as )?(?:early|quick|quickly) as (?:possible|you can|you have|you could|poss|can be)|(?:the )?(?:sooner|earlier) the better|(?:the )?(?:first|next)(?: one)? (?:available|you have|youve got|free|possible)(?: (?:appointment|slot|one|date|day))?|(?:at (?:the|your) )?earliest(?: convenience)?|soon as(?: possible| poss)?|as soon',
  ),
  order(
    'latest',
    '(?:the )?(?:as )?late as (?:possible|you can|you have|you could|poss|can be)|(?:the )?(?:latest)(?: (?:possible|available|you have|you can|appointment|slot|one|date|day|time|that you have))*|(?:the )?later the better|as far (?:off|away|ahead) as (?:possible|you can)',
  ),
]

/** What bounds a wish, and what says that something does not suit. */
export const linkRules: Rule[] = [
  is(
    'old',
    '(?:move|change|switch|swap|bring|push|rearrange|reschedule|put|moved|changed|changing|moving)(?: (?!to)[a-z]+){0,4} from|(?:instead of|rather than|in place of)|(?:im |was |am |ive been |been )?booked(?: in)?(?: (?:for|on|at))?|(?:my|the|have an|ive got an|got an|have my|have a)(?: current| original| booked| mammogram| screening| breast)* (?:appointment|mammogram|booking|slot|letter says)(?: (?:is|was|for|on|at|says|booked|which is|thats|coming up|date))*(?= (?:on|at|for|the|\\d|[a-z]+day|tomorrow|today|next|this))',
  ),
  is(
    'word',
    'works? for (?:me|us)(?! (?:on|at))|(?:on|by|in|at) (?:one|1) (?:second|sec|minute|min)|see you(?: [a-z]+)?|(?:talk|speak|message) (?:to )?(?:you )?(?:later|soon)',
  ),
  limit(
    'before',
    '(?:before|until) (?:i|we|im|were)(?: [a-z]+){0,2}? (?:go|going|leave|leaving|fly|flying|travel|travelling|away|off|start|retire|move|have)(?: [a-z]+){0,4}? (?:on|at|for)',
  ),
  limit(
    'from',
    '(?:after|when|once|until|not until|not before|as soon as) (?:i|we|im|ill|were|well)(?: [a-z]+){0,3}? (?:back|home|return|returned)(?: [a-z]+){0,3}?(?: on| from| at)?(?= (?:the |\\d|[a-z]+day))',
  ),
  limit(
    'from',
    '(?<!(?:come|call|ring|get|message|phone|write) )(?:(?:i |ill |im |be |get |coming |are |were |not |well )*)(?:back|home)(?: home| at home| in (?:the )?[a-z]+| from (?:holiday|holidays|my hols|hols|spain|away|work))?(?: again)?(?: on| from| until)?(?= (?:the |\\d|[a-z]+day|tomorrow|after|next))',
  ),
  limit(
    'from',
    '(?:i )?(?:dont |do not )?(?:finish|get off|get out|leave|get home from|get in from|get home|knock off)(?: work| my shift| college| school| there)?(?: at| until| about| around| on)+(?= (?:\\d|half|quarter|[a-z]+day|noon|[a-z]+(?: |$)))',
  ),
  limit(
    'before',
    '(?:i )?(?:have to |need to |must |got to |gotta )?(?:start|begin)(?: work| my shift| a shift)?(?: at| about| around| from)+|(?:have to|need to|must|got to|gotta) (?:leave|go|be (?:gone|away|done|home|back|at work|in work|out|somewhere|finished|off))(?: again)?(?: by| at| for| before)+|(?:pick|collect|fetch)(?: [a-z]+){1,4}? (?:at)(?= \\d| half| quarter)',
  ),
  limit(
    'after',
    'not until after|not before after|until after|any ?time after|sometime after|(?<!no |not )later than|past|(?:straight |just |shortly |soon |right )after',
  ),
  limit('notAfter', '(?:no|not|and not|but not) (?:any )?later than|at the latest by|by the latest|latest'),
  limit(
    'from',
    '(?:no|not) (?:any )?earlier than|(?:no|not) sooner than|starting(?: from)?|as (?:of|from)|(?:any ?time |available |free )?from|since(?= (?:next|tomorrow))',
  ),
  limit('before', '(?<!no |not )(?:earlier|sooner) than|(?:any ?time |sometime |just )?before|prior to|ahead of|in time for'),
  limit('weekOf', '(?:the )?(?:week (?:commencing|beginning|starting|of|ending|with)|week containing)(?: on| the week)?'),
  limit('by', 'by'),
  limit('weekAfter', '(?:in )?(?:the )?week after'),
  limit('weekBefore', '(?:in )?(?:the )?week before'),
  limit('dayAfter', '(?:the )?day after'),
  limit('dayBefore', '(?:the )?day before'),
  limit('after', 'after'),
  limit('until', 'until|up to|up until'),
  limit('between', '(?:any ?time |sometime )?between'),
  limit('around', '(?:at )?(?:around|about|roughly|approx|approximately|say|round about|round|circa|nearer|ish|maybe)'),
  limit('at', 'at|@'),
  is(
    'free',
    '(?:i )?(?:dont|do not|never) work(?: on)?(?<=i (?:dont|never) work|i do not work|i (?:dont|never) work on)|(?:im |am )?not (?:working|at work|in work)(?: on)?|(?:im |my )?(?:days? )?off(?: work)?(?: on| is| are)?',
  ),
  is(
    'unsuitable',
    `(?:(?:is|are|was|be|would be|will be|its|thats|they are|theyre) )?(?:really |just |also )?(?:no good|no use|not (?:really |so |very |too )?(?:good|great|possible|convenient|suitable|ok|okay|ideal|an option|suit|happening|any good|for me)|difficult|impossible|awkward|tricky|out of the question|a no|a no go|no go|hopeless|a nightmare|rubbish)(?: for me)?|${isnt} (?:really |be |any )*${fit}(?: for me)?|clash(?:es)?`,
  ),
  is(
    'suits',
    '(?:(?:is|are|would be|will be|would|will|looks|sounds) )(?:really |also |much |all |even )?(?:good|great|fine|better|best|perfect|ok|okay|ideal|easier|easiest|lovely|suit|work|alright|possible)(?: for me)?|(?:works|suits)(?: better| best| well| for me| me)*|(?:instead|better|best|fine|ok|okay|good|great|perfect)',
  ),
  is(
    'not',
    `(?:i |we )?(?:cant|couldnt|wont|cannot|wouldnt|can not|will not|could not|unable to|not able to)(?: (?:make|do|come|get|attend|manage|be|there|it|to|in|on|for|really|have|go|you|an?|appointments?|any))*|(?:not (?:free|available|able|around|here|keen on|wanting|any|on|in))(?: on| at)?|unavailable(?: on)?|(?:i )?(?:dont|do not) (?:want|like|do|have|need|fancy|get|give me|book|finish|suit|work)(?: an?| any| anything| to come| appointments?| it)*|(?:would |id )?(?:rather|prefer) not(?: have| to come)?|never(?: on)?|nothing(?: on)?|avoid(?:ing)?|hate|not(?! (?:sure|bad|only|long|too))|${but}(?= (?:${plural}|the |on ))(?<!but)|(?:except|apart from|excluding|other than|bar)(?: for| on)?|but not|no(?= ${plural})`,
  ),
  is(
    'busy',
    `(?:i |ill |i will |im |am |be |going |to be |we |are |were )*(?:away|busy|working(?! hours| days?| with)|at work|in work|on holiday(?:s)?|on hols|abroad|tied up|on shift|at college)(?: in [a-z]+| with [a-z]+)?(?: on| for)?|(?<!before |after |until )i (?:work|have work|teach|volunteer|go away|go on holiday|fly|fly out|leave)(?: full ?time| part ?time)?(?: on)?|(?:i )?(?:look after|mind|looking after|have|got) ${child}(?: on)?|(?:have|got)(?: a| another)? (?:meeting|dentist|hospital appointment|funeral|wedding)(?: on)?|going (?:away|on holiday)(?: on)?`,
  ),
  is(
    'free',
    '(?:i )?(?:can|could|only|prefer|preferably|ideally|available|free|able)|rather|id (?:like|love|prefer)|would (?:like|love|prefer)|want|need|how about|what about|any chance(?: of)?|looking for|have you|do you have|do you do|is there|are there|got any|lets (?:say|do|go for)|ill take|make it',
  ),
  is('onwards', '(?:onwards?|on wards|and after|or after|or later|and later|[+])(?= ?$| ?[.,]| (?:please|is|would|if|best|on|any))'),
  is('stop', 'but|so|because|although|though|however|unless|otherwise|[.]'),
  is('or', 'or(?: else| maybe| possibly| even| perhaps| on| at)?|/|either'),
  is('and', 'and(?: also| then| on| at)?|plus|also'),
  is('to', '-|to|through|thru|until'),
  is('comma', ','),
  is('word', 'on|the|in|for|please|me|day|days|time|times|appointment|is|are|would be'),
]
