/** What was kept or told, without the ids and digests in it: those are made by chance, and hold any short number now and then. */
export const withoutIds = (text: string): string => text.replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{32,}/g, '')
