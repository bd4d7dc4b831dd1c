import { appDeps } from '#app/_server/app-deps.ts'
import { readBytes } from '#app/_server/read-bytes.ts'
import { refuse, refuseAs, respond } from '#app/_server/respond.ts'
import { IMPORT_MAX_BYTES } from '#core/contract/imports.ts'

/** A list of people as the bytes of the file; its name stands percent-encoded in `x-file-name`. Answers the batch's id. */
export async function POST(request: Request): Promise<Response> {
  const deps = appDeps()
  try {
    if (!deps.identity.isOwnPage(request.headers)) return refuseAs('FORBIDDEN', '请从同课的页面操作。')
    const actor = await deps.identity.actorOf(request.headers)
    const data = await deps.imports.upload(actor, {
      fileName: decodeName(request.headers.get('x-file-name') ?? ''),
      read: () => readBytes(request, { maxBytes: IMPORT_MAX_BYTES }),
    })
    return respond({ ok: true, data })
  } catch (error) {
    return refuse(deps.report(error, { request: 'import-upload' }))
  }
}

function decodeName(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    // Not percent-encoded: shown as it is.
    return encoded
  }
}
