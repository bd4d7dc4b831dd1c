import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'

const HOST = '127.0.0.1'
/** Browsers and fetch refuse 4190: it belongs to mail filters. */
const WEB_PORT_LAST = 4_189

/** First and last, both included. */
export interface PortRange {
  first: number
  last: number
}

/**
 * Below the ports that Linux gives to outgoing connections (32,768 and up): between a kill and the next start, a
 * client that tries again must not be given the very port that it asks for.
 */
export const WEB_PORTS: PortRange = { first: 4_100, last: WEB_PORT_LAST }
export const MEDIA_PORTS: PortRange = { first: 22_000, last: 31_999 }

/**
 * `count` neighbouring ports that are free for TCP and UDP, at a place that is a multiple of `step` above the first.
 * Looks from a place drawn at random, so that two who look at the same time do not find the same.
 */
export async function findFreePorts(
  range: PortRange,
  { count = 1, step = 1 }: { count?: number; step?: number } = {},
): Promise<number> {
  const places = Math.floor((range.last - range.first + 1 - count) / step) + 1
  const drawn = randomInt(places)
  for (let place = 0; place < places; place += 1) {
    const first = range.first + ((drawn + place) % places) * step
    const ports = Array.from({ length: count }, (_, index) => first + index)
    const free = await Promise.all(ports.flatMap((port) => [isFreeForTcp(port), isFreeForUdp(port)]))
    if (free.every(Boolean)) return first
  }
  throw new Error(`No ${count} free ports from ${range.first} to ${range.last}.`)
}

async function isFreeForTcp(port: number): Promise<boolean> {
  const server = createServer()
  const listening = once(server, 'listening').then(
    () => true,
    () => false,
  )
  server.listen(port, HOST)
  const isFree = await listening
  if (isFree) {
    server.close()
    await once(server, 'close')
  }
  return isFree
}

async function isFreeForUdp(port: number): Promise<boolean> {
  const socket = createSocket('udp4')
  const listening = once(socket, 'listening').then(
    () => true,
    () => false,
  )
  socket.bind(port, HOST)
  const isFree = await listening
  socket.close()
  await once(socket, 'close')
  return isFree
}
