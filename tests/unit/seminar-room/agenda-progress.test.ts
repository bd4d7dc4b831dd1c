import { describe, expect, it } from 'vitest'
import { agendaProgress, nextAgendaItem } from '#app/_features/seminar-room/agenda/agenda-progress.ts'

const MINUTE_MS = 60_000
const agenda = [5, 15, 20].map((minutes, index) => ({ id: `i${index}`, title: `第 ${index} 项`, minutes, note: null }))

describe('the agenda', () => {
  it('[AGENDA1] is all to come before the host begins it', () => {
    const progress = agendaProgress(agenda, { currentId: null, movedAtMs: null, nowMs: 40 * MINUTE_MS })
    expect(progress.map(({ when }) => when)).toEqual(['future', 'future', 'future'])
    expect(nextAgendaItem(agenda, null)?.id).toBe('i0')
  })

  it('[AGENDA2] tells what has passed and what is left of the running item', () => {
    const progress = agendaProgress(agenda, { currentId: 'i1', movedAtMs: 0, nowMs: 5.5 * MINUTE_MS })
    expect(progress.map(({ when }) => when)).toEqual(['past', 'now', 'future'])
    expect(progress[1]).toMatchObject({ minutesLeft: 10 })
    expect(progress[1]?.elapsedRatio).toBeCloseTo(5.5 / 15)
  })

  it('[AGENDA2] counts on when an item runs over', () => {
    const progress = agendaProgress(agenda, { currentId: 'i0', movedAtMs: 0, nowMs: 7 * MINUTE_MS })
    expect(progress[0]).toMatchObject({ minutesLeft: -2, elapsedRatio: 1 })
  })

  it('[AGENDA3] has nothing after its last item', () => {
    expect(nextAgendaItem(agenda, 'i2')).toBeNull()
  })
})
