type Rule = { why: string; pattern: RegExp }

/** Words that a screening service does not say to a patient, and why not. */
const rules: Rule[] = [
  {
    why: 'denies pain',
    pattern:
      /\b(?:won['’]t|will not|doesn['’]t|does not|shouldn['’]t|should not|isn['’]t|is not|never|not)(?: be| feel| really| usually| normally| actually| going to| too| very| that| at all)* (?:hurts?|painful|uncomfortable)\b|\bpainless\b|\bpain[ -]free\b|\bno pain\b|\bjust a (?:little|bit)\b/i,
  },
  {
    why: 'reassures without knowing',
    pattern:
      /\b(?:do not|don['’]t|no need to|nothing to|no reason to|try not to|needn['’]t) (?:worry|panic|be (?:afraid|scared|worried))|\bnothing to (?:fear|be afraid of|be scared of)|\bI(?:['’]m| am) (?:sure|certain)\b|\b(?:you|it|all|everything)(?:['’]ll| will) be (?:fine|all ?right|ok(?:ay)?)\b|\brest assured\b|\bI promise\b|\bhonestly\b/i,
  },
  { why: 'orders', pattern: /\byou (?:must|really should|ought)\b|\byou['’]d better\b/i },
  {
    why: 'interprets a result',
    pattern:
      /\bprobably\b|\bnothing (?:serious|sinister|bad)\b|\b(?:it|this|that|yours)(?:['’]s| is)? (?:not|isn['’]t|unlikely to be|likely to be|bound to be) (?:be )?cancer\b|\byou (?:do not|don['’]t) have cancer\b|\byou(?:['’]re| are) (?:all )?clear\b|\b(?:un)?likely\b[^.?!]{0,60}\b(?:cancer|results?|recall(?:ed)?|called back|harmless|benign)\b|\b(?:cancer|results?|recall(?:ed)?|called back)\b[^.?!]{0,60}\b(?:un)?likely\b(?! to work)/i,
  },
  {
    why: 'makes guilty',
    pattern:
      /\bwast(?:e|es|ed|ing)\b|\bselfish\b|\blet(?:ting|s)? (?:us|them|others|people|everyone|your \w+|the \w+) down\b|\birresponsible\b|\bashamed\b|\bcosts? the NHS\b|\bsomeone else could\b/i,
  },
  { why: 'names a charity that has closed', pattern: /\bJo['’]?s (?:Cervical|Trust)\b/i },
]

/** Why a text must not be said as it is, with the words that are at fault. */
export function neverSaidIn(text: string): string[] {
  const line = text.replace(/\s+/g, ' ')
  return rules.flatMap(({ why, pattern }) => {
    const found = pattern.exec(line)
    return found ? [`${why}: ${found[0]}`] : []
  })
}

const benefit =
  /\bsav(?:e|es|ed|ing) (?:some |many )?lives\b|\bli(?:fe|ves) saved\b|\bdeaths\b|\bcancers?(?: is| are)? (?:found )?early\b|\bfound early\b|\bmore cancers\b|\bcancers (?:have been )?found\b|\bbefore (?:you notice|it gives trouble)\b/i
const harm =
  /\bharms?\b|\bnever have (?:hurt|harmed|caused harm)\b|\bnot (?:needed|need)\b|\bfalse alarms?\b|\bmore worry\b|\bcan also worry\b|\brisks? of (?:its|their) own\b|\bdo not have cancer\b/i

/** Whether a text names what screening does for people, and not what it may do to them. Both are said, always. */
export const tellsOnlyTheBenefit = (text: string): boolean => benefit.test(text) && !harm.test(text)
