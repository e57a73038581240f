import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { openPackFolder } from '../src/app/openPack.ts'
import { openSafety } from '../src/app/openSafety.ts'
import { examplesOf, openUnderstanding } from '../src/app/openUnderstanding.ts'
import { createPinoLog } from '../src/kernel/pinoLog.ts'
import { inTurn } from '../src/nlu/crossValidate.ts'
import { evaluate, type Outcome } from '../src/nlu/evaluate.ts'
import { predict } from '../src/nlu/predict.ts'
import { roughen, roughWays } from '../src/nlu/roughen.ts'
import { crossValidatePack } from './evaluate/crossValidatePack.ts'
import { learnUnheard, missingFold, ofWholePack, wholeOf } from './evaluate/folds.ts'
import { printConfusions, printFigures } from './evaluate/printFigures.ts'
import { type Expectation, readExpectations } from './evaluate/readExpectations.ts'
import { stop } from './evaluate/stop.ts'

const USAGE = `Usage: npm run evaluate -- FILE [--out PREDICTIONS.json] [--rough]
       npm run evaluate -- --cross-validate [--heard] [--rough]

FILE is a list of { "intent", "programme", "utterances": [] }. --cross-validate reads the pack's chosen examples, each with a model
that has not seen it; with --heard also what was heard, with sentence models that scripts/learnPatients.ts --fold teaches before.
--rough gives the figures again with typos, without punctuation, in capitals and in text speak.`

/** So many models read the chosen examples in turn. */
const FOLDS = 10

const { file, out, crossValidate, heard, rough } = readArguments()
const understanding = await openUnderstanding(createPinoLog('warn'))
const pack = await openPackFolder(understanding).catch((error: Error) => stop(error.message))
const safety = await openSafety(understanding)
/** Small talk, complaints and bereavements are of no programme: for an evaluation they are outside the service. */
const intents = [...pack.intents.values()]
const service = new Set(intents.filter(({ programme }) => programme !== 'general').map(({ id }) => id))

if (heard) await crossValidatePack({ pack: intents.map(wholeOf), deal: ofWholePack, learn: learnUnheard, service, rough })
else if (crossValidate)
  await crossValidatePack({ pack: intents.map(examplesOf), deal: inTurn(FOLDS), learn: understanding.learnHere, service, rough })
else await evaluateFile(await readExpectations(file))
await safety.close()
await understanding.close()

async function evaluateFile(expectations: Expectation[]): Promise<void> {
  const outcomes = await readAll(expectations, (text) => text)
  if (out) await writeFile(out, `${JSON.stringify(outcomes, null, 2)}\n`).catch(() => stop(`Cannot write ${out}.`))
  const figures = evaluate(outcomes)
  printFigures(figures)
  printConfusions(outcomes)
  const roughFigures: Record<string, unknown> = {}
  for (const way of rough ? roughWays : []) {
    const { accuracy, intents, none, missedFlags } = evaluate(await readAll(expectations, (text, n) => roughen(text, way, n)))
    roughFigures[way] = { accuracy, top3: intents.top3, none: none.recall, missedFlags }
    console.log(`  ${way.padEnd(16)}${(accuracy * 100).toFixed(1)} % read rightly, ${missedFlags} safety messages not flagged`)
  }
  console.log(JSON.stringify(rough ? { ...figures, rough: roughFigures } : figures))
}

async function readAll(expectations: Expectation[], change: (text: string, n: number) => string): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const { intent, utterances } of expectations) {
    for (const text of utterances) {
      const changed = change(text, outcomes.length + 1)
      const reading = { flag: (await safety.findDanger(changed))?.kind, ...(await pack.read(changed)) }
      outcomes.push({ text, expected: intent, ...predict(reading, (id) => service.has(id)) })
    }
  }
  return outcomes
}

function readArguments() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        'cross-validate': { type: 'boolean' },
        heard: { type: 'boolean' },
        rough: { type: 'boolean' },
      },
    })
    const [file = ''] = positionals
    const crossValidate = values['cross-validate'] ?? false
    const heard = values.heard ?? false
    if (positionals.length !== (crossValidate ? 0 : 1) || (heard && !crossValidate)) stop(USAGE)
    const missing = heard ? missingFold() : undefined
    if (missing !== undefined) stop(`First teach a sentence model without that part: node scripts/learnPatients.ts --fold ${missing}`)
    return { file, out: values.out, crossValidate, heard, rough: values.rough ?? false }
  } catch (error) {
    return stop(`${(error as Error).message}\n${USAGE}`)
  }
}
