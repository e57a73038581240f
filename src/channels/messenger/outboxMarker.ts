const prefix = 'sm:'

/** The `metadata` of a message we send. Meta gives it back in the echo, which is how a message whose answer was lost is found again. */
export function outboxMarker(outboxId: string): string {
  return prefix + outboxId
}

/** The outbox id in an echo's `metadata`; undefined when the message is not from our outbox. */
export function markedOutboxId(metadata: string | undefined): string | undefined {
  return metadata?.startsWith(prefix) ? metadata.slice(prefix.length) : undefined
}
