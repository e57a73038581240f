/** Ends with a sentence that says what is wrong. */
export function stop(message: string): never {
  console.error(message)
  process.exit(2)
}
