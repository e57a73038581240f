import type { Choice } from '../src/conversation/session.ts'
import { FormDialog, type FormOutcome } from './formDialog.ts'
import { readChoice } from './readChoice.ts'
import { sayAtOnce } from './say.ts'
import type { Turn } from './turn.ts'
import { readYesOrNo } from './yesOrNo.ts'

export const MESSAGE_FOR_STAFF = 'messageForStaff'

const SKIP = 'skip'

const TOPICS: Choice[] = [
  { title: 'An appointment', value: 'an appointment' },
  { title: 'A worry', value: 'a worry' },
  { title: 'Something else', value: 'something else' },
  { title: 'No, thank you', value: SKIP },
]

const NOTHING: Choice = { title: 'Nothing to add', value: SKIP }

/** What staff would like to know before they answer. Both questions may be left out. */
export const messageForStaff = new FormDialog(MESSAGE_FOR_STAFF, [
  {
    name: 'topic',
    ask: () => ({ text: 'It helps them to know what it is about. Would you like to say?', choices: TOPICS }),
    read: ({ text, value }) => (TOPICS.find((topic) => topic.value === value) ?? readChoice(text, TOPICS))?.value,
    retry: 'Please choose one of these, or just carry on and ask me something else.',
  },
  {
    name: 'details',
    ask: () => ({
      text: 'Please write a few words for them. Leave out your NHS number and date of birth: they will ask for those in a safe way if they need them.',
      choices: [NOTHING],
    }),
    read: ({ text, value }) =>
      value === SKIP || readYesOrNo(text) === 'no' || readChoice(text, [NOTHING]) ? SKIP : text.trim() || undefined,
    retry: 'Please write a few words for the team.',
    when: ({ topic }) => topic !== SKIP,
  },
])

/** Passes what was written on to whoever takes the conversation. */
export async function passMessageOn(turn: Turn, { kind, answers }: FormOutcome): Promise<void> {
  if (kind === 'abandoned') return
  const { deps, context, conversationId, eventId } = turn
  const { topic = SKIP, details = SKIP } = answers
  const note = [topic === SKIP ? '' : `About ${topic}.`, details === SKIP ? '' : details].filter(Boolean).join(' ')
  if (!note) return sayAtOnce(context, "That's fine. You can go on asking me things while you wait.")
  const added = await deps.escalations.addNote(conversationId, 'asked', note)
  if (!added) await deps.escalations.escalate({ conversationId, eventId, reason: 'asked', note })
  await sayAtOnce(context, 'Thank you. I have added that to your message for the team. You can go on asking me things while you wait.')
}
