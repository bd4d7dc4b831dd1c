import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import type { Endpoint, LinkOptions, LinkState, UdpLink } from './link.ts'

const OPEN: LinkState = { status: 'open', latencyMs: 0, lossRatio: 0 }

/** Forwards datagrams as a NAT does: each sender gets a port of its own towards the server. */
export async function openUdpLink({ from, to }: LinkOptions, random: () => number): Promise<UdpLink> {
  const outward = new Map<string, Socket>()
  const timers = new Set<NodeJS.Timeout>()
  let state = OPEN
  let isClosed = false
  let lostCount = 0

  const carry = (send: () => void): void => {
    if (isClosed) return
    if (state.status === 'cut' || random() < state.lossRatio) {
      lostCount += 1
      return
    }
    if (state.latencyMs === 0) {
      send()
      return
    }
    const timer = setTimeout(() => {
      timers.delete(timer)
      if (state.status === 'cut') lostCount += 1
      else send()
    }, state.latencyMs)
    timers.add(timer)
  }

  const inward = createSocket('udp4')
  const socketFor = (sender: Endpoint): Socket => {
    const key = `${sender.host}:${sender.port}`
    const known = outward.get(key)
    if (known !== undefined) return known
    const socket = createSocket('udp4')
    socket.on('message', (datagram) => carry(() => inward.send(datagram, sender.port, sender.host)))
    // "Connection refused" from a server that is not there: for a datagram that is a loss like any other.
    socket.on('error', () => undefined)
    outward.set(key, socket)
    return socket
  }
  inward.on('message', (datagram, { address, port }) => {
    if (isClosed) return
    const socket = socketFor({ host: address, port })
    carry(() => socket.send(datagram, to.port, to.host))
  })
  inward.bind(from.port, from.host)
  await once(inward, 'listening')

  return {
    from: { host: from.host, port: inward.address().port },
    get lostCount() {
      return lostCount
    },
    apply: (next) => {
      state = next
    },
    reset: () => undefined,
    close: async () => {
      if (isClosed) return
      isClosed = true
      for (const timer of timers) clearTimeout(timer)
      for (const socket of outward.values()) socket.close()
      inward.close()
      await once(inward, 'close')
    },
  }
}
