import { registrant, type Registrant } from '#core/contract/registrations.ts'

/** What of the list the address asks for; anything unknown is all of it. */
export function readRegistrantState(value: string | string[] | undefined): Registrant['state'] | undefined {
  return registrant.shape.state.safeParse(value).data
}

export const hrefOfRegistrants = (activityId: string, state?: Registrant['state']) =>
  `/activities/${activityId}/registrations${state === undefined ? '' : `?state=${state}`}`
