/** Where the choice is kept; absent: sound is on. */
const MUTED = 'desk-muted'

/** Of the two notes: hertz, seconds from the start. */
const NOTES: [number, number][] = [
  [660, 0],
  [880, 0.12],
]

/** Begins the title of a page that nobody has looked at since something was new. */
const NEW = '● '

/** Tells of what is new: in the title, by how many wait in the navigation, and by a short sound once somebody has used the page. */
export function startAlerts() {
  const title = document.title
  const button = document.getElementById('desk-sound')
  let context: AudioContext | undefined
  let count = ''
  let isNew = false
  const wake = () => {
    context ??= new AudioContext()
    void context.resume()
  }
  for (const kind of ['pointerdown', 'keydown']) document.addEventListener(kind, wake, { passive: true })
  const isMuted = () => localStorage.getItem(MUTED) !== null

  function showChoice(): void {
    button?.setAttribute('aria-pressed', String(!isMuted()))
  }

  button?.addEventListener('click', () => {
    if (isMuted()) localStorage.removeItem(MUTED)
    else localStorage.setItem(MUTED, 'yes')
    showChoice()
    if (!isMuted()) beep()
  })
  const tools = document.getElementById('desk-tools')
  if (tools) tools.hidden = false
  showChoice()

  function beep(): void {
    if (context?.state !== 'running' || isMuted()) return
    for (const [hertz, at] of NOTES) {
      const tone = context.createOscillator()
      const volume = context.createGain()
      const start = context.currentTime + at
      tone.frequency.value = hertz
      volume.gain.setValueAtTime(0.0001, start)
      volume.gain.exponentialRampToValueAtTime(0.15, start + 0.02)
      volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.22)
      tone.connect(volume).connect(context.destination)
      tone.start(start)
      tone.stop(start + 0.25)
    }
  }

  function showTitle(): void {
    document.title = `${isNew ? NEW : ''}${count}${title}`
  }

  document.addEventListener('visibilitychange', () => {
    isNew &&= document.hidden
    showTitle()
  })

  function showCount(waiting: number): void {
    count = waiting > 0 ? `(${waiting}) ` : ''
    showTitle()
    const link = document.querySelector('.desk-nav a[href="/staff"]')
    const old = document.getElementById('count-conversations')
    if (waiting === 0) {
      old?.remove()
      return
    }
    const hidden = '<span class="nhsuk-u-visually-hidden">waiting: </span>'
    const shown = old ?? Object.assign(document.createElement('span'), { id: 'count-conversations', className: 'desk-count' })
    shown.innerHTML = `${hidden}${Number(waiting)}`
    if (!old) link?.append(' ', shown)
  }

  return {
    /** `arrived`: how many are new since the last time, in the queue or among her own. */
    tell(waiting: number, arrived: number): void {
      isNew ||= arrived > 0 && document.hidden
      showCount(waiting)
      if (arrived > 0) {
        beep()
        document.dispatchEvent(new CustomEvent('desk:arrived', { detail: arrived }))
      }
    },
  }
}

export type Alerts = ReturnType<typeof startAlerts>
