import type { Page } from '@playwright/test'
import type { Product } from '#tests/support/product.ts'

/** The first group of a UUID. */
const ID_BEGIN = /^[0-9a-f]{8}-/

/** Pages that are there for everybody, and those beside them that a studio's master has. */
export const OPEN_TO_ALL = [
  '/',
  '/activities',
  '/activities?q=没有这样的活动',
  '/search?q=昆明',
  '/studios',
  '/sign-in',
  '/announcements',
  '/resources',
] as const
export const OF_A_MASTER = [
  '/desk',
  '/search?q=zyq',
  '/activities/new',
  '/announcements/new',
  '/resources/new',
  '/settings/mail',
] as const

/** Through the form, as a person does it. */
export async function signIn(page: Page, product: Product, name: string, { next = '/desk' } = {}): Promise<void> {
  const { username, password } = product.account(name)
  await page.goto(`${product.url}/sign-in?next=${encodeURIComponent(next)}`)
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL(`${product.url}${next}`)
}

/** Where the first link of a page to one such thing leads: its address goes on with an id, unlike that of a page beside it. */
export async function firstHref(
  page: Page,
  product: Product,
  { on, beginning }: { on: string; beginning: string },
): Promise<string> {
  await page.goto(`${product.url}${on}`)
  const hrefs = await page
    .locator(`main a[href^="${beginning}"]`)
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const href = hrefs.find((each) => ID_BEGIN.test(each.slice(beginning.length)))
  if (href === undefined) throw new Error(`${on} has no link to one of ${beginning}`)
  return href
}

/** The form of the draft that waits on the host's desk. */
export async function draftForm(page: Page, product: Product): Promise<string> {
  await page.goto(`${product.url}/desk`)
  const drafts = page.locator('section', { has: page.getByRole('heading', { name: /草稿|Drafts/ }) })
  return `${(await drafts.getByRole('link').first().getAttribute('href')) ?? ''}/edit`
}
