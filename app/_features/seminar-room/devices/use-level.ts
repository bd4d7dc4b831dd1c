import { useEffect, useState } from 'react'

const DRAW_INTERVAL_MS = 66
const FFT_SIZE = 512
/** Speech lies between these; below is the room, above is shouting. */
const SILENT_DB = -55
const LOUD_DB = -12
const FALL_RATIO = 0.82

/** Loudness of a track between 0 and 1, falling slowly. */
export function useLevel(track: MediaStreamTrack | null): number {
  const [level, setLevel] = useState(0)
  useEffect(() => {
    if (track === null) return
    const context = new AudioContext()
    const analyser = context.createAnalyser()
    analyser.fftSize = FFT_SIZE
    const source = context.createMediaStreamSource(new MediaStream([track]))
    source.connect(analyser)
    const samples = new Float32Array(analyser.fftSize)
    const drawing = setInterval(() => {
      analyser.getFloatTimeDomainData(samples)
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
      const db = 10 * Math.log10(power + 1e-12)
      const now = Math.min(1, Math.max(0, (db - SILENT_DB) / (LOUD_DB - SILENT_DB)))
      setLevel((before) => Math.max(now, before * FALL_RATIO))
    }, DRAW_INTERVAL_MS)
    return () => {
      clearInterval(drawing)
      source.disconnect()
      void context.close()
      setLevel(0)
    }
  }, [track])
  return level
}
