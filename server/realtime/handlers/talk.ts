import { goToAgendaItem } from '#server/usecases/seminar/agenda.ts'
import { chatHistory, deleteChat, sendChat } from '#server/usecases/seminar/chat.ts'
import { startRecording, stopRecording } from '#server/usecases/seminar/recording.ts'
import type { RoomHandlers } from '../bind.ts'
import type { RoomServer } from '../room-server.ts'

type Names = 'chat.send' | 'chat.delete' | 'chat.history' | 'agenda.go' | 'recording.start' | 'recording.stop'

export const talkHandlers = ({ deps }: RoomServer): Pick<RoomHandlers, Names> => ({
  'chat.send': (connection, input) => sendChat(deps, connection.requireSeat(), input),
  'chat.delete': (connection, input) => deleteChat(deps, connection.requireSeat(), input),
  'chat.history': (connection, input) => chatHistory(deps, connection.requireSeat(), input),
  'agenda.go': (connection, input) => goToAgendaItem(deps, connection.requireSeat(), input),
  'recording.start': (connection) => startRecording(deps, connection.requireSeat()),
  'recording.stop': (connection) => stopRecording(deps, connection.requireSeat()),
})
