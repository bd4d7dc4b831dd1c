import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { AppError } from '#core/contract/errors.ts'
import { ActivityPlan } from '#app/_features/activity/activity-plan.tsx'
import { PackageAttendance } from '#app/_features/package/package-attendance.tsx'
import { PackageHead } from '#app/_features/package/package-head.tsx'
import { PackageAgenda, PackageMessages } from '#app/_features/package/package-parts.tsx'
import { MaterialRows } from '#app/_features/resource/material-rows.tsx'
import { appDeps } from '#app/_server/app-deps.ts'
import { call } from '#app/_server/call.ts'
import { Section } from '#app/_ui/section.tsx'
import { SitePage } from '../../../_site/site-page.tsx'

type PackagePageProps = { params: Promise<{ activityId: string }>; searchParams: Promise<{ k?: string | string[] }> }

const find = cache((activityId: string, link: string | undefined) =>
  call('replay.package', { activityId, ...(link === undefined ? {} : { link }) }),
)

async function load({ params, searchParams }: PackagePageProps) {
  const [{ activityId }, { k }] = await Promise.all([params, searchParams])
  const link = typeof k === 'string' ? k : undefined
  try {
    return { left: await find(activityId, link), asked: { activityId, ...(link === undefined ? {} : { link }) } }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'UNAUTHENTICATED')
      redirect(`/sign-in?next=${encodeURIComponent(`/activities/${activityId}/package`)}`)
    notFound()
  }
}

export async function generateMetadata(page: PackagePageProps): Promise<Metadata> {
  const t = await getTranslations('resource.package')
  const { left } = await load(page)
  return { title: `${left.activity.title} ${t('title')}` }
}

/** 成果包: all that an activity leaves behind on one page that can be cited. */
export default async function PackagePage(page: PackagePageProps) {
  const { left, asked } = await load(page)
  const [detail, { materials }, t] = await Promise.all([
    call('activity.get', asked),
    call('activity.materials', asked),
    getTranslations('resource'),
  ])
  const { activity } = left
  const key = activity.linkToken === null ? '' : `?k=${activity.linkToken}`
  const path = `/activities/${activity.id}/package${key}`
  return (
    <SitePage current="activities" path={path}>
      <PackageHead left={left} url={new URL(path, appDeps().publicUrl).href} linkKey={key} />
      <div className="pt-8">
        <PackageAgenda left={left} linkKey={key} />
        <ActivityPlan detail={detail} />
        {materials.length > 0 && (
          <Section title={t('materials.title')} margin="narrow" gap="small">
            <MaterialRows materials={materials} />
          </Section>
        )}
        <PackageMessages left={left} linkKey={key} />
        <PackageAttendance left={left} />
      </div>
    </SitePage>
  )
}
