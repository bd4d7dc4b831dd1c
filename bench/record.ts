/*
 * bench/record.ts [--rounds=5] [--seconds=15] [--streams=1,4,12] [--parts=copy,hour,mix]
 * Recording 720p + Opus against `ffmpeg -c copy` of the same packets, and the time from the end of a one-hour session
 * to files that play, and to the mixed sound of four voices (until then the replay plays the microphones). Processor time is that of the recording processes while packets come in, without the first four seconds, on a core of
 * their own.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { captureClip, type Clip } from './record/clip.ts'
import { measureMix } from './record/mix-hour.ts'
import { measureHour } from './record/one-hour.ts'
import { runFfmpeg, runOurs, SERVER_CORE, type Run } from './record/recorders.ts'
import { pinToCore } from './support/process-cpu.ts'
import { median, report } from './support/report.ts'

const TARGETS = { cpuRatio: 0.015, storageRatio: 1.02, replayReadyMs: 5_000, mixMs: 30_000 }
const LOAD_CORE = SERVER_CORE + 1

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '15' },
    streams: { type: 'string', default: '1,4,12' },
    parts: { type: 'string', default: 'copy,hour,mix' },
  },
})
const rounds = Number(values.rounds)
const parts = new Set(values.parts.split(','))

async function inFolder<T>(work: (directory: string) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(path.join(tmpdir(), 'tongke-bench-'))
  try {
    return await work(directory)
  } finally {
    rmSync(directory, { recursive: true })
  }
}

async function compare(clip: Clip, { streams }: { streams: number }): Promise<void> {
  const ours: Run[] = []
  const theirs: Run[] = []
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? [runOurs, runFfmpeg] : [runFfmpeg, runOurs]
    for (const run of order) {
      const result = await inFolder((directory) => run({ clip, streams, directory }))
      ;(run === runOurs ? ours : theirs).push(result)
      console.error(`${run.name} ${streams} streams:`, result)
    }
  }
  const lost = Math.max(...ours.map((run) => run.lost))
  const middle = (runs: Run[], pick: (run: Run) => number) => median(runs.map(pick))
  const common = { bench: 'record', peer: 'ffmpeg-copy', runs: rounds }
  const cpu = middle(ours, (run) => run.cpuRatioPerStream)
  const storage = middle(ours, (run) => run.storageRatio)
  report({
    ...common,
    metric: `cpu_core_ratio_per_stream_${streams}`,
    ours: cpu,
    theirs: middle(theirs, (run) => run.cpuRatioPerStream),
    target: TARGETS.cpuRatio,
    ok: cpu <= TARGETS.cpuRatio && lost === 0,
  })
  report({
    ...common,
    metric: `storage_ratio_${streams}`,
    ours: storage,
    theirs: middle(theirs, (run) => run.storageRatio),
    target: TARGETS.storageRatio,
    ok: storage <= TARGETS.storageRatio,
  })
  report({
    ...common,
    metric: `lost_samples_${streams}`,
    ours: lost,
    theirs: Math.max(...theirs.map((run) => run.lost)),
    target: 0,
    ok: lost === 0,
  })
}

pinToCore(process.pid, { core: LOAD_CORE })
if (parts.has('copy')) {
  console.error('capturing the clip')
  const clip = await captureClip({ seconds: Number(values.seconds) })
  console.error(`${clip.packets.length} packets, ${clip.pictures} pictures, ${clip.sounds} sounds`)
  for (const streams of values.streams.split(',').map(Number)) await compare(clip, { streams })
}

if (parts.has('hour')) {
  console.error('an hour of one participant')
  const hour = await inFolder(measureHour)
  report({
    bench: 'record',
    metric: 'replay_ready_ms_one_hour',
    ours: hour.oursMs,
    peer: 'ffmpeg-remux-faststart',
    theirs: hour.theirsMs,
    target: TARGETS.replayReadyMs,
    ok: hour.oursMs <= TARGETS.replayReadyMs,
    runs: 1,
  })
}

if (parts.has('mix')) {
  console.error('an hour of four voices')
  const mix = await inFolder(measureMix)
  report({
    bench: 'record',
    metric: 'mix_ms_one_hour_4_voices',
    ours: mix.oursMs,
    peer: 'ffmpeg-amix',
    theirs: mix.theirsMs,
    target: TARGETS.mixMs,
    ok: mix.oursMs <= TARGETS.mixMs,
    runs: 1,
  })
}
