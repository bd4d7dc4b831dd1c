import { Upload } from 'tus-js-client'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { RESOURCE_FILE_MAX_BYTES } from '#core/contract/resources.ts'
import type { HttpOutput } from '#core/contract/http-requests.ts'

/** A piece of this size is sent anew after a broken connection, at most. */
const CHUNK_BYTES = 8 * 1024 * 1024
/** After these pauses a break is told; it goes on when the network is back, or when asked. */
const RETRY_DELAYS_MS = [0, 1_000, 3_000, 5_000, 10_000]
const AT_ONCE = 2

export type UploadState =
  | { status: 'waiting' }
  | { status: 'sending'; ratio: number }
  | { status: 'paused'; ratio: number }
  /** The network is away: goes on by itself. */
  | { status: 'broken'; ratio: number }
  | { status: 'checking' }
  | { status: 'done'; outcome: HttpOutput<'resource.add'> }
  | { status: 'refused'; reason: UploadRefusal; mayRetry: boolean }

/** `message`: as the server said it. */
export type UploadRefusal = { kind: 'too-large' } | { kind: 'unsent' } | { kind: 'said'; message: string; code: string }

export interface UploadItem {
  key: string
  name: string
  sizeBytes: number
  state: UploadState
}

export interface UploadQueueOptions {
  /** Asked for once all bytes are there; safe to be asked again. */
  settle(uploadId: string): Promise<HttpOutput<'resource.add'>>
  /** What a refusal of `settle` says; null where asking again may help. */
  refusalOf(error: unknown): { message: string; code: string; isFinal: boolean }
}

interface Known {
  file: File
  upload: Upload | null
  /** Once all bytes are there: what is then asked for again is not sent again. */
  uploadId: string | null
}

/** Files on their way: two at once, each taken up where it broke, also after the page was closed. Call `close` at the end. */
export class UploadQueue {
  readonly store: StoreApi<{ items: readonly UploadItem[] }> = createStore(() => ({ items: [] }))
  readonly #options: UploadQueueOptions
  readonly #uploads = new Map<string, Known>()
  readonly #listening = new AbortController()

  constructor(options: UploadQueueOptions) {
    this.#options = options
    window.addEventListener('online', () => this.#resumeBroken(), { signal: this.#listening.signal })
  }

  add(files: Iterable<File>): void {
    for (const file of files) {
      const key = `${file.name} ${file.size} ${file.lastModified}`
      if (this.#uploads.has(key)) continue
      this.#uploads.set(key, { file, upload: null, uploadId: null })
      const state: UploadState =
        file.size > RESOURCE_FILE_MAX_BYTES
          ? { status: 'refused', reason: { kind: 'too-large' }, mayRetry: false }
          : { status: 'waiting' }
      this.store.setState(({ items }) => ({ items: [...items, { key, name: file.name, sizeBytes: file.size, state }] }))
    }
    this.#startNext()
  }

  pause(key: string): void {
    const { state } = this.#item(key) ?? {}
    if (state?.status !== 'sending' && state?.status !== 'broken') return
    void this.#uploads.get(key)?.upload?.abort()
    this.#set(key, { status: 'paused', ratio: state.ratio })
    this.#startNext()
  }

  /** Goes on with what is paused, or tries again what was refused. */
  resume(key: string): void {
    this.#set(key, { status: 'waiting' })
    this.#startNext()
  }

  remove(key: string): void {
    const known = this.#uploads.get(key)
    this.#uploads.delete(key)
    void known?.upload?.abort(this.#item(key)?.state.status !== 'done')
    this.store.setState(({ items }) => ({ items: items.filter((item) => item.key !== key) }))
    this.#startNext()
  }

  /** Idempotent. What is under way stops where it is, and can be taken up by choosing the same file again. */
  close(): void {
    this.#listening.abort()
    for (const { upload } of this.#uploads.values()) void upload?.abort()
  }

  #item(key: string): UploadItem | undefined {
    return this.store.getState().items.find((item) => item.key === key)
  }

  #set(key: string, state: UploadState): void {
    this.store.setState(({ items }) => ({ items: items.map((item) => (item.key === key ? { ...item, state } : item)) }))
  }

  #resumeBroken(): void {
    for (const { key, state } of this.store.getState().items)
      if (state.status === 'broken') this.#set(key, { status: 'waiting' })
    this.#startNext()
  }

  #startNext(): void {
    const { items } = this.store.getState()
    const running = items.filter(({ state }) => state.status === 'sending' || state.status === 'checking').length
    const next = items.filter(({ state }) => state.status === 'waiting').slice(0, Math.max(0, AT_ONCE - running))
    for (const { key } of next) void this.#start(key)
  }

  async #start(key: string): Promise<void> {
    const known = this.#uploads.get(key)
    if (known === undefined) return
    if (known.uploadId !== null) return await this.#settle(key, known.uploadId)
    this.#set(key, { status: 'sending', ratio: 0 })
    const isSending = () => this.#item(key)?.state.status === 'sending'
    const upload = new Upload(known.file, {
      endpoint: '/uploads',
      chunkSize: CHUNK_BYTES,
      retryDelays: RETRY_DELAYS_MS,
      metadata: { filename: known.file.name },
      removeFingerprintOnSuccess: true,
      onProgress: (sentBytes, allBytes) => {
        if (isSending()) this.#set(key, { status: 'sending', ratio: allBytes === 0 ? 1 : sentBytes / allBytes })
      },
      onError: () => {
        const { state } = this.#item(key) ?? {}
        if (state?.status !== 'sending') return
        if (navigator.onLine) this.#set(key, { status: 'refused', reason: { kind: 'unsent' }, mayRetry: true })
        else this.#set(key, { status: 'broken', ratio: state.ratio })
        this.#startNext()
      },
      onSuccess: () => {
        known.uploadId = upload.url?.split('/').at(-1) ?? ''
        void this.#settle(key, known.uploadId)
      },
    })
    known.upload = upload
    const [before] = await upload.findPreviousUploads()
    if (before !== undefined) upload.resumeFromPreviousUpload(before)
    // Paused or removed meanwhile.
    if (isSending()) upload.start()
  }

  async #settle(key: string, uploadId: string): Promise<void> {
    this.#set(key, { status: 'checking' })
    try {
      this.#set(key, { status: 'done', outcome: await this.#options.settle(uploadId) })
    } catch (error) {
      const { message, code, isFinal } = this.#options.refusalOf(error)
      if (!isFinal && !navigator.onLine) this.#set(key, { status: 'broken', ratio: 1 })
      else this.#set(key, { status: 'refused', reason: { kind: 'said', message, code }, mayRetry: !isFinal })
    }
    this.#startNext()
  }
}
