/** The kind of an error for the log: never its message, which may hold a person's words. */
export function errorKind(error: unknown): string {
  return error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : 'unknown'
}

/** Kind and place of an unexpected error, for the log. */
export function errorFacts(error: unknown): { cause: string; at: string | null } {
  return { cause: errorKind(error), at: (error instanceof Error && topFrame(error)) || null }
}

/** The first of the frames at the end of the stack: a message may have lines that look like frames. */
function topFrame({ stack = '', message }: Error): string | undefined {
  const lines = stack.replace(message, '').split('\n')
  const beforeFrames = lines.findLastIndex((line) => !/^\s+at .*(?::\d+:\d+\)?|<anonymous>\)?|native\)?|index \d+\))$/.test(line))
  return lines[beforeFrames + 1]?.trim()
}
