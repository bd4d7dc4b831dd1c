import { join } from 'node:path'
import type { MediaSource } from '#core/contract/timeline.ts'
import { runFfmpeg } from '#server/recording/jobs/ffmpeg.ts'
import { OPUS_CLOCK_RATE_HZ, opusSilence } from '#server/recording/rtp/opus.ts'
import { opusPacketsOf, picturesOf, type StreamUnit } from './elementary-streams.ts'

const ASSETS = join(import.meta.dirname, 'assets')
const PICTURES_PER_SECOND = 10
const KEYFRAME_EVERY_PICTURES = 40
/** A camera comes back to where it was after this, and its pictures are shown again. */
const BREATH_S = 20
/** A voice, likewise. */
const HUM_S = 8
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
      return { shot, unitsPerSecond: PICTURES_PER_SECOND, units: fill(shot, PICTURES_PER_SECOND, () => breath) }
    }
    case 'voice': {
      const hum = opusPacketsOf(await runFfmpeg(voiceArguments(look), { signal }))
      const silence = [opusSilence(OPUS_CLOCK_RATE_HZ / SOUNDS_PER_SECOND).map(({ packet }) => packet)]
      const isSpoken = (atS: number) => look.spoken.some(([fromS, toS]) => fromS <= atS && atS < toS)
      const units = fill(shot, SOUNDS_PER_SECOND, (atS) => (isSpoken(atS) ? hum : silence))
      return { shot, unitsPerSecond: SOUNDS_PER_SECOND, units }
    }
    default:
      return look satisfies never
  }
}

/** As many units as the shot is long, each from the loop that is played at its second. */
function fill(
  { fromS, toS }: Shot,
  unitsPerSecond: number,
  loopAt: (atS: number) => readonly StreamUnit[],
): StreamUnit[] {
  return Array.from({ length: (toS - fromS) * unitsPerSecond }, (_, index) => {
    const loop = loopAt(fromS + index / unitsPerSecond)
    return loop[index % loop.length] ?? []
  })
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

/** No words: a low hum in the rhythm of syllables. */
function voiceArguments({ pitchHz }: Voice): string[] {
  const syllables = 'pow(sin(PI*2.25*t),2)*(0.6+0.4*sin(2*PI*0.25*t))'
  const tone = `(sin(2*PI*${pitchHz}*t)+0.4*sin(2*PI*${pitchHz * 2}*t))`
  return [
    ...['-f', 'lavfi', '-i', `aevalsrc='0.08*${syllables}*${tone}':s=${VOICE_SAMPLE_RATE_HZ}:d=${HUM_S}`],
    ...['-ac', '1', '-c:a', 'libopus', '-b:a', '24k', '-application', 'voip', '-frame_duration', '20', '-f', 'ogg'],
    'pipe:1',
  ]
}
