import type { PatientActivity, Reply } from '../../src/conversation/activity.ts'
import type { Author } from '../../src/conversation/transcriptEntry.ts'

type Line = { author: Author; reply: Reply }

/** What the stand-in bot says: a greeting, an echo, and one of each kind of message by name. */
export function scriptedReplies({ type, text = '' }: PatientActivity): Line[] {
  if (type === 'event') return [bot(greeting, ['Book an appointment', 'What happens on the day', 'Speak to a person'])]
  if (/^card$/i.test(text)) return [bot('Here is what you asked for.'), { author: 'bot', reply: card }]
  if (/person/i.test(text)) return [bot('I have asked a colleague to join.'), staff('Hello, this is Julie. How can I help?')]
  if (/book/i.test(text)) return [bot('Which day suits you?', ['Monday 3 June', 'Tuesday 4 June', 'Neither'])]
  if (/happens/i.test(text)) return [bot(onTheDay), bot('Is there anything else?', ['Does it hurt?', 'No, thank you'])]
  if (/^links$/i.test(text)) return [bot('Not http://example.org/x, nor javascript:alert(1), but https://example.org/y.')]
  return [bot(`You said: ${text}`)]
}

const greeting =
  'Hello. I am the automated assistant of the screening service. I can answer questions about breast screening, and book, change or cancel an appointment.'

const onTheDay =
  'You will be asked to undress to the waist. A mammographer takes two X-rays of each breast.\n\nIt takes about 30 minutes in all. Read more at https://www.nhs.uk/tests-and-treatments/breast-screening-mammogram/ or ring 01632 960001.'

const card = {
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.hero',
      content: {
        title: 'Hanley Leisure Centre',
        subtitle: 'Mobile unit, until 28 June',
        text: 'Free parking. Step-free access.',
        buttons: [
          { type: 'openUrl', title: 'Check it’s you', value: 'https://screening.example.org/check/abc' },
          { type: 'call', title: 'Call us', value: '01632 960001' },
          { type: 'openUrl', title: 'Never a link', value: 'javascript:alert(1)' },
          { type: 'postBack', title: 'Choose this place', value: 'site:hanley' },
        ],
      },
    },
  ],
}

function bot(text: string, choices: string[] = []): Line {
  const actions = choices.map((title) => ({ type: 'postBack', title, value: `choose:${title}` }))
  return { author: 'bot', reply: { type: 'message', text, ...(actions.length > 0 ? { suggestedActions: { to: [], actions } } : {}) } }
}

function staff(text: string): Line {
  return { author: 'staff', reply: { type: 'message', text, from: { id: 'staff-1', name: 'Julie, screening team' } } }
}
