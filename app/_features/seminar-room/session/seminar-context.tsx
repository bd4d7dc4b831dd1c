'use client'

import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { MediaClientState } from '#app/_client/media-store.ts'
import type { RoomClientState } from '#app/_client/room-store.ts'
import type { Participant } from '#core/contract/room-state.ts'
import type { OwnMediaState } from '../devices/own-media.ts'
import type { Seminar } from './seminar.ts'

/** What the page knows of the activity before anybody is connected. */
export interface SeminarFacts {
  activityId: string
  linkToken: string | null
  title: string
  /** 课例研讨 */
  kindWord: string
  /** Where 返回 and the end screens lead. */
  activityHref: string
  replayHref: string
  /** Nobody is signed in: a name is asked for. */
  isGuest: boolean
  myName: string | null
  willRecord: boolean
  startsAtEpochMs: number
  /** The page was drawn at this time of the server. */
  openedAtRenderMs: number
  /** The room was open when the page was drawn. */
  isOpen: boolean
  /** May open the room. */
  mayOpen: boolean
}

const SeminarContext = createContext<Seminar | null>(null)
const FactsContext = createContext<SeminarFacts | null>(null)

export const SeminarProvider = SeminarContext.Provider
export const FactsProvider = FactsContext.Provider

/** The live objects. Throws outside of a room. */
export function useSeminar(): Seminar {
  const seminar = useContext(SeminarContext)
  if (seminar === null) throw new Error('useSeminar outside of a room')
  return seminar
}

export function useFacts(): SeminarFacts {
  const facts = useContext(FactsContext)
  if (facts === null) throw new Error('useFacts outside of a room')
  return facts
}

/** A part of the room's state. The selector answers the same value while nothing it shows has changed. */
export const useRoom = <T,>(select: (state: RoomClientState) => T): T => useStore(useSeminar().room.store, select)
export const useMedia = <T,>(select: (state: MediaClientState) => T): T => useStore(useSeminar().media.store, select)
export const useOwn = <T,>(select: (state: OwnMediaState) => T): T => useStore(useSeminar().own.store, select)

export const useParticipant = (participantId: string | null): Participant | undefined =>
  useRoom((state) => (participantId === null ? undefined : state.room.participants[participantId]))

/** Oneself, once seated. */
export const useMe = (): Participant | undefined =>
  useRoom((state) => (state.me === null ? undefined : state.room.participants[state.me]))

export const useIsHost = (): boolean => useMe()?.role === 'host'
