import { expect as playwrightExpect, test } from '@playwright/test'
import { signInByRequest } from '#tests/support/browser/sign-in-by-request.ts'
import { tabTo } from '#tests/support/browser/tab-to.ts'
import { Product } from '#tests/support/product.ts'
import { expectSound, surplusPx } from './pages/sound-page.ts'
import { draftForm, firstHref, OF_A_MASTER, OPEN_TO_ALL, signIn } from './pages/walk.ts'

const START_TIMEOUT_MS = 240_000
const HOST = '翟雅琴'
const LOOKS = [
  { theme: 'light', width: 1440 },
  { theme: 'light', width: 360 },
  { theme: 'dark', width: 1440 },
  { theme: 'dark', width: 360 },
] as const

/** The browser, the server and a database share two processors. */
const expect = playwrightExpect.configure({ timeout: 20_000 })

let product: Product

test.beforeAll(async () => {
  test.setTimeout(START_TIMEOUT_MS)
  product = await Product.start()
})
test.afterEach(() => product.attachLogOnFailure(test.info()))
test.afterAll(() => product.stop())

for (const { theme, width } of LOOKS) {
  test(`[PAGE1] ${theme} ${width}: every page without sideways scrolling, without complaint, nothing serious for axe`, async ({
    page,
  }) => {
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`)
    })
    // Chromium is silent about a caught attempt, Firefox reports it as a fault of the page.
    await page.exposeFunction('tongkePolicy', (attempt: string) => void complaints.push(attempt))
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        Reflect.get(window, 'tongkePolicy')(`${location.href}: ${violatedDirective} ${blockedURI}`),
      )
    })
    await page.setViewportSize({ width, height: 900 })
    await page.context().addCookies([{ name: 'tongke-theme', value: theme, url: product.url }])
    const live = await firstHref(page, product, { on: '/', beginning: '/activities/' })
    const studio = await firstHref(page, product, { on: '/studios', beginning: '/studios/' })
    for (const path of [...OPEN_TO_ALL, live, studio]) {
      await page.goto(`${product.url}${path}`)
      await expect(page.locator('h1')).toHaveCount(1)
      await expectSound(page)
    }
    await signIn(page, product, HOST)
    const plan = live.replace('/activities/', '/plan/')
    for (const path of [...OF_A_MASTER, live, studio, await draftForm(page, product), plan]) {
      await page.goto(`${product.url}${path}`)
      await expect(page.locator('h1')).toHaveCount(1)
      await expectSound(page)
    }
    expect(complaints).toEqual([])
    // A browser complains of every 404.
    await page.goto(`${product.url}/no-such-page`)
    await expect(page.getByRole('heading', { name: '没有这一页' })).toBeVisible()
    await expectSound(page)
  })
}

test('[PAGE2] a wrong password says so, keeps the name, and a right one leads back to where one came from', async ({
  page,
}) => {
  const { username, password } = product.account('荆文涛')
  await page.goto(`${product.url}/studios`)
  await page.getByRole('banner').getByRole('link', { name: '登录' }).click()
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill('not-the-password')
  await page.getByLabel('密码').press('Enter')
  await expect(page.getByText('用户名或密码不对。').first()).toBeVisible()
  await expect(page.getByLabel('用户名')).toHaveValue(username)
  await page.getByLabel('密码').fill(password)
  await page.getByLabel('密码').press('Enter')
  await page.waitForURL(`${product.url}/studios`)
  await expect(page.getByRole('button', { name: '荆文涛的账号' })).toBeVisible()
})

test('[PAGE17] signing in without a network says so and keeps what was typed', async ({ page }) => {
  await page.goto(`${product.url}/sign-in`)
  await page.getByLabel('用户名').fill('jingwentao')
  await page.getByLabel('密码').fill('typed-already')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByText('没有连上服务器，请检查网络后再试。')).toBeVisible()
  await expect(page.getByLabel('密码')).toHaveValue('typed-already')
  await page.context().setOffline(false)
})

test('[PAGE3] another site is not where signing in leads, and too many attempts are told in minutes', async ({
  page,
}) => {
  const { username, password } = product.account('周雨桐')
  await page.goto(`${product.url}/sign-in?next=${encodeURIComponent('//elsewhere.example/desk')}`)
  const attempts = await page.evaluate(async (name) => {
    const statuses: number[] = []
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const answer = await fetch('/api/auth/sign-in', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: name, password: 'wrong' }),
      })
      statuses.push(answer.status)
    }
    return statuses
  }, username)
  expect(attempts).toEqual(Array.from({ length: 10 }, () => 401))
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill(password)
  await page.getByLabel('密码').press('Enter')
  await expect(page.getByText(/试的次数太多了，请过 \d+ 分钟再试。/).first()).toBeVisible()
  await expect(page.getByLabel('用户名')).toHaveValue(username)

  const other = product.account('于欣然')
  await page.getByLabel('用户名').fill(other.username)
  await page.getByLabel('密码').fill(other.password)
  await page.getByLabel('密码').press('Enter')
  await page.waitForURL(`${product.url}/desk`)
})

test('[PAGE4] an activity is created and published by keyboard alone', async ({ page }) => {
  await signIn(page, product, HOST, { next: '/activities/new' })
  await tabTo(page.getByRole('radio', { name: '课例研讨' }))
  await page.keyboard.press('Space')
  await tabTo(page.getByLabel('名称'))
  await page.keyboard.type('《春》第一课时')
  await tabTo(page.getByLabel('想弄清的一个问题'))
  await page.keyboard.type('盼望着，读几遍才听得见？')

  await tabTo(page.getByRole('button', { name: '添一项' }))
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('内容')).toBeFocused()
  await page.keyboard.type('议课')
  await tabTo(page.getByRole('button', { name: '添一项' }))
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('内容').nth(1)).toBeFocused()
  await page.keyboard.type('说课')
  await tabTo(page.getByRole('button', { name: '第 2 项上移' }))
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('内容').first()).toHaveValue('说课')

  await tabTo(page.getByRole('combobox', { name: '请谁来' }))
  await page.keyboard.type('荆文')
  await expect(page.getByRole('option', { name: /荆文涛/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '去掉荆文涛' })).toBeVisible()

  await tabTo(page.getByRole('button', { name: '发布' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '《春》第一课时' })).toBeVisible()
  await expect(page.getByRole('link', { name: '进入准备间' }).first()).toBeVisible()
  const agenda = page.locator('section', { has: page.getByRole('heading', { name: '议程' }) })
  await expect(agenda.getByRole('listitem')).toHaveCount(2)
  await expect(agenda.getByRole('listitem').first()).toContainText('说课')
  await expect(page.locator('section', { has: page.getByRole('heading', { name: '主讲' }) })).toContainText('荆文涛')

  await page.goto(`${product.url}/activities?q=${encodeURIComponent('《春》')}`)
  await expect(page.getByRole('link', { name: /《春》第一课时/ })).toBeVisible()
})

test('[PAGE5] mistakes stand at their fields, leaving asks, and what was typed is there again', async ({ page }) => {
  await signIn(page, product, HOST, { next: '/activities/new' })
  await page.getByLabel('想弄清的一个问题').fill('为什么要慢？')
  await page.getByRole('button', { name: '添一项' }).click()
  await page.getByRole('button', { name: '存为草稿' }).click()
  await expect(page.getByText('请选类别。')).toBeVisible()
  await expect(page.getByText('请写名称。')).toBeVisible()
  await expect(page.getByText('请写这一项的内容。')).toBeVisible()
  await expect(page.getByText('还有 3 处要改')).toBeVisible()
  await expect(page).toHaveURL(`${product.url}/activities/new`)
  await page.getByLabel('名称').fill('慢读')
  await expect(page.getByText('请写名称。')).toBeHidden()

  await page.getByRole('navigation', { name: '主导航' }).first().getByRole('link', { name: '工作室' }).click()
  const question = page.getByRole('alertdialog', { name: '还没有保存，要离开吗？' })
  await question.getByRole('button', { name: '留下' }).click()
  await expect(page.getByLabel('名称')).toHaveValue('慢读')
  await page.getByRole('navigation', { name: '主导航' }).first().getByRole('link', { name: '工作室' }).click()
  await question.getByRole('button', { name: '离开' }).click()
  await page.waitForURL(`${product.url}/studios`)

  await page.goto(`${product.url}/activities/new`)
  await page.getByRole('button', { name: '接着写' }).click()
  await expect(page.getByLabel('名称')).toHaveValue('慢读')
  await expect(page.getByLabel('想弄清的一个问题')).toHaveValue('为什么要慢？')
})

test('[PAGE6] filters are addresses, and the list without script is the same list', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${product.url}/activities`)
  await page.getByRole('link', { name: '直播中', exact: true }).click()
  await expect(page).toHaveURL(/state=live/)
  await expect(page.getByRole('link', { name: /《背影》第二课时/ })).toBeVisible()
  await page.getByRole('link', { name: '名师导教' }).click()
  await expect(page).toHaveURL(/state=live&kind=master-guidance/)
  await expect(page.getByRole('heading', { name: '没有这样的活动' })).toBeVisible()
  await context.close()
})

