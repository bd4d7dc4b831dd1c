import { lowerHand, moveHand, raiseHand } from '#server/usecases/seminar/hands.ts'
import { bringOnStage, dismissFromStage, enterOwnStage, leaveOwnStage } from '#server/usecases/seminar/stage.ts'
import type { RoomHandlers } from '../bind.ts'
import type { RoomServer } from '../room-server.ts'

type Names = 'hand.raise' | 'hand.lower' | 'hand.move' | 'stage.bring' | 'stage.dismiss' | 'stage.enter' | 'stage.leave'

export const stageHandlers = ({ deps }: RoomServer): Pick<RoomHandlers, Names> => ({
  'hand.raise': (connection) => raiseHand(deps, connection.requireSeat()),
  'hand.lower': (connection, input) => lowerHand(deps, connection.requireSeat(), input),
  'hand.move': (connection, input) => moveHand(deps, connection.requireSeat(), input),
  'stage.bring': (connection, input) => bringOnStage(deps, connection.requireSeat(), input),
  'stage.dismiss': (connection, input) => dismissFromStage(deps, connection.requireSeat(), input),
  'stage.enter': (connection) => enterOwnStage(deps, connection.requireSeat()),
  'stage.leave': (connection) => leaveOwnStage(deps, connection.requireSeat()),
})
