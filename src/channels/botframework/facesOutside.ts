import type { Settings } from '../../config/settings.ts'
import { isLoopbackUrl } from './loopback.ts'

/** Whether the settings say that others than programs on this machine reach the service: under a public address, or by a proxy. */
export function facesOutside({ publicUrl, trustedProxies }: Pick<Settings, 'publicUrl' | 'trustedProxies'>): boolean {
  return trustedProxies > 0 || (publicUrl !== undefined && !isLoopbackUrl(publicUrl))
}
