import { element } from './element.ts'

/** "14:05", with the day in front when it was not today. In the reader's own time zone. */
export function timeElement(timestamp: string): HTMLElement {
  const at = new Date(timestamp)
  if (Number.isNaN(at.getTime())) return element('span')
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  const today = at.toDateString() === new Date().toDateString()
  const made = element('time', '', today ? time : `${at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })}, ${time}`)
  made.dateTime = timestamp
  return made
}
