import { z } from 'zod'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { NotificationCard } from '#core/contract/notifications.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { readContent } from '#core/domain/notifications/address-of.ts'
import { cutPage, decodeCursor } from '../cursor.ts'
import type { Clock } from '../ports.ts'
import { requirePerson } from '../require-person.ts'
import type { Inbox, NotificationRecord } from './ports.ts'

export interface NotificationDeps {
  inbox: Inbox
  clock: Clock
}

const position = z.tuple([z.string()])

export async function listNotifications(
  { inbox }: NotificationDeps,
  actor: Actor,
  { only, cursor, limit }: HttpParsedInput<'notifications.list'>,
): Promise<HttpOutput<'notifications.list'>> {
  const { personId } = requirePerson(actor)
  const beforeId = cursor === undefined ? null : decodeCursor(cursor, position)[0]
  const found = await inbox.list(personId, { onlyUnread: only === 'unread', beforeId, limit: limit + 1 })
  const { rows, nextCursor } = cutPage(found, { limit, positionOf: ({ id }) => [id] })
  return { items: rows.map(present), nextCursor }
}

export async function countUnread(
  { inbox }: NotificationDeps,
  actor: Actor,
): Promise<HttpOutput<'notifications.count'>> {
  const { personId } = requirePerson(actor)
  return { unreadCount: (await inbox.unreadCounts([personId])).get(personId) ?? 0 }
}

export async function markAsRead(
  { inbox, clock }: NotificationDeps,
  actor: Actor,
  { notificationIds: ids }: HttpParsedInput<'notifications.read'>,
): Promise<HttpOutput<'notifications.read'>> {
  const { personId } = requirePerson(actor)
  const atEpochMs = clock.nowEpochMs()
  await inbox.markRead(personId, { ids }, { atEpochMs })
  return { readAt: new Date(atEpochMs).toISOString() }
}

export async function markAllAsRead(
  { inbox, clock }: NotificationDeps,
  actor: Actor,
  { upToId }: HttpParsedInput<'notifications.read-all'>,
): Promise<HttpOutput<'notifications.read-all'>> {
  const { personId } = requirePerson(actor)
  const atEpochMs = clock.nowEpochMs()
  await inbox.markRead(personId, { upToId }, { atEpochMs })
  return { readAt: new Date(atEpochMs).toISOString() }
}

export async function markAsUnread(
  { inbox }: NotificationDeps,
  actor: Actor,
  { readAt }: HttpParsedInput<'notifications.unread'>,
): Promise<HttpOutput<'notifications.unread'>> {
  const { personId } = requirePerson(actor)
  await inbox.markUnread(personId, { readAtEpochMs: Date.parse(readAt) })
  return {}
}

function present({ id, kind, params, createdAtEpochMs, readAtEpochMs }: NotificationRecord): NotificationCard {
  const content = readContent(kind, params)
  return {
    id,
    said: content === null ? null : { kind: content.kind, params: content.params },
    href: content?.href ?? null,
    createdAt: new Date(createdAtEpochMs).toISOString(),
    readAt: readAtEpochMs === null ? null : new Date(readAtEpochMs).toISOString(),
  }
}
