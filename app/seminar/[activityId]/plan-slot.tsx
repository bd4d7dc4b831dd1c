'use client'

import { useEffect, useState } from 'react'
import type { PlanPanelProps } from '#app/_features/lesson-plan/index.ts'
import { useLater } from '#app/_ui/use-later.ts'

/** The editor is large and of no use before one sits in the room. */
const loadEditor = () => import('#app/_features/lesson-plan/index.ts')

/** On a machine that finds no rest, the plan comes all the same. */
const LATEST_MS = 1_000
/** Where the browser does not tell when it rests (Safari). */
const GUESSED_MS = 200

/** Faces before words: building the editor would keep the first picture waiting for as long as it takes to decode it. */
export function PlanSlot(props: PlanPanelProps) {
  const [isRoomDrawn, setIsRoomDrawn] = useState(false)
  useEffect(() => {
    const draw = () => setIsRoomDrawn(true)
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(draw, GUESSED_MS)
      return () => clearTimeout(timer)
    }
    const resting = requestIdleCallback(draw, { timeout: LATEST_MS })
    return () => cancelIdleCallback(resting)
  }, [])
  const editor = useLater(loadEditor, { isNear: isRoomDrawn })
  return editor === null ? null : <editor.PlanPanel {...props} />
}
