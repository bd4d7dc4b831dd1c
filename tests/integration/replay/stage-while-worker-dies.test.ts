import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replayManifest, type ReplayTrack } from '#core/contract/replay.ts'
import { LocalStorage } from '#server/adapters/storage/local-storage.ts'
import { createSystemClock } from '#server/adapters/system-clock.ts'
import { createCityDeps } from '#server/composition.ts'
import type { RecordingConductor } from '#server/recording/recording-conductor.ts'
import { createRecordingParts, type RecordingParts } from '#server/start-recordings.ts'
import { participantIdOfPeer } from '#server/usecases/seminar/media-peer-id.ts'
import { createKeptLog } from '#tests/support/city/kept-log.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'
import { bundleRoomPage, launchBrowser, openPage } from '../realtime/room-browser.ts'
import { ACTIVITY, HOST, openTestRoom, SESSION } from '../realtime/test-city.ts'
import { TestRoom } from '../realtime/test-room.ts'

const LOST_AT_MOST_MS = 2_000
const TEST_MS = 120_000

/** One person's tab and seat. */
interface Someone {
  page: Page
  id: string
}

let base: TestDatabase
let dataDir: string
let parts: RecordingParts
let conductor: RecordingConductor | undefined
let room: TestRoom
let browser: Browser
let host: Someone
let one: Someone
let other: Someone

beforeAll(async () => {
  base = await createTestDatabase()
  const { database } = base
  await openTestRoom(database, { 'person-one': 'presenter', 'person-other': 'participant' })
  dataDir = await mkdtemp(join(tmpdir(), 'tongke-stage-'))
  const { log } = createKeptLog()
  const city = createCityDeps({ database, clock: createSystemClock(), log })
  const storage = new LocalStorage({ folder: join(dataDir, 'storage') })
  parts = await createRecordingParts({ database, databaseUrl: base.url, dataDir, storage, city })
  room = await TestRoom.start({
    ...{ database, pageScript: await bundleRoomPage(), mediaPort: 15_100 },
    recordings: (rooms) => (conductor = parts.createConductor({ rooms, nodeId: 'node-1' })),
  })
  browser = await launchBrowser()
  host = await enter(HOST)
  one = await enter('person-one')
  other = await enter('person-other')
})
afterAll(async () => {
  await browser.close()
  await conductor?.close()
  await parts.queue.close()
  await room.close()
  await base.close()
  await rm(dataDir, { recursive: true, force: true })
})

async function enter(personId: string): Promise<Someone> {
  const page = await openPage(browser, { room, personId })
  const id = await page.evaluate(async () => {
    await window.page.room.join()
    return window.page.room.store.getState().me ?? ''
  })
  return { page, id }
}

const conduct = (request: 'stage.bring' | 'stage.dismiss', { id }: Someone) =>
  host.page.evaluate(([name, participantId]) => window.page.room.request(name, { participantId }), [
    request,
    id,
  ] as const)

/** As a room does it: once one stands on the stage, one's camera and microphone are sent. */
async function goOn(someone: Someone): Promise<void> {
  await someone.page.waitForFunction((id) => window.page.room.store.getState().room.stage.includes(id), someone.id)
  await someone.page.evaluate(() => window.page.publishCamera())
}

async function sees({ page }: Someone, { id }: Someone): Promise<void> {
  await page.evaluate((whom) => window.page.look(whom, 320), id)
  const before = await page.evaluate((whom) => window.page.pictures(whom)?.frames ?? 0, id)
  await page.waitForFunction(
    ([whom, known]) => {
      const frames = window.page.pictures(whom)?.frames ?? 0
      // Who came back is counted from the beginning.
      return frames > known + 5 || (frames > 5 && frames < known)
    },
    [id, before] as const,
  )
}

const killWorker = () => {
  const pid = room.mediaRooms.find(SESSION)?.workerPid
  if (pid === undefined) throw new Error('no room')
  process.kill(pid, 'SIGKILL')
}

/** Who sends what, as it would be with these two on the stage: a list, so that a doubled one shows. */
const bothSend = (...people: Someone[]) => people.flatMap(({ id }) => [`${id} camera`, `${id} microphone`]).toSorted()

const sentAtServer = () =>
  (room.mediaRooms.find(SESSION)?.producers ?? [])
    .map(({ peerId, source }) => `${participantIdOfPeer(peerId)} ${source}`)
    .toSorted()

const sentAsToldTo = ({ page }: Someone) =>
  page.evaluate(() =>
    Object.values(window.page.room.store.getState().producers)
      .map(({ participantId, source }) => `${participantId} ${source}`)
      .toSorted(),
  )

