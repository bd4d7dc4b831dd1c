import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { resolve } from 'node:path'
import next from 'next'
import { AppError } from '#core/contract/errors.ts'
import type { ReplayManifest, ReplayTrack } from '#core/contract/replay.ts'
import { httpSchemasOf } from '#core/contract/http-requests.ts'
import { sendBytes } from '#server/http/send-bytes.ts'
import { provideAppDeps, type AppDeps } from '#server/usecases/http/app-deps.ts'
import { makeReplayPlan } from './replay-plan.ts'
import { recordSession } from './replay-session.ts'

/*
 * The replay page with nothing behind it but a recorded session, one that still runs and one whose work has failed: what AppDeps would answer, and
 * the bytes by the server's own sender. Prints its address, ends with the process.
 */
const root = resolve(import.meta.dirname, '../../..')
const sessions = { recorded: await recordSession(), live: await recordSession({ isLive: true }) }
const plan = makeReplayPlan()
let resumeAtMs: number | null = null

const perform = (name: string, input: unknown): unknown => {
  if (name === 'replay.save-progress') {
    resumeAtMs = httpSchemasOf('replay.save-progress').input.parse(input).positionMs
    return {}
  }
  if (name === 'replay.plan') return plan
  if (name === 'replay.finish-again') return {}
  if (name !== 'replay.get') throw new AppError('NOT_FOUND', '没有这个请求。')
  const { activityId } = httpSchemasOf('replay.get').input.parse(input)
  if (activityId === 'live') return sessions.live.manifest
  if (activityId === 'recorded') return { ...sessions.recorded.manifest, resumeAtMs }
  if (activityId === 'failed') return failedManifest(voicesOf(sessions.recorded.manifest.tracks))
  if (activityId === 'failed-empty') return failedManifest([])
  throw new AppError('NOT_FOUND', '没有找到。')
}

/** A seminar by voice. */
const voicesOf = (tracks: readonly ReplayTrack[]) =>
  tracks.map((track): ReplayTrack => ({ ...track, kind: 'audio', source: 'microphone' }))

/** Its work was given up, and there is no picture. */
function failedManifest(tracks: ReplayTrack[]): ReplayManifest {
  const { manifest } = sessions.recorded
  const recordings = manifest.recordings.map(
    (one) => ({ ...one, status: 'failed', failure: 'other', mixUrl: null }) as const,
  )
  return { ...manifest, recordings, tracks, may: { finishAgain: true } }
}

const wire = (error: unknown) => (error instanceof AppError ? error : new AppError('INTERNAL', String(error))).toWire()

const deps: AppDeps = {
  publicUrl: new URL('http://localhost'),
  identity: {
    handle: () => Promise.resolve(new Response(null, { status: 404 })),
    actorOf: () => Promise.resolve({ kind: 'person', personId: 'person-teacher', name: '于欣然', grants: [] }),
    isOwnPage: () => true,
    newGuestCookie: () => '',
  },
  limiter: { take: () => Promise.resolve({ allowed: true }) },
  perform: (name, { input }) => {
    try {
      return Promise.resolve({ ok: true, data: httpSchemasOf(name).output.parse(perform(name, input)) })
    } catch (error) {
      return Promise.resolve({ ok: false, error: wire(error) })
    }
  },
  report: wire,
  readPortrait: () => Promise.resolve(null),
  readCover: () => Promise.resolve(null),
  planImages: {
    upload: () => Promise.reject(new Error('no pictures here')),
    read: () => Promise.reject(new Error('no pictures here')),
  },
  applicationPhotos: {
    upload: () => Promise.reject(new Error('no photos here')),
    read: () => Promise.reject(new Error('no photos here')),
  },
  imports: {
    upload: () => Promise.reject(new Error('no lists here')),
    template: () => Promise.reject(new Error('no lists here')),
    faults: () => Promise.reject(new Error('no lists here')),
  },
}
provideAppDeps(deps)

async function answerMedia(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://media.invalid')
  const [, id = '', piece] = /^\/media\/recordings\/([\w-]+)(?:\/(index|init|mix))?$/.exec(pathname) ?? []
  const recorded = sessions.recorded.files.get(id) ?? sessions.live.files.get(id)
  if (recorded === undefined) return void response.writeHead(404).end()
  const { file, mimeType, index } = recorded
  if (piece === 'init') return void response.end(index?.init)
  if (piece === 'index') {
    const fresh = index?.fragments.slice(Number(searchParams.get('after') ?? 0)) ?? []
    return void response.end(fresh.map((fragment) => `${JSON.stringify(fragment)}\n`).join(''))
  }
  const { size: sizeBytes } = await stat(file)
  const read = ({ firstByte, lastByte }: { firstByte: number; lastByte: number }) =>
    Promise.resolve(createReadStream(file, { start: firstByte, end: lastByte }))
  await sendBytes({ request, response }, { bytes: { mimeType, sizeBytes, isFinal: true, read }, tag: id })
}

const upgrades = createServer()
const app = next({ dev: false, dir: root, httpServer: upgrades })
await app.prepare()
const answerPage = app.getRequestHandler()
const server = createServer((request, response) => {
  const isMedia = request.url?.startsWith('/media/') === true
  // A viewer who seeks lets go of the answer that is under way.
  void (isMedia ? answerMedia(request, response) : answerPage(request, response)).catch(() => response.destroy())
})
server.on('upgrade', (request, socket, head) => upgrades.emit('upgrade', request, socket, head))
server.listen(Number(process.env['PORT'] ?? 0), 'localhost', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') process.stdout.write(`http://localhost:${address.port}\n`)
})
