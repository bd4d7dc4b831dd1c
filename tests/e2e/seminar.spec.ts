import { test } from '@playwright/test'
import {
  goOnStageByHand,
  guestComesByLink,
  meet,
  recordFromNowOn,
  shareScreen,
  signInAndOpen,
  talkInWriting,
} from './seminar/meeting.ts'
import { Scene } from './seminar/scene.ts'

const START_TIMEOUT_MS = 180_000
const SEMINAR_TIMEOUT_MS = 240_000

let scene: Scene

test.beforeAll(async () => {
  test.setTimeout(START_TIMEOUT_MS)
  scene = await Scene.create()
})
test.afterEach(async ({}, testInfo) => {
  await scene.product.attachLogOnFailure(testInfo)
  await scene.figures.attachTo(testInfo)
})
test.afterAll(() => scene.close())

test('[E2E1] a whole seminar, from signing in to its replay', async () => {
  test.setTimeout(SEMINAR_TIMEOUT_MS)
  await test.step('sign in, look into the mirror, open the room', () => signInAndOpen(scene))
  await test.step('they meet, see and hear each other', () => meet(scene))
  await test.step('a hand, and on stage without rejoining', () => goOnStageByHand(scene))
  await test.step('a screen is shared', () => shareScreen(scene))
  await test.step('chat: one order, each once', () => talkInWriting(scene))
  await test.step('a guest comes late, by the link', () => guestComesByLink(scene))
  await test.step('recording', () => recordFromNowOn(scene))
})
