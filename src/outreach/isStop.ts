const alone = /^(?:please )?(?:stop|stop ?all|unsubscribe|opt ?out|end|quit)(?: please| thanks| thank you)?$/
const asked = /\b(?:stop|quit|no more) (?:\w+ ){0,2}?(?:texts?|texting|messages?|messaging|sending|sms|contacting)\b/
const forbidden = /\b(?:do not|dont|don t|never) (?:please |ever )?(?:text|message|sms|contact) (?:me|this)\b/
const unsubscribe = /\b(?:unsubscribe|opt (?:me )?out|take me off|remove me from|remove my number)\b/

/** Whether a text message asks for no more of them. "Cancel" does not: it is the appointment that is meant. */
export function isStop(text: string): boolean {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return [alone, asked, forbidden, unsubscribe].some((pattern) => pattern.test(plain))
}
