import { test } from '@playwright/test'
import {
  endForAll,
  lanesSeek,
  logIsWhole,
  replayIsThere,
  replayIsTogether,
  replayShowsWhatWasWritten,
} from './seminar/ending.ts'
import { editTogether, killMediaWorker, killServer, loseNetwork } from './seminar/faults.ts'
import {
  goOnStageByHand,
  guestComesByLink,
  meet,
  recordFromNowOn,
  shareScreen,
  signInAndOpen,
  talkInWriting,
} from './seminar/meeting.ts'
import { takeMoment, takeRecordedMoment } from './seminar/moment.ts'
import { Scene } from './seminar/scene.ts'

const START_TIMEOUT_MS = 180_000
const SEMINAR_TIMEOUT_MS = 600_000

let scene: Scene

test.beforeAll(async () => {
  test.setTimeout(START_TIMEOUT_MS)
  scene = await Scene.create()
})
test.afterEach(async () => {
  await scene.product.attachLogOnFailure(test.info())
  await scene.figures.attachTo(test.info())
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
  const begun = await test.step('how sound and picture leave as it begins', () => takeMoment(scene))
  await test.step('the plan together, by pinyin', () => editTogether(scene))
  const moment = await test.step('a moment is measured', () => takeRecordedMoment(scene, begun))
  const early = { atMs: await scene.sessionNowMs(), said: [...scene.conversation.said], plan: 'first' } as const
  await test.step('the network of one is gone for ten seconds', () => loseNetwork(scene))
  await test.step('the media worker is killed', () => killMediaWorker(scene))
  await test.step('the server is killed in mid-recording', () => killServer(scene))
  const late = { atMs: await scene.sessionNowMs(), said: [...scene.conversation.said], plan: 'later' } as const
  await test.step('the end, taken back once', () => endForAll(scene))

  await test.step('the replay is there', () => replayIsThere(scene))
  await test.step('replay: the right camera at the right second, and all together', () =>
    replayIsTogether(scene, moment))
  await test.step('replay: chat and plan as they were, early', () => replayShowsWhatWasWritten(scene, early))
  await test.step('replay: chat and plan as they were, late', () => replayShowsWhatWasWritten(scene, late))
  await test.step('the log has no gap', () => logIsWhole(scene))
  await test.step('replay: a press on the lanes seeks', () => lanesSeek(scene))
})
