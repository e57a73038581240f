import type { Response } from 'restify'

/** One JSON answer that nobody in between may keep: it holds a token or a conversation. */
export function answerJson(res: Response, status: number, body: unknown): void {
  res.sendRaw(status, JSON.stringify(body), { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
}
