import { describe, expect, it } from 'vitest'
import type { ReplayFragment, ReplayPart, ReplayTrack } from '#core/contract/replay.ts'
import { pictureAt } from '#app/_client/replay/choose-picture.ts'
import { cutAt, cutsOf } from '#app/_client/replay/follow-speaker.ts'
import { keyframeBefore, nextRun } from '#app/_client/replay/fragment-index.ts'
import { MasterClock } from '#app/_client/replay/master-clock.ts'
import { parseFragments } from '#app/_client/replay/parse-fragments.ts'
import { partAt } from '#app/_client/replay/part-at.ts'
import { soundTracksOf } from '#app/_client/replay/sound-tracks.ts'
import { nudgeOf } from '#app/_client/replay/track-player.ts'
import { startOf } from '#app/_features/replay/start-of.ts'

const part = (id: string, startMs: number, durationMs: number, state: ReplayPart['state'] = 'closed'): ReplayPart => ({
  ...{ id, startMs, durationMs, state, url: id, indexUrl: id, initUrl: id, widthPx: null, heightPx: null },
  container: 'mp4',
  mimeType: 'video/mp4',
})

const track = (id: string, source: ReplayTrack['source'], parts: ReplayPart[], participantId = id): ReplayTrack => ({
  ...{ id, source, parts, participantId, name: id, organisation: '', colour: 1, thumbnailUrl: null },
  kind: source === 'camera' || source === 'screen' ? 'video' : 'audio',
})

describe('the master clock', () => {
  it('[RPL5] moves with the rate while it runs, and stands where it was stopped', () => {
    let nowMs = 0
    const clock = new MasterClock({ nowMs: () => nowMs })
    clock.moveTo(1_000)
    clock.run()
    nowMs = 500
    expect(clock.positionMs()).toBe(1_500)
    clock.setRate(2)
    nowMs = 1_000
    expect(clock.positionMs()).toBe(2_500)
    clock.stand()
    nowMs = 9_000
    expect(clock.positionMs()).toBe(2_500)
  })

  it('[RPL5] a track is nudged by at most a tenth, and left alone when it is close', () => {
    expect([0.012, -0.012].map(nudgeOf)).toEqual([0, 0])
    expect(nudgeOf(0.04)).toBeCloseTo(0.06)
    expect([0.4, -0.4].map(nudgeOf)).toEqual([0.1, -0.1])
  })
})

describe('which part plays', () => {
  const parts = [part('a', 1_000, 4_000), part('b', 5_200, 1_000), part('c', 20_000, 0, 'open')]
  const at = (atMs: number) => partAt(parts, atMs, { liveEndMs: Infinity })

  it('[RPL6] the one that was sent then, from its own beginning', () => {
    expect(at(1_000)).toMatchObject({ kind: 'playing', part: { id: 'a' }, offsetMs: 0 })
    expect(at(25_000)).toMatchObject({ kind: 'playing', part: { id: 'c' }, offsetMs: 5_000 })
  })

  it('[RPL6] between two parts the one before stands still, a seam is none', () => {
    expect(at(500)).toEqual({ kind: 'gap', part: null })
    expect(at(5_100)).toMatchObject({ kind: 'playing', part: { id: 'a' } })
    expect(at(10_000)).toMatchObject({ kind: 'gap', part: { id: 'b' } })
  })
})

describe('following who speaks', () => {
  const speech = (participantId: string, fromMs: number, toMs: number) => ({ participantId, fromMs, toMs })

  it('[RPL7] cuts a little before the first word and keeps the picture in a pause', () => {
    const cuts = cutsOf([speech('a', 1_000, 9_000), speech('b', 12_000, 20_000)])
    expect(cuts).toEqual([
      { fromMs: 750, participantId: 'a' },
      { fromMs: 11_750, participantId: 'b' },
    ])
    expect(cutAt(cuts, 10_000)?.participantId).toBe('a')
    expect(cutAt(cuts, 0)).toBeNull()
  })

  it('[RPL7] a cough and a word in between do not take the picture', () => {
    const cuts = cutsOf([speech('a', 0, 10_000), speech('b', 4_000, 4_500), speech('c', 5_000, 8_000)])
    expect(cuts.map(({ participantId }) => participantId)).toEqual(['a'])
  })

  it('[RPL7] who goes on speaking gets it when it falls free', () => {
    expect(cutsOf([speech('a', 0, 10_000), speech('b', 8_000, 20_000)])[1]).toEqual({
      fromMs: 10_000,
      participantId: 'b',
    })
  })

  it('[RPL7] no picture is shorter than two and a half seconds', () => {
    const cuts = cutsOf([speech('a', 0, 1_300), speech('b', 1_400, 6_000)])
    expect(cuts[1]?.fromMs).toBe(2_500)
  })
})

