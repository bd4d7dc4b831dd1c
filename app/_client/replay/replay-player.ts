import type { ReplayManifest, ReplayPart } from '#core/contract/replay.ts'
import { pictureAt, type PictureSources, type View } from './choose-picture.ts'
import { firstMomentOf } from './first-moment.ts'
import { nextCut } from './follow-speaker.ts'
import { MasterClock } from './master-clock.ts'
import { partAt, type PartPlace } from './part-at.ts'
import { isSamePicture, sourcesOf } from './picture-sources.ts'
import { createReplayStore, type ReplayStore } from './replay-store.ts'
import { soundTracksOf, type SoundTrack } from './sound-tracks.ts'
import { TrackPlayer } from './track-player.ts'

export const RATES = [0.5, 0.75, 1, 1.25, 1.5, 2] as const

const TICK_MS = 200
const PAINT_MS = 100
/** A wait that is told to the viewer. */
const LONG_WAIT_MS = 1_000
/** After this the clock goes on without the track that does not come. */
const MOST_WAIT_MS = 8_000
/** The next camera is made ready so long before it is shown. */
const PREPARE_MS = 4_000
/** So near to now, what is written is not yet safe on disk. */
const LIVE_MARGIN_MS = 3_000

interface Active {
  player: TrackPlayer
  place: PartPlace
  isShown: boolean
}

/**
 * Plays the tracks of a session against one master clock. Elements come from outside (`attachVideo`), sounds are its
 * own; `store` says what to draw. Ends with `close`.
 */
export class ReplayPlayer {
  readonly store: ReplayStore
  readonly #clock = new MasterClock({ nowMs: () => performance.now() })
  readonly #videos = new Map<string, TrackPlayer>()
  readonly #sounds = new Map<string, TrackPlayer>()
  readonly #timers: ReturnType<typeof setInterval>[] = []
  #soundHost: HTMLElement | null = null
  #manifest: ReplayManifest
  #receivedMs = performance.now()
  #soundTracks: SoundTrack[] = []
  #sources: PictureSources
  #wantsToPlay = false
  /** When the wait began; null while nothing is waited for. */
  #waitingSinceMs: number | null = null

