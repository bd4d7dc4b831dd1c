import { describe, expect, it } from 'vitest'
import type { RoomRole } from '#core/contract/roles.ts'
import type { RoomState } from '#core/contract/room-state.ts'
import { applyEvents } from '#core/domain/seminar/apply-event.ts'
import { AppError } from '#core/contract/errors.ts'
import { deleteChat, sendChat } from '#core/domain/seminar/decide/chat.ts'
import type { Decision } from '#core/domain/seminar/decide/decision.ts'
import { raiseHand } from '#core/domain/seminar/decide/hands.ts'
import { changeRole, giveUpSeat, handOverHost, loseConnection, takeSeat } from '#core/domain/seminar/decide/seats.ts'
import {
  beginEnding,
  cancelEnding,
  END_UNDO_MS,
  finishEnding,
  startRecording,
} from '#core/domain/seminar/decide/session.ts'
import { enterStage, STAGE_MAX_PEOPLE } from '#core/domain/seminar/decide/stage.ts'
import { INITIAL_ROOM_STATE } from '#core/domain/seminar/initial-room-state.ts'

const after = (state: RoomState, decision: Decision, atMs = state.atMs) =>
  applyEvents(
    state,
    decision.map((draft, index) => ({ ...draft, seq: state.seq + 1 + index, atMs })),
  )
const seat = (state: RoomState, id: string, role: RoomRole, wantsStage = false) =>
  after(
    state,
    takeSeat(state, { participantId: id, personId: id, name: id, organisation: '', role, colour: 1 }, { wantsStage }),
  )
const types = (decision: Decision) => decision.map(({ type }) => type)
const HOSTED = seat(INITIAL_ROOM_STATE, 'host', 'host', true)

describe('deciders of the room', () => {
  it('[SEAT1] who was lost comes back to the same role, hand and stage', () => {
    const teacher = seat(HOSTED, 'teacher', 'participant')
    const asking = after(teacher, raiseHand(teacher, 'teacher'))
    const lost = after(asking, loseConnection(asking, 'teacher'))
    const back = seat(lost, 'teacher', 'viewer')
    expect(back.participants['teacher']).toMatchObject({ role: 'participant', connection: 'online' })
    expect(back.hands).toEqual(asking.hands)
  })

  it('[STAGE1] the thirteenth is refused', () => {
    let state = HOSTED
    for (let index = 1; index < STAGE_MAX_PEOPLE; index += 1) state = seat(state, `s${index}`, 'speaker', true)
    state = seat(state, 'late', 'participant')
    expect(() => enterStage(state, { participantId: 'late', byId: 'host' })).toThrow(
      expect.objectContaining({ code: 'QUOTA' }),
    )
  })

  it('[ROLE1] a viewer keeps neither hand nor stage', () => {
    const state = seat(HOSTED, 'speaker', 'speaker', true)
    expect(types(changeRole(state, { participantId: 'speaker', role: 'viewer', byId: 'host' }))).toEqual([
      'participant.role-changed',
      'stage.left',
    ])
  })

  it('[ROLE2] the role of host goes over whole, and a second host sits down as presenter', () => {
    const two = seat(HOSTED, 'other', 'host')
    expect(two.participants['other']?.role).toBe('presenter')
    const handed = after(two, handOverHost(two, { toId: 'other', byId: 'host' }))
    expect(handed.participants['other']?.role).toBe('host')
    expect(handed.participants['host']?.role).toBe('presenter')
  })

  it('[ROLE2] nobody becomes a second host by a change of role', () => {
    const state = seat(HOSTED, 'speaker', 'speaker')
    expect(() => changeRole(state, { participantId: 'speaker', role: 'host', byId: 'host' })).toThrow(AppError)
  })

  it('[ROLE3] when the host goes, a connected presenter takes over', () => {
    const first = seat(HOSTED, 'first', 'presenter')
    const away = after(first, loseConnection(first, 'first'))
    const state = seat(away, 'second', 'presenter')
    const left = after(state, giveUpSeat(state, { participantId: 'host', reason: 'left', byId: 'host' }))
    expect(left.participants['second']?.role).toBe('host')
    expect(left.participants['first']?.role).toBe('presenter')
  })

  it('[END1] an ending ends when its time is up, not before, and not when taken back', () => {
    const ending = after(HOSTED, beginEnding(HOSTED, { nowMs: 1_000, byId: 'host' }), 1_000)
    expect(finishEnding(ending, 1_000 + END_UNDO_MS - 1)).toEqual([])
    expect(types(finishEnding(ending, 1_000 + END_UNDO_MS))).toEqual(['session.ended'])
    const back = after(ending, cancelEnding(ending, 'host'))
    expect(finishEnding(back, 99_000)).toEqual([])
  })

  it('[REC3] a second start is refused; the end stops a recording first', () => {
    const recording = after(HOSTED, startRecording(HOSTED, { recordingId: 'r1', byId: 'host' }))
    expect(() => startRecording(recording, { recordingId: 'r2', byId: 'host' })).toThrow(
      expect.objectContaining({ code: 'CONFLICT' }),
    )
    const ending = after(recording, beginEnding(recording, { nowMs: 0, byId: 'host' }))
    expect(types(finishEnding(ending, END_UNDO_MS))).toEqual(['recording.stopped', 'session.ended'])
  })

  it('[CHAT2] [CHAT3] replies need their message, and only the author or a host deletes', () => {
    const draft = { messageId: 'm1', text: '好', replyTo: null, dedupeKey: 'key-00001', byId: 'host' }
    const said = after(HOSTED, sendChat(HOSTED, draft))
    expect(() => deleteChat(said, { messageId: 'm1', byId: 'other', asHost: false })).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN' }),
    )
    const gone = after(said, deleteChat(said, { messageId: 'm1', byId: 'host', asHost: false }))
    expect(gone.chat[0]).toMatchObject({ deleted: true, text: '' })
    expect(() => sendChat(gone, { ...draft, messageId: 'm2', replyTo: 'm1' })).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    )
  })
})
