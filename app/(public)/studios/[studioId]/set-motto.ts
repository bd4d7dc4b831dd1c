'use server'

import { getLocale, getTranslations } from 'next-intl/server'
import { revalidatePath } from 'next/cache'
import { AppError } from '#core/contract/errors.ts'
import { call } from '#app/_server/call.ts'

/** Answers nothing, or why it was refused. */
export async function setMotto(studioId: string, motto: string): Promise<{ failure: string } | undefined> {
  try {
    await call('studio.set-motto', { studioId, motto })
    revalidatePath(`/studios/${studioId}`)
    return undefined
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const [t, locale] = await Promise.all([getTranslations('common.errors'), getLocale()])
    return { failure: locale === 'zh-CN' ? error.message : t(error.code) }
  }
}
