'use server'

import { getLocale, getTranslations } from 'next-intl/server'
import { revalidatePath } from 'next/cache'
import { AppError } from '#core/contract/errors.ts'
import type { StudioRoom } from '#core/contract/studio-room.ts'
import { call } from '#app/_server/call.ts'

/** Nothing, or why it was refused. */
type Outcome = { failure: string } | undefined

export async function setMotto(studioId: string, motto: string): Promise<Outcome> {
  return settle(studioId, () => call('studio.set-motto', { studioId, motto }))
}

export async function setRoom(studioId: string, room: StudioRoom): Promise<Outcome> {
  return settle(studioId, () => call('studio.set-room', { studioId, room }))
}

export async function follow(studioId: string, follows: boolean): Promise<Outcome> {
  return settle(studioId, () => call('studio.follow', { studioId, follows }))
}

async function settle(studioId: string, step: () => Promise<unknown>): Promise<Outcome> {
  try {
    await step()
    revalidatePath(`/studios/${studioId}`)
    return undefined
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const [t, locale] = await Promise.all([getTranslations('common.errors'), getLocale()])
    return { failure: locale === 'zh-CN' ? error.message : t(error.code) }
  }
}
