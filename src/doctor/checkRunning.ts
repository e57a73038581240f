import { type Finding, fault, idle, ok, warning } from './finding.ts'

type Address = { port: number; host: string | undefined }

const what = 'Service'

/** Asks the service on this machine whether it is ready. `running` is false when nothing of ours answers there. */
export async function checkRunning({ port, host }: Address): Promise<{ running: boolean; findings: Finding[] }> {
  if (port === 0) return { running: false, findings: [] }
  const body = await ask(`http://${addressOf(host)}:${port}/readyz`)
  if (body === 'nobody') {
    const says = `Does not run on this machine (nothing answers on port ${port}).`
    return { running: false, findings: [idle(what, says)] }
  }
  if (typeof body !== 'object' || body === null || !('status' in body) || !('parts' in body))
    return {
      running: false,
      findings: [fault(what, `Port ${port} is used by another program.`, 'Stop that one, or set PORT to another number.')],
    }
  return { running: true, findings: judgeReadiness(body) }
}

/** What `/readyz` told. */
export function judgeReadiness(body: { status: unknown; parts: unknown; troubles?: unknown }): Finding[] {
  const entries = (value: unknown) => Object.entries((value ?? {}) as Record<string, unknown>)
  const missing = entries(body.parts).flatMap(([name, state]) => (state === 'ok' ? [] : [name]))
  const troubles = entries(body.troubles).map(([name, trouble]) => `${name}: ${String(trouble)}`)
  if (missing.length > 0)
    return [fault(what, `Runs, but is not ready: no answer from ${missing.join(', ')}.`, 'Bring that back; the service goes on by itself.')]
  if (troubles.length > 0)
    return [warning(what, 'Runs and takes messages in, but something keeps them from going out.', troubles.join(' '))]
  return [ok(what, 'Runs on this machine and is ready.')]
}

function addressOf(host: string | undefined): string {
  if (host === undefined || host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

async function ask(url: string): Promise<unknown> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: 'manual' })
    return await response.json().catch(() => undefined)
  } catch (error) {
    const code = (error as { cause?: { code?: string } }).cause?.code
    return code === 'ECONNREFUSED' || code === 'EADDRNOTAVAIL' || code === 'EHOSTUNREACH' ? 'nobody' : undefined
  }
}
