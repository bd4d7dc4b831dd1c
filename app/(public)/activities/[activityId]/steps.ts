'use server'

import { getLocale, getTranslations } from 'next-intl/server'
import { revalidatePath } from 'next/cache'
import { AppError } from '#core/contract/errors.ts'
import type { StepResult } from '#app/_features/activity/step-button.tsx'
import { call } from '#app/_server/call.ts'

type StepName = 'activity.publish' | 'activity.unpublish' | 'activity.cancel' | 'activity.cancel-registration'

export async function publishActivity(activityId: string): Promise<StepResult> {
  return take('activity.publish', activityId)
}

export async function unpublishActivity(activityId: string): Promise<StepResult> {
  return take('activity.unpublish', activityId)
}

export async function cancelActivity(activityId: string): Promise<StepResult> {
  return take('activity.cancel', activityId)
}

export async function register(activityId: string, link: string | null): Promise<StepResult> {
  return settle(activityId, () => call('activity.register', { activityId, ...(link === null ? {} : { link }) }))
}

export async function cancelRegistration(activityId: string): Promise<StepResult> {
  return take('activity.cancel-registration', activityId)
}

const take = (name: StepName, activityId: string) => settle(activityId, () => call(name, { activityId }))

/** What was refused comes back as words; a bug is thrown on. */
async function settle(activityId: string, step: () => Promise<unknown>): Promise<StepResult> {
  try {
    await step()
    revalidatePath(`/activities/${activityId}`)
    return undefined
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const [t, locale] = await Promise.all([getTranslations('common.errors'), getLocale()])
    return { failure: locale === 'zh-CN' ? error.message : t(error.code) }
  }
}