const mediaOf = async ({ id }: Someone) => (await room.deps.sessions.get(SESSION)).state.participants[id]?.media

async function untilPartsOf({ id }: Someone, count: number): Promise<void> {
  const deadline = AbortSignal.timeout(30_000)
  const where = { track: { participantId: id, source: 'camera' } }
  while ((await base.database.recordingPart.count({ where })) < count) deadline.throwIfAborted()
}

/** What happens first in the second in which the worker dies. */
const ORDERS = {
  'the worker dies, then the stage changes': async (off: Someone, on: Someone) => {
    killWorker()
    await conduct('stage.dismiss', off)
    await conduct('stage.bring', on)
    await goOn(on)
  },
  'the stage changes, then the worker dies': async (off: Someone, on: Someone) => {
    await conduct('stage.dismiss', off)
    await conduct('stage.bring', on)
    killWorker()
    await goOn(on)
  },
  'the worker dies while the one who came on begins to send': async (off: Someone, on: Someone) => {
    await conduct('stage.bring', on)
    const coming = goOn(on)
    await on.page.waitForFunction(() => window.page.media.store.getState().sent.camera !== undefined)
    killWorker()
    await Promise.all([coming, conduct('stage.dismiss', off)])
  },
} as const

describe('[REC7] the media worker is killed while the stage changes', () => {
  it(
    'everything comes back: the right people are seen, nobody twice, and the recording goes on within two seconds',
    async () => {
      await host.page.evaluate(() => window.page.publishCamera())
      await goOn(one)
      await sees(host, one)
      await sees(one, host)
      await host.page.evaluate(() => window.page.room.request('recording.start', {}))
      let [off, on] = [one, other]
      for (const [round, [order, act]] of Object.entries(ORDERS).entries()) {
        await untilPartsOf(host, round + 1)
        await act(off, on)
        await host.page.waitForFunction((resets) => window.page.resets() === resets, round + 1)
        for (const [looking, whom] of [
          ...[
            [host, on],
            [on, host],
          ],
          ...[
            [off, host],
            [off, on],
          ],
        ] as const) {
          await sees(looking, whom)
        }
        const expected = bothSend(host, on)
        expect([order, sentAtServer()]).toEqual([order, expected])
        for (const person of [host, on, off]) expect([order, await sentAsToldTo(person)]).toEqual([order, expected])
        expect([order, await mediaOf(on)]).toMatchObject([order, { camera: 'on', microphone: 'on' }])
        expect([order, await mediaOf(off)]).toEqual([order, {}])
        ;[off, on] = [on, off]
      }
      await untilPartsOf(host, ORDERS_COUNT + 1)
      await host.page.evaluate(() => window.page.room.request('recording.stop', {}))
      const actor = { kind: 'person', personId: HOST, name: HOST, grants: [] } as const
      const { tracks } = replayManifest.parse(
        await parts.useCases['replay.get']?.(actor, { activityId: ACTIVITY }, { address: '' }),
      )
      expect(tracks.map(({ participantId, source }) => `${participantId} ${source}`).toSorted()).toEqual(
        bothSend(host, one, other),
      )
      for (const track of tracks.filter(({ participantId }) => participantId === host.id)) {
        for (const gapMs of gapsOf(track))
          expect([track.source, gapMs < LOST_AT_MOST_MS, gapMs]).toEqual([track.source, true, gapMs])
      }
    },
    TEST_MS,
  )
})

it('[MEDIA1] who switches the camera off while there is no path is not shown with one for ever', async () => {
  const resets = await host.page.evaluate(() => {
    // In this moment there is nobody to tell.
    window.page.room.on('media.reset', () => void window.page.media.unpublish('camera'))
    return window.page.resets()
  })
  killWorker()
  await host.page.waitForFunction((before) => window.page.resets() === before + 1, resets)
  await one.page.waitForFunction(
    (id) => window.page.room.store.getState().room.participants[id]?.media.camera === 'off',
    host.id,
  )
  expect(sentAtServer().filter((sent) => sent.startsWith(host.id))).toEqual([`${host.id} microphone`])
  expect(await mediaOf(host)).toMatchObject({ microphone: 'on' })
})

const ORDERS_COUNT = Object.keys(ORDERS).length

/** Between each part and the next. */
const gapsOf = ({ parts: files }: ReplayTrack): number[] =>
  files.slice(1).map(({ startMs }, i) => {
    const before = files[i]
    return before === undefined ? 0 : startMs - (before.startMs + before.durationMs)
  })
