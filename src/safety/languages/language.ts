/** The community languages that the gate reads besides English, by ISO 639-1 code. Punjabi is one, in Gurmukhi and in Shahmukhi. */
export type Language = 'cy' | 'pl' | 'ur' | 'pa' | 'bn' | 'ar' | 'ro' | 'pt'
