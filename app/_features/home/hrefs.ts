import type { ActivityCard } from '#core/contract/activity.ts'

const key = ({ linkToken }: Pick<ActivityCard, 'linkToken'>) => (linkToken === null ? '' : `?k=${linkToken}`)

/** Guests need the key of an activity that is open by link; for everybody else it does no harm. */
export const hrefOfActivity = (card: ActivityCard) => `/activities/${card.id}${key(card)}`
export const hrefOfRoom = (card: ActivityCard) => `/seminar/${card.id}${key(card)}`
export const hrefOfReplay = (card: ActivityCard) => `/replay/${card.id}${key(card)}`
