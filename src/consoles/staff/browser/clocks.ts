const MINUTE = 60_000

/** Shows how long ago something was and how long is left, which changes by itself. */
export function startClocks(): void {
  tick()
  setInterval(tick, 10_000)
  document.addEventListener('desk:updated', tick)
}

function tick(): void {
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-since]')) {
    time.title ||= time.textContent ?? ''
    time.textContent = ago(Date.now() - Date.parse(time.dateTime), time.title, time.dataset.since === 'ago')
  }
  for (const promise of document.querySelectorAll<HTMLElement>('[data-promise]'))
    promise.toggleAttribute('data-late', Date.parse(promise.dataset.promise ?? '') <= Date.now())
  const clock = document.getElementById('talk-window')
  if (clock?.dataset.until) showLeft(clock, Date.parse(clock.dataset.until) - Date.now())
}

function showLeft(clock: HTMLElement, left: number): void {
  const line = clock.querySelector('[data-window-left]')
  const words = clock.querySelector('[data-window-words]')
  if (left <= 0) {
    if (words) words.textContent = clock.dataset.next ?? ''
    if (line) line.textContent = ''
    clock.toggleAttribute('data-over', true)
    return
  }
  clock.toggleAttribute('data-soon', left < 15 * MINUTE)
  if (line) line.textContent = `${long(left)} left`
}

/** `isSentence`: with the words that a sentence needs. */
function ago(ms: number, otherwise: string, isSentence: boolean): string {
  if (ms < MINUTE) return isSentence ? 'just now' : 'now'
  if (ms >= 24 * 60 * MINUTE) return otherwise
  const since = ms < 60 * MINUTE ? long(ms) : `${Math.floor(ms / (60 * MINUTE))} h`
  return isSentence ? `${since} ago` : since
}

function long(ms: number): string {
  const minutes = Math.max(1, Math.floor(ms / MINUTE))
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`
  return hours % 24 ? `${Math.floor(hours / 24)} d ${hours % 24} h` : `${hours / 24} d`
}
