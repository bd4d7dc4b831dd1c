import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CAMERA_COUNT, LOOP_MS, loopDistanceMs } from '#tests/support/footage/footage-clock.ts'
import { gatesOf, GATE_MS, locateSound, toneHz } from '#tests/support/footage/sound-code.ts'
import { drawSound } from '#tests/support/footage/write-wav.ts'

const SAMPLE_RATE_HZ = 48_000
const PIECE_SAMPLES = 2 * SAMPLE_RATE_HZ
const sounds = Array.from({ length: CAMERA_COUNT }, (_, cameraId) => drawSound(cameraId))

/** Two seconds of several cameras at once, each at its own moment, with some noise. */
function mix(voices: readonly { cameraId: number; clockMs: number }[], noise: (index: number) => number): Float32Array {
  return Float32Array.from({ length: PIECE_SAMPLES }, (_, index) =>
    voices.reduce((sum, { cameraId, clockMs }) => {
      const sound = sounds[cameraId]
      return sum + (sound?.[(clockMs * 48 + index) % sound.length] ?? 0)
    }, noise(index)),
  )
}

describe('sound code', () => {
  it('each voice of a mix is found within 5 ms, and no other', () => {
    const voice = fc.record({
      cameraId: fc.integer({ min: 0, max: CAMERA_COUNT - 1 }),
      clockMs: fc.integer({ min: 0, max: LOOP_MS - 1 }),
    })
    const voices = fc.uniqueArray(voice, { minLength: 1, maxLength: 4, selector: ({ cameraId }) => cameraId })
    fc.assert(
      fc.property(voices, (speaking) => {
        const pcm = mix(speaking, (index) => 0.02 * Math.sin(index * index))
        for (let cameraId = 0; cameraId < CAMERA_COUNT; cameraId++) {
          const reading = locateSound({ pcm, sampleRateHz: SAMPLE_RATE_HZ }, cameraId)
          const spoken = speaking.find((candidate) => candidate.cameraId === cameraId)
          if (spoken === undefined) {
            expect(reading?.match ?? 0).toBeLessThan(0.6)
          } else {
            expect(reading?.match).toBeGreaterThan(0.95)
            expect(reading?.level).toBeCloseTo(0.25, 1)
            expect(Math.abs(loopDistanceMs(spoken.clockMs, reading?.clockMs ?? Number.NaN))).toBeLessThan(5)
          }
        }
      }),
      { numRuns: 8 },
    )
  })

  it('silence is no voice', () => {
    const pcm = new Float32Array(PIECE_SAMPLES)
    expect(locateSound({ pcm, sampleRateHz: SAMPLE_RATE_HZ }, 0)).toBeNull()
  })

  it('tones differ, none is a multiple of another, and no pattern is steady for long', () => {
    const tones = Array.from({ length: CAMERA_COUNT }, (_, cameraId) => toneHz(cameraId))
    expect(tones.filter((tone) => tones.some((other) => tone !== other && tone % other === 0))).toEqual([])
    for (let cameraId = 0; cameraId < CAMERA_COUNT; cameraId++) {
      const gates = gatesOf(cameraId)
      expect(gates).toHaveLength(LOOP_MS / GATE_MS)
      expect(gates.map((gate) => (gate ? '1' : '0')).join('')).not.toMatch(/0{5}|1{5}/)
    }
  })
})
