import { appDeps } from '#app/_server/app-deps.ts'
import { handleRpc } from '#app/_server/rpc.ts'

export async function POST(request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  return handleRpc(appDeps(), request, (await params).name)
}
