const TONE_S = 0.9
const NOTES_HZ = [523, 659, 784]
const VOLUME = 0.18

/** Three short notes through the default speaker. Resolves when they have ended. */
export async function playTestTone(): Promise<void> {
  const context = new AudioContext()
  await context.resume()
  const each = TONE_S / NOTES_HZ.length
  for (const [index, hz] of NOTES_HZ.entries()) {
    const from = context.currentTime + index * each
    const gain = context.createGain()
    gain.gain.setValueAtTime(0, from)
    gain.gain.linearRampToValueAtTime(VOLUME, from + 0.02)
    gain.gain.exponentialRampToValueAtTime(0.001, from + each)
    const tone = context.createOscillator()
    tone.frequency.value = hz
    tone.connect(gain).connect(context.destination)
    tone.start(from)
    tone.stop(from + each)
  }
  await new Promise((resolve) => setTimeout(resolve, TONE_S * 1_000 + 100))
  await context.close()
}
