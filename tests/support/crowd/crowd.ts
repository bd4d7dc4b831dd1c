import type { Browser, Page } from '@playwright/test'
import { rolldown } from 'rolldown'
import type { RoomInput, RoomRequestName } from '#core/contract/room-requests.ts'
import { launchCamera } from '#tests/support/browser/launch-camera.ts'
import { signInByRequest } from '#tests/support/browser/sign-in-by-request.ts'
import type { Product } from '#tests/support/product.ts'
import type { CrowdPage } from './page/crowd-page.ts'

declare global {
  interface Window {
    tongkeCrowd: CrowdPage
  }
}

interface CrowdOptions {
  product: Pick<Product, 'url' | 'account'>
  activityId: string
}

async function bundlePage(): Promise<string> {
  const input = new URL('./page/crowd-page.ts', import.meta.url).pathname
  const bundle = await rolldown({ input, platform: 'browser', logLevel: 'silent' })
  const { output } = await bundle.generate({ format: 'iife' })
  await bundle.close()
  return output[0].code
}

/**
 * Many people with cameras for the price of one page: each is the product's own client, with drawn pictures of 320×180 at
 * five a second, and looks at nobody. Who one is stands in the cookies of the moment of entering, so a member whose
 * connection is lost comes back as whoever entered last: not for tests of a broken network.
 */
export class Crowd {
  readonly #browser: Browser
  readonly #page: Page
  readonly #options: CrowdOptions

  static async open(options: CrowdOptions): Promise<Crowd> {
    const browser = await launchCamera()
    const page = await browser.newPage()
    // Any page of the product's origin without a script of its own.
    await page.goto(`${options.product.url}/healthz`)
    await page.evaluate(await bundlePage())
    return new Crowd(options, { browser, page })
  }

  private constructor(options: CrowdOptions, { browser, page }: { browser: Browser; page: Page }) {
    this.#options = options
    this.#browser = browser
    this.#page = page
  }

  /** One after the other, in this order. */
  async enter(names: readonly string[]): Promise<void> {
    const { product, activityId } = this.#options
    for (const name of names) {
      await signInByRequest(this.#page.context(), { product, name })
      await this.#page.evaluate((member) => window.tongkeCrowd.enter(member), { name, activityId })
    }
  }

  async ask<N extends RoomRequestName>(name: string, request: N, input: RoomInput<N>): Promise<void> {
    const asked: { name: string; request: RoomRequestName; input: unknown } = { name, request, input }
    await this.#page.evaluate((what) => window.tongkeCrowd.ask(what as Parameters<CrowdPage['ask']>[0]), asked)
  }

  say(name: string, texts: readonly string[]): Promise<void> {
    return this.#page.evaluate((what) => window.tongkeCrowd.say(what), { name, texts })
  }

  setStill(name: string, isStill: boolean): Promise<void> {
    return this.#page.evaluate((what) => window.tongkeCrowd.setStill(what), { name, isStill })
  }

  hum(name: string): Promise<void> {
    return this.#page.evaluate((who) => window.tongkeCrowd.hum(who), name)
  }

  hush(name: string): Promise<void> {
    return this.#page.evaluate((who) => window.tongkeCrowd.hush(who), name)
  }

  leave(name: string): Promise<void> {
    return this.#page.evaluate((who) => window.tongkeCrowd.leave(who), name)
  }

  /** Idempotent. */
  async close(): Promise<void> {
    await this.#browser.close()
  }
}
