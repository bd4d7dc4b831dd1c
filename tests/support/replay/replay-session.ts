import type { ActivityCard } from '#core/contract/activity.ts'
import type { ReplayFragment, ReplayManifest, ReplayPart, ReplayTrack } from '#core/contract/replay.ts'
import { fragmentsOf } from './fragments-of.ts'
import { mixVoices, recordCamera } from './record-footage.ts'
import { AGENDA, CAMERAS, EVENTS, HOST, PRESENTER, SCREEN_ENDS_MS, SESSION_MS, STARTS_MS } from './replay-script.ts'

const MIME_TYPE = 'video/mp4; codecs="avc1.42c01f"'
const ZERO_EPOCH_MS = Date.parse('2026-11-25T11:00:00Z')
const FRAGMENT_MS = 1_000

export interface RecordedFile {
  file: string
  mimeType: string
  /** Only of what is still written. */
  index: { init: Buffer; fragments: ReplayFragment[] } | null
}

export interface RecordedSession {
  manifest: ReplayManifest
  /** By part, and the mix under `recording`. */
  files: Map<string, RecordedFile>
}

type Shown = keyof typeof CAMERAS
const ENDS_MS = { host: SESSION_MS, presenter: SESSION_MS, screen: SCREEN_ENDS_MS } as const

/** A finished session of two minutes: two cameras, a shared screen in the middle, the voices mixed. */
export async function recordSession({ isLive = false } = {}): Promise<RecordedSession> {
  const files = new Map<string, RecordedFile>()
  const track = async (shown: Shown): Promise<ReplayTrack> => {
    const startMs = STARTS_MS[shown]
    const durationMs = ENDS_MS[shown] - startMs
    const shape = isLive ? 'growing' : 'closed'
    const file = await recordCamera({ cameraId: CAMERAS[shown], durationS: durationMs / 1_000, shape })
    const id = `${isLive ? 'live' : 'closed'}-${shown}`
    const index = isLive ? await fragmentsOf(file, { fragmentMs: FRAGMENT_MS }) : null
    files.set(id, { file, mimeType: MIME_TYPE, index })
    return trackOf(shown, partOf({ id, startMs, durationMs, isLive }))
  }
  const tracks = await Promise.all([track('host'), track('presenter'), track('screen')])
  if (!isLive) {
    const voices = [
      { cameraId: CAMERAS.host, fromMs: 0 },
      { cameraId: CAMERAS.presenter, fromMs: STARTS_MS.presenter - STARTS_MS.host },
    ]
    const file = await mixVoices(voices, { durationS: (SESSION_MS - STARTS_MS.host) / 1_000 })
    files.set('recording', { file, mimeType: 'audio/mp4', index: null })
  }
  return { manifest: manifestOf(tracks, { isLive }), files }
}

function manifestOf(tracks: ReplayTrack[], { isLive }: { isLive: boolean }): ReplayManifest {
  return {
    sessionId: isLive ? 'live-session' : 'session',
    activity: { ...CARD, id: isLive ? 'live' : 'recorded', state: isLive ? 'live' : 'ended' },
    agenda: AGENDA,
    live: isLive,
    durationMs: SESSION_MS,
    nowEpochMs: ZERO_EPOCH_MS + SESSION_MS,
    zeroEpochMs: ZERO_EPOCH_MS,
    recordings: [
      {
        id: 'recording',
        status: isLive ? 'active' : 'ready',
        startMs: STARTS_MS.host,
        endMs: isLive ? null : SESSION_MS,
        failure: null,
        mixUrl: isLive ? null : '/media/recordings/recording/mix',
      },
    ],
    tracks,
    events: isLive ? EVENTS.slice(0, -1) : [...EVENTS],
    resumeAtMs: null,
    may: { finishAgain: false },
  }
}

function trackOf(shown: Shown, part: ReplayPart): ReplayTrack {
  const { participantId, name, organisation, colour } = shown === 'host' ? HOST : PRESENTER
  const source = shown === 'screen' ? 'screen' : 'camera'
  return {
    id: part.id,
    participantId,
    name,
    organisation,
    colour,
    source,
    kind: 'video',
    parts: [part],
    thumbnailUrl: null,
  }
}

interface PartOptions {
  id: string
  startMs: number
  durationMs: number
  isLive: boolean
}

function partOf({ id, startMs, durationMs, isLive }: PartOptions): ReplayPart {
  const url = `/media/recordings/${id}`
  return {
    ...{ id, url, indexUrl: `${url}/index`, initUrl: `${url}/init`, startMs, durationMs },
    container: 'mp4',
    mimeType: MIME_TYPE,
    widthPx: 640,
    heightPx: 360,
    state: isLive ? 'open' : 'closed',
  }
}

const CARD: Omit<ActivityCard, 'id' | 'state'> = {
  kind: 'lesson-study',
  title: '《背影》第二课时',
  question: '',
  startsAt: '2026-11-25T19:00:00+08:00',
  endsAt: '2026-11-25T20:30:00+08:00',
  isCityEvent: false,
  venue: { mode: 'online', where: '' },
  subjects: [],
  stages: [],
  entry: 'city',
  studio: null,
  district: null,
  host: {
    id: 'person-host',
    name: HOST.name,
    organisation: HOST.organisation,
    district: null,
    colour: 1,
    portraitUrl: null,
  },
  presentCount: 0,
  replayDurationMs: SESSION_MS,
  coverUrl: null,
  linkToken: null,
}
