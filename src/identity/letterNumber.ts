/** A number from somebody's letter, plain and normalised: an NHS number of ten digits, or an SX number in capitals without spaces. */
export type LetterNumber = { nhs: string } | { sx: string }
