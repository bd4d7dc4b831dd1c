import { appDeps } from '#app/_server/app-deps.ts'
import { readBytes } from '#app/_server/read-bytes.ts'
import { refuse, refuseAs, respond } from '#app/_server/respond.ts'
import { PHOTO_MAX_BYTES } from '#core/domain/application/photo-crop.ts'

/** A photo for one's own application, as the bytes of the file; how it is framed stands in `x-framing`. Answers its address. */
export async function POST(request: Request): Promise<Response> {
  const deps = appDeps()
  try {
    if (!deps.identity.isOwnPage(request.headers)) return refuseAs('FORBIDDEN', '请从同课的页面操作。')
    const actor = await deps.identity.actorOf(request.headers)
    const data = await deps.applicationPhotos.upload(actor, {
      framing: request.headers.get('x-framing') ?? '',
      read: () => readBytes(request, { maxBytes: PHOTO_MAX_BYTES }),
    })
    return respond({ ok: true, data })
  } catch (error) {
    return refuse(deps.report(error, { request: 'application-photo-upload' }))
  }
}
