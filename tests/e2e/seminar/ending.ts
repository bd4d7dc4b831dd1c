import { expect } from '@playwright/test'
import { readCamera } from '#tests/support/browser/readers.ts'
import { loopDistanceMs, onLoop } from '#tests/support/footage/footage-clock.ts'
import { PLAN_FIRST, PLAN_LATER } from './faults.ts'
import type { Moment } from './moment.ts'
import {
  chooseCamera,
  mainPicture,
  openReplayAt,
  planAtMoment,
  play,
  positionSecond,
  pressLanesAt,
  saidBy,
} from './replay.ts'
import { endedHeading, holdToEnd, undoEndButton } from './room.ts'
import type { Scene } from './scene.ts'
import { howTogether, type Togetherness } from './together.ts'

const UNDO_MS = 10_000
const END_MS = 20_000
const REPLAY_THERE_MS = 5_000
const SHOW_MS = 20_000
const RIGHT_SECOND_MS = 1_000
const TOGETHER_MS = 80
const SEEK_S = 2
/** Wide enough for the plan and the chat beside the picture. */
const REPLAY_VIEWPORT = { width: 1440, height: 900 }

/** Once by mistake and taken back, then for all. */
export async function endForAll({ host, everybody }: Scene): Promise<void> {
  await holdToEnd(host)
  await undoEndButton(host).click()
  for (const { page } of everybody) await expect(page.getByText(/秒后散场/)).toBeHidden({ timeout: UNDO_MS })
  await holdToEnd(host)
  for (const person of everybody) await expect(endedHeading(person)).toBeVisible({ timeout: END_MS })
}

/** The host goes from the closed room straight to the replay, presses play and sees a picture. */
export async function replayIsThere({ host: { page }, figures }: Scene): Promise<void> {
  await page.setViewportSize(REPLAY_VIEWPORT)
  const endedAtEpochMs = Date.now()
  await page.getByRole('link', { name: '看回放' }).click()
  await play(page)
  const thereMs = Date.now() - endedAtEpochMs
  figures.note('replay: there and playing, after the end', thereMs)
  expect(thereMs).toBeLessThanOrEqual(REPLAY_THERE_MS)
  await expect
    .poll(async () => ((await mainPicture(page).count()) === 1 ? await readCamera(mainPicture(page)) : null), {
      timeout: SHOW_MS,
      intervals: [50],
    })
    .not.toBeNull()
  figures.note('replay: first picture, after the end', Date.now() - endedAtEpochMs)
}

const NOTHING_PLAYED: Togetherness = { keptMs: { picture: NaN, voices: [] }, playingMs: NaN, apartMs: NaN }

/** The right camera at the right second, and all tracks together. */
export async function replayIsTogether(scene: Scene, moment: Moment): Promise<void> {
  const { host, door, activityId, product, figures } = scene
  const { zeroEpochMs } = await door.request('replay.get', { activityId })
  const second = Math.round(moment.atMs / 1_000)
  for (const shown of [moment.presenter, moment.host]) {
    const { page } = host
    await openReplayAt(page, { url: product.url, activityId }, second)
    await chooseCamera(page, shown.person.name)
    const wantedMs = onLoop(zeroEpochMs + second * 1_000 + shown.pictureMs)
    // Paused there, it may first show the picture that it opened with: within its time the right one must stand.
    let lateMs = Number.NaN
    await expect
      .poll(
        async () => {
          const reading = await readCamera(mainPicture(page))
          if (reading?.cameraId !== shown.person.cameraId) return Number.NaN
          return Math.abs((lateMs = loopDistanceMs(reading.clockMs, wantedMs)))
        },
        { timeout: SHOW_MS, message: `the picture of ${shown.person.name} at second ${second}` },
      )
      .toBeLessThan(RIGHT_SECOND_MS)
    figures.note(`replay: picture of ${shown.person.name} behind its second`, lateMs)
    await play(page)
    let found: Togetherness | null = null
    await expect
      .poll(
        async () => {
          // Asked each time: the mix takes the place of the microphones as soon as it is made.
          const manifest = await door.request('replay.get', { activityId })
          return (found = await howTogether(page, { moment, shown, manifest, url: product.url }))
        },
        { timeout: SHOW_MS },
      )
      .not.toBeNull()
    const { keptMs, playingMs, apartMs } = found ?? NOTHING_PLAYED
    figures.note(`replay: picture of ${shown.person.name} late, as kept`, keptMs.picture)
    for (const voiceMs of keptMs.voices) figures.note('replay: a voice late, as kept', voiceMs)
    figures.note('replay: the elements that play them apart', playingMs)
    figures.note('replay: picture and both voices apart', apartMs)
    expect(apartMs).toBeLessThanOrEqual(TOGETHER_MS)
  }
}

/** [LOG2] [LOG6] After a cut, a dead worker and a dead server: every number once, and a clock that never went back. */
export async function logIsWhole({ door, activityId }: Scene): Promise<void> {
  const { events } = await door.request('replay.get', { activityId })
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
  const timesMs = events.map(({ atMs }) => atMs)
  expect(timesMs).toEqual(timesMs.toSorted((a, b) => a - b))
}

interface Written {
  atMs: number
  said: readonly string[]
  plan: 'first' | 'later'
}

/** Chat and plan as they were at this second. */
export async function replayShowsWhatWasWritten(scene: Scene, { atMs, said, plan }: Written): Promise<void> {
  const { host, product, activityId } = scene
  await openReplayAt(host.page, { url: product.url, activityId }, Math.ceil(atMs / 1_000))
  await expect(planAtMoment(host.page)).toContainText(PLAN_FIRST, { timeout: SHOW_MS })
  if (plan === 'first') await expect(planAtMoment(host.page)).not.toContainText(PLAN_LATER)
  else await expect(planAtMoment(host.page)).toContainText(PLAN_LATER)
  await expect.poll(() => saidBy(host.page)).toEqual(said)
}

export async function lanesSeek({ host: { page } }: Scene): Promise<void> {
  const second = await pressLanesAt(page, 0.5)
  await expect.poll(async () => Math.abs((await positionSecond(page)) - second)).toBeLessThanOrEqual(SEEK_S)
}
