/** Keeps passwords so that nobody can read them. */
export type Passwords = {
  hash(password: string): Promise<string>
  /** Takes as long where there is no hash to compare with, and is false then. */
  matches(hash: string | undefined, password: string): Promise<boolean>
}
