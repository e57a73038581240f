import type { TextId } from '../src/content/fixedTexts.ts'
import type { Turn } from './turn.ts'

/** A text that the service words itself, with its facts filled in. `own`: what this text names besides. */
export function fixedText({ deps, facts }: Pick<Turn, 'deps' | 'facts'>, id: TextId, own: Record<string, string> = {}): string {
  return deps.fillFacts(deps.text(id), { ...facts, ...own })
}
