import type { RoomRole } from '#core/contract/roles.ts'

const WORDS = [
  [/主讲|执教|上课|汇报/u, 'presenter'],
  [/点评|指导|讲座/u, 'speaker'],
  [/记录|整理/u, 'note-taker'],
  [/观课|观察|听课/u, 'observer'],
] as const satisfies readonly (readonly [RegExp, RoomRole])[]

/** The part in the room that a task of the plan speaks of; null where it speaks of none. A proposal for a form, no more. */
export function roleOfTask(title: string): (typeof WORDS)[number][1] | null {
  return WORDS.find(([words]) => words.test(title))?.[1] ?? null
}
