import { join } from 'node:path'
import type { MediaSource } from '#core/contract/timeline.ts'
import { runFfmpeg } from '#server/recording/jobs/ffmpeg.ts'
import { opusPacketsOf, picturesOf, type StreamUnit } from './elementary-streams.ts'

const ASSETS = join(import.meta.dirname, 'assets')
const PICTURES_PER_SECOND = 10
const KEYFRAME_EVERY_PICTURES = 40
/** A camera comes back to where it was after this, and its pictures are shown again. */
const BREATH_S = 40
const VOICE_SAMPLE_RATE_HZ = 16_000
/** Opus packets of 20 ms. */
const SOUNDS_PER_SECOND = 50

/** What one source of one person sends, and when. Seconds of the session. */
export interface Shot {
  name: string
  source: MediaSource
  fromS: number
  toS: number
  look:
    | { kind: 'still'; asset: string; widthPx: number; heightPx: number }
    | { kind: 'voice'; pitchHz: number; spoken: readonly (readonly [fromS: number, toS: number])[] }
}

export interface Film {
  shot: Shot
  units: StreamUnit[]
  unitsPerSecond: number
}

/** Makes the pictures and the sound of a shot. Rejects with FfmpegMissingError. */
export async function makeFilm(shot: Shot, { signal }: { signal: AbortSignal }): Promise<Film> {
  const { look } = shot
  switch (look.kind) {
    case 'still': {
      const breath = picturesOf(await runFfmpeg(cameraArguments(look), { signal }))
      const count = (shot.toS - shot.fromS) * PICTURES_PER_SECOND
      const units = Array.from({ length: count }, (_, index) => breath[index % breath.length] ?? [])
      return { shot, units, unitsPerSecond: PICTURES_PER_SECOND }
    }
    case 'voice': {
      const stream = await runFfmpeg(voiceArguments(shot, look), { signal })
      return { shot, units: opusPacketsOf(stream), unitsPerSecond: SOUNDS_PER_SECOND }
    }
    default:
      return look satisfies never
  }
}

type Still = Extract<Shot['look'], { kind: 'still' }>
type Voice = Extract<Shot['look'], { kind: 'voice' }>

/** A still that breathes: it slowly comes nearer and goes back. */
function cameraArguments({ asset, widthPx, heightPx }: Still): string[] {
  const near = `trunc(${widthPx}*(1.03+0.03*sin(2*PI*t/${BREATH_S}))/2)*2`
  return [
    ...['-loop', '1', '-framerate', String(PICTURES_PER_SECOND), '-t', String(BREATH_S), '-i', join(ASSETS, asset)],
    ...['-vf', `scale=w='${near}':h=-2:eval=frame:flags=bilinear,crop=${widthPx}:${heightPx},format=yuv420p`],
    ...['-c:v', 'libx264', '-preset', 'superfast', '-tune', 'zerolatency', '-crf', '27', '-threads', '1'],
    ...['-profile:v', 'baseline', '-level', '3.1', '-g', String(KEYFRAME_EVERY_PICTURES)],
    ...['-x264-params', 'aud=1:repeat-headers=1:sliced-threads=0:scenecut=0', '-f', 'h264', 'pipe:1'],
  ]
}

/** No words: a low hum in the rhythm of syllables while the person speaks. */
function voiceArguments({ fromS, toS }: Shot, { pitchHz, spoken }: Voice): string[] {
  const speaking = spoken.map(([from, to]) => `between(t,${from - fromS},${to - fromS})`).join('+') || '0'
  const syllables = 'pow(sin(PI*2.3*t),2)*(0.6+0.4*sin(2*PI*0.31*t))'
  const tone = `(sin(2*PI*${pitchHz}*t)+0.4*sin(2*PI*${pitchHz * 2}*t))`
  return [
    ...[
      '-f',
      'lavfi',
      '-i',
      `aevalsrc='0.08*(${speaking})*${syllables}*${tone}':s=${VOICE_SAMPLE_RATE_HZ}:d=${toS - fromS}`,
    ],
    ...['-ac', '2', '-c:a', 'libopus', '-b:a', '24k', '-application', 'voip', '-frame_duration', '20', '-f', 'ogg'],
    'pipe:1',
  ]
}
