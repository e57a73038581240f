import type { Activity } from 'botbuilder'
import { AppError } from '../../kernel/errors.ts'
import type { BotFrameworkAdapter, Caller } from './botFrameworkAdapter.ts'
import { isLoopbackUrl } from './loopback.ts'

/** The identity service may hang; the SDK would wait for ever. */
const patienceMs = 10_000

/**
 * Who calls. The token must be for our app; it binds the serviceUrl that we answer to. Where it names none, as the
 * Emulator's does, or where nothing has to be proved, we call only programs on this machine: else anybody who may speak
 * here could make us call whom they like. Throws TOKEN_INVALID, INVALID_REQUEST or IDENTITY_UNAVAILABLE.
 */
export async function authenticate(adapter: BotFrameworkAdapter, activity: Activity, authorization: string): Promise<Caller> {
  const { caller, claims } = await identify(adapter, activity, authorization)
  const isLocal = isLoopbackUrl(activity.serviceUrl)
  if (!adapter.appId) {
    if (isLocal) return caller
    throw new AppError('INVALID_REQUEST', 'without MicrosoftAppId, serviceUrl must be on this machine')
  }
  const isBound = claims.getClaimValue('serviceurl') === activity.serviceUrl
  if (claims.getClaimValue('aud') !== adapter.appId || !(isBound || isLocal)) throw new AppError('TOKEN_INVALID')
  return caller
}

async function identify(adapter: BotFrameworkAdapter, activity: Activity, authorization: string) {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new AppError('IDENTITY_UNAVAILABLE')), patienceMs)
  })
  try {
    return await Promise.race([adapter.identify(activity, authorization), tooLong])
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError(isUnavailable(error) ? 'IDENTITY_UNAVAILABLE' : 'TOKEN_INVALID', undefined, { cause: error })
  } finally {
    clearTimeout(timer)
  }
}

/** The keys could not be had. Everything else that the SDK throws here, in whatever form, is about the token. */
function isUnavailable(error: unknown): boolean {
  const { name, statusCode } = error as { name?: unknown; statusCode?: unknown }
  return name === 'FetchError' || statusCode === 500
}
