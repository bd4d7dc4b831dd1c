import type { NotificationCard } from '#core/contract/notifications.ts'
import { dayNumberOf } from '#core/domain/activity/city-calendar.ts'

export interface DayOfMessages {
  dayNumber: number
  firstEpochMs: number
  messages: NotificationCard[]
}

/** Neighbours of the same day of the city's calendar together, in the order given. */
export function groupByDay(messages: readonly NotificationCard[]): DayOfMessages[] {
  const days: DayOfMessages[] = []
  for (const message of messages) {
    const epochMs = Date.parse(message.createdAt)
    const dayNumber = dayNumberOf(epochMs)
    const last = days.at(-1)
    if (last?.dayNumber === dayNumber) last.messages.push(message)
    else days.push({ dayNumber, firstEpochMs: epochMs, messages: [message] })
  }
  return days
}
