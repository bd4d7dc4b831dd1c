import { CAMERA_COUNT, loopDistanceMs, median, onLoop } from '../../footage/footage-clock.ts'
import { locateSound, type SoundReading } from '../../footage/sound-code.ts'
import { pageMedia } from './page-media.ts'
import { readTrack } from './read-track.ts'

/** Below this a pattern may be chance: noise reaches 0.3 in two seconds. */
const CERTAIN_MATCH = 0.6
const LISTEN_WINDOW_MS = 2_000
const LISTEN_STEP_MS = 500
export type SoundSource = HTMLMediaElement | MediaStreamTrack

interface Piece {
  pcm: Float32Array
  /** When the first sample sounded, in milliseconds since the epoch. */
  startsAtMs: number
}

interface Recorded {
  sampleRateHz: number
  windows: Piece[]
}

const captured = new WeakMap<HTMLMediaElement, { src: string; stream: MediaStream }>()

/** `isFile`: the sound is taken on its way to the loudspeaker, which it reaches later. */
function trackOf(source: SoundSource): { track: MediaStreamTrack; isFile: boolean } | null {
  const firstLive = (stream: MediaStream): MediaStreamTrack | undefined =>
    stream.getAudioTracks().find((track) => track.readyState === 'live')
  if (source instanceof MediaStreamTrack) return { track: source, isFile: false }
  if (source.srcObject instanceof MediaStream) {
    const track = firstLive(source.srcObject)
    return track === undefined ? null : { track, isFile: false }
  }
  // A second capture of the same source would silence the first; another source ends it.
  const known = captured.get(source)
  const isCurrent = known?.src === source.currentSrc && firstLive(known.stream) !== undefined
  const stream = known !== undefined && isCurrent ? known.stream : source.captureStream()
  captured.set(source, { src: source.currentSrc, stream })
  const track = firstLive(stream)
  return track === undefined ? null : { track, isFile: true }
}

function monoOf(data: AudioData): Float32Array {
  const pcm = new Float32Array(data.numberOfFrames)
  data.copyTo(pcm, { planeIndex: 0, format: 'f32-planar' })
  return pcm
}

/**
 * Chromium dates captured sound back by what it still has to wait before it sounds (64 ms without a sound card). The
 * least delayed piece says how much that is.
 */
const playoutDelayMs = (pieces: readonly { arrivedAtMs: number; stampMs: number }[]): number =>
  Math.max(0, Math.min(...pieces.map(({ arrivedAtMs, stampMs }) => arrivedAtMs - stampMs)))

/**
 * Taken from the track itself, not through an AudioContext, which adds a delay and gaps of its own on a busy machine.
 * In each window the least delayed piece tells when the sound came: the others waited for the processor.
 */
async function recordSound(source: SoundSource, durationMs: number): Promise<Recorded | null> {
  const found = trackOf(source)
  if (found === null) return null
  const pieces: { pcm: Float32Array; endsAtSample: number; arrivedAtMs: number; stampMs: number }[] = []
  let sampleRateHz = 0
  let sampleCount = 0
  await readTrack<AudioData>(found.track, {
    durationMs,
    take: (data, arrivedAtMs) => {
      const pcm = monoOf(data)
      sampleRateHz = data.sampleRate
      sampleCount += pcm.length
      pieces.push({ pcm, endsAtSample: sampleCount, arrivedAtMs, stampMs: data.timestamp / 1000 })
    },
  })
  const sound = new Float32Array(sampleCount)
  for (const { pcm, endsAtSample } of pieces) sound.set(pcm, endsAtSample - pcm.length)
  const toSoundMs = performance.timeOrigin + (found.isFile ? playoutDelayMs(pieces) : 0)
  const windowSize = Math.min((sampleRateHz * LISTEN_WINDOW_MS) / 1000, sampleCount)
  const windows: Piece[] = []
  for (
    let from = 0;
    windowSize > 0 && from + windowSize <= sampleCount;
    from += (sampleRateHz * LISTEN_STEP_MS) / 1000
  ) {
    const starts = pieces
      .filter(({ endsAtSample }) => endsAtSample > from && endsAtSample <= from + windowSize)
      .map(({ endsAtSample, arrivedAtMs }) => arrivedAtMs - ((endsAtSample - from) * 1000) / sampleRateHz)
    windows.push({ pcm: sound.subarray(from, from + windowSize), startsAtMs: Math.min(...starts) + toSoundMs })
  }
  return { sampleRateHz, windows }
}

export interface HeardCamera extends SoundReading {
  /** Sound's clock less wall clock on the loop; see PictureWatch.phaseMs. */
  phaseMs: number
  /** How far the phase moved while listening. Chromium's fake microphone loses time on a busy machine. */
  driftMs: number
}

/** Which cameras' tones are in this sound, the loudest first. Nothing in silence and in any other sound. */
export async function readTones(
  source: SoundSource,
  { durationMs = LISTEN_WINDOW_MS }: { durationMs?: number } = {},
): Promise<HeardCamera[]> {
  const recorded = await recordSound(source, durationMs)
  if (recorded === null) return []
  const { sampleRateHz, windows } = recorded
  return Array.from({ length: CAMERA_COUNT }, (_, cameraId) => {
    const heard = windows.flatMap(({ pcm, startsAtMs }) => {
      const reading = locateSound({ pcm, sampleRateHz }, cameraId)
      if (reading === null || reading.match < CERTAIN_MATCH) return []
      return [{ ...reading, phaseMs: onLoop(reading.clockMs - startsAtMs) }]
    })
    const [first] = heard
    if (first === undefined) return []
    const best = heard.reduce((a, b) => (b.match > a.match ? b : a), first)
    const around = heard.map(({ phaseMs }) => loopDistanceMs(best.phaseMs, phaseMs))
    const driftMs = Math.max(...around) - Math.min(...around)
    return [{ ...best, phaseMs: onLoop(best.phaseMs + median(around)), driftMs }]
  })
    .flat()
    .sort((a, b) => b.level - a.level)
}

const isAudible = (element: HTMLMediaElement): boolean => !element.paused && !element.muted && element.volume > 0

/** What a person in front of this page hears: the tones of every element that plays aloud, each camera once. */
export async function readPageTones(options: { durationMs?: number } = {}): Promise<HeardCamera[]> {
  const all = await Promise.all(
    pageMedia()
      .filter(isAudible)
      .map(async (element) => {
        const heard = await readTones(element, options)
        return heard.map((camera) => ({ ...camera, level: camera.level * element.volume }))
      }),
  )
  const loudest = new Map<number, HeardCamera>()
  for (const camera of all.flat()) {
    if (camera.level > (loudest.get(camera.cameraId)?.level ?? 0)) loudest.set(camera.cameraId, camera)
  }
  return [...loudest.values()].sort((a, b) => b.level - a.level)
}
