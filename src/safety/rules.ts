import { compilePhrases } from './compilePhrases.ts'
import { compileRule, type Match } from './compileRule.ts'
import { isExcused } from './guards.ts'
import { hasCause } from './hasCause.ts'
import { mentions } from './mentions.ts'
import type { GuardName, PhraseRule } from './phraseRule.ts'
import { abuseRules } from './phrases/abuse.ts'
import { crisisRules } from './phrases/crisis.ts'
import { emergencyRules } from './phrases/emergency.ts'
import { symptomRules } from './phrases/symptoms.ts'
import type { Message } from './readMessage.ts'
import type { SafetyFinding } from './safetyFinding.ts'
import { type Scope, scopeOf } from './scope.ts'

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
export const rules: CompiledRule[] = [
  ...compile('emergency', emergencyRules),
  ...compile('crisis', crisisRules),
  ...compile('abuse', abuseRules),
  ...compile('symptom', symptomRules),
]
