import { createStore, type StoreApi } from 'zustand/vanilla'
import type { MediaClient } from '#app/_client/media-client.ts'
import type { RoomClient } from '#app/_client/room-client.ts'
import type { MediaSource } from '#core/contract/timeline.ts'
import { openDevice, type DeviceFault, type DeviceKind, type DeviceState } from './open-device.ts'

export interface OwnMediaState {
  camera: DeviceState
  microphone: DeviceState
  /** What the person wants, also while they are not on stage and the device rests. */
  wants: Readonly<Record<DeviceKind, boolean>>
  /** One enters in silence and speaks when one decides to. */
  isMuted: boolean
  deviceId: Readonly<Record<DeviceKind, string | null>>
  savesTraffic: boolean
  screen: 'off' | 'choosing' | 'on'
}

/** What happens to one's own media without one's doing. */
export type OwnMediaNews =
  | { kind: 'unsent'; error: unknown }
  | { kind: 'muted-by-host'; source: MediaSource }
  /** Wanted in the room, and did not open. */
  | { kind: 'device-failed'; device: DeviceKind; fault: DeviceFault }
  /** Unplugged. `replacedBy`: the name of what is used instead. */
  | { kind: 'device-lost'; device: DeviceKind; replacedBy: string | null }
  /** Plugged in again. */
  | { kind: 'device-back'; device: DeviceKind }

interface OpenOptions {
  /** Whoever asks tells what came of it. */
  isQuiet?: boolean
  /** This device and no other. */
  only?: string | null
}

interface OwnMediaOptions {
  room: RoomClient
  media: MediaClient
}

/**
 * One's own camera, microphone and screen. In the lobby and on stage the devices run; below the stage they rest, and no
 * light is on. What runs on stage is sent.
 */
export class OwnMedia {
  readonly store: StoreApi<OwnMediaState>
  readonly #room: RoomClient
  readonly #media: MediaClient
  readonly #undo: (() => void)[] = []
  readonly #listeners = new Set<(news: OwnMediaNews) => void>()
  readonly #opening: Record<DeviceKind, number> = { camera: 0, microphone: 0 }
  #screenTracks: MediaStreamTrack[] = []
  #closed = false

