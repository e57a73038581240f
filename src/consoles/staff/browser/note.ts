import { newKey, post } from './post.ts'

/** Keeps an internal note without leaving the page. */
export function startNote(): void {
  const form = document.getElementById('note-form') as HTMLFormElement | null
  const box = document.getElementById('note') as HTMLTextAreaElement | null
  if (!form || !box) return
  const keep = async () => {
    const key = form.elements.namedItem('key') as HTMLInputElement
    if (!box.value.trim()) return
    const answer = await post(form.action, { key: key.value, text: box.value })
    box.setCustomValidity(answer.kind === 'refused' ? answer.fault : '')
    if (answer.kind === 'refused') return void box.reportValidity()
    box.value = ''
    key.value = newKey()
    ;(document.getElementById('note-box') as HTMLDetailsElement).open = false
  }
  box.addEventListener('input', () => box.setCustomValidity(''))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void keep()
  })
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void keep()
  })
}
