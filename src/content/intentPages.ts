import type { DraftIntent, DraftIntents } from './draftIntents.ts'
import { isIntentPath } from './draftIntents.ts'
import type { IntentPage, OtherIntent } from './intentEditing.ts'
import { fieldsOfFile } from './intentForm.ts'
import { languageSchema } from './languageSchema.ts'
import { packedFile } from './packedFile.ts'
import { folderOfPath, idOfPath } from './packFile.ts'
import { readContent } from './readContent.ts'

const named = languageSchema.transform((language) => ({ ...language, id: language.language }))

/** What the pages of intents show. */
export function intentPages(isSafetyFile: (path: string, yaml: string) => boolean) {
  const languages = rememberedLanguages()

  return {
    one(read: DraftIntents, { id, path, yaml, state, intent }: DraftIntent): IntentPage {
      const changes = read.state.changes.filter((change) => isIntentPath(change.path) && idOfPath(change.path) === id)
      const change = changes.find((one) => one.path === path) ?? changes[0]
      return {
        id,
        fields: fieldsOfFile(yaml),
        was: packedFile(state === 'takenOut' ? undefined : yaml),
        state,
        isSafety: isSafetyFile(path, yaml),
        dialog: intent?.dialog,
        asksNothing: intent?.asksNothing ?? false,
        change: change && { authors: change.authors, changedAt: change.changedAt },
        offeredAfter: read.draft.filter(({ answer }) => answer?.followUps.includes(id)).map((one) => ({ id: one.id, title: one.title })),
        others: othersOf(read, id),
        languages: languages(read.state.draftHash, read),
      }
    },
    fresh: (read: DraftIntents) => ({
      fields: fieldsOfFile(undefined),
      was: '',
      others: othersOf(read),
      languages: languages(read.state.draftHash, read),
    }),
  }
}

function othersOf({ draft }: DraftIntents, id?: string): OtherIntent[] {
  return draft
    .filter((one) => one.id !== id)
    .map(({ id, title, asked, programme, asksNothing }) => ({ id, title, asked, programme, asksNothing }))
    .sort((one, other) => one.asked.localeCompare(other.asked))
}

function rememberedLanguages() {
  let known: { hash: string; languages: IntentPage['languages'] } | undefined
  return (hash: string, { state }: DraftIntents): IntentPage['languages'] => {
    if (known?.hash === hash) return known.languages
    const languages = state.draft
      .filter(({ path }) => folderOfPath(path) === 'languages')
      .flatMap((file) => readContent(file, named).content ?? [])
      .map(({ language, englishName, rightToLeft }) => ({ code: language, name: englishName, rightToLeft }))
      .sort((one, other) => one.name.localeCompare(other.name))
    known = { hash, languages }
    return languages
  }
}
