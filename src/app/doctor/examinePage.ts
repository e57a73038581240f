import { createGraphClient } from '../../channels/messenger/graphClient.ts'
import type { GraphResult } from '../../channels/messenger/graphResult.ts'
import { graphTrouble } from '../../channels/messenger/graphTrouble.ts'
import { inspectToken } from '../../channels/messenger/inspectToken.ts'
import { readPageName } from '../../channels/messenger/pageName.ts'
import { createPageSubscription } from '../../channels/messenger/pageSubscription.ts'
import type { MessengerSettings } from '../../config/settings.ts'
import { type Finding, fault } from '../../doctor/finding.ts'
import { type ClockDifference, clockDifference, judgeClock } from '../../doctor/judgeClock.ts'
import { judgePage, judgeSubscription, type Told, tokenNotChecked } from '../../doctor/judgePage.ts'
import { judgeToken } from '../../doctor/judgeToken.ts'

/** A `Date` header is of whole seconds. */
const DATE_GRAIN_MS = 1_000

/** The page at Meta: token, proof, permissions, subscription; and Meta's clock beside ours. Nothing where Messenger is off. */
export async function examinePage(messenger: MessengerSettings | undefined): Promise<Finding[]> {
  if (!messenger) return []
  const { pageId, pageToken, appId, appSecret, graphUrl: baseUrl, graphVersion: version } = messenger
  let clock: ClockDifference | undefined
  const graph = createGraphClient({
    baseUrl,
    version,
    token: pageToken,
    appSecret,
    fetch: async (input, init) => {
      const asked = Date.now()
      const response = await fetch(input, init)
      const named = Date.parse(response.headers.get('date') ?? '')
      if (!Number.isNaN(named)) clock ??= clockDifference(asked, Date.now(), named, DATE_GRAIN_MS)
      return response
    },
  })
  const page = told(await readPageName(graph, pageId))
  const findings = judgePage(page, pageId)
  if (clock) findings.push(judgeClock('Meta', clock))
  if (!page.told) return findings
  findings.push(judgeSubscription(told(await createPageSubscription(graph, messenger).missing())))
  if (!appId) return [...findings, tokenNotChecked()]
  const asApp = createGraphClient({ baseUrl, version, token: `${appId}|${appSecret}`, appSecret })
  const inspected = await inspectToken(asApp, pageToken)
  if (inspected.kind === 'ok') return [...findings, ...judgeToken(inspected.token, appId, Math.floor(Date.now() / 1000))]
  if (inspected.kind === 'graphError' && inspected.httpStatus < 500)
    return [
      ...findings,
      fault('Page token', 'MESSENGER_APP_ID and MESSENGER_APP_SECRET are not of the same app.', 'Copy both anew from App settings, Basic.'),
    ]
  const { says, advice } = graphTrouble(inspected)
  return [...findings, { what: 'Page token', state: 'warning', says: `Its permissions could not be checked. ${says}`, advice }]
}

function told<Answer extends object>(result: GraphResult<Answer>): Told<Answer> {
  if (result.kind === 'ok') return { told: true, ...(result as Answer) }
  return { told: false, ...graphTrouble(result as Exclude<GraphResult<object>, { kind: 'ok' }>) }
}
