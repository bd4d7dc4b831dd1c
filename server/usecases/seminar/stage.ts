import type { RoomParsedInput, RoomRequestName } from '#core/contract/room-requests.ts'
import { enterStage, leaveStage } from '#core/domain/seminar/decide/stage.ts'
import type { SeminarDeps } from './deps.ts'
import { seatedFor, type Seat } from './seat.ts'

type Nothing = Record<string, never>

const goUp = async (deps: SeminarDeps, seat: Seat, request: RoomRequestName, participantId: string) => {
  const { session, me } = seatedFor(deps, seat, request)
  await session.decide((state) => enterStage(state, { participantId, byId: me.id }))
  return {}
}

const goDown = async (deps: SeminarDeps, seat: Seat, request: RoomRequestName, participantId: string) => {
  const { session, me } = seatedFor(deps, seat, request)
  await session.decide((state) => leaveStage(state, { participantId, byId: me.id }))
  return {}
}

export const bringOnStage = (deps: SeminarDeps, seat: Seat, input: RoomParsedInput<'stage.bring'>): Promise<Nothing> =>
  goUp(deps, seat, 'stage.bring', input.participantId)

export const dismissFromStage = (
  deps: SeminarDeps,
  seat: Seat,
  input: RoomParsedInput<'stage.dismiss'>,
): Promise<Nothing> => goDown(deps, seat, 'stage.dismiss', input.participantId)

export const enterOwnStage = (deps: SeminarDeps, seat: Seat): Promise<Nothing> =>
  goUp(deps, seat, 'stage.enter', seat.participantId)

export const leaveOwnStage = (deps: SeminarDeps, seat: Seat): Promise<Nothing> =>
  goDown(deps, seat, 'stage.leave', seat.participantId)
