import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { AppError } from '#core/contract/errors.ts'
import type { ReplayManifest } from '#core/contract/replay.ts'
import { startOf } from '#app/_features/replay/start-of.ts'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { call, currentActor } from '#app/_server/call.ts'
import { ReplayView } from './replay-view.tsx'

type Query = { k?: string | string[]; t?: string | string[] }
type ReplayPageProps = { params: Promise<{ activityId: string }>; searchParams: Promise<Query> }

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : null)

const find = cache((activityId: string, link: string | null) =>
  call('replay.get', { activityId, ...(link === null ? {} : { link }) }),
)

/** Whoever must sign in first comes back to the same second. */
async function load({ params, searchParams }: ReplayPageProps) {
  const [{ activityId }, { k, t }] = await Promise.all([params, searchParams])
  const link = one(k)
  try {
    return { manifest: await find(activityId, link), link, t: one(t) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'NOT_FOUND' || error.code === 'FORBIDDEN' || error.code === 'INVALID') notFound()
    if (error.code !== 'UNAUTHENTICATED') throw error
    const query = new URLSearchParams({
      ...(link === null ? {} : { k: link }),
      ...(one(t) === null ? {} : { t: one(t) ?? '' }),
    })
    redirect(`/sign-in?next=${encodeURIComponent(`/replay/${activityId}?${query.toString()}`)}`)
  }
}

export async function generateMetadata(page: ReplayPageProps): Promise<Metadata> {
  const { manifest } = await load(page)
  return { title: manifest.activity.title }
}

const planHrefOf = ({ activity }: ReplayManifest, link: string | null) =>
  `/plan/${activity.id}${link === null ? '' : `?k=${link}`}`

/** 回放: the whole session again, every part of it at the same second. */
export default async function ReplayPage(page: ReplayPageProps) {
  const [{ manifest, link, t }, actor] = await Promise.all([load(page), currentActor()])
  const start = startOf(manifest, { asked: t })
  return (
    <ClientTexts namespaces={['replay', 'plan']}>
      <ReplayView
        manifest={manifest}
        link={link}
        startMs={start.atMs}
        resumedAtMs={start.kind === 'resumed' ? start.atMs : null}
        savesProgress={actor.kind === 'person'}
        planHref={planHrefOf(manifest, link)}
      />
    </ClientTexts>
  )
}