  constructor({ manifest, startMs }: { manifest: ReplayManifest; startMs: number }) {
    this.#manifest = manifest
    this.#soundTracks = soundTracksOf(manifest)
    this.#sources = sourcesOf(manifest)
    const picture = pictureAt({ kind: 'follow' }, startMs, this.#sources)
    this.store = createReplayStore({ positionMs: startMs, durationMs: manifest.durationMs, picture })
    this.#clock.moveTo(startMs)
  }

  /** Begins to load what the first moment needs. `soundHost` is where its audio elements live. */
  open({ soundHost }: { soundHost: HTMLElement }): void {
    this.#soundHost = soundHost
    this.#timers.push(setInterval(this.#tick, TICK_MS), setInterval(this.#paint, PAINT_MS))
    this.seek(this.#clock.positionMs())
  }

  /** Idempotent. */
  close(): void {
    for (const timer of this.#timers.splice(0)) clearInterval(timer)
    for (const player of [...this.#videos.values(), ...this.#sounds.values()]) player.close()
    for (const { element } of this.#sounds.values()) element.remove()
    this.#videos.clear()
    this.#sounds.clear()
    this.#soundHost = null
  }

  /** The element of a video track, as soon as it stands in the page. Answers what takes it away again. */
  attachVideo(trackId: string, element: HTMLVideoElement): () => void {
    const player = new TrackPlayer(element, { onChange: this.#lookWhetherReady })
    element.muted = true
    this.#videos.set(trackId, player)
    if (this.#soundHost !== null) this.#beginWaiting()
    return () => {
      player.close()
      if (this.#videos.get(trackId) === player) this.#videos.delete(trackId)
    }
  }

  /** A newer manifest of the same session: more events, longer or closed parts, a mix. */
  update(manifest: ReplayManifest): void {
    this.#manifest = manifest
    this.#receivedMs = performance.now()
    this.#sources = sourcesOf(manifest)
    this.#soundTracks = soundTracksOf(manifest)
    for (const [id, player] of this.#sounds) {
      if (this.#soundTracks.some((track) => track.id === id)) continue
      player.close()
      player.element.remove()
      this.#sounds.delete(id)
    }
    for (const part of manifest.tracks.flatMap(({ parts }) => parts)) {
      for (const player of [...this.#videos.values(), ...this.#sounds.values()]) player.refresh(part)
    }
    this.#paint()
  }

  play(): void {
    if (this.store.getState().playing.status === 'ended') this.#clock.moveTo(firstMomentOf(this.#manifest))
    this.#wantsToPlay = true
    // Within the press itself: some browsers allow sound only then.
    for (const { player } of this.#activeNow()) void player.element.play().catch(this.#playRefused)
    this.#beginWaiting()
  }

  pause(): void {
    this.#wantsToPlay = false
    this.#waitingSinceMs = null
    this.#clock.stand()
    for (const { player } of this.#activeNow()) player.element.pause()
    this.store.setState({ playing: { status: 'paused' } })
    this.#paint()
  }

  toggle(): void {
    if (this.#wantsToPlay) this.pause()
    else this.play()
  }

  /** Pauses all, waits for every picture that is to be seen, then lets the clock run if it ran before. */
  seek(positionMs: number): void {
    this.#clock.stand()
    this.#clock.moveTo(Math.max(0, Math.min(positionMs, this.#endMs())))
    if (this.store.getState().playing.status === 'ended') this.store.setState({ playing: { status: 'paused' } })
    for (const { player, place } of this.#activeNow()) {
      player.element.pause()
      player.forgive()
      player.place({ place })
    }
    this.#paint()
    this.#beginWaiting()
  }

  setRate(rate: number): void {
    this.#clock.setRate(rate)
    this.store.setState({ rate })
    this.#tick()
  }

  setView(view: View): void {
    this.store.setState({ view, isListening: false })
    this.#paint()
    this.#beginWaiting()
  }

  setListening(isListening: boolean): void {
    this.store.setState({ isListening })
    this.#tick()
    this.#beginWaiting()
  }

  positionMs(): number {
    return this.#clock.positionMs()
  }

  /** The session's length; of a running one what is safely written. */
  #endMs(): number {
    const { live, durationMs } = this.#manifest
    if (!live) return durationMs
    return Math.max(0, durationMs + (performance.now() - this.#receivedMs) - LIVE_MARGIN_MS)
  }

  #activeNow(): Active[] {
    const atMs = this.#clock.positionMs()
    const { picture, isListening } = this.store.getState()
    const shown = isListening ? [] : [picture.mainTrackId, picture.cornerTrackId]
    const soon = isListening ? null : this.#soonToSee(atMs)
    const active: Active[] = []
    for (const track of this.#manifest.tracks) {
      const player = this.#videos.get(track.id)
      if (player === undefined) continue
      const isShown = shown.includes(track.id)
      if (isShown) active.push({ player, place: this.#placeOf(track.parts, atMs), isShown })
      else if (track.id === soon?.trackId) player.place({ place: this.#placeOf(track.parts, soon.fromMs) })
      else player.rest()
    }
    for (const { id, parts } of this.#soundTracks) {
      const place = this.#placeOf(parts, atMs)
      const player = this.#sounds.get(id) ?? (place.kind === 'playing' ? this.#makeSound(id) : null)
      if (player !== null) active.push({ player, place, isShown: place.kind === 'playing' })
    }
    return active
  }

  /** The camera that will be cut to, and when: loaded ahead, standing at its first picture. */
  #soonToSee(atMs: number): { trackId: string; fromMs: number } | null {
    const { view, picture } = this.store.getState()
    const cut = view.kind === 'follow' ? nextCut(this.#sources.cuts, atMs) : null
    if (cut === null || cut.fromMs - atMs > PREPARE_MS * this.#clock.rate) return null
    const next = pictureAt(view, cut.fromMs, this.#sources)
    const trackId = [next.mainTrackId, next.cornerTrackId].find(
      (id) => id !== null && id !== picture.mainTrackId && id !== picture.cornerTrackId,
    )
    return trackId === undefined || trackId === null ? null : { trackId, fromMs: cut.fromMs }
  }

  #makeSound(id: string): TrackPlayer | null {
    if (this.#soundHost === null) return null
    const element = document.createElement('audio')
    element.dataset['sound'] = id
    this.#soundHost.append(element)
    const player = new TrackPlayer(element, { onChange: this.#lookWhetherReady })
    this.#sounds.set(id, player)
    return player
  }

  #placeOf(parts: readonly ReplayPart[], atMs: number): PartPlace {
    return partAt(parts, atMs, { liveEndMs: this.#sources.liveEndMs })
  }

  #beginWaiting(): void {
    this.#waitingSinceMs ??= performance.now()
    if (this.#clock.isRunning) for (const { player } of this.#activeNow()) player.element.pause()
    this.#clock.stand()
    if (this.#wantsToPlay) this.store.setState({ playing: { status: 'waiting', isLong: false } })
    this.#lookWhetherReady()
  }

  readonly #lookWhetherReady = () => {
    if (this.#waitingSinceMs === null || this.#soundHost === null) return
    const waitedMs = performance.now() - this.#waitingSinceMs
    const active = this.#activeNow()
    for (const { player, place } of active) if (!player.element.seeking) player.place({ place })
    const isReady = active.every(({ player, place, isShown }) => !isShown || player.isReady({ place }))
    if (!isReady && waitedMs < MOST_WAIT_MS) {
      if (this.#wantsToPlay && waitedMs >= LONG_WAIT_MS) {
        this.store.setState({ playing: { status: 'waiting', isLong: true } })
      }
      return
    }
    this.#waitingSinceMs = null
    if (!this.#wantsToPlay) return
    this.store.setState({ playing: { status: 'playing' } })
    this.#clock.run()
    this.#follow(active)
  }

  readonly #tick = () => {
    const atMs = this.#clock.positionMs()
    if (this.#clock.isRunning && atMs >= this.#endMs()) {
      if (!this.#manifest.live) return this.#end()
      // As near to now as can be: at the pace of now.
      this.#clock.moveTo(this.#endMs())
    }
    this.#paint()
    if (this.#waitingSinceMs !== null) return this.#lookWhetherReady()
    const active = this.#activeNow()
    const isStalled = active.some(({ player, place, isShown }) => isShown && player.isStarving({ place }))
    if (this.#clock.isRunning && isStalled) return this.#beginWaiting()
    this.#follow(active)
  }

  #follow(active: readonly Active[]): void {
    const { isRunning, rate } = this.#clock
    for (const { player, place } of active) player.follow({ place, isRunning, rate })
  }

  readonly #paint = () => {
    const positionMs = this.#clock.positionMs()
    const { view, picture: before, isListening, standingTrackIds } = this.store.getState()
    const picture = pictureAt(view, positionMs, this.#sources)
    const standing = this.#manifest.tracks
      .filter(({ kind, parts }) => kind === 'video' && this.#placeOf(parts, positionMs).kind === 'gap')
      .map(({ id }) => id)
    this.store.setState({
      positionMs,
      durationMs: this.#manifest.live ? Math.max(this.#manifest.durationMs, this.#endMs()) : this.#manifest.durationMs,
      ...(isSamePicture(picture, before) ? {} : { picture }),
      ...(standing.join() === standingTrackIds.join() ? {} : { standingTrackIds: standing }),
    })
    // A cut on the way: the new camera is there already, or the next tick brings it.
    if (!isSamePicture(picture, before) && !isListening && this.#waitingSinceMs === null && this.#soundHost !== null) {
      this.#follow(this.#activeNow())
    }
  }

  #end(): void {
    this.#wantsToPlay = false
    this.#clock.stand()
    this.#clock.moveTo(this.#endMs())
    for (const { player } of this.#activeNow()) player.element.pause()
    this.store.setState({ playing: { status: 'ended' }, positionMs: this.#clock.positionMs() })
  }

  readonly #playRefused = (error: unknown) => {
    // The browser wants a press before it plays aloud. Any other refusal is a seek that came in between.
    if (error instanceof DOMException && error.name === 'NotAllowedError') this.pause()
  }
}
