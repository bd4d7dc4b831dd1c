/**
 * Gives each piece of a track to `take` with the page's time of its arrival, for this long. Works on a clone, so that
 * a muted or stopped original is not disturbed; pieces are closed here.
 */
export async function readTrack<Data extends AudioData | VideoFrame>(
  track: MediaStreamTrack,
  options: { durationMs: number; take: (data: Data, arrivedAtMs: number) => void },
): Promise<void> {
  const clone = track.clone()
  clone.enabled = true
  const reader = new MediaStreamTrackProcessor<Data>({ track: clone, maxBufferSize: 600 }).readable.getReader()
  const endsAtMs = performance.now() + options.durationMs
  const timer = setTimeout(() => void reader.cancel(), options.durationMs)
  while (performance.now() < endsAtMs) {
    const { value, done } = await reader.read()
    if (done) break
    options.take(value, performance.now())
    value.close()
  }
  clearTimeout(timer)
  clone.stop()
}
