/** A CSV file of these columns. */
export function toCsv(columns: readonly string[], rows: readonly Partial<Record<string, string>>[]): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
  return `${lines.map((values) => values.map(quoted).join(',')).join('\n')}\n`
}

const quoted = (value: string): string => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
