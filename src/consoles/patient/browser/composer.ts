import { byId } from './element.ts'

/** The same limit as the server's, in UTF-16 units after trimming. */
const longest = 2000
const nearLimit = 1800

/** The box to write in. Enter sends, Shift and Enter starts a new line; a message that is too long stays and says so. */
export function createComposer(onSend: (text: string) => void) {
  const form = byId<HTMLFormElement>('chat-form')
  const box = byId<HTMLTextAreaElement>('chat-text')
  const count = byId('chat-count')

  function update(): void {
    box.style.height = 'auto'
    box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`
    const left = longest - box.value.trim().length
    count.textContent = left > longest - nearLimit ? '' : wordsFor(left)
    count.toggleAttribute('data-over', left < 0)
    if (left >= 0) box.removeAttribute('aria-invalid')
  }

  function send(): void {
    const text = box.value.trim()
    if (text.length > longest) box.setAttribute('aria-invalid', 'true')
    if (text && text.length <= longest) {
      box.value = ''
      update()
      onSend(text)
    }
    box.focus()
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    send()
  })
  box.addEventListener('input', update)
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    send()
  })
  update()
}

function wordsFor(left: number): string {
  const characters = `${Math.abs(left)} ${Math.abs(left) === 1 ? 'character' : 'characters'}`
  return left < 0 ? `Your message is ${characters} too long. Please shorten it, or send it in parts.` : `You have ${characters} left.`
}
