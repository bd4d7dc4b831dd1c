import type { ApplicationCard, ApplicationDecision, DecisionResult } from '#core/contract/applications.ts'

/** What could not be decided, by the words it is told with. */
export interface Unfinished {
  applicationId: string
  name: string
  message: string
}

export interface ReviewState {
  items: readonly ApplicationCard[]
  /** The one whose details are shown. */
  currentId: string | null
  selected: ReadonlySet<string>
  /** Of the last decision. */
  done: number
  unfinished: readonly Unfinished[]
}

export type ReviewAct =
  | { type: 'go'; by: 1 | -1 }
  | { type: 'look'; applicationId: string }
  | { type: 'toggle'; applicationId: string }
  | { type: 'select-all' }
  | { type: 'select-none' }
  | { type: 'add'; items: readonly ApplicationCard[] }
  | { type: 'decided'; results: readonly DecisionResult[] }

export const startReview = (items: readonly ApplicationCard[]): ReviewState => ({
  ...{ items, currentId: items[0]?.applicationId ?? null, selected: new Set(), done: 0, unfinished: [] },
})

/** What a decision may be taken on: what is selected, or the one that is looked at. */
export function targetsOf({ items, selected, currentId }: ReviewState, decision: ApplicationDecision) {
  const isMeant = ({ applicationId }: ApplicationCard) =>
    selected.size > 0 ? selected.has(applicationId) : applicationId === currentId
  return items.filter((item) => isMeant(item) && item.decisions.includes(decision))
}

export function review(state: ReviewState, act: ReviewAct): ReviewState {
  switch (act.type) {
    case 'go': {
      const index = state.items.findIndex(({ applicationId }) => applicationId === state.currentId)
      const next = state.items[Math.min(Math.max(index + act.by, 0), state.items.length - 1)]
      return { ...state, currentId: next?.applicationId ?? null }
    }
    case 'look':
      return { ...state, currentId: act.applicationId }
    case 'toggle': {
      const selected = new Set(state.selected)
      if (!selected.delete(act.applicationId)) selected.add(act.applicationId)
      return { ...state, selected }
    }
    case 'select-all':
      return { ...state, selected: new Set(state.items.map(({ applicationId }) => applicationId)) }
    case 'select-none':
      return { ...state, selected: new Set() }
    case 'add':
      return {
        ...state,
        items: [...state.items, ...act.items],
        currentId: state.currentId ?? act.items[0]?.applicationId ?? null,
      }
    case 'decided':
      return decided(state, act.results)
    default:
      return act satisfies never
  }
}

/** What is done, or no longer ours to decide, leaves the list; the cursor goes to the next that stays. */
function decided(state: ReviewState, results: readonly DecisionResult[]): ReviewState {
  const gone = new Set(results.map(({ applicationId }) => applicationId))
  const index = state.items.findIndex(({ applicationId }) => applicationId === state.currentId)
  const next = state.items.slice(Math.max(index, 0)).find(({ applicationId }) => !gone.has(applicationId))
  const items = state.items.filter(({ applicationId }) => !gone.has(applicationId))
  const nameOf = (id: string) => state.items.find(({ applicationId }) => applicationId === id)?.name ?? ''
  return {
    items,
    currentId: (next ?? items.at(-1))?.applicationId ?? null,
    selected: new Set(),
    done: results.filter(({ outcome }) => outcome === 'done').length,
    unfinished: results
      .filter(({ outcome }) => outcome !== 'done')
      .map(({ applicationId, message }) => ({ applicationId, message, name: nameOf(applicationId) })),
  }
}
