import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startRecording, stopRecording } from '#server/usecases/seminar/recording.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'
import { addPeople, HOST, openTestRoom } from '../realtime/test-city.ts'
import { OPUS_TRACK, probe, startSource } from '../recording/rtp-source.ts'
import { person, ReplayHouse } from './replay-house.ts'

const WATCHER = 'person-watcher'

let base: TestDatabase
let house: ReplayHouse

beforeAll(async () => {
  base = await createTestDatabase()
  await openTestRoom(base.database)
  await addPeople(base.database, [WATCHER])
  house = await ReplayHouse.start({ url: base.url })
})
afterAll(async () => {
  await house.close()
  await base.close()
})

/** A recording of somebody's voice whose order waits in the queue. */
async function record(): Promise<string> {
  const host = await house.join(HOST)
  const { recordingId } = await startRecording(house.deps, host)
  const microphone = await house.send(host, { source: 'microphone', codec: 'opus' })
  await startSource({ track: OPUS_TRACK, port: microphone.port, seconds: 2 }).ended
  await stopRecording(house.deps, host)
  return recordingId
}

const finishAgain = (personId: string, recordingId: string) => {
  const useCase = house.parts.useCases['replay.finish-again']
  if (useCase === undefined) throw new Error('no such use-case')
  return useCase(person(personId), { recordingId }, { address: '' })
}

it('[REPLAY6] work that fails for good is told as failed, plays all the same, and is done when it is ordered again', async () => {
  const recordingId = await record()
  // Its try is the last one, and where it wants to write lies something else.
  await base.database.$executeRaw`UPDATE graphile_worker._private_jobs SET max_attempts = 1`
  const inTheWay = join(house.parts.folder.of(recordingId), 'mix')
  await writeFile(inTheWay, 'a file where a folder should be')
  await house.parts.work()
  await house.untilStatus(recordingId, 'failed')

  const failed = await house.manifest(HOST)
  expect(failed.recordings).toMatchObject([{ id: recordingId, status: 'failed', failure: 'other', mixUrl: null }])
  expect(failed.may.finishAgain).toBe(true)
  expect((await house.manifest(WATCHER)).may.finishAgain).toBe(false)
  const [voice] = failed.tracks.flatMap(({ parts }) => parts)
  const heard = await probe(await house.download(voice?.url ?? '', { personId: WATCHER }))
  expect(heard.durationMs).toBeGreaterThan(1_000)
  await base.database.recording.update({
    where: { id: recordingId },
    data: { failure: 'ENOSPC: no space left on device, write' },
  })
  expect((await house.manifest(HOST)).recordings).toMatchObject([{ failure: 'disk-full' }])

  await expect(finishAgain(WATCHER, recordingId)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await rm(inTheWay)
  await finishAgain(HOST, recordingId)
  await house.untilStatus(recordingId, 'ready')
  await expect(finishAgain(HOST, recordingId)).rejects.toMatchObject({ code: 'CONFLICT' })
  const [ready] = (await house.manifest(HOST)).recordings
  expect(ready).toMatchObject({ status: 'ready', failure: null })
  expect((await probe(await house.download(ready?.mixUrl ?? '', { personId: WATCHER }))).codec).toBe('aac')
})
