/** What a colleague's note is sealed for: one of this conversation does not open as another's. */
export const noteContext = (conversationId: string): string => `staff note ${conversationId}`
