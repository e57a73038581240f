import type { AcceptEvents } from '../conversation/acceptEvents.ts'
import type { Bot } from '../conversation/answerTurn.ts'
import type { Channel } from '../conversation/channel.ts'
import type { Sessions } from '../conversation/sessions.ts'
import type { Turns } from '../conversation/turns.ts'
import type { RateLimits } from '../http/rateLimits.ts'
import type { Log } from '../kernel/log.ts'
import type { Measures } from '../kernel/measures.ts'
import { StorageConflict } from '../kernel/storageConflict.ts'
import type { FindDanger } from '../safety/findDanger.ts'

const secondsSince = (began: number) => (performance.now() - began) / 1000

/** The parts of the service, each as it was, with what it does counted and timed. */
export function measured(measures: Measures) {
  return {
    accept(accept: AcceptEvents): AcceptEvents {
      return async (events, correlationId) => {
        const began = performance.now()
        const accepted = await accept(events, correlationId)
        for (const channel of new Set(events.map((event) => event.channel))) {
          const ofChannel = accepted.filter((_, n) => events[n]?.channel === channel)
          const duplicate = ofChannel.filter((event) => event.duplicate).length
          measures.stage('accept', channel, secondsSince(began))
          measures.accepted(channel, { fresh: ofChannel.length - duplicate, duplicate })
        }
        return accepted
      }
    },

    bot(bot: Bot): Bot {
      return async (context, session, event) => {
        const began = performance.now()
        await bot(context, session, event)
        measures.stage('bot', context.activity.channelId, secondsSince(began))
      }
    },

    turns(turns: Turns): Turns {
      return {
        ...turns,
        async commit(claim, record) {
          const began = performance.now()
          const result = await turns.commit(claim, record)
          measures.stage('commit', claim.channel, secondsSince(began))
          measures.turn(claim.channel, result === 'committed' ? record.outcome : result)
          return result
        },
      }
    },

    sessions(sessions: Sessions): Sessions {
      return {
        ...sessions,
        async save(conversationId, session) {
          try {
            await sessions.save(conversationId, session)
            measures.session('saved')
          } catch (error) {
            if (error instanceof StorageConflict) measures.session('conflict')
            throw error
          }
        },
      }
    },

    channel(channel: Channel): Channel {
      return {
        ...channel,
        async deliver(message) {
          const began = performance.now()
          const outcome = await channel.deliver(message)
          measures.stage('deliver', channel.name, secondsSince(began))
          return outcome
        },
      }
    },

    safety(look: FindDanger): FindDanger {
      return async (text, before) => {
        const began = performance.now()
        const found = await look(text, before)
        measures.looked('safety', secondsSince(began))
        return found
      }
    },

    understand<Decision>(
      understand: (text: string, topic?: string) => Promise<Decision>,
    ): (text: string, topic?: string) => Promise<Decision> {
      return async (text, topic) => {
        const began = performance.now()
        const decision = await understand(text, topic)
        measures.looked('classifier', secondsSince(began))
        return decision
      }
    },

    rateLimits(limits: RateLimits): RateLimits {
      return {
        async count(limit, key) {
          const seconds = await limits.count(limit, key)
          if (seconds !== undefined) measures.rateLimited(limit)
          return seconds
        },
      }
    },

    log(log: Log): Log {
      return {
        debug: (event, facts) => log.debug(event, facts),
        info: (event, facts) => log.info(event, facts),
        warn(event, facts) {
          measures.logged('warn', event)
          log.warn(event, facts)
        },
        error(event, facts) {
          measures.logged('error', event)
          log.error(event, facts)
        },
      }
    },
  }
}
