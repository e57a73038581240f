import { byId } from './element.ts'

/** Milliseconds: a sign that nothing has followed for so long says nothing any more. */
const longest = 15_000

/** The three dots, and the same in words, once, for those who hear the page. */
export function createTypingSign() {
  const dots = byId('chat-typing')
  const said = byId('chat-typing-said')
  let timer: ReturnType<typeof setTimeout> | undefined

  function hide(): void {
    clearTimeout(timer)
    dots.hidden = true
    said.textContent = ''
  }
  return {
    hide,
    show(): void {
      clearTimeout(timer)
      timer = setTimeout(hide, longest)
      dots.hidden = false
      if (!said.textContent) said.textContent = 'An answer is being written.'
    },
  }
}
