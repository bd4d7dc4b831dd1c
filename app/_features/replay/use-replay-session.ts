'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import type { ReplayManifest, ReplayPlan } from '#core/contract/replay.ts'
import { httpRequestLater } from '#app/_client/http-client-later.ts'
import { chaptersOf } from '#app/_client/replay/chapters.ts'
import { lanesOf } from '#app/_client/replay/lanes.ts'
import { planChangesOf } from '#app/_client/replay/plan-changes.ts'
import { ReplayPlayer } from '#app/_client/replay/replay-player.ts'
import { RoomHistory } from '#app/_client/replay/room-history.ts'
import { speechesOf } from '#app/_client/replay/speech.ts'
import type { Replay } from './replay-context.ts'

/** How often a running session is asked what is new. */
const REFRESH_MS = 4_000
/** The mixed sound comes a little after the end. */
const MIX_REFRESH_MS = 10_000

interface SessionOptions {
  manifest: ReplayManifest
  link: string | null
  startMs: number
}

/** The player with everything that is read from the session's log; grows while the session runs. */
export function useReplaySession({ manifest: first, link, startMs }: SessionOptions) {
  const [manifest, setManifest] = useState(first)
  const [plan, setPlan] = useState<ReplayPlan | null>(null)
  const [player] = useState(() => new ReplayPlayer({ manifest: first, startMs }))
  const soundHost = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (soundHost.current !== null) player.open({ soundHost: soundHost.current })
    return () => player.close()
  }, [player])

  useEffect(() => {
    player.update(manifest)
  }, [player, manifest])

  const { activity, live } = manifest
  const isUnmixed = manifest.recordings.some(({ status }) => status === 'processing')
  const refreshMs = live ? REFRESH_MS : isUnmixed ? MIX_REFRESH_MS : null
  const wanted = useMemo(() => ({ activityId: activity.id, ...(link === null ? {} : { link }) }), [activity.id, link])

  useEffect(() => {
    if (refreshMs === null) return
    const stop = new AbortController()
    const timer = setInterval(() => {
      if (document.hidden) return
      void httpRequestLater('replay.get', wanted, { signal: stop.signal })
        .then(setManifest)
        // The next round asks again; what is here plays on meanwhile.
        .catch(() => undefined)
    }, refreshMs)
    return () => {
      clearInterval(timer)
      stop.abort()
    }
  }, [wanted, refreshMs])

  const planEdits = useMemo(() => manifest.events.filter(({ type }) => type === 'plan.edited').length, [manifest])
  useEffect(() => {
    const stop = new AbortController()
    void httpRequestLater('replay.plan', wanted, { signal: stop.signal })
      .then(setPlan)
      .catch(() => undefined)
    return () => stop.abort()
  }, [wanted, planEdits])

  const replay = useMemo<Replay>(() => {
    const { events, agenda, tracks, durationMs } = manifest
    const changes = planChangesOf(events)
    return {
      player,
      manifest,
      changes,
      history: new RoomHistory(events),
      chapters: chaptersOf({ events, agenda, changes, durationMs }),
      lanes: lanesOf({ events, tracks, durationMs, speeches: speechesOf(events) }),
    }
  }, [player, manifest])

  return { replay, plan, soundHost }
}
