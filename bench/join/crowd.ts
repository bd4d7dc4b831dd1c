import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Browser } from '@playwright/test'
import { build } from 'rolldown'
import { io, type Socket } from 'socket.io-client'
import { PROTOCOL_VERSION, SOCKET_PATH } from '#core/contract/protocol.ts'

/** Answered by the bench itself: an empty page in which nothing forbids a script. */
const PAGE_URL = 'https://crowd.test/'

/** The steps of `crowd-page.ts` in the words of one server. */
export interface CrowdSide {
  /** Before the clock runs: a name card. Answers the headers of this person's socket. */
  cardFor: () => Promise<Record<string, string>>
  socket: { url: string; path?: string }
  steps: Record<string, (socket: Socket, payload: object) => Promise<unknown>>
}

/**
 * `people` come one after another within `withinMs`, each with a socket of their own in this process and transport, keys and
 * decoder in one page of a real browser: sixty browsers do not fit on one machine. The smallest layer is received. Answers
 * how long each waited for the first decoded picture.
 */
export async function gatherCrowd(
  browser: Browser,
  side: CrowdSide,
  { people, withinMs }: { people: number; withinMs: number },
): Promise<number[]> {
  const cards: Record<string, string>[] = []
  for (let person = 0; person < people; person += 1) cards.push(await side.cardFor())
  const context = await browser.newContext()
  const sockets = new Map<number, Socket>()
  try {
    const page = await context.newPage()
    await page.exposeFunction('signal', async (person: number, name: string, payload: object) => {
      const socket = sockets.get(person) ?? connect(side, cards[person] ?? {})
      sockets.set(person, socket)
      return await side.steps[name]?.(socket, payload)
    })
    await page.route(PAGE_URL, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' }))
    await page.goto(PAGE_URL)
    await page.addScriptTag({ content: await bundlePage() })
    const startedMs = performance.now()
    return await Promise.all(
      cards.map(async (_, person) => {
        await delay(Math.max(0, startedMs + (person * withinMs) / people - performance.now()))
        return await page.evaluate((who) => window.joinCrowd(who), person)
      }),
    )
  } finally {
    for (const socket of sockets.values()) socket.disconnect()
    await context.close()
  }
}

function connect({ socket: { url, path } }: CrowdSide, extraHeaders: Record<string, string>): Socket {
  const options = { transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders }
  return io(url, path === undefined ? options : { ...options, path })
}

async function bundlePage(): Promise<string> {
  const input = join(import.meta.dirname, 'crowd-page.ts')
  const { output } = await build({ input, platform: 'browser', write: false, output: { format: 'iife' } })
  return output[0].code
}

/** Guests by link, each a person of their own. */
export function ourCrowd({
  url,
  activityId,
  linkToken,
}: {
  url: string
  activityId: string
  linkToken: string
}): CrowdSide {
  const ask = async (socket: Socket, name: string, payload: object) => {
    const answer = await socket.timeout(10_000).emitWithAck(name, payload)
    if (answer.ok !== true) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
    return answer.data
  }
  return {
    socket: { url, path: SOCKET_PATH },
    cardFor: async () => {
      const answer = await fetch(`${url}/api/guest`, { method: 'POST', headers: { origin: url } })
      return {
        cookie: answer.headers
          .getSetCookie()
          .map((one) => one.split(';')[0])
          .join('; '),
      }
    },
    steps: {
      open: async (socket) => {
        const door = { protocol: PROTOCOL_VERSION, activityId, linkToken }
        return { routerRtpCapabilities: (await ask(socket, 'room.prepare', door)).rtpCapabilities }
      },
      create: (socket) => ask(socket, 'media.create-transport', { direction: 'receive' }),
      sit: async (socket) => {
        const { producers } = await ask(socket, 'room.join', { guestName: '来宾', wantsStage: false })
        return { producerId: producers.find(({ source }: { source: string }) => source === 'camera')?.producerId }
      },
      connect: (socket, payload) => ask(socket, 'media.connect-transport', payload),
      consume: (socket, payload) => ask(socket, 'media.consume', payload),
      resume: (socket, payload) => ask(socket, 'media.set-consumer', { ...payload, paused: false, spatialLayer: 0 }),
    },
  }
}

export function bareCrowd({ url }: { url: string }): CrowdSide {
  return {
    socket: { url },
    cardFor: () => Promise.resolve({}),
    steps: {
      open: async (socket) => {
        const { rtpCapabilities } = await socket.emitWithAck('capabilities', {})
        return { routerRtpCapabilities: rtpCapabilities }
      },
      create: (socket) => socket.emitWithAck('create', {}),
      sit: async (socket) => ({ producerId: (await socket.emitWithAck('producers', {})).ids[0] }),
      connect: (socket, payload) => socket.emitWithAck('connect-transport', payload),
      consume: (socket, payload) => socket.emitWithAck('consume', { ...payload, spatialLayer: 0 }),
      resume: (socket, payload) => socket.emitWithAck('resume', payload),
    },
  }
}
