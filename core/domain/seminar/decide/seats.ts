import { AppError } from '#core/contract/errors.ts'
import type { PersonColour } from '#core/contract/fields.ts'
import type { RoomRole } from '#core/contract/roles.ts'
import type { Participant, RoomState } from '#core/contract/room-state.ts'
import type { TimelineDraft } from '#core/contract/timeline.ts'
import { can } from '#core/domain/policy/can.ts'
import { GUEST } from '#core/domain/policy/actor.ts'
import { assertLive, isOnStage, NOTHING_TO_DO, seatedParticipant, type Decision } from './decision.ts'
import { STAGE_MAX_PEOPLE } from './stage.ts'

export interface Newcomer {
  participantId: string
  personId: string | null
  name: string
  organisation: string
  role: RoomRole
  colour: PersonColour
}

const takesStage = (role: RoomRole) => can(GUEST, 'room.take-stage', { kind: 'room', role, onStage: false })

const hasOtherHost = (state: RoomState, participantId: string) =>
  Object.values(state.participants).some(({ id, role }) => role === 'host' && id !== participantId)

/**
 * [SEAT1] The same seat comes back with its role, hand and stage. [SEAT2] A newcomer whose role may stand on stage
 * enters it at once, if they want and there is room.
 */
export function takeSeat(state: RoomState, newcomer: Newcomer, { wantsStage }: { wantsStage: boolean }): Decision {
  assertLive(state)
  const { participantId } = newcomer
  const seated = state.participants[participantId]
  if (seated !== undefined) {
    if (seated.connection === 'online') return NOTHING_TO_DO
    return [{ type: 'participant.online', actorId: participantId, payload: { participantId } }]
  }
  // [ROLE2] Who hosted before finds another host at work: they sit down as presenter and may be handed the role back.
  const role = newcomer.role === 'host' && hasOtherHost(state, participantId) ? 'presenter' : newcomer.role
  const drafts: TimelineDraft[] = [
    { type: 'participant.joined', actorId: participantId, payload: { ...newcomer, role } },
  ]
  if (wantsStage && takesStage(role) && state.stage.length < STAGE_MAX_PEOPLE) {
    drafts.push({ type: 'stage.entered', actorId: participantId, payload: { participantId } })
  }
  return drafts
}

/** The socket is gone; the seat waits. */
export function loseConnection(state: RoomState, participantId: string): Decision {
  const seated = state.participants[participantId]
  if (seated === undefined || seated.connection === 'offline' || state.status.status === 'ended') return NOTHING_TO_DO
  return [{ type: 'participant.offline', actorId: participantId, payload: { participantId } }]
}

/** [SEAT3] Leaving, being removed, or having been lost too long gives the seat up, with hand and stage. */
export function giveUpSeat(
  state: RoomState,
  { participantId, reason, byId }: { participantId: string; reason: 'left' | 'lost' | 'removed'; byId: string | null },
): Decision {
  if (state.participants[participantId] === undefined || state.status.status === 'ended') return NOTHING_TO_DO
  if (reason === 'removed' && participantId === byId) throw new AppError('INVALID', '请用“离开”。')
  return [
    { type: 'participant.left', actorId: byId, payload: { participantId, reason } },
    ...succession(state, participantId),
  ]
}

/**
 * [ROLE3] A room is not left without a host while there is a presenter: who has been there longest takes over, rather
 * somebody connected. Without a presenter the activity's own host finds the role free when they come.
 */
function succession(state: RoomState, leavingId: string): Decision {
  if (state.participants[leavingId]?.role !== 'host' || hasOtherHost(state, leavingId)) return NOTHING_TO_DO
  const isAway = ({ connection }: Participant) => (connection === 'offline' ? 1 : 0)
  const [heir] = Object.values(state.participants)
    .filter(({ role, personId }) => role === 'presenter' && personId !== null)
    .toSorted((a, b) => isAway(a) - isAway(b) || a.joinedAtMs - b.joinedAtMs)
  if (heir === undefined) return NOTHING_TO_DO
  return [{ type: 'participant.role-changed', actorId: null, payload: { participantId: heir.id, role: 'host' } }]
}

/** [ROLE1] A viewer has neither hand nor stage: becoming one gives both up. [ROLE2] The host's role is only handed over. */
export function changeRole(
  state: RoomState,
  { participantId, role, byId }: { participantId: string; role: RoomRole; byId: string },
): Decision {
  assertLive(state)
  const seated = seatedParticipant(state, participantId)
  if (seated.role === role) return NOTHING_TO_DO
  if (role === 'host' || seated.role === 'host') throw new AppError('INVALID', '主持人请先移交主持。')
  if (seated.role === 'inspector') throw new AppError('INVALID', '巡课的身份不能更改。')
  if (seated.personId === null) throw new AppError('INVALID', '未登录的访客只能观看。')
  const drafts: TimelineDraft[] = [
    { type: 'participant.role-changed', actorId: byId, payload: { participantId, role } },
  ]
  if (role === 'viewer') {
    if (state.hands.some((hand) => hand.participantId === participantId)) {
      drafts.push({ type: 'hand.lowered', actorId: byId, payload: { participantId } })
    }
    if (isOnStage(state, participantId)) drafts.push({ type: 'stage.left', actorId: byId, payload: { participantId } })
  }
  return drafts
}

/** [ROLE2] There is always exactly one host who acts: the new one takes over and the old one becomes a presenter. */
export function handOverHost(state: RoomState, { toId, byId }: { toId: string; byId: string }): Decision {
  assertLive(state)
  if (toId === byId) return NOTHING_TO_DO
  const successor = seatedParticipant(state, toId)
  if (successor.personId === null) throw new AppError('INVALID', '只能移交给已登录的老师。')
  if (successor.role === 'inspector') throw new AppError('INVALID', '不能移交给巡课的老师。')
  if (successor.connection === 'offline') throw new AppError('INVALID', '这位老师正在断线，请稍后再移交。')
  return [
    { type: 'participant.role-changed', actorId: byId, payload: { participantId: toId, role: 'host' } },
    { type: 'participant.role-changed', actorId: byId, payload: { participantId: byId, role: 'presenter' } },
  ]
}
