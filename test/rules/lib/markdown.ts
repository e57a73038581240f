/** The texts between backticks outside code blocks, and the targets of links. */
export function codeSpansAndLinks(markdown: string): string[] {
  const prose = markdown.replace(/^ *(```|~~~)[\s\S]*?^ *\1/gm, '')
  const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span)
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target.replace(/#.*/, ''))
  return [...spans, ...links]
}

/** The first column of every table whose first heading is `heading`; a cell may name several things in backticks. */
export function firstColumn(markdown: string, heading: string): string[] {
  const lines = markdown.split('\n').map((line) => line.trim())
  const starts = lines.flatMap((line, index) => (firstCell(line).toLowerCase() === heading && isRuler(lines[index + 1]) ? [index + 2] : []))
  return starts.flatMap((start) => {
    const end = lines.findIndex((line, index) => index >= start && !line.startsWith('|'))
    return lines.slice(start, end < 0 ? undefined : end).flatMap((row) => namesIn(firstCell(row)))
  })
}

function firstCell(row: string): string {
  return row.startsWith('|') ? (row.split('|')[1] ?? '').trim() : ''
}

function isRuler(line: string | undefined): boolean {
  return /^\|[\s:|-]+$/.test(line ?? '')
}

function namesIn(cell: string): string[] {
  const spans = [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
  return spans.length > 0 ? spans : [cell]
}
