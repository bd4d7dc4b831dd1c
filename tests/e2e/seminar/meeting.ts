import { expect } from '@playwright/test'
import { openSharedScreen } from '#tests/support/browser/open-shared-screen.ts'
import { readCamera } from '#tests/support/browser/readers.ts'
import { expectSamePage, markPage, signIn } from './person.ts'
import {
  bringButton,
  enter,
  handsOf,
  openMicrophone,
  raiseHand,
  recordingMark,
  screenOf,
  startRecording,
  toggleShare,
} from './room.ts'
import { SCREEN_CAMERA, type Scene } from './scene.ts'
import { expectHeard, expectSeen, pairsOf } from './sight.ts'

const APPEAR_MS = 30_000
/** Small: without a graphics card, every pixel of it is captured and encoded by the processor. */
const SCREEN_SIZE = { width: 640, height: 360 }

/** Steps of a seminar in which nothing goes wrong. */

export async function signInAndOpen(scene: Scene): Promise<void> {
  const { product, host, presenter, teacher, roomPath } = scene
  await Promise.all([host, presenter, teacher].map((person) => signIn(person, { product, path: roomPath })))
  for (const { page } of [host, presenter, teacher]) {
    await expect(page.getByRole('heading', { name: '听得见您，也看得见您' })).toBeVisible({ timeout: APPEAR_MS })
  }
  await expect
    .poll(async () => (await readCamera(host.page.locator('video')))?.cameraId, { message: 'the host sees herself' })
    .toBe(host.cameraId)
  // The room is not open yet: the others wait at its door, and are connected without reloading.
  await expect(presenter.page.getByText('研讨室还没有开')).toBeVisible()
  await Promise.all([presenter, teacher].map(markPage))
  await enter(host)
  await Promise.all([presenter, teacher].map((person) => enter(person)))
  await Promise.all([presenter, teacher].map(expectSamePage))
  await markPage(host)
}

export async function meet({ host, presenter, teacher }: Scene): Promise<void> {
  await openMicrophone(host)
  await openMicrophone(presenter)
  await Promise.all(pairsOf([host, presenter, teacher], [host, presenter]).map(expectSeen))
  await expectHeard(teacher, [host, presenter])
  await expectHeard(host, [presenter])
}

export async function goOnStageByHand({ host, presenter, teacher }: Scene): Promise<void> {
  const socketsBefore = teacher.roomSockets()
  await raiseHand(teacher)
  await expect(handsOf(host)).toContainText(teacher.name)
  await expect(handsOf(presenter)).toContainText(teacher.name)
  await bringButton(host, teacher.name).click()
  await Promise.all(pairsOf([host, presenter], [teacher]).map(expectSeen))
  await expect(handsOf(host)).toBeHidden()
  await expectSamePage(teacher)
  expect(teacher.roomSockets(), 'the same connection').toBe(socketsBefore)
}

export async function shareScreen({ host, presenter, teacher }: Scene): Promise<void> {
  const screen = await openSharedScreen(presenter.context, { cameraId: SCREEN_CAMERA })
  await screen.setViewportSize(SCREEN_SIZE)
  await presenter.page.bringToFront()
  await toggleShare(presenter, '共享')
  for (const viewer of [host, teacher]) {
    await expect(screenOf(viewer, presenter.name)).toBeVisible({ timeout: APPEAR_MS })
    await expect
      .poll(async () => (await readCamera(screenOf(viewer, presenter.name)))?.cameraId, { timeout: APPEAR_MS })
      .toBe(SCREEN_CAMERA)
  }
  // The face goes on beside the screen.
  await expectSeen({ viewer: host, subject: presenter })
  await screen.close()
  await expect(screenOf(host, presenter.name)).toBeHidden({ timeout: APPEAR_MS })
}

export async function talkInWriting(scene: Scene): Promise<void> {
  const { host, presenter, teacher, conversation } = scene
  const speakers = [host, presenter, teacher]
  await conversation.say(host, '先请荆老师说课')
  const atOnce = speakers.map(({ name }) => `${name}同时说`)
  await Promise.all(speakers.map((person) => conversation.type(person, `${person.name}同时说`)))
  await conversation.settle(host, atOnce)
  await conversation.say(teacher, '“攀”“缩”“微倾”放在一起读')
  await conversation.expectFor(speakers)
}

/** Whoever comes late finds what was said, and sees who is on stage. */
export async function guestComesByLink(scene: Scene): Promise<void> {
  const { guest, host, presenter, teacher, product, roomPath, linkToken, conversation } = scene
  await guest.page.goto(`${product.url}${roomPath}?k=${linkToken}`)
  await enter(guest, { asGuest: true })
  await markPage(guest)
  await Promise.all(pairsOf([guest], [host, presenter, teacher]).map(expectSeen))
  await expectHeard(guest, [host, presenter])
  await conversation.expectFor([guest])
}

export async function recordFromNowOn(scene: Scene): Promise<void> {
  for (const person of scene.everybody) await expect(recordingMark(person)).toBeHidden()
  await startRecording(scene.host)
  for (const person of scene.everybody) await expect(recordingMark(person)).toBeVisible({ timeout: APPEAR_MS })
}
