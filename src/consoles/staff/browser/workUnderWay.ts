const EVERY_MS = 2_000

/**
 * Shows how far something is that the page waits for (`#work-under-way`), and the page anew when it is over: or what its form then
 * answers, where the element names one (`data-then`).
 */
export function startWorkUnderWay(): void {
  if (work()) setTimeout(() => void look(), EVERY_MS)
}

const work = () => document.getElementById('work-under-way')

async function look(): Promise<void> {
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html', 'X-By-Itself': '1' } })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const now = page.getElementById('work-under-way')
    // What is gone is over, too.
    if ((answer.ok || answer.status === 404) && !now) return goOn()
    if (now && !work()?.dataset.then) work()?.replaceChildren(...now.childNodes)
  } catch {
    // There is no connection: it is looked again.
  }
  setTimeout(() => void look(), EVERY_MS)
}

/** What somebody is typing meanwhile is not sent for her. */
function goOn(): void {
  const form = document.getElementById(work()?.dataset.then ?? '')
  if (!(form instanceof HTMLFormElement)) location.reload()
  else if ([...form.querySelectorAll('textarea')].some(({ value, defaultValue }) => value !== defaultValue)) work()?.remove()
  else form.requestSubmit()
}
