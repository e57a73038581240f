import { PERSON, START_AGAIN } from './choices.ts'

/** Something to tap, and the choice of the bot that tapping it makes. */
type Item = { title: string; payload: string }

/** The words a person meets on the page in Messenger before they write. A tap says to the bot what its title says when typed. */
export function messengerProfile(serviceName: string): { greeting: string; menu: Item[]; iceBreakers: Item[] } {
  return {
    greeting: greetingOf(serviceName),
    menu: [
      { title: 'Book an appointment', payload: 'intent:book_appointment' },
      { title: 'Change my appointment', payload: 'intent:change_appointment' },
      { title: 'Opening hours and phone', payload: 'intent:contact_and_hours' },
      { title: PERSON.title, payload: PERSON.value },
      { title: START_AGAIN.title, payload: START_AGAIN.value },
    ],
    iceBreakers: [
      { title: 'What happens at the appointment?', payload: 'intent:what_happens' },
      { title: 'Does it hurt?', payload: 'intent:does_it_hurt' },
      { title: 'When will I get my results?', payload: 'intent:results_when' },
      { title: PERSON.title, payload: PERSON.value },
    ],
  }
}

const GREETING_LIMIT = 160

/** Where the name is too long for Meta's limit it is left out: the page shows it anyway. */
function greetingOf(serviceName: string): string {
  const greeting = (who: string) =>
    `Automated assistant of ${who}. Ask about breast screening, or ask for a person at any time. In an emergency, ring 999.`
  const named = greeting(serviceName)
  return named.length <= GREETING_LIMIT ? named : greeting('this page')
}
