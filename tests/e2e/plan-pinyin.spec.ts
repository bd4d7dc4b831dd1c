import { expect as playwrightExpect, test, type Browser, type Page } from '@playwright/test'
import * as Y from 'yjs'
import { beginPinyin, typePinyin } from '#tests/support/browser/type-pinyin.ts'
import { PLAN_ID } from '#tests/support/plan/seed-plan-world.ts'
import { startPlanBench, type PlanBench } from '#tests/support/plan/start-plan-bench.ts'

const START_TIMEOUT_MS = 120_000
/** Two browsers and a database share the machine with whatever else runs there. */
const expect = playwrightExpect.configure({ timeout: 30_000 })

let bench: PlanBench

test.beforeAll(async () => {
  test.setTimeout(START_TIMEOUT_MS)
  bench = await startPlanBench()
})
test.afterAll(() => bench.close())

test('[PIN1] a composition lives through edits of the same line, and no letter of it leaves the page', async ({
  browser,
}) => {
  const [jing, yu] = await openTwo(browser, 'goals')
  await writeLine(jing, '圈点动词，读出艰难。')
  await expect(lineOf(yu)).toHaveText('圈点动词，读出艰难。')
  const seenByYu = await watchText(yu)

  await placeCaret(jing, { after: '圈点动词，' })
  const composition = await beginPinyin(jing)
  for (const letter of 'zai dong') await composition.type(letter)
  await expect(lineOf(jing)).toHaveText('圈点动词，zai dong读出艰难。')

  await placeCaret(yu, { after: '读出' })
  await yu.keyboard.type('父亲的')
  await placeCaret(yu, { after: '圈点' })
  await yu.keyboard.type('四个')
  await expect(savedWord(yu)).toContainText('已保存')
  await expect(lineOf(yu)).toHaveText('圈点四个动词，读出父亲的艰难。')
  await expect(lineOf(jing)).toHaveText('圈点动词，zai dong读出艰难。')

  for (const letter of 'zuo li') await composition.type(letter)
  await composition.commit('在动作里')
  const merged = '圈点四个动词，在动作里读出父亲的艰难。'
  await expect(lineOf(jing)).toHaveText(merged)
  await expect(lineOf(yu)).toHaveText(merged)
  // The caret stands behind the words, also after the others' came in before it.
  await jing.keyboard.type('慢慢')
  await expect(lineOf(yu)).toHaveText('圈点四个动词，在动作里慢慢读出父亲的艰难。')
  expect((await seenByYu()).filter((text) => /[a-z]/i.test(text))).toEqual([])
  expect(await lettersInLog()).toEqual([])
})

test('[PIN2] a composition that is given up leaves nothing anywhere', async ({ browser }) => {
  const [jing, yu] = await openTwo(browser, 'key-points')
  await writeLine(jing, '先读后议。')
  await expect(lineOf(yu)).toHaveText('先读后议。')
  const seenByYu = await watchText(yu)
  await placeCaret(jing, { after: '先读' })
  const composition = await beginPinyin(jing)
  for (const letter of 'shan diao') await composition.type(letter)
  await placeCaret(yu, { after: '后议' })
  await yu.keyboard.type('再写')
  await expect(savedWord(yu)).toContainText('已保存')
  await composition.cancel()
  await expect(lineOf(jing)).toHaveText('先读后议再写。')
  await expect(lineOf(yu)).toHaveText('先读后议再写。')
  expect((await seenByYu()).filter((text) => /[a-z]/i.test(text))).toEqual([])
  expect(await lettersInLog()).toEqual([])
})

