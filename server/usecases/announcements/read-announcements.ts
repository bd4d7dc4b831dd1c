import { z } from 'zod'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import { personIdOf, type Actor } from '#core/domain/policy/actor.ts'
import { assertCan, can } from '#core/domain/policy/can.ts'
import { cutPage, decodeCursor } from '../cursor.ts'
import { presentPerson } from '../people/present-person.ts'
import { findAnnouncement, placesOf, presentAnnouncement, type AnnouncementDeps } from './announcement-door.ts'
import { sendersOf } from './announcement-places.ts'

type Reading = Pick<AnnouncementDeps, 'announcements' | 'clock'>

const position = z.tuple([z.union([z.literal(0), z.literal(1)]), z.number(), z.string()])
const readerPosition = z.tuple([z.string(), z.string(), z.string()])

export async function listAnnouncements(
  deps: Reading,
  actor: Actor,
  { show, cursor, limit }: HttpParsedInput<'announcements.list'>,
): Promise<HttpOutput<'announcements.list'>> {
  const senders = sendersOf(actor)
  const places = await placesOf(deps, actor)
  const nowEpochMs = deps.clock.nowEpochMs()
  const from = cursor === undefined ? null : decodeCursor(cursor, position)
  const found = await deps.announcements.list({
    ...{ show, nowEpochMs, limit: limit + 1 },
    ids: show === 'own' ? senders : places,
    readerId: personIdOf(actor),
    after: from === null ? null : [from[0] === 1, from[1], from[2]],
  })
  const { rows, nextCursor } = cutPage(found, {
    limit,
    positionOf: ({ position: [isPinned, at, id] }) => [isPinned ? 1 : 0, at, id],
  })
  const items = rows.map(({ row }) => presentAnnouncement(row, { places, actor, nowEpochMs }))
  return { items, nextCursor, mayWrite: senders.length > 0 }
}

export async function getAnnouncement(
  deps: Reading,
  actor: Actor,
  { announcementId }: HttpParsedInput<'announcement.get'>,
): Promise<HttpOutput<'announcement.get'>> {
  const { record, resource } = await findAnnouncement(deps, actor, announcementId)
  const { sender, audience, text, version, withdrawReason, readAtEpochMs, state, asksReceipt } = record
  const nowEpochMs = deps.clock.nowEpochMs()
  const places = resource.isAddressed ? [audience.id] : []
  const mayWrite = can(actor, 'announcement.write', resource)
  return {
    ...presentAnnouncement(record, { places, actor, nowEpochMs }),
    ...{ version, withdrawReason, audience },
    text: state === 'withdrawn' && !mayWrite ? '' : text,
    sender: { kind: sender.kind, id: sender.id },
    readAt: readAtEpochMs === null ? null : new Date(readAtEpochMs).toISOString(),
    may: {
      write: mayWrite && state === 'draft',
      withdraw: state === 'published' && can(actor, 'announcement.withdraw', resource),
      confirm: asksReceipt && readAtEpochMs === null && can(actor, 'announcement.confirm', resource),
      seeReaders: asksReceipt && state !== 'draft' && can(actor, 'announcement.see-readers', resource),
    },
  }
}

/** Who has said 已阅 and who has not; whoever belongs to the audience now is asked, whenever they came. */
export async function listReaders(
  deps: Reading,
  actor: Actor,
  { announcementId, show, cursor, limit }: HttpParsedInput<'announcement.readers'>,
): Promise<HttpOutput<'announcement.readers'>> {
  const { resource } = await findAnnouncement(deps, actor, announcementId)
  assertCan(actor, 'announcement.see-readers', resource)
  const after = cursor === undefined ? null : decodeCursor(cursor, readerPosition)
  const [counts, found] = await Promise.all([
    deps.announcements.countReaders(announcementId),
    deps.announcements.readers(announcementId, { show, after, limit: limit + 1 }),
  ])
  const { rows, nextCursor } = cutPage(found, { limit, positionOf: ({ position: at }) => at })
  const items = rows.map(({ person, readAtEpochMs }) => ({
    person: presentPerson(person),
    readAt: readAtEpochMs === null ? null : new Date(readAtEpochMs).toISOString(),
  }))
  return { counts, items, nextCursor }
}
