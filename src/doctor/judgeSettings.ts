import type { Settings } from '../config/settings.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

/** What no schema can say of settings that are each valid by themselves. */
export function judgeSettings(settings: Settings): Finding[] {
  return [
    ok('Settings', 'Complete and readable.'),
    ...judgePublicUrl(settings),
    ...judgeProxies(settings),
    ...judgeEmbedded(settings),
    ...judgeGraphUrl(settings),
  ]
}

const metaGraph = 'https://graph.facebook.com'

/** Meta calls only https addresses that it can reach. With a stand-in of Meta on the same machine, others do. */
function judgePublicUrl({ publicUrl, messenger }: Settings): Finding[] {
  if (!messenger) return []
  const unreachable = messenger.graphUrl === metaGraph ? fault : warning
  const advice = 'Set PUBLIC_URL to the https address under which the world reaches this service; docs/deploy.md shows the reverse proxy.'
  if (!publicUrl) return [unreachable('Settings', 'PUBLIC_URL is missing: Meta has no address to call.', advice)]
  const { protocol, hostname } = new URL(publicUrl)
  if (isOnlyHere(hostname)) return [unreachable('Settings', 'PUBLIC_URL names this machine itself: Meta cannot call it.', advice)]
  if (protocol !== 'https:') return [unreachable('Settings', 'PUBLIC_URL begins with http: Meta calls https addresses only.', advice)]
  return []
}

/** This machine, or a private network. */
function isOnlyHere(hostname: string): boolean {
  return (
    /(?:^|\.)localhost$|\.local$|\.internal$|^\[(?:::1?|f[cd].*|fe80.*)\]$/.test(hostname) ||
    /^(?:127|10|0|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$/.test(hostname)
  )
}

/** The service itself speaks no TLS: at an https address there is a proxy. */
function judgeProxies({ publicUrl, trustedProxies }: Settings): Finding[] {
  if (!publicUrl?.startsWith('https:') || trustedProxies > 0) return []
  return [
    warning(
      'Settings',
      'PUBLIC_URL is https, so a proxy stands in front, but TRUSTED_PROXIES is 0: everybody counts as one caller, and the limits meet them together.',
      'Set TRUSTED_PROXIES to the number of your proxies that add to X-Forwarded-For, mostly 1.',
    ),
  ]
}

function judgeEmbedded({ databaseUrl, messenger }: Settings): Finding[] {
  if (databaseUrl || !messenger) return []
  return [
    warning(
      'Settings',
      'Messenger is on with the embedded database: a power cut may lose the last messages, and only one process can run.',
      'For real patients set DATABASE_URL to a PostgreSQL.',
    ),
  ]
}

function judgeGraphUrl({ messenger }: Settings): Finding[] {
  if (!messenger || messenger.graphUrl === metaGraph) return []
  return [
    warning(
      'Settings',
      "MESSENGER_GRAPH_URL is not Meta's own: nothing that is sent reaches a person on Messenger.",
      'Leave MESSENGER_GRAPH_URL blank, unless this is a trial.',
    ),
  ]
}
