/** How long things are kept. */
export type RetentionTables = {
  retention_periods: { kind: string; days: number; set_at: Date }
}
