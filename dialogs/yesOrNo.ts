import { plainWords } from './plainWords.ts'

const YES = /^((oh |ok )?(yes|yeah|yea|yep|yup|aye)( ok| thanks| thank you| i do| i would| it is)?( please)?( do)?|sure|please|please do)$/
const NO =
  /^((oh )?(no|nope|nah)( ta| thanks?| thank you| im (ok|fine)| not really| its not| it isnt| i dont)?|not really|none|none of (these|those|them)|neither|nothing else|thats all)$/

export function readYesOrNo(text: string): 'yes' | 'no' | undefined {
  const words = plainWords(text)
  if (YES.test(words)) return 'yes'
  return NO.test(words) ? 'no' : undefined
}
