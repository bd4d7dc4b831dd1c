import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { CuttableProxy } from '#tests/support/network/cuttable-proxy.ts'

const HOST = '127.0.0.1'
const LATENCY_MS = 120

const closers: (() => Promise<unknown> | void)[] = []

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

/** A server that says back what it hears. Resolves with its port. */
async function openTcpEcho(): Promise<number> {
  const server = createServer((socket) => socket.pipe(socket))
  closers.push(() => void server.close())
  server.listen(0, HOST)
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function openProxy(options: {
  tcpPort?: number
  udpPort?: number
  random?: () => number
}): Promise<CuttableProxy> {
  const to = (port: number | undefined) =>
    port === undefined ? [] : [{ from: { host: HOST, port: 0 }, to: { host: HOST, port } }]
  const { random = () => 0.5 } = options
  const proxy = await CuttableProxy.create({ tcp: to(options.tcpPort), udp: to(options.udpPort), random })
  closers.push(() => proxy.close())
  return proxy
}

async function dial(proxy: CuttableProxy): Promise<Socket> {
  const socket = connect(proxy.tcp[0]?.from.port ?? 0, HOST)
  closers.push(() => void socket.destroy())
  await once(socket, 'connect')
  return socket
}

const nextText = async (socket: Socket): Promise<string> => {
  const [bytes]: unknown[] = await once(socket, 'data')
  return String(bytes)
}

/** Sends one datagram a time and collects what comes back. */
async function openUdpPair(random?: () => number) {
  const echo = createSocket('udp4')
  echo.on('message', (datagram, sender) => echo.send(datagram, sender.port, sender.address))
  echo.bind(0, HOST)
  await once(echo, 'listening')
  closers.push(() => void echo.close())
  const proxy = await openProxy({ udpPort: echo.address().port, ...(random === undefined ? {} : { random }) })
  const client = createSocket('udp4')
  closers.push(() => void client.close())
  const received: string[] = []
  client.on('message', (datagram) => received.push(datagram.toString()))
  const send = (text: string) => client.send(text, proxy.udp[0]?.from.port ?? 0, HOST)
  return { proxy, received, send }
}

describe('cuttable proxy', () => {
  it('a cut holds TCP back and tells nobody; after it everything arrives in order', async () => {
    const proxy = await openProxy({ tcpPort: await openTcpEcho() })
    const socket = await dial(proxy)
    socket.write('before ')
    expect(await nextText(socket)).toBe('before ')

    proxy.cut()
    const seen: string[] = []
    socket.on('data', (bytes) => seen.push(String(bytes)))
    socket.write('during 1 ')
    socket.write('during 2 ')
    const late = await dial(proxy)
    late.write('also a new connection')
    expect(seen).toEqual([])
    expect(socket.closed).toBe(false)

    proxy.restore()
    expect(await nextText(late)).toBe('also a new connection')
    await expect.poll(() => seen.join('')).toBe('during 1 during 2 ')
  })

  it('a cut with reset ends open connections', async () => {
    const proxy = await openProxy({ tcpPort: await openTcpEcho() })
    const socket = await dial(proxy)
    socket.on('error', () => undefined)
    proxy.cut({ reset: true })
    await once(socket, 'close')
  })

  it('an ordinary end passes with what was sent before it', async () => {
    const proxy = await openProxy({ tcpPort: await openTcpEcho() })
    proxy.restore({ latencyMs: LATENCY_MS })
    const socket = await dial(proxy)
    const text = nextText(socket)
    socket.end('goodbye')
    expect(await text).toBe('goodbye')
    await once(socket, 'end')
  })

  it('latency delays each direction', async () => {
    const proxy = await openProxy({ tcpPort: await openTcpEcho() })
    const socket = await dial(proxy)
    proxy.restore({ latencyMs: LATENCY_MS })
    const sentAtMs = performance.now()
    socket.write('slow')
    await nextText(socket)
    expect(performance.now() - sentAtMs).toBeGreaterThanOrEqual(2 * LATENCY_MS - 5)
  })

  it('a server that is not there ends the connection', async () => {
    const port = await openTcpEcho()
    await closers.pop()?.()
    const proxy = await openProxy({ tcpPort: port })
    const socket = await dial(proxy)
    socket.on('error', () => undefined)
    await once(socket, 'close')
  })

  it('datagrams of a cut are lost, later ones pass', async () => {
    const { proxy, received, send } = await openUdpPair()
    send('before')
    await expect.poll(() => received).toEqual(['before'])
    proxy.cut()
    send('during')
    await expect.poll(() => proxy.udp[0]?.lostCount).toBe(1)
    proxy.restore()
    send('after')
    await expect.poll(() => received).toEqual(['before', 'after'])
  })

  it('a share of the datagrams is lost as asked', async () => {
    let count = 0
    // Every fourth draw is lost.
    const { proxy, received, send } = await openUdpPair(() => (count++ % 4 === 0 ? 0 : 0.9))
    proxy.restore({ lossRatio: 0.25 })
    for (let index = 0; index < 40; index++) send(`datagram ${index}`)
    await expect.poll(() => received.length + (proxy.udp[0]?.lostCount ?? 0)).toBe(40)
    expect(proxy.udp[0]?.lostCount).toBeGreaterThanOrEqual(10)
    expect(received.length).toBeGreaterThan(10)
  })

  it('closing twice is closing once', async () => {
    const proxy = await openProxy({ tcpPort: await openTcpEcho() })
    await proxy.close()
    await proxy.close()
  })
})
