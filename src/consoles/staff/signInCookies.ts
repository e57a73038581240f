import type { Request, Response } from 'restify'

/** A cookie of ours: for this host alone, out of reach for scripts, and not sent with other sites' forms. */
function cookie(name: string, secure: boolean) {
  const fullName = secure ? `__Host-${name}` : name
  const set = (res: Response, value: string, more = '') =>
    void res.appendHeader('Set-Cookie', `${fullName}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}${more}`)

  return {
    read(req: Request): string | undefined {
      const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim())
      return pairs.find((pair) => pair.startsWith(`${fullName}=`))?.slice(fullName.length + 1)
    },
    /** Goes with the browser's last window, or after `minutes`. */
    set: (res: Response, value: string, minutes?: number) => set(res, value, minutes === undefined ? '' : `; Max-Age=${minutes * 60}`),
    clear: (res: Response) => set(res, '', '; Max-Age=0'),
  }
}

/** `secure`: the service is reached by https, so that no other way of getting there sends or sets them. */
export function createStaffCookies({ secure }: { secure: boolean }) {
  return {
    /** Her session. */
    session: cookie('staff', secure),
    /** What the marks of forms are bound to while there is no session. */
    form: cookie('staff-form', secure),
    /** That it was this browser that left for the organisation's sign-in. */
    elsewhere: cookie('staff-elsewhere', secure),
  }
}

export type StaffCookies = ReturnType<typeof createStaffCookies>
