import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { DelayedPipe } from './delayed-pipe.ts'
import type { Link, LinkOptions, LinkState } from './link.ts'

const OPEN: LinkState = { status: 'open', latencyMs: 0, lossRatio: 0 }

/** Forwards TCP: HTTP, WebSocket, ICE over TCP. Loss has no effect here, as TCP would repair it. */
export async function openTcpLink({ from, to }: LinkOptions): Promise<Link> {
  const sockets = new Set<Socket>()
  const pipes = new Set<DelayedPipe>()
  let state = OPEN

  const watch = (socket: Socket): void => {
    sockets.add(socket)
    socket.setNoDelay(true)
    // What an error means to the other side is the pipe's concern, at `close`.
    socket.on('error', () => sockets.delete(socket))
    socket.on('close', () => sockets.delete(socket))
  }
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const upstream = connect({ ...to, allowHalfOpen: true })
    watch(client)
    watch(upstream)
    const pair = [
      new DelayedPipe(client, { target: upstream, state }),
      new DelayedPipe(upstream, { target: client, state }),
    ]
    for (const pipe of pair) pipes.add(pipe)
    client.on('close', () => {
      for (const pipe of pair) pipes.delete(pipe)
    })
  })
  server.listen(from.port, from.host)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A TCP server has an address.')

  const reset = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    from: { host: from.host, port: address.port },
    apply: (next) => {
      state = next
      for (const pipe of pipes) pipe.apply(next)
    },
    reset,
    close: async () => {
      reset()
      if (!server.listening) return
      server.close()
      await once(server, 'close')
    },
  }
}
