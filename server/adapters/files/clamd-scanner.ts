import { createReadStream } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { AppError } from '#core/contract/errors.ts'
import type { VirusScanner } from '#server/usecases/resources/ports.ts'

/** Two gigabytes over a wire, and read. */
const DEADLINE_MS = 300_000
const PIECE_BYTES = 256 * 1024

export const noScanner: VirusScanner = { scan: () => Promise.resolve('not-scanned') }

/**
 * Asks a ClamAV daemon: `INSTREAM`, pieces with their length before them (32 bits, big-endian), a length of zero at the end
 * (clamd(8)). While it does not answer nothing is taken: what was not looked at is not let in.
 */
export const createClamdScanner = ({ host, port }: { host: string; port: number }): VirusScanner => ({
  scan: async (path) => {
    const answer = await ask({ host, port }, path).catch((cause: unknown) => {
      throw new AppError('UNAVAILABLE', '病毒检查现在没有开，文件已经收到，请稍后再点一次。', { field: 'file', cause })
    })
    if (/ FOUND\0?$/.test(answer)) return 'infected'
    if (/^stream: OK\0?$/.test(answer)) return 'clean'
    throw new AppError('UNAVAILABLE', '病毒检查没有做成，请稍后再点一次。', { field: 'file', cause: answer })
  },
})

async function ask(place: { host: string; port: number }, path: string): Promise<string> {
  const socket = connect(place)
  socket.setTimeout(DEADLINE_MS, () => socket.destroy(new Error('clamd does not answer')))
  try {
    const answer = text(socket)
    // Heard also where the daemon hangs up before it has taken everything.
    const sent = send(socket, path)
    await Promise.race([answer, sent])
    return (await answer).trim()
  } finally {
    socket.destroy()
  }
}

async function send(socket: Socket, path: string): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'))
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
    const bytes = piece as Buffer
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.byteLength)
    await write(socket, Buffer.concat([length, bytes]))
  }
  await write(socket, Buffer.alloc(4))
}

const write = (socket: Socket, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()))
  })
