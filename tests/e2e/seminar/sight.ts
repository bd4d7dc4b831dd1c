import { expect } from '@playwright/test'
import { framesDecoded, readCamera, readPageTones, watchCamera } from '#tests/support/browser/readers.ts'
import { loopDistanceMs, onLoop } from '#tests/support/footage/footage-clock.ts'
import type { Figures } from './figures.ts'
import type { Person } from './person.ts'
import { cameraOf } from './room.ts'

const APPEAR_MS = 30_000
const PHASE_WATCH_MS = 1_200
/** A picture that is still on its way to the screen when the fault begins is shown so much later at most. */
const IN_FLIGHT_MS = 500
const POLL_MS = [100]

/** One person looking at another. */
interface Pair {
  viewer: Person
  subject: Person
}

/** With how far the subject's footage is from the wall clock, so that one picture tells when it was taken. */
export interface Sight extends Pair {
  phaseMs: number
}

/** Everybody on stage as seen by everybody else. */
export const pairsOf = (viewers: readonly Person[], subjects: readonly Person[]): Pair[] =>
  viewers.flatMap((viewer) => subjects.filter((subject) => subject !== viewer).map((subject) => ({ viewer, subject })))

/** Which camera it is says the picture itself; that pictures go on coming, the decoder. */
export async function expectSeen({ viewer, subject }: Pair): Promise<void> {
  const video = cameraOf(viewer, subject.name)
  const message = `${viewer.name} sees ${subject.name}`
  await expect(video, message).toBeVisible({ timeout: APPEAR_MS })
  await expect
    .poll(async () => (await readCamera(video))?.cameraId, { timeout: APPEAR_MS, message, intervals: POLL_MS })
    .toBe(subject.cameraId)
  const before = await framesDecoded(video)
  await expect.poll(() => framesDecoded(video), { timeout: APPEAR_MS, message }).toBeGreaterThan(before + 2)
}

/** Exactly these people are heard, each by the tone of their own microphone. */
export async function expectHeard(listener: Person, speakers: readonly Person[]): Promise<void> {
  const wanted = speakers.map(({ cameraId }) => cameraId).toSorted()
  await expect
    .poll(async () => (await readPageTones(listener.page)).map(({ cameraId }) => cameraId).toSorted(), {
      timeout: APPEAR_MS,
      message: `${listener.name} hears ${speakers.map(({ name }) => name).join('、')}`,
    })
    .toEqual(wanted)
}

export async function takeSights(pairs: readonly Pair[]): Promise<Sight[]> {
  return await Promise.all(
    pairs.map(async ({ viewer, subject }) => {
      const video = cameraOf(viewer, subject.name)
      let phaseMs: number | null = null
      await expect
        .poll(
          async () => {
            const seen = await watchCamera(video, { durationMs: PHASE_WATCH_MS })
            phaseMs = seen.cameraId === subject.cameraId ? seen.phaseMs : null
            return phaseMs
          },
          { timeout: APPEAR_MS, message: `${viewer.name} watches ${subject.name}` },
        )
        .not.toBeNull()
      return { viewer, subject, phaseMs: phaseMs ?? Number.NaN }
    }),
  )
}

interface SeenAgainOptions {
  /** When the fault began, or was mended: pictures must be of after it. */
  sinceEpochMs: number
  what: string
  figures: Figures
  timeoutMs?: number
}

/** Waits until everybody shows a picture taken after the fault, and notes how long the last of them took. */
export async function seenAgain(sights: readonly Sight[], options: SeenAgainOptions): Promise<void> {
  const { sinceEpochMs, what, figures, timeoutMs = APPEAR_MS } = options
  const took = await Promise.all(
    sights.map(async (sight) => {
      const message = `${what}: ${sight.viewer.name} sees ${sight.subject.name} again`
      await expect
        .poll(() => isFresh(sight, sinceEpochMs), { timeout: timeoutMs, intervals: POLL_MS, message })
        .toBe(true)
      return Date.now() - sinceEpochMs
    }),
  )
  figures.note(`${what}: first picture again, anybody`, Math.min(...took))
  figures.note(`${what}: everybody's picture again`, Math.max(...took))
}

async function isFresh({ viewer, subject, phaseMs }: Sight, sinceEpochMs: number): Promise<boolean> {
  const video = cameraOf(viewer, subject.name)
  // Between two paths a tile may stand without its picture; asking for it would wait.
  if ((await video.count()) !== 1) return false
  const reading = await readCamera(video)
  if (reading?.cameraId !== subject.cameraId) return false
  return loopDistanceMs(onLoop(sinceEpochMs + IN_FLIGHT_MS), onLoop(reading.clockMs - phaseMs)) > 0
}
