const names = new Intl.DisplayNames(['en-GB'], { type: 'language' })

/** What a language is called in English, by its code; the NHS says Bengali. */
export const languageName = (code: string): string => (code === 'bn' ? 'Bengali' : (names.of(code) ?? code))