  constructor({ room, media }: OwnMediaOptions) {
    this.#room = room
    this.#media = media
    this.store = createStore<OwnMediaState>(() => ({
      camera: { status: 'off' },
      microphone: { status: 'off' },
      wants: { camera: false, microphone: false },
      isMuted: true,
      deviceId: { camera: null, microphone: null },
      savesTraffic: false,
      screen: 'off',
    }))
    this.#undo.push(
      room.store.subscribe((state, before) => {
        if (state.link === before.link && state.room.stage === before.room.stage) return
        this.#follow()
      }),
      room.on('media.muted-by-host', ({ producerId }) => {
        const producer = room.store.getState().producers[producerId]
        if (producer !== undefined) this.#mutedByHost(producer.source)
      }),
    )
    const devices = globalThis.navigator.mediaDevices
    if (devices === undefined) return
    const onChange = () => this.#openMissing()
    devices.addEventListener('devicechange', onChange)
    this.#undo.push(() => devices.removeEventListener('devicechange', onChange))
  }

  /** Answers the unsubscribing function. */
  onNews(listener: (news: OwnMediaNews) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  want(kind: DeviceKind, wanted: boolean): void {
    this.store.setState(({ wants }) => ({ wants: { ...wants, [kind]: wanted } }))
    this.#follow({ retry: kind })
  }

  choose(kind: DeviceKind, deviceId: string): void {
    this.store.setState((state) => ({
      deviceId: { ...state.deviceId, [kind]: deviceId },
      wants: { ...state.wants, [kind]: true },
    }))
    if (this.#mayRun()) void this.#open(kind)
  }

  saveTraffic(): void {
    this.store.setState({ savesTraffic: true })
    if (this.store.getState().camera.status === 'on') void this.#open('camera')
  }

  setMuted(isMuted: boolean): void {
    this.store.setState({ isMuted })
    const { microphone, wants } = this.store.getState()
    if (!isMuted && (!wants.microphone || microphone.status === 'failed')) this.want('microphone', true)
    this.#applyMuted()
  }

  /** Asks which screen; nothing happens when the person thinks better of it. */
  async shareScreen(): Promise<void> {
    if (this.store.getState().screen !== 'off') return
    this.store.setState({ screen: 'choosing' })
    try {
      const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { max: 15 } }, audio: true })
      this.#screenTracks = stream.getTracks()
      for (const track of this.#screenTracks) {
        if (track.kind === 'video') track.contentHint = 'detail'
        track.addEventListener('ended', () => void this.stopScreen())
        await this.#media.publish(track.kind === 'video' ? 'screen' : 'screen-audio', track)
      }
      this.store.setState({ screen: 'on' })
    } catch (error) {
      this.#stopScreenTracks()
      const changedTheirMind = error instanceof Error && error.name === 'NotAllowedError'
      if (!changedTheirMind) this.#tell({ kind: 'unsent', error })
    }
  }

  /** Idempotent. */
  async stopScreen(): Promise<void> {
    this.#stopScreenTracks()
    await Promise.all([this.#media.unpublish('screen'), this.#media.unpublish('screen-audio')]).catch(
      (error: unknown) => this.#tell({ kind: 'unsent', error }),
    )
  }

  /** Idempotent. */
  close(): void {
    this.#closed = true
    for (const undo of this.#undo) undo()
    this.#stopScreenTracks()
    this.#rest('camera')
    this.#rest('microphone')
    this.#listeners.clear()
  }

  #tell(news: OwnMediaNews): void {
    for (const listener of this.#listeners) listener(news)
  }

  #isOnStage(): boolean {
    const { me, room } = this.#room.store.getState()
    return me !== null && room.stage.includes(me)
  }

  /** In the lobby one looks at oneself; in the room the devices run on stage. */
  #mayRun(): boolean {
    const { me, link } = this.#room.store.getState()
    return link.status !== 'closed' && (me === null || this.#isOnStage())
  }

  /** Makes devices and sending fit what is wanted and where one is. */
  #follow({ retry }: { retry?: DeviceKind } = {}): void {
    if (this.#closed) return
    for (const kind of ['camera', 'microphone'] as const) {
      const { wants, [kind]: device } = this.store.getState()
      const mayOpen = device.status === 'off' || (retry === kind && device.status === 'failed')
      if (!wants[kind] || !this.#mayRun()) this.#rest(kind)
      else if (mayOpen) void this.#open(kind)
      else if (device.status === 'on') this.#send(kind, device.track)
    }
    if (!this.#isOnStage() && this.#room.store.getState().me !== null) this.#stopScreenTracks()
  }

  async #open(kind: DeviceKind, { isQuiet = false, only = null }: OpenOptions = {}): Promise<void> {
    const turn = ++this.#opening[kind]
    const { deviceId, savesTraffic, [kind]: before } = this.store.getState()
    if (before.status !== 'on') this.store.setState({ [kind]: { status: 'opening' } })
    const which = { deviceId: only ?? deviceId[kind], orAnother: only === null }
    const opened = await openDevice(kind, { ...which, savesTraffic })
    if (turn !== this.#opening[kind]) {
      if (opened.status === 'on') opened.track.stop()
      return
    }
    if (before.status === 'on') before.track.stop()
    if (opened.status === 'on') {
      opened.track.addEventListener('ended', () => void this.#ended(kind, opened.track))
      if (kind === 'microphone') opened.track.enabled = this.#isHeardNow()
    }
    this.store.setState({ [kind]: opened })
    if (opened.status === 'on') this.#send(kind, opened.track)
    else if (!isQuiet && this.#isSeated()) this.#tell({ kind: 'device-failed', device: kind, fault: opened.fault })
  }

  #isSeated(): boolean {
    return this.#room.store.getState().me !== null
  }

  /** In the lobby the meter listens, and nothing is sent. */
  #isHeardNow(): boolean {
    return !this.#isSeated() || !this.store.getState().isMuted
  }

  #send(kind: DeviceKind, track: MediaStreamTrack): void {
    if (!this.#isOnStage()) return
    if (kind === 'microphone') track.enabled = !this.store.getState().isMuted
    const sent = this.#media.store.getState().sent[kind]
    if (sent?.track !== track)
      void this.#media.publish(kind, track).catch((error: unknown) => this.#unsent(kind, error))
    if (kind === 'microphone') this.#applyMuted()
  }

  #applyMuted(): void {
    const { microphone, isMuted } = this.store.getState()
    if (microphone.status === 'on') microphone.track.enabled = this.#isHeardNow()
    void this.#media.setMuted('microphone', isMuted).catch((error: unknown) => this.#tell({ kind: 'unsent', error }))
  }

  #unsent(kind: DeviceKind, error: unknown): void {
    // The stage was lost while the device was opening: its own news has said so.
    if (this.#isOnStage()) this.#tell({ kind: 'unsent', error })
    else this.#rest(kind)
  }

  #mutedByHost(source: MediaSource): void {
    if (source === 'microphone') {
      this.store.setState({ isMuted: true })
      this.#applyMuted()
    } else if (source === 'camera') this.want('camera', false)
    else void this.stopScreen()
    this.#tell({ kind: 'muted-by-host', source })
  }

  /**
   * Unplugged, or taken back by the browser. Another microphone takes over, so that one goes on being heard; another camera
   * would show what nobody chose to show.
   */
  async #ended(kind: DeviceKind, track: MediaStreamTrack): Promise<void> {
    const now = this.store.getState()[kind]
    if (now.status !== 'on' || now.track !== track) return
    this.#rest(kind)
    const only = kind === 'camera' ? (track.getSettings().deviceId ?? null) : null
    await this.#open(kind, { isQuiet: true, only })
    const after = this.store.getState()[kind]
    if (after.status === 'on') return this.#tell({ kind: 'device-lost', device: kind, replacedBy: after.label })
    if (after.status !== 'failed') return
    // Who plugs it in again later is not heard before they decide to be.
    if (kind === 'microphone') this.setMuted(true)
    if (after.fault === 'missing') this.#tell({ kind: 'device-lost', device: kind, replacedBy: null })
    else this.#tell({ kind: 'device-failed', device: kind, fault: after.fault })
  }

  /** Something was plugged in: what was missing may be there now. */
  #openMissing(): void {
    for (const kind of ['camera', 'microphone'] as const) {
      const { wants, [kind]: device } = this.store.getState()
      if (!wants[kind] || device.status !== 'failed' || device.fault !== 'missing' || !this.#mayRun()) continue
      void this.#open(kind, { isQuiet: true }).then(() => {
        const isBack = this.store.getState()[kind].status === 'on'
        if (isBack && this.#isSeated()) this.#tell({ kind: 'device-back', device: kind })
      })
    }
  }

  #rest(kind: DeviceKind): void {
    this.#opening[kind] += 1
    const device = this.store.getState()[kind]
    if (device.status === 'on') device.track.stop()
    if (device.status !== 'off') this.store.setState({ [kind]: { status: 'off' } })
    if (this.#media.store.getState().sent[kind] === undefined) return
    void this.#media.unpublish(kind).catch((error: unknown) => this.#tell({ kind: 'unsent', error }))
  }

  #stopScreenTracks(): void {
    for (const track of this.#screenTracks) track.stop()
    this.#screenTracks = []
    if (this.store.getState().screen !== 'off') this.store.setState({ screen: 'off' })
  }
}
