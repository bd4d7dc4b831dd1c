'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import type { ReplayManifest, ReplayPlan } from '#core/contract/replay.ts'
import { evidenceOf } from '#core/domain/activity/evidence.ts'
import { stripOf } from '#app/_client/replay/strip.ts'
import { EvidenceStrip } from '#app/_ui/evidence-strip.tsx'
import { Tabs } from '#app/_ui/tabs.tsx'
import { ToastRegion } from '#app/_ui/toast.tsx'
import { ReplayCameras } from './replay-cameras.tsx'
import { ReplayChapters } from './replay-chapters.tsx'
import { ReplayChat } from './replay-chat.tsx'
import { ReplayContext, useReplay } from './replay-context.ts'
import { ReplayControls } from './replay-controls.tsx'
import { ReplayHeader } from './replay-header.tsx'
import { ReplayLanes } from './replay-lanes.tsx'
import { ReplayPeople } from './replay-people.tsx'
import { ReplayPlanColumn, type PlanSlot } from './replay-plan.tsx'
import { ReplayStage } from './replay-stage.tsx'
import { useReplayKeys } from './use-replay-keys.ts'
import { useReplaySession } from './use-replay-session.ts'
import { useSaveProgress } from './use-save-progress.ts'
import { useScreenWidth } from './use-screen-width.ts'

export type ReplayScreenProps = {
  manifest: ReplayManifest
  /** What a guest came with. */
  link: string | null
  startMs: number
  /** Given where `startMs` is the place at which this person stopped the last time. */
  resumedAtMs: number | null
  /** Somebody with an account. */
  savesProgress: boolean
  /** Where the plan stands as it is now; null for who may not see it there. */
  planHref: string | null
  /** Draws the plan of a moment: another feature's part, handed in by the page. */
  renderPlan: (plan: ReplayPlan, slot: PlanSlot) => ReactNode
}

/** 回放: the session as it was, every part of it at the same second. */
export function ReplayScreen(props: ReplayScreenProps) {
  const { manifest, link, startMs, resumedAtMs, savesProgress, planHref, renderPlan } = props
  const t = useTranslations('replay')
  const { replay, plan, soundHost } = useReplaySession({ manifest, link, startMs })
  const screen = useRef<HTMLElement>(null)
  const toggleFullscreen = useCallback(() => {
    const isFull = document.fullscreenElement !== null
    // Refused where the page stands in a frame that may not.
    void (isFull ? document.exitFullscreen() : screen.current?.requestFullscreen())?.catch(() => undefined)
  }, [])
  useReplayKeys(replay.player, { toggleFullscreen })
  useSaveProgress(replay.player, { sessionId: manifest.sessionId, isOn: savesProgress })
  const drawn = useMemo(() => (plan === null ? null : (slot: PlanSlot) => renderPlan(plan, slot)), [plan, renderPlan])
  const planColumn = (className: string) => (
    <ReplayPlanColumn renderPlan={drawn} planHref={planHref} className={className} />
  )
  return (
    <ReplayContext value={replay}>
      <div className="flex flex-col overflow-x-clip desk:h-dvh desk:min-h-150 desk:overflow-hidden print:h-auto print:overflow-visible">
        <ReplayHeader link={link} />
        <main className="flex min-h-0 flex-1 flex-col">
          <div className="min-h-0 flex-1 px-6 phone:contents desk:grid desk:gap-6 laptop:grid-cols-[minmax(0,1fr)_21rem] wide:grid-cols-[13rem_minmax(0,1fr)_25.25rem]">
            <aside aria-label={t('chapters')} className="flex min-h-0 flex-col laptop:hidden phone:hidden">
              <h2 className="mb-2 font-song text-lead leading-6 font-semibold">{t('chapters')}</h2>
              <div className="-m-1 min-h-0 flex-1 scroll-p-1 overflow-y-auto p-1 [scrollbar-width:thin]">
                <ReplayChapters />
              </div>
              <Evidence />
              <ReplayPeople />
            </aside>
            <section
              ref={screen}
              aria-label={t('picture')}
              className="flex min-h-0 min-w-0 flex-col [--below:28.5rem] laptop:[--below:24rem] phone:sticky phone:top-0 phone:z-5 phone:bg-paper phone:landscape:static"
            >
              <ReplayStage resumedAtMs={resumedAtMs} />
              <ReplayControls onFullscreen={toggleFullscreen} />
              <ReplayCameras />
            </section>
            <Side planColumn={planColumn} hasPlan={drawn !== null} />
          </div>
          <ReplayLanes />
          <NarrowSide planColumn={planColumn} hasPlan={drawn !== null} />
        </main>
        <div ref={soundHost} hidden />
        <ToastRegion label={t('notices')} closeLabel={t('close')} />
      </div>
    </ReplayContext>
  )
}

type SideProps = { planColumn: (className: string) => ReactNode; hasPlan: boolean }

/** Plan and chat beside the picture; on a laptop they and the chapters share the place. */
function Side({ planColumn, hasPlan }: SideProps) {
  const t = useTranslations('replay')
  const width = useScreenWidth()
  if (width === 'phone') return null
  if (width === 'laptop') return <SideTabs planColumn={planColumn} hasPlan={hasPlan} />
  return (
    <aside aria-label={t('side')} className="flex min-h-0 flex-col phone:hidden laptop:hidden">
      {planColumn('max-h-[62%] shrink')}
      <ReplayChat className={hasPlan ? 'mt-4.5 flex-1' : 'flex-1'} />
    </aside>
  )
}

/** On a phone everything beside the picture follows under the lanes. */
function NarrowSide({ planColumn, hasPlan }: SideProps) {
  return useScreenWidth() === 'phone' ? <SideTabs planColumn={planColumn} hasPlan={hasPlan} /> : null
}

type SideTab = 'plan' | 'chapters' | 'chat'

function SideTabs({ planColumn, hasPlan }: SideProps) {
  const t = useTranslations('replay')
  const { chapters, lanes } = useReplay()
  const [chosen, setChosen] = useState<SideTab | null>(null)
  return (
    <Tabs
      label={t('side')}
      value={chosen ?? (hasPlan ? 'plan' : 'chapters')}
      onChange={setChosen}
      spreadsOnPhone
      className="min-h-0 phone:mt-2"
      listClassName="phone:px-4"
      panelClassName="flex flex-col pt-3 phone:px-4 phone:pb-10"
      tabs={[
        ...(hasPlan ? [{ id: 'plan' as const, label: t('plan.title'), content: planColumn('flex-1') }] : []),
        {
          id: 'chapters' as const,
          label: t('chapters'),
          count: chapters.length,
          content: (
            <div className="-m-1 min-h-0 flex-1 scroll-p-1 overflow-y-auto p-1">
              <ReplayChapters />
              <Evidence />
              <ReplayPeople />
            </div>
          ),
        },
        {
          id: 'chat' as const,
          label: t('chat.title'),
          count: lanes.chat.total,
          content: <ReplayChat className="flex-1 phone:max-h-[60dvh]" />,
        },
      ]}
    />
  )
}

/** 竹简. */
function Evidence() {
  const t = useTranslations('replay')
  const { manifest } = useReplay()
  const { minutes, changedCount } = useMemo(
    () => evidenceOf(stripOf(manifest.events), { durationMs: manifest.durationMs }),
    [manifest],
  )
  // One stroke tells nothing.
  if (minutes.length < 2) return null
  return (
    <EvidenceStrip
      minutes={minutes}
      label={t('evidence', { minutes: minutes.length, changed: changedCount })}
      className="my-3 shrink-0"
    />
  )
}
