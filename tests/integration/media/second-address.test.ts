import dgram from 'node:dgram'
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { MediaRoom } from '#server/media/media-room.ts'
import { WorkerPool } from '#server/media/worker-pool.ts'
import { poolOptions } from './pool-options.ts'
import { stunIdOf, stunRequest } from './stun-request.ts'

/** Another address of this machine, also where it has no network. */
const SECOND = '127.0.0.2'
/** Of no machine (RFC 5737). */
const NOWHERE = '203.0.113.77'
const BLOCK = 6
const { firstPort: PORT } = poolOptions({ block: BLOCK })

const closing: { close: () => void }[] = []
afterEach(() => {
  for (const open of closing.splice(0)) open.close()
})

async function openPool(secondIp: string | null): Promise<WorkerPool> {
  const pool = await WorkerPool.create({ ...poolOptions({ block: BLOCK }), secondIp })
  closing.push(pool)
  return pool
}

async function openSocket(where: { port?: number; address?: string } = {}): Promise<dgram.Socket> {
  const socket = dgram.createSocket('udp4')
  closing.push(socket)
  socket.bind(where)
  await once(socket, 'listening')
  return socket
}

async function openTransport(pool: WorkerPool) {
  const room = await MediaRoom.create({ sessionId: 's1', worker: await pool.acquire() })
  return await room.addPeer({ peerId: 'a' }).createTransport({ direction: 'send' })
}

const candidatesOf = ({ iceCandidates }: Awaited<ReturnType<typeof openTransport>>) =>
  iceCandidates.toSorted((a, b) => b.priority - a.priority).map(({ protocol, ip, port }) => `${protocol} ${ip}:${port}`)

describe('the second address for media', () => {
  it('[MEDIA9] is told beside the first one, which comes before it', async () => {
    const transport = await openTransport(await openPool(SECOND))
    expect(candidatesOf(transport)).toEqual([`udp 127.0.0.1:${PORT}`, `udp ${SECOND}:${PORT}`, `tcp 127.0.0.1:${PORT}`])
  })

  it('[MEDIA9] answers who knows what signalling has told, nobody else, and nothing by TCP', async () => {
    const { iceParameters } = await openTransport(await openPool(SECOND))
    const socket = await openSocket()
    const known = stunRequest(iceParameters)
    const unknown = [stunRequest({ usernameFragment: 'nobody', password: iceParameters.password }).bytes]
    unknown.push(Buffer.from('GET / HTTP/1.1\r\n\r\n'), Buffer.alloc(1_200, 0xff))
    const answered = once(socket, 'message')
    // Datagrams of one socket to another on this machine keep their order: an answer to the others would be the first.
    for (const bytes of [...unknown, known.bytes]) socket.send(bytes, PORT, SECOND)
    const [answer]: unknown[] = await answered
    expect(Buffer.isBuffer(answer) && stunIdOf(answer)).toBe(known.id)
    const call = connect({ port: PORT, host: SECOND })
    expect((await once(call, 'error'))[0]).toMatchObject({ code: 'ECONNREFUSED' })
  })

  it('[MEDIA9] a killed worker’s successor listens there too', async () => {
    const pool = await openPool(SECOND)
    const up = once(pool, 'worker-up')
    process.kill(pool.health()[0]?.pid ?? 0, 'SIGKILL')
    expect((await up)[0]).toMatchObject({ secondIpRefusal: null })
    expect(candidatesOf(await openTransport(pool))).toContain(`udp ${SECOND}:${PORT}`)
  })

  it('[MEDIA9] an address that the machine does not have is done without, and the reason is known', async () => {
    const pool = await openPool(NOWHERE)
    expect(pool.health()).toMatchObject([{ status: 'up', secondIpRefusal: expect.stringContaining(NOWHERE) }])
    expect(candidatesOf(await openTransport(pool))).toEqual([`udp 127.0.0.1:${PORT}`, `tcp 127.0.0.1:${PORT}`])
  })

  it('[MEDIA9] so is one whose port another program holds', async () => {
    await openSocket({ port: PORT, address: SECOND })
    const pool = await openPool(SECOND)
    expect(pool.health()).toMatchObject([{ status: 'up', secondIpRefusal: expect.stringContaining(SECOND) }])
  })

  it('[MEDIA9] without one nothing changes', async () => {
    const pool = await openPool(null)
    expect(pool.health()).toMatchObject([{ secondIpRefusal: null }])
    expect(candidatesOf(await openTransport(pool))).toEqual([`udp 127.0.0.1:${PORT}`, `tcp 127.0.0.1:${PORT}`])
  })
})
