import type { DraftIntent } from './draftIntents.ts'
import type { IntentFault } from './intentFaults.ts'
import { fieldsOfFile, type IntentFields } from './intentForm.ts'
import { folderOfPath } from './packFile.ts'

/** What somebody in danger or distress is answered can be reworded, and nothing else: what of that is not so. */
export function safetyKept({ path, yaml }: Pick<DraftIntent, 'path' | 'yaml'>, fields: IntentFields): IntentFault[] {
  const now = fieldsOfFile(yaml)
  return [
    ...(fields.programme !== folderOfPath(path) ? [{ field: 'programme', text: 'A safety answer stays with its programme' }] : []),
    ...(now.person === 'soon' && fields.person !== 'soon'
      ? [{ field: 'person', text: 'This safety answer passes the conversation to a person at once. That cannot be switched off' }]
      : []),
    ...(now.text && !fields.text ? [{ field: 'text', text: 'A safety answer can be reworded, and not emptied' }] : []),
  ]
}
