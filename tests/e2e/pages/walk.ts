import type { Page } from '@playwright/test'
import type { Product } from '#tests/support/product.ts'

/** Through the form, as a person does it. */
export async function signIn(page: Page, product: Product, name: string, { next = '/desk' } = {}): Promise<void> {
  const { username, password } = product.account(name)
  await page.goto(`${product.url}/sign-in?next=${encodeURIComponent(next)}`)
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL(`${product.url}${next}`)
}

/** Where the first such link of a page leads. */
export async function firstHref(
  page: Page,
  product: Product,
  { on, beginning }: { on: string; beginning: string },
): Promise<string> {
  await page.goto(`${product.url}${on}`)
  const href = await page.locator(`main a[href^="${beginning}"]`).first().getAttribute('href')
  if (href === null) throw new Error(`${on} has no link to ${beginning}`)
  return href
}

/** The form of the draft that waits on the host's desk. */
export async function draftForm(page: Page, product: Product): Promise<string> {
  await page.goto(`${product.url}/desk`)
  const drafts = page.locator('section', { has: page.getByRole('heading', { name: /草稿|Drafts/ }) })
  return `${(await drafts.getByRole('link').first().getAttribute('href')) ?? ''}/edit`
}
