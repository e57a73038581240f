import type { Audit } from '../../audit/audit.ts'
import type { Participants } from '../../booking/participant.ts'
import type { PeopleNames } from '../../booking/peopleNames.ts'
import { AppError } from '../../kernel/errors.ts'
import type { LetterTasks } from '../../outreach/letterTasks.ts'
import type { WordNotice } from '../../outreach/wordNotice.ts'
import { idIn, query } from './personFields.ts'
import { noticeCodeWords, noticeKindWords } from './personWords.ts'
import type { ConsoleRoutes, Visit } from './visit.ts'

type Deps = {
  routes: ConsoleRoutes
  letters: LetterTasks
  participants: Pick<Participants, 'get'>
  names: PeopleNames
  words: WordNotice
  audit: Audit
  now: () => Date
}

const SHOWN = 200
const POSTED = 20

/** `/staff/letters`: what nobody could be sent by text or email, to be printed and posted. */
export function lettersRoutes({ routes, letters, participants, names, words, audit, now }: Deps) {
  async function list(visit: Visit, trouble?: string): Promise<void> {
    const [open, posted] = await Promise.all([letters.open(now(), SHOWN), letters.posted(POSTED)])
    const known = await names([
      ...open.map(({ appointment }) => appointment.participantId),
      ...posted.map(({ participantId }) => participantId),
    ])
    await audit.note({
      account: visit.account,
      action: 'letters.listed',
      subject: { kind: 'notice', id: 'letters' },
      why: 'letters',
      details: { count: open.length + posted.length },
    })
    await visit.page(
      'letters.njk',
      {
        open: open.map((task) => ({
          ...task,
          name: known.get(task.appointment.participantId)?.name,
          kindWords: noticeKindWords[task.kind],
          why: noticeCodeWords(task.code),
        })),
        posted: posted.map((one) => ({ ...one, name: known.get(one.participantId)?.name, kindWords: noticeKindWords[one.kind] })),
        trouble,
        done: query(visit, 'done') === 'posted',
      },
      trouble ? 409 : 200,
    )
  }

  async function show(visit: Visit): Promise<void> {
    const task = await letters.get(idIn(visit), now())
    if (!task) throw new AppError('NOT_FOUND')
    const { id, kind, appointment } = task
    const person = await participants.get(appointment.participantId)
    if (!person) throw new AppError('NOT_FOUND')
    const { letter } = await words(kind, appointment)
    const details = { notice: id }
    const subject = { kind: 'participant', id: person.id } as const
    await audit.note({ account: visit.account, action: 'participant.read', subject, why: 'letter', details })
    const { name, address, postcode } = person.details
    const lines = [...(address ?? '').split(/\s*[\n,]\s*/), postcode ?? ''].filter(Boolean)
    const paragraphs = letter.body.split('\n\n')
    await visit.page('letter.njk', { task, name, lines, subject: letter.subject, paragraphs, today: now() })
  }

  async function posted(visit: Visit): Promise<void> {
    const id = idIn(visit)
    const task = await letters.get(id, now())
    const first = await letters.done(id, now(), visit.account)
    if (first) {
      const details = task ? { participant: task.appointment.participantId } : {}
      await audit.note({ account: visit.account, action: 'letter.posted', subject: { kind: 'notice', id }, why: 'letters', details })
      return visit.seeOther('/staff/letters?done=posted')
    }
    const earlier = (await letters.posted(SHOWN)).find((one) => one.id === id)
    if (!earlier && !task) throw new AppError('NOT_FOUND')
    await list(
      visit,
      `${earlier?.by ? `${earlier.by} has` : 'Somebody has'} said already that this letter is in the post. Do not post it twice.`,
    )
  }

  const all = [
    routes.get('/staff/letters', 'staff', (visit) => list(visit)),
    routes.get('/staff/letters/:id', 'staff', show),
    routes.post('/staff/letters/:id/posted', 'staff', posted),
  ]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}
