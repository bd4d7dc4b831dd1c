import { expect } from '@playwright/test'
import { measureOwnLipSync } from '#tests/support/browser/readers.ts'
import { loopDistanceMs } from '#tests/support/footage/footage-clock.ts'
import type { Person } from './person.ts'
import type { Scene } from './scene.ts'

const LISTEN_MS = 4_000
/** Chromium's fake microphone loses time on a busy machine; a measurement in which it did says nothing. */
const STEADY_MS = 25
/** The recorder follows a clock that has fallen behind: it sees it within 20 s, and takes 20 s for a tenth of a second. */
const CAUGHT_UP_MS = 45_000
const TRIES_MS = 150_000

/** How the footage of one person stood to the wall clock when it left their devices. */
export interface OwnPhases {
  person: Person
  pictureMs: number
  soundMs: number
}

/** One moment of the session, as those who were sent knew it. */
export interface Moment {
  /** On the session's clock: where the measured window began. */
  atMs: number
  host: OwnPhases
  presenter: OwnPhases
}

/** A moment now, in which no device loses time. */
export const takeMoment = (scene: MomentScene): Promise<Moment> =>
  waitForMoment(() => tryMoment(scene), { message: 'a moment without drift' })

/**
 * A moment before which the microphones have lost no time since `recordedSince`, taken when the recording began. Where one
 * has, one that lies so long after it that the recording has followed.
 */
export function takeRecordedMoment(scene: MomentScene, recordedSince: Moment): Promise<Moment> {
  let steadySince = recordedSince
  const attempt = async () => {
    const now = await tryMoment(scene)
    if (now === null) return null
    if (!haveKeptTime(steadySince, now)) steadySince = now
    const isFollowed = steadySince === recordedSince || now.atMs - steadySince.atMs >= CAUGHT_UP_MS
    return isFollowed ? now : null
  }
  return waitForMoment(attempt, { message: 'a moment that the recording has followed' })
}

async function waitForMoment(attempt: () => Promise<Moment | null>, { message }: { message: string }): Promise<Moment> {
  let taken: Moment | null = null
  await expect.poll(async () => (taken = await attempt()), { timeout: TRIES_MS, message }).not.toBeNull()
  if (taken === null) throw new Error('No moment was taken.')
  return taken
}

const haveKeptTime = (before: Moment, now: Moment): boolean =>
  (['host', 'presenter'] as const).every(
    (who) => Math.abs(loopDistanceMs(before[who].soundMs, now[who].soundMs)) <= STEADY_MS,
  )

async function tryMoment(scene: MomentScene): Promise<Moment | null> {
  const atMs = await scene.sessionNowMs()
  const [ofHost, ofPresenter] = await Promise.all([ownPhases(scene.host), ownPhases(scene.presenter)])
  return ofHost === null || ofPresenter === null ? null : { atMs, host: ofHost, presenter: ofPresenter }
}

type MomentScene = Pick<Scene, 'host' | 'presenter'> & { sessionNowMs: () => Promise<number> }

async function ownPhases(person: Person): Promise<OwnPhases | null> {
  const lips = await measureOwnLipSync(person.page, { durationMs: LISTEN_MS })
  if (lips === null || lips.soundDriftMs > STEADY_MS) return null
  return { person, pictureMs: lips.picturePhaseMs, soundMs: lips.soundPhaseMs }
}
