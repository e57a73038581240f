/** Ends the program with a word to whoever called it; 2: it was called wrongly. */
export function stop(message: string, code: 1 | 2 = 2): never {
  console.error(message)
  process.exit(code)
}
