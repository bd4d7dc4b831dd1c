import { z } from 'zod'
import { handedInState, type HandedInState } from '#core/contract/applications.ts'

const address = z.object({ state: handedInState.optional().catch(undefined) })

/** What the address of the list asks for; anything that is no state is left out. */
export const readReviewQuery = (parameters: unknown): { state: HandedInState | undefined } => ({
  state: address.parse(parameters).state,
})

export const hrefOfReview = (state: HandedInState): string => `/office/applications?state=${state}`
