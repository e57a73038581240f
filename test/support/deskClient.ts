import { request } from 'node:http'

type As = { id?: string; mark?: string; form?: Record<string, string>; accept?: string; site?: string }

type Told = { arrived: number; waiting: number; lists: Record<string, { items: Record<string, { html: string }> }> }

/** Asks the desk without a browser. */
export function deskClient({ url }: { url: string }) {
  return {
    async call(method: string, path: string, { id: account, mark, form = {}, accept = 'text/html', site }: As = {}) {
      const body = method === 'POST' ? new URLSearchParams({ ...(mark ? { mark } : {}), ...form }) : undefined
      const headers = {
        Accept: accept,
        ...(account ? { Cookie: `as=${account}` } : {}),
        ...(body ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
        ...(site ? { 'Sec-Fetch-Site': site } : {}),
      }
      const response = await fetch(url + path, { method, headers, redirect: 'manual', ...(body ? { body: body.toString() } : {}) })
      return {
        status: response.status,
        to: response.headers.get('location'),
        cache: response.headers.get('cache-control'),
        text: await response.text(),
      }
    },

    /** The stream as it comes. */
    listen(path: string, account: string) {
      let text = ''
      let isOver = false
      const asked = request(url + path, { headers: { Cookie: `as=${account}`, Accept: 'text/event-stream' } })
      asked.on('response', (response) => {
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part
        })
        response.on('close', () => {
          isOver = true
        })
      })
      asked.on('error', () => {})
      asked.end()
      const updates = (): Told[] => [...text.matchAll(/^event: update\ndata: (.*)\n\n/gm)].map(([, data = '']) => JSON.parse(data))
      return {
        text: () => text,
        isOver: () => isOver,
        updates,
        /** How many were told to be new until now. */
        arrived: () => updates().reduce((sum, { arrived }) => sum + arrived, 0),
        close: () => asked.destroy(),
      }
    },
  }
}
