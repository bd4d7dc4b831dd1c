import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { mixAudio } from '#server/recording/jobs/mix-audio.ts'

const HOUR_MS = 3_600_000
const VOICES = 4
const LOOP_SECONDS = 300
const ffmpeg = (args: string[]) => execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...args])

/** Five minutes of something like speech (noise that swells and pauses), as a browser sends it, over and over for an hour. */
function speakForAnHour(directory: string, { voice }: { voice: number }): string {
  const [once, hour] = [path.join(directory, `once-${voice}.mp4`), path.join(directory, `hour-${voice}.mp4`)]
  const swell = `volume='gt(sin(2*PI*t/(${7 + 2 * voice})),0)*(0.5+0.5*sin(2*PI*3*t))':eval=frame`
  const speech = `anoisesrc=color=pink:seed=${voice}:sample_rate=48000:duration=${LOOP_SECONDS},${swell}`
  const codec = ['-c:a', 'libopus', '-b:a', '32k', '-application', 'voip', '-frame_duration', '20', '-ac', '1']
  ffmpeg(['-f', 'lavfi', '-i', speech, ...codec, '-strict', '-2', once])
  const times = HOUR_MS / 1_000 / LOOP_SECONDS
  ffmpeg(['-stream_loop', String(times - 1), '-i', once, '-c', 'copy', '-strict', '-2', hour])
  return hour
}

/** How long an hour with four voices takes to mix: ours in pieces that outlive a kill, against one run of ffmpeg by hand. */
export async function measureMix(directory: string): Promise<{ oursMs: number; theirsMs: number }> {
  const files = Array.from({ length: VOICES }, (_, voice) => speakForAnHour(directory, { voice }))
  const inputs = files.flatMap((file) => ['-i', file])
  const mix = `amix=inputs=${VOICES}:duration=longest:normalize=0,alimiter=limit=0.9:level=0`
  const theirsFromMs = performance.now()
  const byHand = ['-c:a', 'aac', '-b:a', '96k', '-ac', '2', '-threads', '1', '-movflags', '+faststart']
  ffmpeg([...inputs, '-filter_complex', mix, ...byHand, path.join(directory, 'by-hand.m4a')])
  const theirsMs = performance.now() - theirsFromMs
  const oursFromMs = performance.now()
  await mixAudio({
    tracks: files.map((file) => ({ files: [{ path: file, startMs: 0, durationMs: HOUR_MS }] })),
    durationMs: HOUR_MS,
    output: path.join(directory, 'mix.m4a'),
    piecesDirectory: path.join(directory, 'pieces'),
  })
  return { oursMs: performance.now() - oursFromMs, theirsMs }
}
