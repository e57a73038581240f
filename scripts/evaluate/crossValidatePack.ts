import type { Classifier, IntentExamples } from '../../src/nlu/classifier.ts'
import { crossValidate, type Deal } from '../../src/nlu/crossValidate.ts'
import { decide } from '../../src/nlu/decide.ts'
import { evaluate, type Outcome } from '../../src/nlu/evaluate.ts'
import { predict } from '../../src/nlu/predict.ts'
import { roughen, roughWays } from '../../src/nlu/roughen.ts'
import { percent, printConfusions, printFigures } from './printFigures.ts'

type Deps = {
  pack: IntentExamples[]
  deal: Deal
  /** Learns from all but a fold, by a sentence model that has not heard it either. */
  learn(pack: IntentExamples[], fold: number): Promise<Pick<Classifier, 'classify'>>
  service: ReadonlySet<string>
  rough: boolean
}

/**
 * The examples of a pack, each read by a model that has not seen it, nor the sentence model under it: figures by intent, the worst
 * confusions, and calibration.
 */
export async function crossValidatePack({ pack, deal, learn, service, rough }: Deps): Promise<void> {
  const ways = [undefined, ...(rough ? roughWays : [])]
  const outcomes = new Map<string, Outcome[]>(ways.map((way) => [way ?? 'as written', []]))

  const learnFold: Deps['learn'] = async (others, fold) => {
    const classifier = await learn(others, fold)
    return {
      classify: async (text) => {
        for (const way of ways) {
          const classification = await classifier.classify(way ? roughen(text, way, text.length) : text)
          const reading = { flag: undefined, classification, decision: decide(classification) }
          outcomes.get(way ?? 'as written')?.push({ text, expected: '', ...predict(reading, (id) => service.has(id)) })
        }
        return []
      },
    }
  }
  const read = await crossValidate(pack, deal, learnFold)
  for (const list of outcomes.values())
    for (const [i, outcome] of list.entries()) outcome.expected = service.has(read[i]?.intent ?? '') ? (read[i]?.intent ?? '') : 'none'

  const plain = outcomes.get('as written') ?? []
  const figures = evaluate(plain)
  printFigures(figures)
  printConfusions(plain)
  const others = Object.fromEntries(
    [...outcomes].slice(1).map(([way, list]) => {
      const { intents } = evaluate(list)
      console.log(
        `  ${way.padEnd(16)}${percent(intents.accuracy)} right, ${percent(intents.top1)} and ${percent(intents.top3)} by the best guess and the first three`,
      )
      return [way, { accuracy: intents.accuracy, top1: intents.top1, top3: intents.top3 }]
    }),
  )
  const calibration = calibrationError(plain)
  console.log(`  confidence is off by ${percent(calibration)} on average`)
  console.log(JSON.stringify({ ...figures, calibration, ...(rough && { rough: others }) }))
}

/** How far a confidence is from the share that is right, on average over ten equal spans of confidence. */
function calibrationError(outcomes: Outcome[]): number {
  const spans = Map.groupBy(outcomes, ({ confidence }) => Math.min(9, Math.floor(confidence * 10)))
  const errors = [...spans.values()].map((span) => {
    const right = span.filter(({ expected, predicted }) => expected === predicted).length
    const claimed = span.reduce((sum, { confidence }) => sum + confidence, 0)
    return Math.abs(claimed - right)
  })
  return Math.round((errors.reduce((sum, error) => sum + error, 0) / outcomes.length) * 1000) / 1000
}
