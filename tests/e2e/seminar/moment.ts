import { expect } from '@playwright/test'
import { measureOwnLipSync } from '#tests/support/browser/readers.ts'
import type { Person } from './person.ts'
import type { Scene } from './scene.ts'

const LISTEN_MS = 4_000
/** Chromium's fake microphone loses time on a busy machine; a measurement in which it did says nothing. */
const STEADY_MS = 25
const TRIES_MS = 60_000

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

export async function takeMoment(scene: MomentScene): Promise<Moment> {
  let taken: Moment | null = null
  await expect
    .poll(
      async () => {
        const atMs = await scene.sessionNowMs()
        const [ofHost, ofPresenter] = await Promise.all([ownPhases(scene.host), ownPhases(scene.presenter)])
        taken = ofHost === null || ofPresenter === null ? null : { atMs, host: ofHost, presenter: ofPresenter }
        return taken
      },
      { timeout: TRIES_MS, message: 'a moment without drift' },
    )
    .not.toBeNull()
  if (taken === null) throw new Error('No moment was taken.')
  return taken
}

type MomentScene = Pick<Scene, 'host' | 'presenter'> & { sessionNowMs: () => Promise<number> }

async function ownPhases(person: Person): Promise<OwnPhases | null> {
  const lips = await measureOwnLipSync(person.page, { durationMs: LISTEN_MS })
  if (lips === null || lips.soundDriftMs > STEADY_MS) return null
  return { person, pictureMs: lips.picturePhaseMs, soundMs: lips.soundPhaseMs }
}
