import { useState } from 'react'

/**
 * What somebody is changing of `current`: only what they have touched is theirs, the rest follows what is on disk. So a
 * conflict loses neither what was typed nor what the other has written elsewhere.
 */
export function usePatch<Values extends object>(current: Values) {
  const [patch, setPatch] = useState<Partial<Values>>({})
  const [seen] = useState(current)
  const keys = Object.keys(patch) as (keyof Values)[]
  return {
    values: { ...current, ...patch },
    change: (more: Partial<Values>) => setPatch((before) => ({ ...before, ...more })),
    /** What both have written, and differently. */
    contested: keys.filter((key) => current[key] !== seen[key] && current[key] !== patch[key]),
  }
}
