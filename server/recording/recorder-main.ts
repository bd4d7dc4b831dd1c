/*
 * What the recorder process does. Its life is tied to the channel with the server: when that breaks (the server was
 * killed) it closes all files and leaves. Signals that a terminal or a service manager sends to the whole group are left
 * to the server, which closes the recorder in order.
 */
import { monotonicMs, parentMessage, type HostMessage, type HostReply, type ParentMessage } from './ipc.ts'
import { RecordingHost } from './recording-host.ts'

let hosting: Promise<RecordingHost> | undefined

process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
process.on('message', (message) => {
  void answer(parentMessage.parse(message))
})
process.on('disconnect', () => {
  void leave()
})
// The server may be gone before the first line here ran.
if (!process.connected) void leave()

async function answer({ requestId, request }: ParentMessage): Promise<void> {
  let reply: HostReply
  try {
    reply = await handle(request)
  } catch (error) {
    reply = { type: 'refused', message: error instanceof Error ? error.message : String(error) }
  }
  send({ type: 'reply', requestId, reply })
}

async function handle(request: ParentMessage['request']): Promise<HostReply> {
  if (request.type === 'start') {
    const { directory, clock } = request
    const now = () => clock.epochMs + monotonicMs() - clock.monotonicMs
    hosting = RecordingHost.create({ directory, now, emit: (event) => send({ type: 'event', event }) })
    await hosting
    return { type: 'done' }
  }
  if (!hosting) throw new Error('The recorder has not been started.')
  return (await hosting).handle(request)
}

function send(message: HostMessage): void {
  // After the channel broke there is nobody to tell; the files are still closed.
  if (process.connected) process.send?.(message)
}

async function leave(): Promise<void> {
  const host = await hosting?.catch(() => undefined)
  await host?.close()
  process.exit(0)
}
