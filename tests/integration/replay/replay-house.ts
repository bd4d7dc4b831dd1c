import { once } from 'node:events'
import { createServer } from 'node:http'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PROTOCOL_VERSION } from '#core/contract/protocol.ts'
import type { MediaSource } from '#core/contract/timeline.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { createDatabase, type Database } from '#server/adapters/postgres/database.ts'
import { createSeminarStores } from '#server/adapters/postgres/seminar-stores.ts'
import { LocalStorage } from '#server/adapters/storage/local-storage.ts'
import { createSystemClock } from '#server/adapters/system-clock.ts'
import { createCityDeps } from '#server/composition.ts'
import { MediaRooms } from '#server/media/media-rooms.ts'
import { WorkerPool } from '#server/media/worker-pool.ts'
import { createRecordingParts, type RecordingParts } from '#server/start-recordings.ts'
import type { RecordingConductor } from '#server/recording/recording-conductor.ts'
import { joinRoom } from '#server/usecases/seminar/join.ts'
import { createSeminarDeps, type SeminarDeps } from '#server/usecases/seminar/deps.ts'
import { mediaPeerId } from '#server/usecases/seminar/media-peer-id.ts'
import { prepareRoom } from '#server/usecases/seminar/prepare.ts'
import type { Seat } from '#server/usecases/seminar/seat.ts'
import { createKeptLog, type LoggedError } from '#tests/support/city/kept-log.ts'
import { ACTIVITY, LINK_TOKEN } from '../realtime/test-city.ts'
import { H264_TRACK, OPUS_TRACK, VP8_TRACK } from '../recording/rtp-source.ts'

const MEDIA_PORT = 18_000
const PLAIN_PORTS = { min: 18_010, max: 18_049 }
const TRACKS = { h264: H264_TRACK, vp8: VP8_TRACK, opus: OPUS_TRACK }

export const person = (personId: string): Actor => ({ kind: 'person', personId, name: personId, grants: [] })

/** Cookie of the tests: `person=<id>`. */
const actorOf = (headers: Headers): Promise<Actor> => {
  const [kind, value = ''] = (headers.get('cookie') ?? '').split('=')
  return Promise.resolve(kind === 'person' ? person(value) : { kind: 'guest', guestKey: null })
}

/** Everything between a room and its replay as the process builds it: real worker, recorder, jobs, database, files, HTTP. */
export class ReplayHouse {
  readonly database: Database
  readonly deps: SeminarDeps
  readonly parts: RecordingParts
  readonly conductor: RecordingConductor
  readonly rooms: MediaRooms
  readonly pool: WorkerPool
  readonly dataDir: string
  readonly origin: string
  readonly errors: LoggedError[]
  readonly #close: () => Promise<void>

  static async start({ url, dataDir }: { url: string; dataDir?: string }): Promise<ReplayHouse> {
    const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'tongke-replay-')))
    const { log, errors } = createKeptLog()
    const database = createDatabase(url)
    const clock = createSystemClock()
    const city = createCityDeps({ database, clock, log })
    const storage = new LocalStorage({ folder: join(folder, 'storage') })
    const parts = await createRecordingParts({ database, databaseUrl: url, dataDir: folder, storage, city })
    const pool = await WorkerPool.create({
      ...{ workers: 1, firstPort: MEDIA_PORT, listenIp: '127.0.0.1', announcedAddress: null, plainPorts: PLAIN_PORTS },
    })
    const rooms = MediaRooms.create({ pool })
    const conductor = parts.createConductor({ rooms, nodeId: 'node-1' })
    const base = { clock, ids: city.ids, log }
    const deps = createSeminarDeps({
      ...base,
      stores: createSeminarStores(database),
      recordings: conductor,
      nodeId: 'node-1',
    })
    const answer = parts.createRoutes({ actorOf })
    const server = createServer((request, response) => {
      void answer(request, response).then((taken) => taken || response.writeHead(404).end())
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    await deps.sessions.recover()
    await conductor.recover()
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const close = async () => {
      await deps.sessions.close()
      await conductor.close()
      await parts.queue.close()
      rooms.closeAll()
      pool.close()
      server.closeAllConnections()
      server.close()
      await database.$disconnect()
      if (dataDir === undefined) await rm(folder, { recursive: true, force: true })
    }
    const origin = `http://127.0.0.1:${port}`
    return new ReplayHouse({ database, deps, parts, conductor, rooms, pool, dataDir: folder, origin, errors, close })
  }

  private constructor(
    own: Pick<
      ReplayHouse,
      'database' | 'deps' | 'parts' | 'conductor' | 'rooms' | 'pool' | 'dataDir' | 'origin' | 'errors'
    > & {
      close: () => Promise<void>
    },
  ) {
    this.database = own.database
    this.deps = own.deps
    this.parts = own.parts
    this.conductor = own.conductor
    this.rooms = own.rooms
    this.pool = own.pool
    this.dataDir = own.dataDir
    this.origin = own.origin
    this.errors = own.errors
    this.#close = own.close
  }

  /** Sits down as this person would. */
  async join(personId: string): Promise<Seat> {
    const actor = person(personId)
    const asked = { protocol: PROTOCOL_VERSION, activityId: ACTIVITY, linkToken: LINK_TOKEN }
    const { door } = await prepareRoom(this.deps, actor, asked)
    const { seat } = await joinRoom(this.deps, door, { wantsStage: true })
    return seat
  }

  /** A way for plain RTP into the room, as this seat's camera or microphone. */
  async send(seat: Seat, { source, codec }: { source: MediaSource; codec: 'h264' | 'vp8' | 'opus' }) {
    const room = await this.rooms.getOrCreate(seat.sessionId)
    const { payloadType, ssrc } = TRACKS[codec]
    return await room.openIngest({ peerId: mediaPeerId(seat.participantId, 'c1'), source, codec, payloadType, ssrc })
  }

  async manifest(personId: string) {
    const useCase = this.parts.useCases['replay.get']
    if (useCase === undefined) throw new Error('no such use-case')
    return await useCase(person(personId), { activityId: ACTIVITY }, { address: '' })
  }

  fetch(address: string, { personId, range }: { personId?: string; range?: string } = {}) {
    return fetch(this.origin + address, {
      headers: {
        ...(personId === undefined ? {} : { cookie: `person=${personId}` }),
        ...(range === undefined ? {} : { range }),
      },
    })
  }

  /** The whole of a part, as a media element fetches it: range after range. Answers the file's path. */
  async download(address: string, { personId }: { personId: string }): Promise<string> {
    const pieces: Buffer[] = []
    for (let firstByte = 0, total = Infinity; firstByte < total;) {
      const response = await this.fetch(address, { personId, range: `bytes=${firstByte}-` })
      if (response.status !== 206) throw new Error(`${address} answered ${response.status}`)
      total = Number(response.headers.get('content-range')?.split('/')[1])
      const piece = Buffer.from(await response.arrayBuffer())
      pieces.push(piece)
      firstByte += piece.length
    }
    const file = join(this.dataDir, `${address.replaceAll('/', '_')}.download`)
    await writeFile(file, Buffer.concat(pieces))
    return file
  }

  /** Resolves once the recording has this status; asks the database again whenever the process has had time for work. */
  async untilStatus(recordingId: string, status: string): Promise<void> {
    const deadline = AbortSignal.timeout(30_000)
    for (;;) {
      const row = await this.database.recording.findUniqueOrThrow({ where: { id: recordingId } })
      if (row.status === status) return
      deadline.throwIfAborted()
    }
  }

  async close(): Promise<void> {
    await this.#close()
  }
}
