/** Milliseconds after the last letter before advice is asked for. */
const REST_MS = 600

/** Shows how long texts are while they are typed, and advice and a preview of an intent beside its form. */
export function startIntentsAdvice(): void {
  for (const count of document.querySelectorAll<HTMLElement>('[data-count-of]')) startCount(count)
  const form = document.getElementById('intent-form')
  if (form instanceof HTMLFormElement) startAdvice(form)
}

function startCount(count: HTMLElement): void {
  const typed = document.getElementById(count.dataset.countOf ?? '')
  const most = Number(count.dataset.most)
  if (!(typed instanceof HTMLTextAreaElement || typed instanceof HTMLInputElement)) return
  typed.addEventListener('input', () => {
    const { length } = typed.value.trim()
    count.textContent = `${length} of ${most} characters`
    count.classList.toggle('intent-count--over', length > most)
  })
}

function startAdvice(form: HTMLFormElement): void {
  const advice = document.getElementById('intent-advice')
  const status = document.getElementById('intent-status')
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  async function ask(): Promise<void> {
    const turn = ++asked
    const body = new URLSearchParams(Array.from(new FormData(form), ([name, value]): [string, string] => [name, String(value)]))
    const answer = await fetch(form.dataset.advice ?? '', { method: 'POST', body, redirect: 'error' }).catch(() => undefined)
    if (turn !== asked || !advice || !status) return
    if (!answer?.ok) {
      status.textContent = 'There is no advice at the moment.'
      return
    }
    const open = openDetails(advice)
    advice.innerHTML = await answer.text()
    advice.querySelectorAll('details').forEach((details, n) => {
      details.open = open[n] ?? false
    })
    const count = Number(advice.querySelector<HTMLElement>('[data-to-look-at]')?.dataset.toLookAt ?? 0)
    const words = count === 0 ? 'Advice: nothing to look at.' : `Advice: ${count} to look at.`
    if (status.textContent !== words) status.textContent = words
    // The other answers' examples are being read: then there is more to say.
    if (advice.querySelector('[data-waiting]')) later(4000)
  }

  function later(ms: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void ask(), ms)
  }

  form.addEventListener('input', () => later(REST_MS))
  if (advice?.querySelector('[data-waiting]')) later(4000)
}

const openDetails = (within: HTMLElement): boolean[] => Array.from(within.querySelectorAll('details'), ({ open }) => open)
