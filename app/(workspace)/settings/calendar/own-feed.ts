'use server'

import { revalidatePath } from 'next/cache'
import { call } from '#app/_server/call.ts'

const PAGE = '/settings/calendar'

/** Makes an address, or another in place of the one that stands. */
export async function renewFeed(): Promise<void> {
  await call('calendar.renew-token', {})
  revalidatePath(PAGE)
}

export async function dropFeed(): Promise<void> {
  await call('calendar.drop-token', {})
  revalidatePath(PAGE)
}
