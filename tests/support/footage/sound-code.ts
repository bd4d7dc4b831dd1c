import { LOOP_MS, onLoop } from './footage-clock.ts'

/**
 * Each camera has one tone, switched on and off by a pattern of its own as long as the loop. The pattern, found again
 * by correlation, says where in the loop the sound is; a steady tone would say nothing, and noise suppression removes it.
 */
export const GATE_MS = 50
const GATE_COUNT = LOOP_MS / GATE_MS
const LONGEST_RUN_GATES = 4

const LOWEST_TONE_HZ = 500
/** Wider than a 30 ms Hann window's main lobe, and no tone is a multiple of another. */
const TONE_STEP_HZ = 110

/** The envelope of a tone has a value every 5 ms, each seen through a window of 30 ms. */
export const ENVELOPE_STEP_MS = 5
const WINDOW_MS = 30
const LOOP_STEPS = LOOP_MS / ENVELOPE_STEP_MS

export const toneHz = (cameraId: number): number => LOWEST_TONE_HZ + TONE_STEP_HZ * cameraId

/** The same 600 gates at each call: pseudo-random, never more than four alike in a row. */
export function gatesOf(cameraId: number): boolean[] {
  let state = 0x5eed + cameraId * 7919
  const gates: boolean[] = []
  while (gates.length < GATE_COUNT) {
    // The generator of Park and Miller: x → 16807 x mod 2^31 - 1.
    state = (state * 16_807) % 2_147_483_647
    const recent = gates.slice(-LONGEST_RUN_GATES)
    const last = recent.at(-1) ?? false
    const runIsFull = recent.length === LONGEST_RUN_GATES && recent.every((gate) => gate === last)
    gates.push(runIsFull ? !last : state % 1000 < 500)
  }
  return gates
}

export interface Samples {
  pcm: Float32Array
  sampleRateHz: number
}

/** Amplitude of a camera's tone over time: value k is seen through the 30 ms that begin at k × 5 ms. */
export function toneEnvelope(sound: Samples, cameraId: number): Float64Array {
  const { pcm, sampleRateHz } = sound
  const windowSize = Math.round((sampleRateHz * WINDOW_MS) / 1000)
  const cosine = new Float64Array(windowSize)
  const sine = new Float64Array(windowSize)
  for (let i = 0; i < windowSize; i++) {
    const hann = (1 - Math.cos((2 * Math.PI * (i + 0.5)) / windowSize)) / windowSize
    const phase = (2 * Math.PI * toneHz(cameraId) * i) / sampleRateHz
    cosine[i] = 2 * hann * Math.cos(phase)
    sine[i] = 2 * hann * Math.sin(phase)
  }
  const stepSize = (sampleRateHz * ENVELOPE_STEP_MS) / 1000
  const count = Math.max(0, Math.floor((pcm.length - windowSize) / stepSize) + 1)
  return Float64Array.from({ length: count }, (_, step) => {
    const from = Math.round(step * stepSize)
    let a = 0
    let b = 0
    for (let i = 0; i < windowSize; i++) {
      const value = pcm[from + i] ?? 0
      a += value * (cosine[i] ?? 0)
      b += value * (sine[i] ?? 0)
    }
    return Math.hypot(a, b)
  })
}

const expectedByCamera = new Map<number, Float64Array>()

/** What the envelope of clean footage is at each step of the loop. */
function expectedEnvelope(cameraId: number): Float64Array {
  const known = expectedByCamera.get(cameraId)
  if (known !== undefined) return known
  const gates = gatesOf(cameraId)
  const weights = Array.from({ length: WINDOW_MS }, (_, ms) => 1 - Math.cos((2 * Math.PI * (ms + 0.5)) / WINDOW_MS))
  const expected = Float64Array.from({ length: LOOP_STEPS }, (_, step) =>
    weights.reduce((sum, weight, ms) => {
      const gate = gates[Math.floor(onLoop(step * ENVELOPE_STEP_MS + ms) / GATE_MS)] ?? false
      return gate ? sum + weight / WINDOW_MS : sum
    }, 0),
  )
  expectedByCamera.set(cameraId, expected)
  return expected
}

export interface SoundReading {
  cameraId: number
  /** Amplitude of the tone while it is on: 1 is full scale. */
  level: number
  /** Correlation with the camera's pattern: 1 is perfect; below 0.6 it may be chance. */
  match: number
  /** Where in the loop the first sample lies. */
  clockMs: number
}

const COARSE_STEPS = 3

/** Finds a camera in a piece of sound of at least a second. Null where the tone does not vary at all. */
export function locateSound(sound: Samples, cameraId: number): SoundReading | null {
  const envelope = toneEnvelope(sound, cameraId).subarray(0, LOOP_STEPS)
  const expected = expectedEnvelope(cameraId)
  const count = envelope.length
  const mean = envelope.reduce((sum, value) => sum + value, 0) / count
  const centred = envelope.map((value) => value - mean)
  const power = centred.reduce((sum, value) => sum + value * value, 0)
  if (!(power > 1e-9)) return null

  const matchAt = (start: number): number => {
    let product = 0
    let sum = 0
    let squares = 0
    for (let i = 0; i < count; i++) {
      const want = expected[(start + i + LOOP_STEPS) % LOOP_STEPS] ?? 0
      product += (centred[i] ?? 0) * want
      sum += want
      squares += want * want
    }
    return product / Math.sqrt(power * Math.max(squares - (sum * sum) / count, 1e-9))
  }
  const bestOf = (starts: number[]): number =>
    starts.map((start) => ({ start, match: matchAt(start) })).reduce((a, b) => (b.match > a.match ? b : a)).start
  const coarse = bestOf(Array.from({ length: LOOP_STEPS / COARSE_STEPS }, (_, i) => i * COARSE_STEPS))
  const start = bestOf(Array.from({ length: 2 * COARSE_STEPS + 1 }, (_, i) => coarse - COARSE_STEPS + i))

  // The top of a parabola through the three best values is finer than a step.
  const [before, match, after] = [matchAt(start - 1), matchAt(start), matchAt(start + 1)]
  const bend = before - 2 * match + after
  const fine = bend < 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend))) : 0
  const whileOn = envelope.filter((_, i) => (expected[(start + i + LOOP_STEPS) % LOOP_STEPS] ?? 0) > 0.9)
  const level = whileOn.length === 0 ? 0 : whileOn.reduce((sum, value) => sum + value, 0) / whileOn.length
  return { cameraId, level, match, clockMs: onLoop((start + fine) * ENVELOPE_STEP_MS) }
}
