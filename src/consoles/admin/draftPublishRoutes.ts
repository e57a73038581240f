import type { DraftLook, Publishing } from '../../content/publishing.ts'
import { AppError } from '../../kernel/errors.ts'
import { field, query } from '../staff/personFields.ts'
import type { ConsoleRoutes, Visit } from '../staff/visit.ts'
import { seenIn } from './draftSeen.ts'
import { editPageOf, folderWords, kindWords } from './draftWords.ts'

type Deps = { routes: ConsoleRoutes; publishing: Publishing }

const LONGEST_NOTE = 500

const home = '/admin/draft'

const notices: Record<string, string> = {
  approved: 'You have approved this draft.',
  discarded: 'The change is discarded. What is live stays.',
  published: 'Published. Every process answers with it within seconds.',
  imported: 'The pack is in the draft now.',
}

/** What kept something from being done; nothing was written. */
const troubles: Record<string, string> = {
  changed: 'The draft, or what is live, has changed since you looked. Nothing was done. This is how it is now.',
  ownWork: 'You have written part of this draft, so a colleague has to approve it.',
  nothing: 'There is nothing to publish.',
  notChecked: 'Nothing was published: what would change has to be found out first, and nothing may stand against it.',
  notApproved: 'Nothing was published: approvals are missing.',
  busy: 'Another draft is being checked. Please try again in a minute.',
}

/** `/admin/draft`: what the draft changes, and its way to being published. */
export function draftPublishRoutes({ routes, publishing }: Deps) {
  async function show(visit: Visit, { trouble, note = '' }: { trouble?: string; note?: string } = {}): Promise<void> {
    const look = await publishing.look(visit.account)
    const said = trouble ?? query(visit, 'trouble')
    const values = {
      ...look,
      changes: look.changes.map((change) => ({
        ...change,
        folderWords: folderWords(change.folder),
        kindWords: kindWords[change.kind],
        editPage: editPageOf(change),
        by: change.authors.map(({ firstName }) => firstName).join(', '),
      })),
      faults: undefined,
      checkWords: checkWords(look),
      ofTwo: look.needed > 1,
      note,
      longestNote: LONGEST_NOTE,
      notice: notices[query(visit, 'done')],
      trouble: troubles[said],
    }
    await visit.page('draftPage.njk', values, trouble ? 409 : 200)
  }

  async function approve(visit: Visit): Promise<void> {
    const outcome = await publishing.approve(visit.account, seenIn(visit.form))
    if (outcome === 'changedMeanwhile') return show(visit, { trouble: 'changed' })
    if (outcome === 'ownWork') return show(visit, { trouble: 'ownWork' })
    visit.seeOther(`${home}?done=approved`)
  }

  async function publish(visit: Visit): Promise<void> {
    const note = field(visit.form, 'note', LONGEST_NOTE)
    const outcome = await publishing.publish(visit.account, seenIn(visit.form), note)
    switch (outcome.kind) {
      case 'published':
        return visit.seeOther(`/admin/versions/${outcome.version}?done=published`)
      case 'changedMeanwhile':
        return show(visit, { trouble: 'changed', note })
      case 'nothingChanged':
        return show(visit, { trouble: 'nothing', note })
      default:
        return show(visit, { trouble: outcome.kind, note })
    }
  }

  async function discard(visit: Visit): Promise<void> {
    const { form } = visit
    const rev = Number(form.get('rev'))
    const path = field(form, 'path', 200)
    if (!path || !Number.isInteger(rev)) throw new AppError('INVALID_REQUEST', 'the form does not say which change')
    const outcome = await publishing.discard(visit.account, seenIn(form), { path, rev })
    if (outcome === 'changedMeanwhile') return show(visit, { trouble: 'changed' })
    visit.seeOther(`${home}?done=discarded`)
  }

  const all = [
    routes.get(home, 'admin', (visit) => show(visit)),
    routes.post(`${home}/approve`, 'admin', approve),
    routes.post(`${home}/publish`, 'admin', publish),
    routes.post(`${home}/discard`, 'admin', discard),
  ]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}

/** How the check of this draft went, in short. */
function checkWords({ check }: DraftLook): string {
  if (!check) return 'Nobody has looked yet at what this draft would change.'
  if (check.state === 'running') return 'It is being found out what this draft would change.'
  if (check.state === 'brokenOff') return 'The last check broke off.'
  return check.passed ? 'Checked: nothing stands against publishing it.' : 'Checked: something stands against publishing it.'
}
