import { AppError } from '#core/contract/errors.ts'
import { WHOLE_CITY_ID, type AnnouncementCard } from '#core/contract/announcements.ts'
import { cityDateOf } from '#core/domain/activity/city-calendar.ts'
import { personIdOf, type Actor } from '#core/domain/policy/actor.ts'
import { can } from '#core/domain/policy/can.ts'
import type { Resource } from '#core/domain/policy/resource.ts'
import type { People } from '../people/ports.ts'
import type { Clock, Ids } from '../ports.ts'
import type { AnnouncementRecord, Announcements, AnnouncementSummary, AnnouncementTransactions } from './ports.ts'

export interface AnnouncementDeps {
  announcements: Announcements
  transactions: AnnouncementTransactions
  people: People
  clock: Clock
  ids: Ids
}

type AnnouncementResource = Extract<Resource, { kind: 'announcement' }>

const none = () => new AppError('NOT_FOUND', '没有这则公告，或者它不是发给您的。')
export const changedSince = () => new AppError('CONFLICT', '这则公告刚被改过，请刷新后再看。')

/** Where the actor belongs; a guest is one of the city. */
export async function placesOf(
  { announcements }: Pick<AnnouncementDeps, 'announcements'>,
  actor: Actor,
): Promise<readonly string[]> {
  const personId = personIdOf(actor)
  return personId === null ? [WHOLE_CITY_ID] : announcements.placesAround(personId)
}

/** Throws `NOT_FOUND` also for one that the actor must not know of. */
export async function findAnnouncement(
  deps: Pick<AnnouncementDeps, 'announcements'>,
  actor: Actor,
  announcementId: string,
): Promise<{ record: AnnouncementRecord; resource: AnnouncementResource }> {
  const [record, places] = await Promise.all([
    deps.announcements.find(announcementId, { personId: personIdOf(actor) }),
    placesOf(deps, actor),
  ])
  if (record === null) throw none()
  const { sender, audience, state, districtId } = record
  const resource: AnnouncementResource = {
    ...{ kind: 'announcement', sender, state },
    audience: { ...audience, districtId },
    isAddressed: places.includes(audience.id),
  }
  if (!can(actor, 'announcement.see', resource)) throw none()
  return { record, resource }
}

const iso = (epochMs: number) => new Date(epochMs).toISOString()
const two = (number: number) => String(number).padStart(2, '0')

/** The day that ends at the given midnight. */
function lastDayBefore(expiresAtEpochMs: number): string {
  const { year, month, day } = cityDateOf(expiresAtEpochMs - 1)
  return `${year}-${two(month)}-${two(day)}`
}

export function presentAnnouncement(
  { id, title, sender, audience, isPinned, asksReceipt, state, ...row }: AnnouncementSummary,
  { places, actor, nowEpochMs }: { places: readonly string[]; actor: Actor; nowEpochMs: number },
): AnnouncementCard {
  const { expiresAtEpochMs, publishedAtEpochMs, readAtEpochMs } = row
  return {
    ...{ id, title, senderName: sender.name, isPinned, asksReceipt, state },
    audience: { kind: audience.kind, name: audience.name },
    publishedAt: publishedAtEpochMs === null ? null : iso(publishedAtEpochMs),
    lastDay: expiresAtEpochMs === null ? null : lastDayBefore(expiresAtEpochMs),
    isOver: expiresAtEpochMs !== null && expiresAtEpochMs <= nowEpochMs,
    waitsForMe:
      asksReceipt &&
      state === 'published' &&
      readAtEpochMs === null &&
      actor.kind === 'person' &&
      places.includes(audience.id),
  }
}
