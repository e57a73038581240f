import type { AcceptEvents } from './acceptEvents.ts'
import type { PatientActivity } from './activity.ts'

/** Hides what says who somebody is; the text as it was where there is nothing to hide. */
type Mask = (text: string) => { text: string; masked: boolean }

/**
 * Numbers from a letter and dates of birth are hidden before anything is kept: no store, no member of staff and no bot reads them. The
 * bot learns that something was (`channelData.masked`), and shows the page where they belong.
 */
export function acceptMasked(accept: AcceptEvents, mask: Mask): AcceptEvents {
  return (events, correlationId) =>
    accept(
      events.map((event) => ({ ...event, activity: withoutNumbers(event.activity, mask) })),
      correlationId,
    )
}

function withoutNumbers(activity: PatientActivity, mask: Mask): PatientActivity {
  const text = activity.text === undefined ? undefined : mask(activity.text)
  const value = typeof activity.value === 'string' ? mask(activity.value) : undefined
  if (!text?.masked && !value?.masked) return activity
  return {
    ...activity,
    ...(text && { text: text.text }),
    ...(value && { value: value.text }),
    channelData: { ...activity.channelData, masked: true },
  }
}
