import { languageName } from './languageName.ts'

const names: Record<string, string> = {
  id: 'Id',
  title: 'Title',
  asked: 'As a question',
  programme: 'Programme',
  utterances: 'Example messages',
  heard: 'Messages heard from others',
  asksNothing: 'Small talk',
  'worry.meets': 'Said first, to a worry',
  'worry.control': 'What she may ask for and decide',
  'worry.person': 'A person',
  'answer.text': 'Answer',
  'answer.easyRead': 'Easy-read answer',
  'answer.more': 'Longer part of the answer',
  'answer.link.title': 'Words of the link',
  'answer.link.url': 'Address of the link',
  'answer.followUps': 'Questions offered afterwards',
  dialog: 'Dialog that it starts',
  'source.name': 'Source',
  'source.url': 'Address of the source',
  'source.date': 'Date of the source',
  owner: 'Owner',
  where: 'When it is said',
  reviewed: 'Reviewed on',
  reviewBy: 'To be reviewed by',
  intro: 'Introduction',
  outro: 'End',
  language: 'Language',
  name: 'Name of the language',
  englishName: 'Name in English',
  rightToLeft: 'Written from right to left',
  text: 'Text',
  interpreter: 'Button for an interpreter',
  person: 'Button for a person',
  nativeCheck: 'Read by a native speaker',
  'answer.nativeCheck': 'Read by a native speaker',
  checkedBy: 'Native speaker who has read it',
}

/** What a field is called to people: `steps.2.title` is "Step 2: title", `answer.languages.pl.text` is "Answer in Polish". */
export function fieldWords(place: string): string {
  const known = names[place]
  if (known) return known
  const [, before = '', code, field = ''] = /^(.*?)languages\.([a-z]{2,3})\.(\w+)$/.exec(place) ?? []
  if (code) return `${fieldWords(before + field)} in ${languageName(code)}`
  const step = /^steps\.(\d+)\.(\w+)$/.exec(place)
  if (step) return `Step ${step[1]}: ${plain(step[2] ?? '')}`
  const words = place.split('.').map(plain).join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** easyRead as "easy read". */
const plain = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
