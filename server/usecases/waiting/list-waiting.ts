import type { HttpOutput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { requirePerson } from '../require-person.ts'
import type { WaitingReads } from './ports.ts'
import { WAITING_SOURCES } from './sources.ts'

/** 待办: what waits for whoever asks, whatever area it is of; what has waited longest first. */
export async function listWaiting(
  { waiting }: { waiting: WaitingReads },
  actor: Actor,
): Promise<HttpOutput<'waiting.list'>> {
  const person = requirePerson(actor)
  const things = await Promise.all(WAITING_SOURCES.map((source) => source(waiting, person)))
  const lines = things
    .flat()
    .sort((a, b) => a.sinceEpochMs - b.sinceEpochMs || a.href.localeCompare(b.href))
    .map(({ sinceEpochMs, ...line }) => ({ ...line, since: new Date(sinceEpochMs).toISOString() }))
  return { lines }
}
