import { rm, statfs } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server, type Upload as TusUpload } from '@tus/server'
import { RESOURCE_FILE_MAX_BYTES } from '#core/contract/resources.ts'
import type { Upload, Uploads } from '#server/usecases/resources/ports.ts'
import { makeFolder } from './durable-files.ts'

const UPLOAD_PATH = '/uploads'
/** What is not finished by then is thrown away; a week of bad connections is enough. */
const EXPIRY_MS = 7 * 24 * 3_600_000
const UPLOAD_ID = /^[0-9a-f]{32}$/
/** Left to the database and to recordings. */
const KEPT_FREE_BYTES = 1024 ** 3
const FILE_NAME_MAX_CHARS = 120

/** Bytes on their way, by the tus protocol (resumable, 1.0.0): they lie in one folder of this machine until they are checked. */
export class TusUploads implements Uploads {
  readonly #folder: string
  readonly #store: FileStore
  readonly #server: Server
  readonly #owners = new WeakMap<object, string>()

  private constructor(folder: string) {
    this.#folder = folder
    this.#store = new FileStore({ directory: folder, expirationPeriodInMilliseconds: EXPIRY_MS })
    this.#server = new Server({
      path: UPLOAD_PATH,
      datastore: this.#store,
      maxSize: RESOURCE_FILE_MAX_BYTES,
      relativeLocation: true,
      disableTerminationForFinishedUploads: false,
      onUploadCreate: (request, upload) => this.#accept(request.runtime?.node?.req ?? null, upload),
    })
  }

  static async open({ folder }: { folder: string }): Promise<TusUploads> {
    await makeFolder(folder)
    return new TusUploads(folder)
  }

  /** Answers a request of `UPLOAD_PATH` in the name of a person; whose upload it is, is the caller's to look after. */
  async answer(request: IncomingMessage, response: ServerResponse, { ownerId }: { ownerId: string }): Promise<void> {
    this.#owners.set(request, ownerId)
    await this.#server.handle(request, response)
  }

  /** Null for what was never there. */
  async ownerOf(uploadId: string): Promise<string | null> {
    return (await this.#find(uploadId))?.metadata?.['ownerId'] ?? null
  }

  async finished(uploadId: string): Promise<Upload | null> {
    const found = await this.#find(uploadId)
    if (found === null || found.size === undefined || found.offset !== found.size) return null
    const { ownerId, filename } = found.metadata ?? {}
    if (ownerId === undefined || ownerId === null) return null
    return { ownerId, fileName: fileNameOf(filename ?? ''), sizeBytes: found.size, path: join(this.#folder, uploadId) }
  }

  async discard(uploadId: string): Promise<void> {
    if (!UPLOAD_ID.test(uploadId)) return
    // The bytes may have moved on into the storage: then only what was written about them is left.
    const own = join(this.#folder, uploadId)
    await Promise.all([own, `${own}.json`].map((path) => rm(path, { force: true })))
  }

  /** Throws away what nobody has finished in time; answers how many. */
  dropExpired(): Promise<number> {
    return this.#store.deleteExpired()
  }

  async #accept(request: object | null, upload: TusUpload) {
    const ownerId = request === null ? undefined : this.#owners.get(request)
    if (ownerId === undefined || upload.size === undefined) throw refusal(400, 'Upload-Length required')
    const { bavail, bsize } = await statfs(this.#folder)
    if (bavail * bsize < upload.size + KEPT_FREE_BYTES) throw refusal(507, 'Insufficient Storage')
    return { metadata: { filename: upload.metadata?.['filename'] ?? '', ownerId } }
  }

  async #find(uploadId: string): Promise<TusUpload | null> {
    if (!UPLOAD_ID.test(uploadId)) return null
    try {
      return await this.#store.getUpload(uploadId)
    } catch (error) {
      if (isNotFound(error)) return null
      throw error
    }
  }
}

/** As tus wants to be told that a request is refused. */
const refusal = (status: number, body: string) => Object.assign(new Error(body), { status_code: status, body })

const GONE: ReadonlySet<unknown> = new Set([404, 410])
const isNotFound = (error: unknown) =>
  typeof error === 'object' && error !== null && 'status_code' in error && GONE.has(error.status_code)

/** Without folders, without what no file system takes. */
function fileNameOf(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const clean = last.replaceAll(/[\p{Cc}\p{Bidi_C}<>:"|?*]/gu, '').trim()
  return [...(clean === '' ? 'file' : clean)].slice(-FILE_NAME_MAX_CHARS).join('')
}
