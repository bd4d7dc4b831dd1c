import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getActivity } from '#server/usecases/activities/get-activity.ts'
import { invite } from '#server/usecases/registrations/invite.ts'
import { register } from '#server/usecases/registrations/register.ts'
import { foundTestCity, type PersonActor, type TestCity } from '#tests/support/city/test-city.ts'
import { registrationWorld } from './registration-world.ts'

let world: TestCity
let here: Awaited<ReturnType<typeof registrationWorld>>

beforeAll(async () => {
  world = await foundTestCity()
  here = await registrationWorld(world)
})
afterAll(() => world.close())

const standingOf = async (actor: PersonActor, activityId: string) =>
  (await getActivity(world.city, actor, { activityId })).registration

describe('[REG9] by invitation', () => {
  it('only who was invited registers, is told once however often they are invited, and the host sees how many', async () => {
    const activityId = await here.publish({ mode: 'invitation', capacity: null })
    const [guest, other] = await here.strangers(2)
    if (guest === undefined || other === undefined) throw new Error('two people')
    await expect(register(world.city, guest, { activityId })).rejects.toMatchObject({ code: 'CONFLICT' })
    const ask = (who: PersonActor, personIds: string[]) => invite(world.city, who, { activityId, personIds })
    await expect(ask(guest, [guest.personId])).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await ask(here.master, [guest.personId, 'nobody-at-all'])).toEqual({ invited: 1 })
    expect(await ask(here.master, [guest.personId])).toEqual({ invited: 0 })
    expect(await here.toldTo(guest, activityId)).toEqual(['registration.invited'])
    expect(await standingOf(guest, activityId)).toMatchObject({ isInvited: true, invited: 0, may: { register: true } })
    expect(await standingOf(other, activityId)).toMatchObject({ isInvited: false, may: { register: false } })
    expect(await standingOf(here.master, activityId)).toMatchObject({ invited: 1 })
    expect(await register(world.city, guest, { activityId })).toEqual({ state: 'registered' })
  })
})
