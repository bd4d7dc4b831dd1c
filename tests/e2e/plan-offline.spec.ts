import { expect as playwrightExpect, test, type Browser, type Page } from '@playwright/test'
import { CuttableProxy } from '#tests/support/network/cuttable-proxy.ts'
import { startPlanBench, type PlanBench } from '#tests/support/plan/start-plan-bench.ts'

const START_TIMEOUT_MS = 120_000
/** Two browsers and a database share the machine with whatever else runs there. */
const expect = playwrightExpect.configure({ timeout: 30_000 })

/** Each key is an update of its own. */
const OFFLINE_WORDS = '攀　缩　微倾'

let bench: PlanBench
let link: CuttableProxy
let weakAddress: string

test.beforeAll(async () => {
  test.setTimeout(START_TIMEOUT_MS)
  bench = await startPlanBench()
  const { hostname, port } = new URL(bench.address)
  link = await CuttableProxy.create({
    tcp: [{ from: { host: '127.0.0.1', port: 0 }, to: { host: hostname, port: Number(port) } }],
  })
  weakAddress = `http://127.0.0.1:${link.tcp[0]?.from.port}/`
})
test.afterAll(async () => {
  await link.close()
  await bench.close()
})

test('[OFF1] without a connection one writes on, sees how much is not synced, and both sides’ words merge', async ({
  browser,
}) => {
  const jing = await openPlan(browser, { person: 'presenter', address: weakAddress })
  const yu = await openPlan(browser, { person: 'note-taker', address: bench.address })
  await expect(savedWord(jing)).toContainText('已保存')

  link.cut({ reset: true })
  await expect(savedWord(jing)).toHaveText('没有连上')
  await lineUnder(jing, 'goals').click()
  await jing.keyboard.type('断网时写的目标')
  await expect(savedWord(jing)).toHaveText('1 处未同步')
  await lineUnder(jing, 'homework').click()
  await jing.keyboard.type('断网时写的作业')
  await expect(savedWord(jing)).toHaveText('2 处未同步')
  await lineUnder(yu, 'goals').click()
  await yu.keyboard.type('同时写的。')
  await expect(savedWord(yu)).toContainText('已保存')

  link.restore()
  await expect(savedWord(jing)).toContainText('已保存')
  await expect(lineUnder(yu, 'homework')).toHaveText('断网时写的作业')
  const merged = (await lineUnder(yu, 'goals').textContent()) ?? ''
  expect(merged).toContain('断网时写的目标')
  expect(merged).toContain('同时写的。')
  await expect(lineUnder(jing, 'goals')).toHaveText(merged)
})

test('[OFF2] a page that is closed while words are not synced has them, and the count, when it is opened again', async ({
  browser,
}) => {
  const jing = await openPlan(browser, { person: 'presenter', address: bench.address })
  await expect(savedWord(jing)).toContainText('已保存')
  // Its pages come, its channel does not.
  await jing.context().routeWebSocket(/\/collab/, (socket) => socket.close())
  await jing.reload()
  await expect(lineUnder(jing, 'board')).toBeVisible()
  await lineUnder(jing, 'board').click()
  const keptBefore = await keptUpdates(jing)
  await jing.keyboard.type(OFFLINE_WORDS)
  await expect(savedWord(jing)).toHaveText('1 处未同步')
  // The local copy is written a moment after the key; a page that is gone within that moment takes it along.
  await expect.poll(() => keptUpdates(jing)).toBeGreaterThanOrEqual(keptBefore + OFFLINE_WORDS.length)
  await jing.reload()
  await expect(lineUnder(jing, 'board')).toHaveText(OFFLINE_WORDS)
  await expect(savedWord(jing)).toHaveText('1 处未同步')
  await jing.context().unrouteAll()
})

async function openPlan(browser: Browser, { person, address }: { person: string; address: string }): Promise<Page> {
  const context = await browser.newContext()
  await context.addCookies([{ name: 'person', value: person, url: address }])
  const page = await context.newPage()
  await page.goto(`${address}?me=${person}`)
  await expect(lineUnder(page, 'goals')).toBeVisible()
  return page
}

const lineUnder = (page: Page, section: string) => page.locator(`.plan-text h2[data-section="${section}"] + p`)
const savedWord = (page: Page) => page.getByRole('status').filter({ visible: true }).first()

/** How many updates the local copies of this page hold. */
const keptUpdates = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('IndexedDB'))
      })
    let count = 0
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name ?? ''))
      if (database.objectStoreNames.contains('updates')) {
        count += await done(database.transaction('updates').objectStore('updates').count())
      }
      database.close()
    }
    return count
  })
