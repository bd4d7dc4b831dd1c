'use client'

import { useEffect, useState } from 'react'
import type { PlanSession } from '#app/_client/collab-client.ts'
import { outlineOf, type OutlineEntry } from '#core/lesson-plan/outline.ts'
import { readPlanTree } from '#core/lesson-plan/plan-tree.ts'

const REFRESH_AFTER_MS = 250

export interface PlacedOutlineEntry extends OutlineEntry {
  /** Its place among the blocks of the text. */
  blockIndex: number
}

/** The sections of an open plan, a quarter of a second behind the typing. */
export function usePlanOutline(session: PlanSession): readonly PlacedOutlineEntry[] {
  const [outline, setOutline] = useState<readonly PlacedOutlineEntry[]>([])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const refresh = () => {
      timer = null
      setOutline(readOutline(session))
    }
    const changed = () => {
      timer ??= setTimeout(refresh, REFRESH_AFTER_MS)
    }
    refresh()
    session.editorDoc.on('update', changed)
    return () => {
      session.editorDoc.off('update', changed)
      if (timer !== null) clearTimeout(timer)
    }
  }, [session])
  return outline
}

function readOutline(session: PlanSession): PlacedOutlineEntry[] {
  const tree = readPlanTree(session.editorDoc)
  const indexes = new Map(tree.map((block, index) => [block.key, index]))
  return outlineOf(tree).map((entry) => ({ ...entry, blockIndex: indexes.get(entry.key) ?? 0 }))
}
