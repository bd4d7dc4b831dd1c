import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { BatchView } from '#app/_features/import/batch-view.tsx'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { call, callIfFound } from '#app/_server/call.ts'
import { TextLink } from '#app/_ui/text-link.tsx'
import { OfficePage } from '../../_frame/office-page.tsx'

type BatchPageProps = { params: Promise<{ batchId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('import'))('title') }
}

/** One file: what the check says, the writing, and what can be done afterwards. */
export default async function BatchPage({ params }: BatchPageProps) {
  const { batchId } = await params
  const me = await call('me.get', {})
  if (me === null) redirect(`/sign-in?next=${encodeURIComponent(`/office/import/${batchId}`)}`)
  if (!me.mayManagePeople) notFound()
  const [batch, t] = await Promise.all([callIfFound('import.get', { batchId }), getTranslations('import')])
  if (batch === null) notFound()
  return (
    <OfficePage current="import" path={`/office/import/${batchId}`}>
      <p className="pt-4 text-meta">
        <TextLink href="/office/import" tone="quiet">
          {t('title')}
        </TextLink>
      </p>
      <h1 className="pt-1 pb-6 font-song text-h1 font-semibold break-all phone:pb-4 phone:text-h2">{batch.fileName}</h1>
      <ClientTexts namespaces={['import', 'common']}>
        <BatchView first={batch} />
      </ClientTexts>
    </OfficePage>
  )
}
