import type { StudioFilter } from '#core/contract/studio-filter.ts'

/** What a studio is sorted by. */
export type StudioTraits = Readonly<{
  kind: 'teacher' | 'principal'
  level: 'qilu' | 'city' | 'district'
  districtId: string
  /** Empty where nobody has said. */
  stage: string
  subject: string
}>

export type StudioTrait = keyof StudioTraits
export const STUDIO_TRAITS = ['kind', 'level', 'districtId', 'stage', 'subject'] as const satisfies StudioTrait[]

/**
 * How many studios each choice leads to, with what is chosen elsewhere kept: the number beside 张店区 is what the list
 * shows once 张店区 is chosen, whichever district is chosen now.
 */
export function countChoices(studios: readonly StudioTraits[], chosen: StudioFilter) {
  const counts: Record<StudioTrait, Map<string, number>> = {
    kind: new Map(),
    level: new Map(),
    districtId: new Map(),
    stage: new Map(),
    subject: new Map(),
  }
  let total = 0
  for (const studio of studios) {
    const unlike = STUDIO_TRAITS.filter((trait) => chosen[trait] !== undefined && chosen[trait] !== studio[trait])
    if (unlike.length === 0) total += 1
    for (const trait of STUDIO_TRAITS) {
      if (studio[trait] === '' || unlike.some((other) => other !== trait)) continue
      counts[trait].set(studio[trait], (counts[trait].get(studio[trait]) ?? 0) + 1)
    }
  }
  return { total, counts }
}
