import { setImmediate } from 'node:timers/promises'

/** The bytes are no UTF-8, in or after this line. */
export class NotUtf8 extends Error {
  readonly line: number

  constructor(line: number, cause: unknown) {
    super('The file is not UTF-8.', { cause })
    this.line = line
  }
}

export type Source = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>

/** The text of a file in UTF-8, with or without a mark at its beginning, its lines ending in \n. Throws `NotUtf8`. */
export async function* decodeText(source: Source): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  // A \r at the end of a piece may be the first half of a line's end.
  let half = ''
  let line = 1
  for await (const piece of inPieces(source)) {
    const text = half + (typeof piece === 'string' ? piece : decode(piece))
    half = text.endsWith('\r') ? '\r' : ''
    const plain = withPlainEnds(half ? text.slice(0, -1) : text)
    line += plain.split('\n').length - 1
    yield plain
  }
  yield withPlainEnds(half + decode())

  function decode(piece?: Uint8Array): string {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
    } catch (cause) {
      throw new NotUtf8(line, cause)
    }
  }
}

const PIECE = 65_536

/** What is parsed at once keeps everything else in this process waiting. */
async function* inPieces(source: Source): AsyncGenerator<Uint8Array | string> {
  for await (const whole of source) {
    for (let from = 0; from < whole.length; from += PIECE) {
      yield typeof whole === 'string' ? whole.slice(from, from + PIECE) : whole.subarray(from, from + PIECE)
      await setImmediate()
    }
  }
}

const withPlainEnds = (text: string): string => text.replace(/\r\n?/g, '\n')
