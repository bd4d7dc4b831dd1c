import { setTimeout as delay } from 'node:timers/promises'

const ASK_AGAIN_MS = 20

/** Resolves when the address has answered 200 and its body is here. Throws when the process ends before. */
export async function firstPage(address: string, { ended }: { ended: Promise<unknown> }): Promise<void> {
  const life = { hasEnded: false }
  void ended.then(() => (life.hasEnded = true))
  for (;;) {
    if (life.hasEnded) throw new Error(`The process ended before ${address} answered.`)
    if (await isHealthy(address)) return
    await delay(ASK_AGAIN_MS)
  }
}

async function isHealthy(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address)
    await answer.arrayBuffer()
    return answer.status === 200
  } catch {
    return false // nobody listens yet
  }
}
