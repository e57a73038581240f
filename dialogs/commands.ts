import { PERSON, START_AGAIN } from './choices.ts'
import { changesNothing } from './edits.ts'
import { fixedText } from './fixedText.ts'
import { greet } from './greeting.ts'
import { hasOpenQuestion } from './hasOpenQuestion.ts'
import type { Command } from './heardAlways.ts'
import { inTheirLanguage } from './languages.ts'
import { abandonForm, askOpenQuestionAgain, goBack } from './openForm.ts'
import { callPerson } from './person.ts'
import { sayAtOnce } from './say.ts'
import type { Turn } from './turn.ts'
import { endWalk } from './walkThrough.ts'
import { whoThisIs } from './whoThisIs.ts'

/** Does what is heard in every state. */
export async function obey(turn: Turn, command: Command): Promise<void> {
  const { context, facts, session } = turn
  if (changesNothing(turn, command)) return
  session.misses = 0
  switch (command) {
    case 'stop':
      endWalk(turn)
      await abandonForm(turn)
      return sayAtOnce(context, fixedText(turn, 'stopped'), [START_AGAIN, PERSON])
    case 'startAgain':
      endWalk(turn)
      await abandonForm(turn)
      return greet(turn)
    case 'person': {
      const wasOpen = hasOpenQuestion(turn)
      await callPerson(turn, 'asked', { ...inTheirLanguage(turn), ...(session.quiet && { withoutForm: true }) })
      return wasOpen ? askOpenQuestionAgain(turn) : undefined
    }
    case 'whoAreYou':
      turn.introduced = true
      await sayAtOnce(context, `${whoThisIs(facts, 'plainly')} You can ask for a person at any time.`, [PERSON])
      return askOpenQuestionAgain(turn)
    case 'forgetMe':
      await abandonForm(turn)
      await turn.deps.appointments.forget(turn.conversationId)
      delete session.symptomSince
      return sayAtOnce(
        context,
        'All right. I no longer know who was checked in this conversation, and will say nothing of anybody’s appointment until somebody has been to our page again. Nothing else has been changed.',
        [START_AGAIN, PERSON],
      )
    case 'back':
      if (await goBack(turn)) return
      return sayAtOnce(context, 'There is no question to go back to. What would you like to know?', [START_AGAIN, PERSON])
  }
}
