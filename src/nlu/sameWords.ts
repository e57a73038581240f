/** What patients call the same thing, each line by its first word. Only words that may stand for each other in any question. */
const lists = `
mum mam mom mummy mother
nan nana nanna gran granny grandma grandmother
aunt aunty auntie aunties
husband hubby
breast breasts boob boobs tit tits bust bosom
mammogram mammograms mammo xray xrays
letter letters invite invitation invites
appointment appointments appt appts apt appointmnt
hurt hurts hurting pain painful sore agony ouch
woman women lady ladies female
man men bloke male fella
doctor doctors gp gps dr surgery
ring phone call telephone
scared frightened nervous anxious terrified afraid petrified dreading
undress strip topless naked
clothes dress wear wearing
deodorant antiperspirant
talc powder
van unit lorry trailer
reschedule rearrange
pregnant pregnancy expecting
embarrassed ashamed shy embarrassing
cost costs price fee charge pay
`

const firstOf = new Map(
  lists
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [first = '', ...others] = line.split(' ')
      return others.map((other) => [other, first] as const)
    }),
)

/** The word by which its kind is known here; most words stand for themselves. */
export function sameWord(word: string): string {
  return firstOf.get(word) ?? word
}