describe('the picture', () => {
  const tracks = [
    track('host', 'camera', [part('h', 0, 60_000)]),
    track('guest', 'camera', [part('g', 0, 10_000)]),
    track('slides', 'screen', [part('s', 20_000, 10_000)], 'host'),
  ]
  const sources = {
    tracks,
    cuts: [{ fromMs: 5_000, participantId: 'guest' }],
    firstParticipantId: 'host',
    liveEndMs: 60_000,
  }
  const follow = (atMs: number) => pictureAt({ kind: 'follow' }, atMs, sources)

  it('[RPL8] is who speaks; before the first word the first on stage', () => {
    expect(follow(1_000).mainTrackId).toBe('host')
    expect(follow(6_000).mainTrackId).toBe('guest')
  })

  it('[RPL8] is a plate with the name where the camera was off', () => {
    expect(follow(12_000)).toEqual({ mainTrackId: null, cornerTrackId: null, speakerId: 'guest' })
  })

  it('[RPL8] a shared screen goes first', () => {
    expect(follow(25_000).mainTrackId).toBe('slides')
    expect(follow(35_000).mainTrackId).toBeNull()
  })

  it('[RPL8] what the viewer chose stays chosen', () => {
    const chosen = pictureAt({ kind: 'track', trackId: 'guest' }, 25_000, sources)
    expect(chosen).toEqual({ mainTrackId: 'guest', cornerTrackId: null, speakerId: 'guest' })
  })
})

it('[RPL9] until the mix is there, all four who spoke are heard, each from their own microphone', () => {
  const voices = ['host', 'presenter', 'expert', 'teacher']
  const tracks = voices.map((id, n) => track(id, 'microphone', [part(`${id}-1`, 1_000 + 10 * n, 3_600_000)]))
  const recordings = [
    { id: 'r1', startMs: 1_000, endMs: 3_601_000, status: 'processing' as const, failure: null, mixUrl: null },
  ]
  const sounds = soundTracksOf({ recordings, tracks })
  expect(sounds.map(({ id }) => id).toSorted()).toEqual(voices.toSorted())
})

it('[RPL9] every second of sound comes once: from the mix, where there is one', () => {
  const recording = (id: string, startMs: number, endMs: number | null, mixUrl: string | null) => ({
    ...{ id, startMs, endMs, mixUrl },
    status: 'ready' as const,
    failure: null,
  })
  const tracks = [track('voice', 'microphone', [part('first', 1_000, 5_000), part('second', 30_000, 5_000)])]
  const sounds = soundTracksOf({
    recordings: [recording('r1', 1_000, 10_000, '/mix'), recording('r2', 30_000, null, null)],
    tracks,
  })
  expect(sounds.map(({ id, parts }) => [id, parts.map((one) => one.id)])).toEqual([
    ['mix', ['mix-r1']],
    ['voice', ['second']],
  ])
})

it('[RPL9] a microphone that was captured just before its recording began is in the mix, and heard once', () => {
  const voice = track('voice', 'microphone', [part('first', 880, 5_000), part('second', 29_900, 5_000)])
  const recording = { startMs: 1_000, endMs: 10_000, mixUrl: '/mix', status: 'ready' as const, failure: null }
  const later = { startMs: 30_000, endMs: null, mixUrl: null, status: 'active' as const, failure: null }
  const sounds = soundTracksOf({
    recordings: [
      { id: 'r1', ...recording },
      { id: 'r2', ...later },
    ],
    tracks: [voice],
  })
  expect(sounds.flatMap(({ parts }) => parts.map(({ id }) => id))).toEqual(['mix-r1', 'second'])
})

describe('a part that is still written', () => {
  const fragment = (index: number, keyframe: boolean): ReplayFragment => ({
    ...{ offsetBytes: 1_000 + index * 100, sizeBytes: 100, startMs: index * 1_000, durationMs: 1_000, keyframe },
  })
  const fragments = [fragment(0, true), fragment(1, false), fragment(2, true), fragment(3, false)]

  it('[RPL10] is fetched in runs of neighbouring bytes, as many as are needed and fit', () => {
    expect(nextRun(fragments, { first: 0, untilMs: 2_500, maxBytes: 1_000 })).toMatchObject({
      fromByte: 1_000,
      toByte: 1_300,
      nextFragment: 3,
    })
    expect(nextRun(fragments, { first: 1, untilMs: 9_000, maxBytes: 200 })).toMatchObject({ nextFragment: 3 })
    expect(nextRun(fragments, { first: 3, untilMs: 3_000, maxBytes: 200 })).toBeNull()
    expect(nextRun(fragments, { first: 4, untilMs: 9_000, maxBytes: 200 })).toBeNull()
  })

  it('[RPL10] is decoded from a keyframe on', () => {
    expect([0, 1_500, 2_000, 9_000].map((atMs) => keyframeBefore(fragments, atMs))).toEqual([0, 0, 2, 2])
  })

  it('[RPL10] a torn line ends the index', () => {
    const text = `${JSON.stringify(fragment(0, true))}\n{"offsetBytes":1`
    expect(parseFragments(text)).toEqual([fragment(0, true)])
  })
})

describe('where watching begins', () => {
  const manifest = { tracks: [track('a', 'camera', [part('p', 2_000, 50_000)])], durationMs: 60_000 }

  it('[RPL11] a link goes before the last visit, and that before the first picture', () => {
    const visited = { ...manifest, resumeAtMs: 30_000 }
    expect(startOf(visited, { asked: '41' })).toEqual({ kind: 'asked', atMs: 41_000 })
    expect(startOf(visited, { asked: '999' })).toEqual({ kind: 'asked', atMs: 60_000 })
    expect(startOf(visited, { asked: 'x' })).toEqual({ kind: 'resumed', atMs: 30_000 })
    expect(startOf({ ...manifest, resumeAtMs: null }, { asked: null })).toEqual({ kind: 'first', atMs: 2_000 })
  })

  it('[RPL11] who had come to the end begins anew', () => {
    expect(startOf({ ...manifest, resumeAtMs: 55_000 }, { asked: null }).kind).toBe('first')
  })
})
