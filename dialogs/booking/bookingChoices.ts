import type { Need } from '../../src/booking/need.ts'
import type { Choice } from '../../src/conversation/session.ts'

export const OTHER_DAY: Choice = { title: 'Another day', value: 'booking:day' }
export const OTHER_TIME: Choice = { title: 'Another time', value: 'booking:time' }
export const OTHER_PLACE: Choice = { title: 'Another place', value: 'booking:place' }
export const KEEP: Choice = { title: 'Keep what I have', value: 'booking:keep' }
export const LEAVE: Choice = { title: 'Not now', value: 'booking:keep' }
export const CHANGE: Choice = { title: 'Change it', value: 'booking:change' }
export const CANCEL: Choice = { title: 'Cancel it', value: 'booking:cancel' }
export const NO_LETTER: Choice = { title: 'I have no letter', value: 'booking:noletter' }
export const NEW_LINK: Choice = { title: 'Send a new link', value: 'booking:newlink' }

export const NOT_THIS_TIME: Choice = { title: 'Not this time', value: 'booking:notnow' }
export const NEVER_AGAIN: Choice = { title: 'Never again', value: 'booking:never' }

export const NOTHING: Choice = { title: 'No, nothing', value: 'booking:nothing' }
export const ONE_OF_THEM: Choice = { title: 'Yes, one of them', value: 'booking:oneofthem' }
export const NONE_OF_THEM: Choice = { title: 'No, none of them', value: 'booking:noneofthem' }

export const NEED_CHOICES: (Choice & { need: Need })[] = [
  { title: 'Step-free', value: 'booking:need_stepfree', need: 'stepFree' },
  { title: 'More time', value: 'booking:need_longer', need: 'longer' },
  { title: 'Breast implants', value: 'booking:need_implants', need: 'implants' },
  { title: 'A device in my body', value: 'booking:need_device', need: 'device' },
  { title: 'An interpreter', value: 'booking:need_interpreter', need: 'interpreter' },
  { title: 'Something else', value: 'booking:need_other', need: 'other' },
]

/** Under a day that can mean two things: by its place among the readings. */
export const whenChoice = (title: string, index: number): Choice => ({ title, value: `booking:when_${index}` })
export const whenIn = (value: string | undefined): number | undefined => {
  const index = /^booking:when_(\d)$/.exec(value ?? '')?.[1]
  return index === undefined ? undefined : Number(index)
}

/** Takes a place that was shown. */
export const takeChoice = (title: string, placeId: number): Choice => ({ title, value: `booking:take_${placeId}` })
export const takenBy = (value: string | undefined): number | undefined => {
  const id = /^booking:take_(\d+)$/.exec(value ?? '')?.[1]
  return id === undefined ? undefined : Number(id)
}

/** Asks for a site. */
export const siteChoice = (title: string, code: string): Choice => ({ title, value: `booking:site_${code}` })
export const siteIn = (value: string | undefined): string | undefined => /^booking:site_(.+)$/.exec(value ?? '')?.[1]
