const WISH = [
  '(?:can|could|may) (?:i|we)',
  '(?:i|we)(?: would| really| just)? (?:want|wanna|need|like|prefer)(?: to)?',
  '(?:id|ill|i would|i will)(?: really| much)? (?:like|love|prefer|rather|have)(?: to)?',
  'let me',
  'how (?:can|do) (?:i|we)',
  'is it possible to',
  'is there (?:a|any) way to',
  'any chance (?:i can|of)',
].join('|')

const REACH = [
  '(?:speak|talk|talking|chat|speaking) (?:to|with)',
  'get (?:through to|hold of)',
  '(?:be )?put (?:me )?through to',
  '(?:connect|transfer) me (?:to|with)',
  'pass me (?:on )?to',
  'hand me over to',
].join('|')

const WHICH = '(?:(?:a|an|the|one of|some|your|any|real|actual|proper|live|another|different) )*'
const PERSON = '(?:human being|human|person|operator|agent|receptionist|advis[eo]r|representative|member of (?:the )?(?:staff|team)|staff)'
const ANYONE = `(?:${PERSON}|people|someone|somebody|anyone|anybody|team|nurses?|lady|ladies|woman|office|colleague)`
const ABOUT =
  '(?: (?:real|else|in person|on the phone|on here|in the (?:office|team)|not a (?:bot|robot|machine|computer)|(?:rather than|about|regarding) .+))*'
const RING = '(?:ring|call|phone|contact|message|answer|reply to|speak to|talk to) me(?: back)?'

/** "I want to speak to a human", "can I have a real person please", "could someone ring me": the whole of what is said, in plain words. */
export const callsForPerson: RegExp[] = [
  new RegExp(`(?:(?:${WISH}) (?:please |just )?)?(?:${REACH}) ${WHICH}${ANYONE}${ABOUT}`),
  new RegExp(`(?:(?:${WISH}) (?:please |just )?)?(?:have |get me |give me )?${WHICH}${PERSON}${ABOUT}`),
  new RegExp(`(?:can|could|will|would) (?:someone|somebody|anyone|a person|a nurse|one of you) (?:please )?${RING}`),
]
