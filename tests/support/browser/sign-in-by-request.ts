import type { BrowserContext } from '@playwright/test'
import type { Product } from '#tests/support/product.ts'

/** Signs a browser in without the form: for tests that are about something else. Throws where the server refuses. */
export async function signInByRequest(
  context: BrowserContext,
  { product, name }: { product: Pick<Product, 'url' | 'account'>; name: string },
): Promise<void> {
  const { username, password } = product.account(name)
  const answer = await context.request.post(`${product.url}/api/auth/sign-in`, {
    data: { username, password },
    headers: { origin: new URL(product.url).origin },
  })
  if (!answer.ok()) throw new Error(`${name} could not sign in: ${await answer.text()}`)
}