test('[PIN3] two people compose in the same line at the same time', async ({ browser }) => {
  const [jing, yu] = await openTwo(browser, 'difficulties')
  await writeLine(jing, '甲乙')
  await expect(lineOf(yu)).toHaveText('甲乙')
  await placeCaret(jing, { after: '甲' })
  await placeCaret(yu, { after: '乙' })
  const first = await beginPinyin(jing)
  const second = await beginPinyin(yu)
  for (const letter of 'ni') await Promise.all([first.type(letter), second.type(letter)])
  await first.commit('你')
  await second.commit('尼')
  await expect(lineOf(jing)).toHaveText('甲你乙尼')
  await expect(lineOf(yu)).toHaveText('甲你乙尼')
  expect(await lettersInLog()).toEqual([])
})

test('[PIN4] words typed without a pause arrive whole and in order, and one undo takes back no more than was typed', async ({
  browser,
}) => {
  const [jing, yu] = await openTwo(browser, 'preparation')
  await writeLine(jing, '起')
  const seenByYu = await watchText(yu)
  for (const [pinyin, commit] of [
    ['quan', '全'],
    ['ban', '班'],
    ['qili', '起立'],
  ] as const)
    await typePinyin(jing, { pinyin, commit })
  await expect(lineOf(yu)).toHaveText('起全班起立')
  expect((await seenByYu()).filter((text) => /[a-z]/i.test(text))).toEqual([])
  await placeCaret(yu, { after: '起全班起立' })
  await yu.keyboard.type('。')
  await expect(lineOf(jing)).toHaveText('起全班起立。')
  await jing.keyboard.press('Control+z')
  await expect(lineOf(jing)).toHaveText(/。$/)
})

/** Both look at the line under this section's heading; each test has a section of its own. */
async function openTwo(browser: Browser, section: string): Promise<[Page, Page]> {
  const options = { browser, section }
  return [await openPlan('presenter', options), await openPlan('note-taker', options)]
}

async function openPlan(person: string, { browser, section }: { browser: Browser; section: string }): Promise<Page> {
  const context = await browser.newContext()
  await context.addCookies([{ name: 'person', value: person, url: bench.address }])
  const page = await context.newPage()
  await page.goto(`${bench.address}?me=${person}`)
  lines.set(page, `h2[data-section="${section}"] + p`)
  await expect(lineOf(page)).toBeVisible()
  return page
}

const lines = new WeakMap<Page, string>()
const lineOf = (page: Page) => page.locator(`.plan-text ${lines.get(page)}`)
const savedWord = (page: Page) => page.getByRole('status').first()

async function writeLine(page: Page, text: string): Promise<void> {
  await lineOf(page).click()
  await page.keyboard.type(text)
  await expect(lineOf(page)).toHaveText(text)
}

/** Sets the caret by a real selection, as a click between two characters would. */
async function placeCaret(page: Page, { after }: { after: string }): Promise<void> {
  await lineOf(page).click()
  await page.keyboard.press('Home')
  const text = (await lineOf(page).innerText()).replaceAll('\n', '')
  const steps = text.indexOf(after) + after.length
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowRight')
}

/** Every text that the line has ever shown from now on. */
async function watchText(page: Page): Promise<() => Promise<string[]>> {
  const seen = await lineOf(page).evaluateHandle(
    (line, selector) => {
      const texts: string[] = []
      const editor = line.closest('.plan-text')
      if (editor === null) throw new Error('no editor')
      const look = () => {
        const now = editor.querySelector(selector)
        texts.push(now?.textContent ?? '')
      }
      new MutationObserver(look).observe(editor, { childList: true, characterData: true, subtree: true })
      return texts
    },
    lines.get(page) ?? '',
  )
  return () => seen.jsonValue()
}

/** Latin letters in anything that was ever stored, deleted text included. */
async function lettersInLog(): Promise<string[]> {
  const log = await bench.plans.log(PLAN_ID, { untilEpochMs: Date.now() + 60_000 })
  return log
    .filter(({ personId }) => personId !== null)
    .flatMap(({ update }) => Y.decodeUpdateV2(update).structs)
    .flatMap((struct) =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentString ? [struct.content.str] : [],
    )
    .filter((text) => /[a-z]/i.test(text))
}