test('[PAGE7] a guest with the link gets the way in, a calendar file, and a code of the same address', async ({
  page,
}) => {
  const live = await firstHref(page, product, { on: '/', beginning: '/activities/' })
  expect(live).toContain('?k=')
  await page.goto(`${product.url}${live}`)
  await expect(page.getByRole('link', { name: '进入观看' }).first()).toHaveAttribute('href', /^\/seminar\/[^?]+\?k=/)
  await expect(page.getByRole('img', { name: '这场活动的二维码' })).toBeVisible()
  await expect(page.locator('[aria-current=step]')).toContainText('正在进行')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '加入日历' }).click()
  const file = await (await download).createReadStream()
  const text = Buffer.concat(await file.toArray()).toString('utf8')
  expect(text).toContain('BEGIN:VEVENT\r\n')
  expect(text).toMatch(/DTSTART;TZID=Asia\/Shanghai:\d{8}T\d{6}\r\n/)
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
})

test('[PAGE9] signing out everywhere asks, and ends the other browser too', async ({ browser }) => {
  const [here, there] = await Promise.all([browser.newContext(), browser.newContext()])
  const [page, other] = await Promise.all([here.newPage(), there.newPage()])
  await signIn(page, product, '刘颖')
  await signIn(other, product, '刘颖')
  await page.getByRole('button', { name: '刘颖的账号' }).click()
  await page.getByRole('button', { name: '在所有设备上退出' }).click()
  const question = page.getByRole('alertdialog', { name: '在所有设备上退出？' })
  await question.getByRole('button', { name: '在所有设备上退出' }).click()
  await page.waitForURL(`${product.url}/`)
  await expect(page.getByRole('banner').getByRole('link', { name: '登录' })).toBeVisible()
  await other.goto(`${product.url}/desk`)
  await other.waitForURL(/\/sign-in\?next=%2Fdesk/)
  await Promise.all([here.close(), there.close()])
})

