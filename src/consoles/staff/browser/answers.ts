import type { Reply } from './reply.ts'

/** Milliseconds after the last letter before it is searched. */
const REST_MS = 200

/** Finds approved answers while somebody types, and puts the chosen one into the reply. */
export function startAnswers(reply: Reply): void {
  const form = document.getElementById('answers-form') as HTMLFormElement | null
  const query = document.getElementById('answers-query') as HTMLInputElement | null
  const found = document.getElementById('answers-found')
  const box = document.getElementById('answers-box') as HTMLDetailsElement | null
  const conversation = document.getElementById('desk')?.dataset.path?.split('/').pop() ?? ''
  if (!form || !query || !found || !box) return
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  async function search(): Promise<void> {
    const turn = ++asked
    const words = new URLSearchParams({ q: query?.value ?? '', conversation })
    const answer = await fetch(`/staff/answers?${words}`).catch(() => undefined)
    const html = answer?.ok ? await answer.text() : '<p>The answers cannot be searched at the moment.</p>'
    if (turn === asked && found) found.innerHTML = html
  }

  query.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => void search(), REST_MS)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void search()
  })
  // Also those that the card suggests.
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLElement>('[data-insert]')
    if (!link || !document.getElementById('reply')) return
    event.preventDefault()
    box.open = false
    reply.insert(link.dataset.insert ?? '')
  })
}
