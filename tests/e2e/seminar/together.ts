import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import type { ReplayManifest } from '#core/contract/replay.ts'
import { readPageTones, watchCamera } from '#tests/support/browser/readers.ts'
import { loopDistanceMs, median } from '#tests/support/footage/footage-clock.ts'
import { locateSound } from '#tests/support/footage/sound-code.ts'
import type { Moment, OwnPhases } from './moment.ts'
import { mainPicture } from './replay.ts'

const run = promisify(execFile)
const WATCH_MS = 4_000
const SAMPLE_EVERY_MS = 200
/** The player's first second brings everything into step. */
const SETTLED_AFTER_MS = 1_000
const SAMPLE_RATE_HZ = 48_000
const WINDOW_MS = 2_000
const CERTAIN_MATCH = 0.6
/** The server's cap for one answer. */
const RANGE_BYTES = 1_000_000
const MAX_PCM_BYTES = 1_000_000_000

export interface Togetherness {
  /**
   * How late the picture and both voices lie in their files on the session's clock, against how they were sent: all the same
   * where they are together.
   */
  keptMs: { picture: number; voices: readonly number[] }
  /** How far apart the elements that play them stand on the session's clock, at worst. */
  playingMs: number
  /** Both taken together: how far apart picture and voices are for who watches, at worst. */
  apartMs: number
}

interface Kept {
  /** What plays it. */
  source: string
  lateMs: number
}

/**
 * The picture of `shown` and both voices, in the replay that plays now. What lies where is read from the very files that
 * the page plays, and where the page is in them from its elements: what comes out of a loudspeaker cannot be timed on a
 * machine without a sound card, where Chromium's sound runs 20–100 ms behind in a single muxed file too. Null while one of
 * them does not play.
 */
export async function howTogether(
  page: Page,
  { moment, shown, manifest, url }: { moment: Moment; shown: OwnPhases; manifest: ReplayManifest; url: string },
): Promise<Togetherness | null> {
  const startsMs = startsOf(manifest)
  const [seen, heard, samples] = await Promise.all([
    watchCamera(mainPicture(page), { durationMs: WATCH_MS }),
    readPageTones(page, { durationMs: WATCH_MS }),
    samplePlaying(page),
  ])
  const sounds = new Set(samples.flat().flatMap(({ source, isPicture }) => (isPicture ? [] : [source])))
  const picture = samples.flat().find(({ isPicture, isMain }) => isPicture && isMain)
  const pictureStartMs = startsMs.get(picture?.source ?? '')
  if (picture === undefined || pictureStartMs === undefined || seen.cameraId !== shown.person.cameraId) return null
  const phases = seen.frames.flatMap(({ clockMs, mediaMs }) =>
    mediaMs === null
      ? []
      : [loopDistanceMs(clockMs - manifest.zeroEpochMs - pictureStartMs - mediaMs, shown.pictureMs)],
  )
  const pictureKept: Kept = { source: picture.source, lateMs: median(phases) }
  const voices: Kept[] = []
  for (const { person, soundMs } of [moment.host, moment.presenter]) {
    if (!heard.some(({ cameraId }) => cameraId === person.cameraId)) return null
    const cameraId = person.cameraId ?? -1
    const voice = await findVoice(page, { cameraId, soundMs, moment, manifest, url, sounds })
    if (voice === null) return null
    voices.push(voice)
  }
  const settled = samples
    .slice(SETTLED_AFTER_MS / SAMPLE_EVERY_MS)
    .map((elements) => new Map(elements.map(({ source, atMs }) => [source, (startsMs.get(source) ?? NaN) + atMs])))
  const playingMs = Math.max(...settled.map((standing) => widthOf([...standing.values()])))
  // What is late in its file is heard early where its element stands ahead.
  const apart = settled.map((standing) =>
    widthOf([pictureKept, ...voices].map(({ source, lateMs }) => (standing.get(source) ?? NaN) - lateMs)),
  )
  return {
    keptMs: { picture: pictureKept.lateMs, voices: voices.map(({ lateMs }) => lateMs) },
    playingMs,
    apartMs: Math.max(...apart),
  }
}

const widthOf = (values: readonly number[]): number => Math.max(...values) - Math.min(...values)

