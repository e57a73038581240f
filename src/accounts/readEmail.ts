const longest = 254

/** An email address in the one form in which accounts keep it; undefined for what is none. */
export function readEmail(typed: string): string | undefined {
  const email = typed.trim().toLowerCase()
  return email.length <= longest && /^[\x21-\x3f\x41-\x7e]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(email) ? email : undefined
}
