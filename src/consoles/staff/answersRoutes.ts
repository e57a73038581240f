import type { FindAnswers } from '../../content/findAnswers.ts'
import { talkPath } from './talkView.ts'
import type { ConsoleRoutes, Visit } from './visit.ts'

const LONGEST_QUERY = 200

/** GET `/staff/answers?q=`: approved answers, as a part of the page of a `conversation`. */
export function answersRoutes({ routes, findAnswers }: { routes: ConsoleRoutes; findAnswers: FindAnswers }) {
  async function answers({ req, fragment }: Visit): Promise<void> {
    const { q = '', conversation = '' } = req.query as { q?: string; conversation?: string }
    const query = String(q).slice(0, LONGEST_QUERY).trim()
    const path = talkPath(encodeURIComponent(String(conversation)))
    fragment('answersList.njk', { query, path, answers: query ? await findAnswers(query) : [] })
  }
  return [routes.get('/staff/answers', 'staff', answers)]
}
