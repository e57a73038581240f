import { chunksOf } from './chunks.ts'
import { compilePhrases } from './compilePhrases.ts'
import { compileRule, type Match } from './compileRule.ts'
import { isExcused } from './guards.ts'
import { hasCause } from './hasCause.ts'
import { mentions } from './mentions.ts'
import type { GuardName, PhraseRule, Programme } from './phraseRule.ts'
import { abuseRules } from './phrases/abuse.ts'
import { crisisRules } from './phrases/crisis.ts'
import { emergencyRules } from './phrases/emergency.ts'
import { symptomRules } from './phrases/symptoms.ts'
import { type Message, readMessage } from './readMessage.ts'
import { type Scope, scopeOf } from './scope.ts'
import { withoutFlagged } from './withoutFlagged.ts'

export type SafetyFinding = {
  kind: 'emergency' | 'crisis' | 'abuse' | 'symptom'
  programme?: Programme
  /** Id of the phrase rule, for the log; never the person's words. */
  rule: string
  /**
   * What is left of the message once every flagged sentence is taken out, so that it can still be served. It may be small talk or not
   * be understood: then say nothing more.
   */
  rest: string | undefined
}

type Kind = SafetyFinding['kind']
type CompiledRule = Pick<PhraseRule, 'id' | 'programme'> & { kind: Kind; findIn: (message: Message) => Match[] }

/** What excuses a match, by kind. A fear of dying by one's own hand is not excused as imagined: "if it's cancer I'll kill myself". */
const guardsOf: Record<Kind, readonly GuardName[]> = {
  emergency: ['denied', 'past', 'othersPast', 'imagined', 'general'],
  crisis: ['denied', 'past', 'othersPast'],
  abuse: ['denied', 'past', 'othersPast'],
  symptom: ['denied', 'over', 'past', 'othersPast', 'othersHad', 'imagined', 'general', 'lifelong'],
}

function compile(kind: Kind, rules: readonly PhraseRule[]): CompiledRule[] {
  return rules.map(({ id, programme, ...rule }) => {
    const match = compileRule(rule)
    const meansElse = mentions(rule.unless ?? [])
    const causes = compilePhrases(rule.causes ?? [])
    const guards = guardsOf[kind].filter((name) => !rule.despite?.includes(name))
    const stands = (scope: Scope) => !meansElse(scope.near) && !hasCause(causes, scope.sentence) && !isExcused(guards, scope)
    const findIn = (message: Message) => match(message).filter((found) => stands(scopeOf(message, found)))
    return { id, ...(programme && { programme }), kind, findIn }
  })
}

/** In order of urgency: the first that holds is the finding. */
const rules: CompiledRule[] = [
  ...compile('emergency', emergencyRules),
  ...compile('crisis', crisisRules),
  ...compile('abuse', abuseRules),
  ...compile('symptom', symptomRules),
]

/** Reads a message for emergency, crisis or abuse, and symptoms. Where it is unsure it flags; undefined means that nothing was found. */
export function checkSafety(text: string): SafetyFinding | undefined {
  const [whole, ...more] = chunksOf(text)
  if (more.length === 0) return checkPiece(whole ?? '')
  const findings = [whole ?? '', ...more].flatMap((piece) => checkPiece(piece) ?? [])
  const [first] = findings.sort((a, b) => urgency.indexOf(a.kind) - urgency.indexOf(b.kind))
  return first && { ...first, rest: undefined }
}

const urgency: Kind[] = ['emergency', 'crisis', 'abuse', 'symptom']

function checkPiece(text: string): SafetyFinding | undefined {
  const message = readMessage(text)
  const found = rules.map((rule) => ({ rule, matches: rule.findIn(message) })).filter(({ matches }) => matches.length > 0)
  const first = found[0]?.rule
  if (!first) return undefined
  const rest = withoutFlagged(
    message,
    found.flatMap(({ matches }) => matches),
  )
  return { kind: first.kind, ...(first.programme && { programme: first.programme }), rule: first.id, rest }
}
