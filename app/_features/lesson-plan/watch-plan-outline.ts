import type { PlanSession } from '#app/_client/collab-client.ts'
import { outlineOf, type OutlineEntry } from '#core/lesson-plan/outline.ts'
import { readPlanTree } from '#core/lesson-plan/plan-tree.ts'

const REFRESH_AFTER_MS = 250

/** Tells the sections of an open plan, now and a quarter of a second behind the typing. Answers what ends it. */
export function watchPlanOutline(
  { editorDoc }: PlanSession,
  tell: (outline: readonly OutlineEntry[]) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  const refresh = () => {
    timer = null
    tell(outlineOf(readPlanTree(editorDoc)))
  }
  const changed = () => {
    timer ??= setTimeout(refresh, REFRESH_AFTER_MS)
  }
  refresh()
  editorDoc.on('update', changed)
  return () => {
    editorDoc.off('update', changed)
    if (timer !== null) clearTimeout(timer)
  }
}
