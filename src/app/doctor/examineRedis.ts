import { type Finding, fault } from '../../doctor/finding.ts'
import { judgeRedis } from '../../doctor/judgeRedis.ts'
import { readRedisFacts } from '../../doctor/redisFacts.ts'
import { troubleOfRedis } from '../../doctor/troubleOfRedis.ts'

/** Each Redis that the settings name; nothing where there is none. Of the nodes of a cluster some may be away. */
export async function examineRedis(urls: string[] = []): Promise<Finding[]> {
  const asked = await Promise.all(urls.map((url) => examineNode(url, urls.length > 1)))
  const someAnswer = asked.some(({ answers }) => answers)
  return asked.flatMap(({ answers, findings }) =>
    answers || !someAnswer ? findings : findings.map((finding): Finding => ({ ...finding, state: 'warning' })),
  )
}

async function examineNode(url: string, severalNamed: boolean): Promise<{ answers: boolean; findings: Finding[] }> {
  const what = severalNamed ? `Redis ${new URL(url).host}` : 'Redis'
  try {
    const facts = await readRedisFacts(url)
    const findings = judgeRedis(facts, what)
    if (severalNamed && !facts.cluster)
      findings.push(
        fault(what, 'REDIS_URL names several, but this one is in no cluster.', 'Name one Redis, or nodes of one Redis Cluster.'),
      )
    return { answers: true, findings }
  } catch (error) {
    return { answers: false, findings: [{ what, state: 'fault', ...troubleOfRedis(error) }] }
  }
}
