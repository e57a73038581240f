/** How like a text is to languages that are known by their runs of letters, from 0 to 1. */
export type Likenesses = (text: string) => Record<string, number>

const lettersOfOne = { be: /ў/i, uk: /[іїєґ]/i, mk: /[ѓќѕ]/i, sr: /[јљњђћџ]/i, ru: /[ыэё]/i }

const wordsOfOne = new Map(
  Object.entries({
    ru: 'здравствуйте пожалуйста мне меня мой мою что это как где когда нужен нужна можно запись спасибо если только чтобы очень',
    uk: 'добрий доброго дякую мене чи що як де коли можна треба потрібно запис будь ласка дуже бо та буде який',
    bg: 'здравейте моля искам мога ми си се ли ще какво кога имам трябва няма много дали добре от със съм утре час',
  }).flatMap(([language, words]) => words.split(' ').map((word) => [word, language] as const)),
)

const WORTH_OF_WORD = 0.05

/** By letters of one language alone; else by common words and by what the text is most like: Russian, Ukrainian or Bulgarian. */
export function languageOfCyrillic(text: string, likenesses: Likenesses): string {
  for (const [language, letters] of Object.entries(lettersOfOne)) if (letters.test(text)) return language
  const words = text.toLowerCase().match(/\p{Script=Cyrillic}+/gu) ?? []
  const likeness = likenesses(words.join(' '))
  const worth = (language: string) =>
    (likeness[language] ?? 0) + WORTH_OF_WORD * words.filter((word) => wordsOfOne.get(word) === language).length
  const [first = 'ru'] = ['ru', 'uk', 'bg'].sort((one, other) => worth(other) - worth(one))
  return first
}
