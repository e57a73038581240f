/** One language's words for each kind of finding: the same facts as the English ones. */
export type LanguageReplies = {
  /** Whether someone whose first language it is has read them. */
  nativeCheck: 'awaiting' | 'done'
  emergency: string
  crisis: string
  /** Says nothing on a locked screen that someone else should not read. */
  abuse: string
  symptom: string
  /** Follows `symptom` where the bowel is meant. */
  bowel: string
  /** Stands in place of `symptom`: a change of sight needs help the same day. */
  eye: string
}
