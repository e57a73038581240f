import type { Request } from 'restify'
import { AppError } from '../../kernel/errors.ts'
import { isLoopbackAddress, isLoopbackHost } from './loopback.ts'

/** Headers by which a proxy says that it passes on somebody else's request. */
const passedOn = /^(?:forwarded|via|x-forwarded(?:-.*)?|x-real-ip|x-client-ip|cf-connecting-ip|true-client-ip)$/

/**
 * Throws LOCAL_ONLY unless the request comes from a program on this machine: by the socket's address, which nobody can
 * invent. A proxy on this machine has such an address too; it is known by its headers, or by the name under which it was
 * asked. A plain proxy gives neither sign: so where the settings say that others reach the service (`facesOutside`), nobody
 * is let in. What a header says of where a request comes from never lets it in.
 */
export function requireThisMachine(req: Request, facesOutside: boolean): void {
  if (facesOutside) throw new AppError('LOCAL_ONLY', 'PUBLIC_URL or TRUSTED_PROXIES says that others reach this service')
  const isPassedOn = Object.keys(req.headers).some((name) => passedOn.test(name))
  const asked = URL.parse(`http://${req.headers.host ?? ''}`)
  const isLocal = isLoopbackAddress(req.socket.remoteAddress) && asked !== null && isLoopbackHost(asked.hostname)
  if (isPassedOn || !isLocal) throw new AppError('LOCAL_ONLY')
}
