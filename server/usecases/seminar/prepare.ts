import { createHash } from 'node:crypto'
import { AppError } from '#core/contract/errors.ts'
import { personColour, type PersonColour } from '#core/contract/fields.ts'
import { PROTOCOL_VERSION } from '#core/contract/protocol.ts'
import type { RoomParsedInput } from '#core/contract/room-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { roomRoleOnEntry } from '#core/domain/policy/can.ts'
import { findActivity } from '../activities/find-activity.ts'
import type { SeminarDeps } from './deps.ts'
import type { LiveSession } from './live-session.ts'
import type { SeatHolder } from './ports.ts'
import type { Door } from './seat.ts'

const GUEST_NAME = '访客'
const NOT_OPEN_RETRY_MS = 3_000

export interface PreparedRoom {
  door: Door
  session: LiveSession
  willRecord: boolean
}

/**
 * Opens the door of an activity's running session to one connection, without taking a seat. Throws `INVALID` for another
 * protocol, `NOT_FOUND` for what one may not know of, `UNAUTHENTICATED` or `FORBIDDEN`, `CONFLICT` while the room is not
 * open yet, `GONE` after it has ended.
 */
export async function prepareRoom(
  deps: SeminarDeps,
  actor: Actor,
  { protocol, activityId, linkToken }: RoomParsedInput<'room.prepare'>,
): Promise<PreparedRoom> {
  if (protocol !== PROTOCOL_VERSION) {
    throw new AppError('INVALID', '页面已更新，请刷新后再进入。', { field: 'protocol' })
  }
  const { record, resource } = await findActivity(deps, actor, { activityId, link: linkToken })
  const entryRole = roomRoleOnEntry(actor, resource)
  if (entryRole === null) throw refusal(actor)
  const session = await runningSession(deps, activityId)
  const { sessionId } = session.facts
  const participantId = await deps.seats.take(sessionId, { holder: holderOf(actor), newId: deps.ids.next() })
  if (session.log.wasRemoved(participantId)) throw new AppError('FORBIDDEN', '主持人已请您离开这场研讨。')
  const who = await identityOf(deps, { actor, participantId })
  return {
    door: { actor, sessionId, activityId, participantId, entryRole, ...who },
    session,
    willRecord: record.willRecord,
  }
}

async function runningSession({ directory, sessions }: SeminarDeps, activityId: string): Promise<LiveSession> {
  const { running, wasHeld } = await directory.ofActivity(activityId)
  const session = running === null ? null : await sessions.get(running.sessionId)
  if (session !== null && session.state.status.status !== 'ended') return session
  if (session !== null || wasHeld) throw new AppError('GONE', '这场研讨已经散场。')
  throw new AppError('CONFLICT', '研讨室还没有开。', { retryAfterMs: NOT_OPEN_RETRY_MS })
}

function holderOf(actor: Actor): SeatHolder {
  if (actor.kind === 'person') return { personId: actor.personId }
  if (actor.kind === 'guest' && actor.guestKey !== null) {
    return { guestHash: createHash('sha256').update(actor.guestKey).digest('hex') }
  }
  throw new AppError('UNAUTHENTICATED', '请从活动页进入研讨室。')
}

async function identityOf(
  { people }: SeminarDeps,
  { actor, participantId }: { actor: Actor; participantId: string },
): Promise<Pick<Door, 'personId' | 'name' | 'organisation' | 'colour'>> {
  if (actor.kind !== 'person') {
    return { personId: null, name: GUEST_NAME, organisation: '', colour: guestColour(participantId) }
  }
  const person = await people.summary(actor.personId)
  if (person === null) throw new AppError('FORBIDDEN', '这个账号没有对应的教师。')
  const { name, organisation, colour } = person
  return { personId: actor.personId, name, organisation, colour }
}

const guestColour = (participantId: string): PersonColour => {
  const firstByte = createHash('sha256').update(participantId).digest()[0] ?? 0
  return personColour.parse(1 + (firstByte % 6))
}

const refusal = (actor: Actor) =>
  actor.kind === 'guest'
    ? new AppError('UNAUTHENTICATED', '请先登录，或使用主持人给的链接。')
    : new AppError('FORBIDDEN', '您没有进入这场研讨的权限。')
