import type { Browser, BrowserContext, Cookie } from '@playwright/test'
import { signInByRequest } from '#tests/support/browser/sign-in-by-request.ts'
import type { Product } from '#tests/support/product.ts'
import { filmCamera, filmVoice } from '../replay/films.ts'
import { holdSession } from '../replay/hold-session.ts'
import { untilReady } from '../replay/until-ready.ts'

export interface Place {
  name: string
  kind: 'public' | 'room'
  address: string
  /** Of whoever visits; empty for a visitor without an account. */
  cookies: readonly Cookie[]
}

const HOST = '翟雅琴'
const PRESENTER = '荆文涛'
const VISITOR = '周雨桐'
const LIVE_TITLE = '《背影》第二课时'
const REPLAY_S = 60

/** The main pages of a product with the demo city, and a seminar of yesterday to look at again. */
export async function preparePages(product: Product, browser: Browser): Promise<Place[]> {
  const { activityId: heldId } = await hold(product)
  await untilReady(product, { name: HOST, activityId: heldId })
  const door = await product.signIn(VISITOR)
  const { live } = await door.request('home.get', {})
  const card = live.find(({ title }) => title === LIVE_TITLE)
  const [studio] = (await door.request('studios.list', { limit: 1 })).items
  if (card === undefined || card.linkToken === null || studio === undefined) throw new Error('Not the demo city.')
  const cookies = await inContext(browser, async (context) => {
    await signInByRequest(context, { product, name: VISITOR })
    return await context.cookies()
  })
  const key = `?k=${card.linkToken}`
  const place = (name: string, path: string, whose: Partial<Place> = {}): Place => ({
    ...{ name, kind: 'public', address: `${product.url}${path}`, cookies: [] },
    ...whose,
  })
  return [
    place('home', '/'),
    place('activities', '/activities'),
    place('studio', `/studios/${studio.id}`),
    place('activity', `/activities/${card.id}${key}`),
    place('sign_in', '/sign-in'),
    place('desk', '/desk', { cookies }),
    place('room_lobby', `/seminar/${card.id}${key}`, { kind: 'room', cookies }),
    place('replay', `/replay/${heldId}?t=20`, { kind: 'room', cookies }),
    place('plan', `/plan/${card.id}${key}`, { kind: 'room', cookies }),
  ]
}

async function hold(product: Product): Promise<{ activityId: string }> {
  const films = [
    await filmCamera({ name: HOST, source: 'camera', cameraId: 1, seconds: REPLAY_S }),
    await filmCamera({ name: PRESENTER, source: 'camera', cameraId: 2, seconds: REPLAY_S }),
    await filmVoice({ name: PRESENTER, source: 'microphone', cameraId: 2, seconds: REPLAY_S }),
  ]
  return await holdSession({
    ...{ dataDir: product.dataDir, host: HOST, presenters: [PRESENTER], films, seconds: REPLAY_S },
  })
}

async function inContext<T>(browser: Browser, work: (context: BrowserContext) => Promise<T>): Promise<T> {
  const context = await browser.newContext()
  try {
    return await work(context)
  } finally {
    await context.close()
  }
}
