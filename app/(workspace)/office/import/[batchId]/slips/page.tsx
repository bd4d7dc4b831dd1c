import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { SlipMaker } from '#app/_features/import/slip-maker.tsx'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { appDeps } from '#app/_server/app-deps.ts'
import { call, callIfFound } from '#app/_server/call.ts'
import { Empty } from '#app/_ui/empty.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { OfficePage } from '../../../_frame/office-page.tsx'

type SlipsPageProps = { params: Promise<{ batchId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('import.slips'))('title') }
}

/** 设置密码的纸条, school by school. Without script there is nothing here: links are made on demand. */
export default async function SlipsPage({ params }: SlipsPageProps) {
  const { batchId } = await params
  const me = await call('me.get', {})
  if (me === null) redirect(`/sign-in?next=${encodeURIComponent(`/office/import/${batchId}/slips`)}`)
  if (!me.mayManagePeople) notFound()
  const [batch, t] = await Promise.all([callIfFound('import.get', { batchId }), getTranslations('import.slips')])
  if (batch === null || batch.state !== 'written') notFound()
  const { organisations } = await call('import.waiting', { batchId })
  return (
    <OfficePage current="import" path={`/office/import/${batchId}/slips`}>
      <div className="print:hidden">
        <p className="pt-4 text-meta">
          <TextLink href={`/office/import/${batchId}`} tone="quiet">
            {batch.fileName}
          </TextLink>
        </p>
        <h1 className="pt-1 font-song text-h1 font-semibold phone:text-h2">{t('title')}</h1>
        <p className="pt-1 pb-6 text-ink-2 phone:pb-4">{t('lead')}</p>
      </div>
      <ClientTexts namespaces={['import', 'common']}>
        {organisations.length === 0 ? (
          <Empty size="part" title={t('none')}>
            {t('noneText')}
          </Empty>
        ) : (
          <Section title={t('note')} gap="none" className="print:block print:border-0 print:[&>header]:hidden">
            <SlipMaker batchId={batchId} organisations={organisations} origin={appDeps().publicUrl.origin} />
          </Section>
        )}
      </ClientTexts>
    </OfficePage>
  )
}
