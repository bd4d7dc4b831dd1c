import { replayFragment, type ReplayFragment } from '#core/contract/replay.ts'

/** Reads lines of JSON, a fragment each. Stops at a line that is not whole. */
export function parseFragments(text: string): ReplayFragment[] {
  const fragments: ReplayFragment[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const fragment = replayFragment.safeParse(parseJson(line))
    if (!fragment.success) break
    fragments.push(fragment.data)
  }
  return fragments
}

const parseJson = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
