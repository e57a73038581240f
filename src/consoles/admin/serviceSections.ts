/** A fact that is written down. `needed`: what is asked for where it is missing; without it the fact may be left empty. */
export type TextFact = {
  name: string
  label: string
  hint?: string
  needed?: string
  longest: number
  /** A field of one line, of this kind; absent: several lines. */
  line?: 'text' | 'tel' | 'email' | 'url'
}

/** A fact that is one of two. Each choice says what it means. */
export type ChoiceFact = { name: string; legend: string; choices: { value: string; text: string; hint: string }[] }

export type SectionKey = 'contact' | 'practicals' | 'hours' | 'bot'
export type Section = { key: SectionKey; title: string; about: string; texts: TextFact[]; choices: ChoiceFact[] }

const SENTENCES = 300

const told = (name: string, label: string, hint: string): TextFact => ({ name, label, hint, longest: SENTENCES })

const contact: Section = {
  key: 'contact',
  title: 'Name and contact',
  about: 'Answers and pages name these. What is changed here is said everywhere within seconds.',
  texts: [
    { name: 'name', label: 'Name of the service', needed: 'Enter the name of the service', longest: 80, line: 'text' },
    { name: 'phone', label: 'Phone number', hint: 'As patients dial it.', needed: 'Enter the phone number', longest: 40, line: 'tel' },
    { name: 'email', label: 'Email address', needed: 'Enter the email address', longest: 100, line: 'email' },
    {
      name: 'website',
      label: 'Website',
      hint: 'Begins with https://',
      needed: 'Enter the address of the website',
      longest: 200,
      line: 'url',
    },
    {
      name: 'directions',
      label: 'How to get there',
      hint: 'Buses, where the van stands, which door. Whole sentences.',
      needed: 'Enter how to get there',
      longest: SENTENCES,
    },
    { name: 'parking', label: 'Parking', hint: 'Whole sentences.', needed: 'Enter what to say about parking', longest: SENTENCES },
    {
      name: 'evenings',
      label: 'Evenings and weekends',
      hint: 'Said to somebody who cannot come in working hours.',
      needed: 'Enter what to say about evenings and weekends',
      longest: SENTENCES,
    },
  ],
  choices: [],
}

const practicals: Section = {
  key: 'practicals',
  title: 'Practical matters',
  about: 'Whole sentences to a patient. While a field is empty, a sentence is said that cannot be wrong.',
  texts: [
    told('sites', 'Where screening takes place', 'Said to somebody who asks where to go, or for another place.'),
    told('access', 'Steps, lifts and wheelchairs', 'Said to somebody who cannot manage steps or uses a wheelchair.'),
    told('gown', 'A gown', 'Said to somebody who does not want to be undressed.'),
    told('companions', 'Bringing somebody', 'Said to somebody who asks if a friend or carer can come in too.'),
    told('lookRound', 'Looking round before a visit', 'Said to somebody who is anxious, or who comes with a carer.'),
    told('walkIn', 'Coming without an appointment', 'Said to somebody who asks if she can just come.'),
    told('late', 'Being late', 'Said to somebody who will not be on time.'),
    told('nurses', 'The breast care nurses', 'How to reach them.'),
    told('interpreter', 'Interpreters', 'Said to somebody who needs another language, or sign language.'),
    told('complaints', 'Complaints', 'How to make one.'),
    told('aaaContact', 'AAA screening', 'How to reach the local service. Said to somebody who writes to us about it.'),
    told('eyeContact', 'Diabetic eye screening', 'How to reach the local service. Said to somebody who writes to us about it.'),
    told('lungContact', 'Lung screening', 'How to reach the local service. Said to somebody who writes to us about it.'),
  ],
  choices: [],
}

const hours: Section = {
  key: 'hours',
  title: 'Hours',
  about: 'When people are there to answer. From these times follows what a patient is promised who asks for a person.',
  texts: [
    {
      name: 'hours',
      label: 'Opening hours in words',
      hint: 'As patients read it, for example: Monday to Friday, 9am to 5pm, but not on bank holidays. It must say the same as the times below.',
      needed: 'Enter the opening hours in words',
      longest: 150,
      line: 'text',
    },
  ],
  choices: [],
}

const bot: Section = {
  key: 'bot',
  title: 'How the bot works',
  about: 'What it does by itself, and what people look at first.',
  texts: [],
  choices: [
    {
      name: 'booking',
      legend: 'Appointments that are made in the chat',
      choices: [
        { value: 'request', text: 'The office confirms them', hint: 'Patients are told so, and each waits as a request.' },
        {
          value: 'direct',
          text: 'They are final at once',
          hint: 'Nobody looks at them. Only places that are released to the bot are offered.',
        },
      ],
    },
    {
      name: 'answering',
      legend: 'Answers',
      choices: [
        { value: 'answer', text: 'The bot answers', hint: 'With the answers that were reviewed and published.' },
        {
          value: 'assist',
          text: 'The bot prepares answers, and staff send them',
          hint: 'Nobody is answered while no colleague is there, but for what cannot wait.',
        },
      ],
    },
    {
      name: 'publishing',
      legend: 'Publishing what the bot says',
      choices: [
        { value: 'twoPeople', text: 'Two people', hint: 'Somebody who did not write a change has to approve it.' },
        { value: 'onePerson', text: 'One person', hint: 'Whoever has written a change may publish it alone.' },
      ],
    },
  ],
}

/** The facts, on as many pages as people can take in. */
export const sections: readonly Section[] = [contact, hours, practicals, bot]
