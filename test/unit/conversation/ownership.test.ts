import { describe, expect, test } from '@jest/globals'
import type { Ownership } from '../../../src/conversation/claim.ts'
import type { EventKind } from '../../../src/conversation/incomingEvent.ts'
import { botOwns, ownershipAfter } from '../../../src/conversation/ownership.ts'
import { noon } from '../../support/conversationStores.ts'

const at = (minutes: number) => noon.plus({ minutes }).toJSDate()
const ownerAfter = (kind: EventKind, minutes: number, seen: Ownership) => ownershipAfter({ kind, occurredAt: at(minutes) }, seen, noon)
const inInbox = (minutes: number) => ({
  owner: 'staff',
  name: 'page inbox',
  since: at(minutes),
  until: noon.plus({ minutes, hours: 24 }).toJSDate(),
})

const priya: Ownership = { owner: 'staff', name: 'Priya', account: 'p', since: at(-10), until: at(20) }
const gone: Ownership = { ...priya, since: at(-60), until: at(-1) }
const queue: Ownership = { owner: 'nobody', since: at(-10) }

describe('whose a conversation is', () => {
  test('a colleague’s time that is over does not make it the bot’s, and what the patient writes then is for the queue', () => {
    expect(botOwns(gone, noon)).toBe(false)
    expect(ownerAfter('said', 0, gone)).toEqual({ owner: 'nobody' })
    expect(ownerAfter('said', 0, priya)).toBeUndefined()
    expect(ownerAfter('said', 0, queue)).toBeUndefined()
    expect(botOwns(queue, noon)).toBe(false)
  })

  test('the time of somebody outside our console that is over does', () => {
    const lapsed: Ownership = { owner: 'staff', name: 'page inbox', since: at(-2000), until: at(-1) }
    expect(botOwns(lapsed, noon)).toBe(true)
    expect(ownerAfter('said', 0, lapsed)).toEqual({ owner: 'bot', botSince: at(-1) })
  })

  test.each(['staffSaid', 'handedToStaff', 'overheard'] as const)(
    '%s outside our console takes it from a colleague, and from the queue',
    (kind) => {
      expect(ownerAfter(kind, 0, priya)).toEqual(inInbox(0))
      expect(ownerAfter(kind, 0, gone)).toEqual(inInbox(0))
      expect(ownerAfter(kind, 0, queue)).toEqual(inInbox(0))
    },
  )

  test.each(['staffSaid', 'handedToStaff', 'overheard'] as const)('%s that is heard of after a colleague took it does not', (kind) => {
    expect(ownerAfter(kind, -11, priya)).toBeUndefined()
    expect(ownerAfter(kind, -11, queue)).toBeUndefined()
  })

  test('a thread that is handed to us stays with the colleague or the queue that has it', () => {
    expect(ownerAfter('handedToBot', 0, priya)).toBeUndefined()
    expect(ownerAfter('handedToBot', 0, queue)).toBeUndefined()
    expect(ownerAfter('handedToBot', 0, { owner: 'staff', name: 'page inbox', since: at(-5), until: at(60) })).toEqual({
      owner: 'bot',
      botSince: at(0),
    })
  })

  test('since when it is theirs does not move with their next word, and their time does', () => {
    expect(ownerAfter('staffSaid', 0, { ...inInbox(-5), owner: 'staff' })).toEqual({ ...inInbox(0), since: at(-5) })
  })

  test('an agent hub has it under its own name', () => {
    expect(ownershipAfter({ kind: 'handedToStaff', occurredAt: at(0), by: 'Hub' }, { owner: 'bot' }, noon)).toMatchObject({
      owner: 'staff',
      name: 'Hub',
    })
  })
})
