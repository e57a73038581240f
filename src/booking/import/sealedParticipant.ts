/** What a participant's details are sealed for: hers do not open as anybody else's. */
export const participantContext = (id: string): string => `participant ${id}`

/** What her numbers are hashed for. */
export const nhsContext = 'nhs number'
export const sxContext = 'sx number'
