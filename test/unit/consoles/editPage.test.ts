import { expect, test } from '@jest/globals'
import { editPageOf } from '../../../src/consoles/admin/draftWords.ts'

test.each([
  ['breast/does_it_hurt.yaml', '/admin/intents/does_it_hurt'],
  ['diabetic_eye/eye_drops.yaml', '/admin/intents/eye_drops'],
  ['texts/crisis.yaml', '/admin/texts/crisis'],
  ['languages/ur.yaml', '/admin/languages/ur'],
  ['guides/mammogram.yaml', undefined],
  ['conversations/booking.yaml', undefined],
  ['evaluation/unseen.yaml', undefined],
])('%s is edited at %s', (path, page) => {
  const folder = path.split('/')[0] ?? ''
  expect(editPageOf({ path, folder, kind: 'changed' })).toBe(page)
  expect(editPageOf({ path, folder, kind: 'new' })).toBe(page)
  expect(editPageOf({ path, folder, kind: 'removed' })).toBeUndefined()
})
