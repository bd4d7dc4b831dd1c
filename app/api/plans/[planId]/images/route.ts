import { appDeps } from '#app/_server/app-deps.ts'
import { pathId } from '#app/_server/path-id.ts'
import { readBytes } from '#app/_server/read-bytes.ts'
import { refuse, refuseAs, respond } from '#app/_server/respond.ts'
import { PLAN_IMAGE_MAX_BYTES } from '#core/contract/plan.ts'

/** A picture for a plan, as the bytes of the file; answers its address. */
export async function POST(request: Request, { params }: { params: Promise<{ planId: string }> }): Promise<Response> {
  const deps = appDeps()
  try {
    if (!deps.identity.isOwnPage(request.headers)) return refuseAs('FORBIDDEN', '请从同课的页面操作。')
    const planId = pathId((await params).planId)
    if (planId === null) return refuseAs('NOT_FOUND', '没有这份教案，或者您不能看。')
    const actor = await deps.identity.actorOf(request.headers)
    const bytes = await readBytes(request, { maxBytes: PLAN_IMAGE_MAX_BYTES })
    if (bytes === null) return refuseAs('QUOTA', '图片不能超过 8 MB。')
    const data = await deps.planImages.upload(actor, { planId, bytes })
    return respond({ ok: true, data })
  } catch (error) {
    return refuse(deps.report(error, { request: 'plan-image' }))
  }
}
