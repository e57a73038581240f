import type { Phrases } from '../../phraseRule.ts'

export const self = 'myself/herself/himself/themself/yourself'
export const wanting = 'wanna/want/wants/wanted/wanting/wish/hope/ready/planning/thinking/gonna/prefer/rather'

/** What may tire a person who is otherwise well, and what a page like this is asked about. */
export const everyday: Phrases = [
  'screening/mammogram/mammograms/smear/smears/test/tests/scan/kit/appointment/appointments/results/machine/squash*/van/needle/needles',
  'website/app/link/form/forms/online/page/phone/phones/email/letter/letters/text/texts/message/messages/reminder/reminders/booking',
  'monday/tuesday/wednesday/thursday/friday/saturday/sunday/morning/afternoon/date/dates/slot/calls/call/travel/journey',
  'stairs/steps/standing/noise/heat/crowds/parking/waiting',
]
