import { compilePhrases } from './compilePhrases.ts'
import { isDenied } from './isDenied.ts'
import { mentions } from './mentions.ts'
import type { GuardName } from './phraseRule.ts'
import { notRealPhrases } from './phrases/notRealPhrases.ts'
import { pastPhrases } from './phrases/pastPhrases.ts'
import type { Scope } from './scope.ts'
import { whoseClaim } from './whoseClaim.ts'

const guardPhrases = { ...pastPhrases, ...notRealPhrases }
type Phrase = keyof typeof guardPhrases
const says = Object.fromEntries(Object.entries(guardPhrases).map(([name, phrases]) => [name, mentions(phrases)])) as Record<
  Phrase,
  (line: string) => boolean
>
const searchingFor = compilePhrases(guardPhrases.searchingFor)

const guards: Record<GuardName, (scope: Scope) => boolean> = {
  /** "no lumps", "haven't had any pain" */
  denied: ({ message, match, sentence }) => isDenied(message, match) && !says.untilNow(sentence),
  /** "had it removed", "it was benign": over and done with. */
  over: (scope) => (says.over(scope.near) || says.overAfter(scope.after)) && !isGoingOn(scope),
  /** "was suicidal in 2009", "my breast was red after the last one": told as the past. */
  past: (scope) =>
    (says.longAgo(scope.sentence) || says.lastTime(scope.near)) &&
    says.wasSo(scope.near) &&
    !says.sinceThen(scope.near) &&
    !says.lately(scope.near) &&
    !isGoingOn(scope),
  /** "my sister found one last year": another person's, and long ago. */
  othersPast: (scope) => isAnothers(scope) && says.othersPast(scope.sentence),
  /** "my mum had a lump": another person's, told as the past, with no time given. */
  othersHad: (scope) => isAnothers(scope) && (says.wasSo(scope.near) || says.othersAge(scope.near)),
  /** "what if they find one", "scared I might faint" */
  imagined: (scope) => says.imagined(scope.before) && !pointsAtIt(scope),
  /** "do lumps mean cancer?", "how do I check for lumps" */
  general: (scope) => isAboutLearning(scope) || (says.anyones(scope.before) && !pointsAtIt(scope) && whose(scope) === 'nobody'),
  /** "always been like that" */
  lifelong: ({ near, sentence }) => says.always(near) && !says.changed(sentence),
}

/** Whether one of the named guards excuses the match. Where none speaks, the match stands. */
export function isExcused(names: readonly GuardName[], scope: Scope): boolean {
  return names.some((name) => guards[name](scope))
}

const whose = ({ message, match }: Scope) => whoseClaim(message, match)

const isGoingOn = ({ near, sentence, after }: Scope): boolean => says.stillSo(sentence) || says.stillSo(after) || says.stillSoNearby(near)

const isAnothers = (scope: Scope): boolean => whose(scope) === 'another' && !says.recent(scope.sentence) && !isGoingOn(scope)

const isAboutLearning = (scope: Scope): boolean => (says.teaching(scope.near) || isSearchedFor(scope)) && !says.ownFinding(scope.near)

/** "this lump", "I've a lump": a real one, named in the four words before the claim or in it. */
const pointsAtIt = ({ message: { line, starts }, match }: Scope): boolean =>
  says.thisOne(line.slice((starts[Math.max(0, match.claimFrom - 4)] ?? 1) - 1, starts[match.claimTo]))

/** "check for lumps": the search ends at most two words before the claim ("looking for advice about a lump" is not one). */
const isSearchedFor = ({ message: { line, starts, wordAt }, match }: Scope): boolean =>
  [...line.slice(0, starts[match.claimTo]).matchAll(searchingFor)].some((hit) => {
    const end = wordAt.get(hit.index + hit[0].length) ?? 0
    return end >= match.claimFrom - 2 && end <= match.claimTo
  })
