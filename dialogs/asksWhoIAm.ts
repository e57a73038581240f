const BOT = 'bot|chatbot|chat bot|robot|machine|computer|computer program|ai|automated|automatic|auto reply'
const LIVING = 'human|human being|(?:real |live |actual )?person|someone real|nurse|doctor|woman|lady|man'
const KIND = `(?:just |really |actually |even )?(?:a |an )?(?:${BOT}|${LIVING})`
const HERE = '(?: (?:here|on here|there|at the other end|on the other end|talking to me|answering(?: me)?|replying(?: to me)?))?'

/** "Are you a robot?", "am I talking to a real person?", "who are you": the whole of what is said, in plain words. */
export const asksWhoIAm: RegExp[] = [
  new RegExp(`(?:are you|r u|is this|is that|am i (?:talking|speaking|chatting|writing) (?:to|with)) ${KIND}(?: or ${KIND})?${HERE}`),
  new RegExp(`is it (?:just )?a (?:bot|chatbot|chat bot|robot)${HERE}`),
  /are you real|(?:who|what) are you|who am i (?:talking|speaking|chatting|writing) (?:to|with)/,
]
