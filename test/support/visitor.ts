type Fields = Record<string, string>

/** A browser without a script: keeps cookies, follows nothing by itself, and fills in the forms that it is shown. */
export function createVisitor(url: string, address: string) {
  const cookies = new Map<string, string>()
  const set: string[] = []

  async function request(path: string, init: RequestInit & { headers?: Fields } = {}): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { Accept: 'text/html', 'X-Forwarded-For': address, ...(cookie && { Cookie: cookie }), ...init.headers }
    const answer = await fetch(path.startsWith('http') ? path : url + path, { redirect: 'manual', ...init, headers })
    set.length = 0
    for (const line of answer.headers.getSetCookie()) {
      set.push(line)
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/Max-Age=0/.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }

  const get = (path: string, headers: Fields = {}) => request(path, { headers })
  const post = (path: string, fields: Fields, headers: Fields = {}) =>
    request(path, { method: 'POST', body: new URLSearchParams(fields), headers })
  /** A form with a file; without one where `file` is absent. */
  async function postFile(
    path: string,
    fields: Fields,
    headers: Fields = {},
    file?: { name: string; bytes: string | Uint8Array<ArrayBuffer> },
  ) {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    if (file) body.append('file', new Blob([file.bytes]), file.name)
    return request(path, { method: 'POST', body, headers })
  }
  const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

  return {
    url,
    address,
    cookies,
    /** The Set-Cookie lines of the last answer. */
    set,
    get,
    post,
    postFile,
    hidden,
    /** Looks at a page, and sends a form with its mark. */
    async fill(page: string, action: string, fields: Fields): Promise<Response> {
      return post(action, { mark: hidden(await (await get(page)).text(), 'mark'), ...fields })
    },
    /** Email and password, as a person gives them. */
    async signIn(email: string, password: string, next = ''): Promise<Response> {
      return this.fill('/staff/sign-in', '/staff/sign-in', { email, password, next })
    },
    /** Where an answer leads. */
    to: (answer: Response) => `${answer.status} ${answer.headers.get('Location') ?? ''}`.trim(),
  }
}

export type Visitor = ReturnType<typeof createVisitor>
