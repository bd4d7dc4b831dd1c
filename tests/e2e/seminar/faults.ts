import { expect } from '@playwright/test'
import { setOffline } from '#tests/support/browser/set-offline.ts'
import { beginPinyin } from '#tests/support/browser/type-pinyin.ts'
import { expectSamePage } from './person.ts'
import { expectSaved, goToEnd, lineOf, watchForLetters, writeLine } from './plan.ts'
import { openPanel, recordingMark, reconnectingNote, seatOf, tileOf } from './room.ts'
import type { Scene } from './scene.ts'
import { expectHeard, pairsOf, seenAgain, takeSights } from './sight.ts'

const OFFLINE_MS = 10_000
const RETURN_MS = 45_000
const NOTICE_MS = 20_000

/** What stands in the plan after the first edits, and after the server was gone. */
export const PLAN_FIRST = '圈点四个动词，在动作里读出艰难。'
export const PLAN_LATER = '服务重启以后又写的一句。'

/** Two people in one line; half-typed letters stay where they are typed. */
export async function editTogether({ host, presenter, teacher }: Scene): Promise<void> {
  for (const person of [host, presenter, teacher]) await openPanel(person, '教案')
  await writeLine(presenter, 'goals', '圈点动词，读出艰难。')
  await expect(lineOf(host, 'goals')).toHaveText('圈点动词，读出艰难。')
  const lettersAtHost = await watchForLetters(host, 'goals')
  const lettersAtTeacher = await watchForLetters(teacher, 'goals')
  await goToEnd(presenter, 'goals')
  for (let step = 0; step < '读出艰难。'.length; step += 1) await presenter.page.keyboard.press('ArrowLeft')
  const composition = await beginPinyin(presenter.page)
  for (const letter of 'zai dong') await composition.type(letter)
  await expect(lineOf(presenter, 'goals')).toContainText('zai dong')
  await lineOf(host, 'goals').click()
  await host.page.keyboard.press('Home')
  for (let step = 0; step < '圈点'.length; step += 1) await host.page.keyboard.press('ArrowRight')
  await host.page.keyboard.type('四个')
  await expectSaved(host)
  for (const letter of 'zuo li') await composition.type(letter)
  await composition.commit('在动作里')
  for (const person of [host, presenter, teacher]) await expect(lineOf(person, 'goals')).toHaveText(PLAN_FIRST)
  expect(await lettersAtHost()).toEqual([])
  expect(await lettersAtTeacher()).toEqual([])
  await expectSaved(presenter)
}

/** The teacher's cable is pulled for ten seconds; she does nothing, and is back where she was. */
export async function loseNetwork(scene: Scene): Promise<void> {
  const { host, presenter, teacher, cable, conversation, figures } = scene
  const seat = await seatOf(host, teacher.name)
  expect(seat).not.toBeNull()
  const sights = await takeSights([
    ...pairsOf([teacher], [host, presenter]),
    { viewer: host, subject: teacher },
    { viewer: presenter, subject: teacher },
  ])
  const cutAtEpochMs = Date.now()
  await setOffline(teacher.context, { proxy: cable, offline: true })
  await conversation.say(host, '周老师断线的时候说的')
  await conversation.type(teacher, '断线的时候写的')
  await expect(reconnectingNote(teacher)).toBeVisible({ timeout: NOTICE_MS })
  figures.note('network lost: the teacher is told', Date.now() - cutAtEpochMs)
  await expect.poll(() => Date.now() - cutAtEpochMs, { timeout: NOTICE_MS }).toBeGreaterThanOrEqual(OFFLINE_MS)
  const backAtEpochMs = Date.now()
  await setOffline(teacher.context, { proxy: cable, offline: false })
  await seenAgain(sights, { sinceEpochMs: backAtEpochMs, what: 'network back', figures, timeoutMs: RETURN_MS })
  await expect(reconnectingNote(teacher)).toBeHidden({ timeout: RETURN_MS })
  await conversation.settle(host, ['断线的时候写的'])
  await conversation.expectFor([host, presenter, teacher])
  expect(await seatOf(host, teacher.name), 'the same seat').toBe(seat)
  await expectSamePage(teacher)
}

/** kill -9 of the media worker: pictures and sound come back, nobody touches anything. */
export async function killMediaWorker(scene: Scene): Promise<void> {
  const { host, presenter, teacher, guest, product, figures } = scene
  const sights = await takeSights(pairsOf([host, presenter, teacher, guest], [host, presenter, teacher]))
  const sinceEpochMs = Date.now()
  product.killMediaWorker()
  await seenAgain(sights, { sinceEpochMs, what: 'media worker killed', figures, timeoutMs: RETURN_MS })
  await expectHeard(guest, [host, presenter])
  for (const person of scene.everybody) await expectSamePage(person)
}

/** kill -9 of the server in mid-recording. What was acknowledged is there, once; what was not, arrives. */
export async function killServer(scene: Scene): Promise<void> {
  const { host, presenter, teacher, guest, product, conversation, figures } = scene
  const onStage = [host, presenter, teacher]
  const seats = await Promise.all(onStage.map(({ name }) => seatOf(guest, name)))
  const sights = await takeSights(pairsOf(onStage, onStage))
  await openPanel(presenter, '教案')
  await expectSaved(presenter)
  await conversation.say(host, '服务被强行结束之前的最后一句')
  await product.killServer()
  await conversation.type(teacher, '服务不在的时候说的')
  await writeLine(presenter, 'homework', PLAN_LATER)
  for (const person of onStage) await expect(reconnectingNote(person)).toBeVisible({ timeout: NOTICE_MS })
  const startedAtEpochMs = Date.now()
  await product.restart()
  const readyAtEpochMs = Date.now()
  figures.note('server: from start to ready', readyAtEpochMs - startedAtEpochMs)
  for (const person of scene.everybody) await expect(reconnectingNote(person)).toBeHidden({ timeout: RETURN_MS })
  figures.note('server back: everybody in the room, after ready', Date.now() - readyAtEpochMs)
  await seenAgain(sights, { sinceEpochMs: readyAtEpochMs, what: 'server back', figures, timeoutMs: RETURN_MS })
  await expectHeard(teacher, [host, presenter])
  await conversation.settle(host, ['服务不在的时候说的'])
  await conversation.say(presenter, '我们接着录')
  await conversation.expectFor(scene.everybody)
  await openPanel(host, '教案')
  await openPanel(presenter, '教案')
  await expectSaved(presenter)
  await expect(lineOf(host, 'homework')).toHaveText(PLAN_LATER)
  await expect(lineOf(host, 'goals')).toHaveText(PLAN_FIRST)
  for (const person of scene.everybody) {
    await expect(recordingMark(person)).toBeVisible()
    await expectSamePage(person)
  }
  for (const { name } of onStage) await expect(tileOf(guest, name).first()).toBeVisible()
  expect(await Promise.all(onStage.map(({ name }) => seatOf(guest, name))), 'the same seats').toEqual(seats)
}
