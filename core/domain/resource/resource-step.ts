import type { ResourceState } from '#core/contract/resources.ts'

export type ResourceStep = 'submit' | 'publish' | 'return' | 'withdraw' | 'discard'

/** From where each step leads on (product.md §4, 资源). */
const FROM: Record<ResourceStep, readonly ResourceState[]> = {
  submit: ['draft', 'returned'],
  publish: ['draft', 'returned', 'submitted'],
  return: ['submitted'],
  withdraw: ['published'],
  discard: ['draft', 'returned', 'submitted'],
}

export const canStep = (state: ResourceState, step: ResourceStep): boolean => FROM[step].includes(state)

/** What it says of itself may change until it is out; a published file is never changed, it gets a newer version. */
export const isWritable = (state: ResourceState): boolean => state === 'draft' || state === 'returned'
