import { expect, type Locator } from '@playwright/test'
import type { Person } from './person.ts'

/** What a person does and sees in the room, by the words that stand on the page. */

const DECIDE_MS = 20_000
/** Holding 结束全场 takes two seconds. */
const HOLD_LIMIT_MS = 10_000

const stageOf = ({ page }: Person): Locator => page.getByRole('main', { name: '台上' })

/** The tile, or the large picture, of somebody on stage. */
export const tileOf = (viewer: Person, name: string): Locator => stageOf(viewer).getByLabel(name, { exact: true })

export const cameraOf = (viewer: Person, name: string): Locator => tileOf(viewer, name).locator('video')

export const screenOf = (viewer: Person, name: string): Locator =>
  stageOf(viewer).getByLabel(`${name}的屏幕`, { exact: true }).locator('video')

/** The id of the seat, as the page knows it: the same after every return. */
export async function seatOf(viewer: Person, name: string): Promise<string | null> {
  const tile = tileOf(viewer, name)
  return (await tile.getAttribute('data-person')) ?? (await tile.getAttribute('data-speaker'))
}

/** From the lobby into the room. A guest says a name. */
export async function enter(person: Person, { asGuest = false } = {}): Promise<void> {
  const { page, name } = person
  if (asGuest) await page.getByLabel('您的称呼').fill(name)
  await page.getByText('我知道这场研讨会录制').click()
  await page.getByRole('button', { name: /^(开启并)?进入研讨室$/ }).click()
  await expect(stageOf(person)).toBeVisible({ timeout: DECIDE_MS })
}

const control = ({ page }: Person, name: string): Locator =>
  page.getByLabel('操作', { exact: true }).getByRole('button', { name, exact: true })

export const openMicrophone = (person: Person): Promise<void> => control(person, '开麦克风').click()
export const raiseHand = (person: Person): Promise<void> => control(person, '举手').click()
export const toggleShare = (person: Person, word: '共享' | '停止共享'): Promise<void> => control(person, word).click()
export const startRecording = (person: Person): Promise<void> => control(person, '录制').click()

export const recordingMark = ({ page }: Person): Locator => page.getByRole('banner').getByText('录制中')
export const handsOf = ({ page }: Person): Locator => page.getByRole('region', { name: '举手' })
export const bringButton = (host: Person, name: string): Locator =>
  handsOf(host).getByRole('button', { name: new RegExp(`^请\\s*${name}\\s*发言$`) })
export const reconnectingNote = ({ page }: Person): Locator => page.getByText('正在重连')
export const endedHeading = ({ page }: Person): Locator => page.getByRole('heading', { name: '已经散场' })

/** Holds 结束全场 until the room says that it will end. */
export async function holdToEnd(host: Person): Promise<void> {
  const { page } = host
  await page.getByRole('button', { name: '结束全场' }).hover()
  await page.mouse.down()
  await expect(page.getByText(/秒后散场/)).toBeVisible({ timeout: HOLD_LIMIT_MS })
  await page.mouse.up()
}

export const undoEndButton = ({ page }: Person): Locator => page.getByRole('button', { name: '撤销' }).last()

export const openPanel = ({ page }: Person, tab: '教案' | '聊天' | '人员'): Promise<void> =>
  page.getByRole('tab', { name: tab }).click()