/** By the address of what an element plays: where its time 0 lies in the session. */
function startsOf({ recordings, tracks }: ReplayManifest): ReadonlyMap<string, number> {
  const mixes = recordings.flatMap(({ mixUrl, startMs }): [string, number][] =>
    mixUrl === null ? [] : [[mixUrl, startMs]],
  )
  const parts = tracks.flatMap((track) => track.parts.map((part): [string, number] => [part.url, part.startMs]))
  return new Map([...mixes, ...parts])
}

/** What plays, each 200 ms, and where. Waits for no element. */
const samplePlaying = (page: Page) =>
  page.evaluate(
    async ({ durationMs, everyMs }) => {
      const samples: { source: string; atMs: number; isPicture: boolean; isMain: boolean }[][] = []
      for (let passedMs = 0; passedMs < durationMs; passedMs += everyMs) {
        const playing = [...document.querySelectorAll<HTMLMediaElement>('audio, video')].filter(
          ({ paused, currentSrc }) => !paused && currentSrc !== '',
        )
        samples.push(
          playing.map((element) => ({
            source: new URL(element.currentSrc).pathname,
            atMs: element.currentTime * 1_000,
            isPicture: element instanceof HTMLVideoElement,
            isMain: element.closest('[data-spot="main"]') !== null,
          })),
        )
        await new Promise((resolve) => setTimeout(resolve, everyMs))
      }
      return samples
    },
    { durationMs: WATCH_MS, everyMs: SAMPLE_EVERY_MS },
  )

interface VoiceOptions {
  cameraId: number
  /** As it was sent. */
  soundMs: number
  moment: Moment
  manifest: ReplayManifest
  url: string
  sounds: ReadonlySet<string>
}

/** A voice in the one of the files that has it. Null where none has. */
async function findVoice(page: Page, options: VoiceOptions): Promise<Kept | null> {
  const { cameraId, soundMs, moment, manifest, url, sounds } = options
  const startsMs = startsOf(manifest)
  for (const source of sounds) {
    const startMs = startsMs.get(source)
    if (startMs === undefined) continue
    const atMs = moment.atMs + SETTLED_AFTER_MS - startMs
    const pcm = await decodeSound(await download(page, `${url}${source}`), { atMs, durationMs: WINDOW_MS })
    if (pcm.length < (SAMPLE_RATE_HZ * WINDOW_MS) / 2_000) continue
    const found = locateSound({ pcm, sampleRateHz: SAMPLE_RATE_HZ }, cameraId)
    if (found === null || found.match < CERTAIN_MATCH) continue
    return { source, lateMs: loopDistanceMs(found.clockMs - manifest.zeroEpochMs - startMs - atMs, soundMs) }
  }
  return null
}

/** With the page's own right to it. */
async function download(page: Page, address: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  for (let from = 0; ;) {
    const range = `bytes=${from}-${from + RANGE_BYTES - 1}`
    const response = await page.request.get(address, { headers: { range } })
    if (!response.ok()) throw new Error(`${address} answers ${response.status()}`)
    const bytes = await response.body()
    pieces.push(bytes)
    from += bytes.length
    const sizeBytes = Number(response.headers()['content-range']?.split('/')[1])
    if (bytes.length === 0 || !(from < sizeBytes)) return Buffer.concat(pieces)
  }
}

/** Mono samples; none where the file has no sound there. */
async function decodeSound(
  file: Buffer,
  { atMs, durationMs }: { atMs: number; durationMs: number },
): Promise<Float32Array> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tongke-voice-'))
  try {
    const input = path.join(folder, 'sound')
    await writeFile(input, file)
    // Holes become silence, so that a sample's place is its time; cut afterwards, since seeking is only nearly exact.
    const filters = `aresample=${SAMPLE_RATE_HZ}:async=1:first_pts=0,atrim=start=${atMs / 1_000}:duration=${durationMs / 1_000}`
    const { stdout } = await run(
      'ffmpeg',
      ['-v', 'error', '-i', input, '-af', filters, '-ac', '1', '-f', 'f32le', 'pipe:1'],
      { encoding: 'buffer', maxBuffer: MAX_PCM_BYTES },
    )
    return new Float32Array(new Uint8Array(stdout).buffer)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
