import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { SOCKET_PATH } from '#core/contract/protocol.ts'
import { launchCamera } from '#tests/support/browser/launch-camera.ts'
import { installReaders } from '#tests/support/browser/readers.ts'
import { routeMedia } from '#tests/support/browser/route-media.ts'
import { makeFootage } from '#tests/support/footage/make-footage.ts'
import type { CuttableProxy } from '#tests/support/network/cuttable-proxy.ts'
import type { Product } from '#tests/support/product.ts'

/** Four browsers encode and decode on two processors. */
const FOOTAGE_FPS = 10
const VIEWPORT = { width: 1024, height: 640 }

/** Somebody at a computer of their own. */
export interface Person {
  name: string
  /** Null: neither camera nor microphone. */
  cameraId: number | null
  browser: Browser
  context: BrowserContext
  page: Page
  /** How many connections to the room this page has opened so far. */
  roomSockets: () => number
}

interface LaunchPersonOptions {
  name: string
  cameraId?: number
  /** The way to the server; without it the person is connected directly. */
  via?: CuttableProxy
}

export async function launchPerson(product: Product, options: LaunchPersonOptions): Promise<Person> {
  const { name, cameraId, via } = options
  const footage = cameraId === undefined ? {} : { footage: await makeFootage({ cameraId, fps: FOOTAGE_FPS }) }
  const [web] = via?.tcp ?? []
  const reroute =
    web === undefined ? {} : { reroute: { from: new URL(product.url).host, to: `${web.from.host}:${web.from.port}` } }
  const browser = await launchCamera({ ...footage, ...reroute })
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: VIEWPORT })
  await installReaders(context)
  const [media] = via?.udp ?? []
  if (media !== undefined) await routeMedia(context, { from: product.media, to: media.from })
  const page = await context.newPage()
  let socketCount = 0
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).pathname.startsWith(SOCKET_PATH)) socketCount += 1
  })
  return { name, cameraId: cameraId ?? null, browser, context, page, roomSockets: () => socketCount }
}

/** By name and password, on the page that everybody uses; ends at `path`. */
export async function signIn(person: Person, { product, path }: { product: Product; path: string }): Promise<void> {
  const { page, name } = person
  const { username, password } = product.account(name)
  await page.goto(`${product.url}/sign-in?next=${encodeURIComponent(path)}`)
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL(`${product.url}${path}`)
}

const MARK = 'tongkeSamePage'

/** From now on `isSamePage` tells whether the page was loaded anew. */
export const markPage = (person: Person): Promise<void> =>
  person.page.evaluate((mark) => void Object.assign(window, { [mark]: true }), MARK)

export async function expectSamePage(person: Person): Promise<void> {
  expect(await person.page.evaluate((mark) => mark in window, MARK), `${person.name} never reloaded`).toBe(true)
}
