import type { Message } from './readMessage.ts'

const WHO =
  '(?:she|he|they|(?:mum|mam|mom|mother|dad|father|nan|nana|nanna|gran|granny|grandma|grandad|wife|husband|partner|sister|brother|aunt|auntie|uncle|daughter|son|friend|neighbour|lady|patient)|(?:mr|mrs|miss|ms) \\w+)'
const TELLS = new RegExp(
  `\\b${WHO}(?:s|ve)?(?: (?:has|have|had|just|sadly|recently|now)){0,2} (?:died|passed away|passed on)\\b|\\b${WHO}(?:s| is| was)(?: (?:sadly|now))? dead\\b`,
)

/** Whether a message tells that somebody has died: most likely a bereavement, which is met as one. */
export const tellsOfDeath = ({ words }: Pick<Message, 'words'>): boolean =>
  TELLS.test(words.flatMap(({ text }) => (text === ',' ? [] : [text])).join(' '))
