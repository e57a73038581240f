/** Where a client opens its stream; `base` is the address of this server as the client reaches it. */
export function streamUrl(base: string, conversationId: string, watermark: number, token: string): string {
  return `${base.replace(/^http/, 'ws')}/v3/directline/conversations/${conversationId}/stream?watermark=${watermark}&t=${token}`
}
