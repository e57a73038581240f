import { z } from 'zod'
import { pageInboxAppId } from '../pageInbox.ts'
import { ifReadable } from './ifReadable.ts'
import { personId } from './personId.ts'
import { platformId } from './platformId.ts'
import type { Reading, Update } from './update.ts'

const controlSchema = z.object({ new_owner_app_id: ifReadable(platformId) })
const passSchema = z.object({ pass_thread_control: controlSchema })
const requestSchema = z.object({ request_thread_control: z.object({ requested_owner_app_id: ifReadable(platformId) }) })
const takeSchema = z.object({ take_thread_control: controlSchema })

/** `pass_thread_control` goes to the app that gains the thread: us, unless it names another owner. */
export function readPassThreadControl(update: Update): Reading {
  const owner = passSchema.parse(update.item).pass_thread_control.new_owner_app_id
  return threadControl(update, 'pass', ownerKind(update, owner) ?? 'handedToBot')
}

/** `take_thread_control` goes to the app that loses the thread: us, unless it names us as the new owner. */
export function readTakeThreadControl(update: Update): Reading {
  const owner = takeSchema.parse(update.item).take_thread_control.new_owner_app_id
  return threadControl(update, 'take', ownerKind(update, owner) ?? 'handedToStaff')
}

/** `request_thread_control` goes to the app that has the thread: another would like to have it. */
export function readRequestThreadControl(update: Update): Reading {
  const appId = requestSchema.parse(update.item).request_thread_control.requested_owner_app_id
  return { observation: { kind: 'threadRequested', at: update.occurredAt, address: personId(update), ...(appId ? { appId } : {}) } }
}

type Handed = 'handedToBot' | 'handedToStaff'

function ownerKind({ appId }: Update, owner: string | undefined): Handed | undefined {
  if (owner === pageInboxAppId) return 'handedToStaff'
  if (appId === undefined || owner === undefined) return undefined
  return owner === appId ? 'handedToBot' : 'handedToStaff'
}

function threadControl(update: Update, verb: string, kind: Handed): Reading {
  const { occurredAt } = update
  const address = personId(update)
  const eventKey = `messenger:thread:${verb}:${address}:${occurredAt.getTime()}`
  return { event: { channel: 'messenger', address, eventKey, kind, occurredAt, activity: { type: 'event', name: 'threadControl' } } }
}
