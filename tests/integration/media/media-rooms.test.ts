import { once } from 'node:events'
import { afterEach, describe, expect, it } from 'vitest'
import { MediaRooms } from '#server/media/media-rooms.ts'
import { WorkerPool } from '#server/media/worker-pool.ts'
import { poolOptions } from './pool-options.ts'

const opened: { pool: WorkerPool; rooms: MediaRooms }[] = []
async function openRooms(workers: number): Promise<{ pool: WorkerPool; rooms: MediaRooms }> {
  const pool = await WorkerPool.create(poolOptions({ block: 2, workers }))
  const rooms = MediaRooms.create({ pool })
  opened.push({ pool, rooms })
  return { pool, rooms }
}
afterEach(() => {
  for (const { pool, rooms } of opened.splice(0)) {
    rooms.closeAll()
    pool.close()
  }
})

describe('MediaRooms', () => {
  it('[MEDIA-ROOMS1] many who ask at once for one session get one room', async () => {
    const { rooms, pool } = await openRooms(1)
    const got = await Promise.all(Array.from({ length: 20 }, () => rooms.getOrCreate('s1')))
    expect(new Set(got).size).toBe(1)
    expect(rooms.find('s1')).toBe(got[0])
    expect(pool.health()[0]?.rooms).toBe(1)
  })

  it.each([1, 2])(
    '[MEDIA-ROOMS2] a room whose worker died says so at once and stands again on another (%i workers)',
    async (workers) => {
      const { rooms } = await openRooms(workers)
      const room = await rooms.getOrCreate('s1')
      const peer = room.addPeer({ peerId: 'p1' })
      const removed: string[] = []
      room.on('producer-removed', ({ producerId }) => removed.push(producerId))
      await room.openIngest({ peerId: 'p1', source: 'microphone', codec: 'opus', payloadType: 100, ssrc: 1 })

      const reset = once(rooms, 'reset')
      const killedMs = performance.now()
      process.kill(room.workerPid, 'SIGKILL')
      const [told] = await reset
      expect(performance.now() - killedMs).toBeLessThan(500)
      expect(told).toEqual({ sessionId: 's1' })
      expect(rooms.find('s1')).toBeNull()

      const rebuilt = await rooms.getOrCreate('s1')
      expect(performance.now() - killedMs).toBeLessThan(1_000)
      expect(rebuilt.workerPid).not.toBe(room.workerPid)
      expect(rebuilt.addPeer({ peerId: 'p1' }).closed).toBe(false)
      // Nobody's microphone was switched off: their media was lost, which is another thing.
      expect(removed).toEqual([])
      expect(room.closed && peer.closed).toBe(true)
      await expect(peer.createTransport({ direction: 'send' })).rejects.toMatchObject({ code: 'CLOSED' })
    },
  )

  it('[MEDIA-ROOMS3] other rooms do not notice', async () => {
    const { rooms } = await openRooms(2)
    const [doomed, other] = await Promise.all([rooms.getOrCreate('s1'), rooms.getOrCreate('s2')])
    expect(doomed.workerPid).not.toBe(other.workerPid)
    const reset = once(rooms, 'reset')
    process.kill(doomed.workerPid, 'SIGKILL')
    await reset
    expect(await rooms.getOrCreate('s2')).toBe(other)
    expect(other.closed).toBe(false)
  })

  it('[MEDIA-ROOMS4] a session closed while its room is being built gets none', async () => {
    const { rooms, pool } = await openRooms(1)
    const opening = rooms.getOrCreate('s1')
    rooms.close('s1')
    await expect(opening).rejects.toMatchObject({ code: 'CLOSED' })
    expect(rooms.find('s1')).toBeNull()
    expect(pool.health()[0]?.rooms).toBe(0)
  })

  it('[MEDIA-ROOMS5] closing a session ends its room without a reset', async () => {
    const { rooms } = await openRooms(1)
    const resets: string[] = []
    rooms.on('reset', ({ sessionId }) => resets.push(sessionId))
    const room = await rooms.getOrCreate('s1')
    rooms.close('s1')
    rooms.close('s1')
    expect(room.closed).toBe(true)
    expect(resets).toEqual([])
    expect(await rooms.getOrCreate('s1')).not.toBe(room)
  })
})