test('[PAGE10] English and the dark theme are chosen in one press and stay', async ({ page }) => {
  await page.goto(product.url)
  await page.getByRole('contentinfo').getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('contentinfo').getByRole('button', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.goto(`${product.url}/activities`)
  await expect(page.getByRole('heading', { level: 1, name: 'Activities' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

for (const locale of ['zh-CN', 'en']) {
  test(`[PAGE15] ${locale}: no page scrolls sideways, from a phone to a laptop`, async ({ page }) => {
    const live = await firstHref(page, product, { on: '/', beginning: '/activities/' })
    const studio = await firstHref(page, product, { on: '/studios', beginning: '/studios/' })
    await page.context().addCookies([{ name: 'tongke-locale', value: locale, url: product.url }])
    const narrow = async (paths: readonly string[]) => {
      for (const path of paths) {
        await page.goto(`${product.url}${path}`)
        for (const width of [360, 720, 900, 1100]) {
          await page.setViewportSize({ width, height: 780 })
          if (path === '/activities/new') await page.getByRole('button', { name: /添一项|Add an item/ }).click()
          expect(await surplusPx(page), `${path} at ${width}`).toBeLessThanOrEqual(0)
        }
      }
    }
    await narrow(['/', '/activities', live, '/studios', studio, '/sign-in', '/no-such-page'])
    await signInByRequest(page.context(), { product, name: HOST })
    const [plan, replay] = [live.replace('/activities/', '/plan/'), live.replace('/activities/', '/replay/')]
    await narrow(['/desk', live, '/activities/new', await draftForm(page, product), plan, replay])
  })
}

test('[PAGE16] every link leads to a page', async ({ page }) => {
  const live = await firstHref(page, product, { on: '/', beginning: '/activities/' })
  const studio = await firstHref(page, product, { on: '/studios', beginning: '/studios/' })
  const asked = new Set<string>()
  const follow = async (paths: readonly string[]) => {
    for (const path of paths) {
      await page.goto(`${product.url}${path}`)
      await expect(page.locator('h1')).toHaveCount(1)
      const found = await page
        .locator('a[href^="/"]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
      for (const href of found) {
        if (href === null || asked.has(href)) continue
        asked.add(href)
        const answer = await page.request.get(`${product.url}${href}`)
        expect(answer.status(), `${href} on ${path}`).toBe(200)
      }
    }
  }
  await follow(['/', '/activities', live, '/studios', studio, '/sign-in', '/no-such-page'])
  await signIn(page, product, HOST)
  const [plan, replay] = [live.replace('/activities/', '/plan/'), live.replace('/activities/', '/replay/')]
  await follow(['/desk', '/activities', live, studio, '/activities/new', plan, replay])
  expect(asked.size).toBeGreaterThan(20)
})

test('[PLAN23] the process reads one copy of Yjs, also to draw pages with a plan', async ({ page }) => {
  const live = await firstHref(page, product, { on: '/', beginning: '/activities/' })
  await signIn(page, product, HOST, { next: live.replace('/activities/', '/plan/') })
  await expect(page.locator('h1')).toHaveCount(1)
  expect(product.log).not.toContain('Yjs was already imported')
})
