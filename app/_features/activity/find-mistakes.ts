import type { ActivityFormValues } from './form-values.ts'

const TITLE_MAX = 60
const QUESTION_MAX = 200
const WHERE_MAX = 60
const ITEM_TITLE_MAX = 60
const ITEM_NOTE_MAX = 80
const ITEM_MINUTES_MAX = 600

/** Names of texts of `activity.form`, by field: `title`, `agenda.<key>.minutes`. */
export type Mistakes = Record<string, MistakeText>
export type MistakeText =
  | 'titleMissing'
  | 'titleLong'
  | 'kindMissing'
  | 'placeMissing'
  | 'questionLong'
  | 'dateMissing'
  | 'fromMissing'
  | 'toMissing'
  | 'toSame'
  | 'whereMissing'
  | 'whereLong'
  | 'itemTitleMissing'
  | 'itemTitleLong'
  | 'itemNoteLong'
  | 'itemMinutesWrong'

/** Everything that keeps the form from being sent, in the order of its fields. */
export function findMistakes(values: ActivityFormValues, { places }: { places: readonly string[] }): Mistakes {
  const mistakes: Mistakes = {}
  if (!places.includes(values.place)) mistakes['place'] = 'placeMissing'
  if (values.kind === null) mistakes['kind'] = 'kindMissing'
  const title = values.title.trim()
  if (title === '') mistakes['title'] = 'titleMissing'
  else if (title.length > TITLE_MAX) mistakes['title'] = 'titleLong'
  if (values.question.trim().length > QUESTION_MAX) mistakes['question'] = 'questionLong'
  if (values.date === null) mistakes['date'] = 'dateMissing'
  if (values.from === null) mistakes['from'] = 'fromMissing'
  if (values.to === null) mistakes['to'] = 'toMissing'
  else if (values.to === values.from) mistakes['to'] = 'toSame'
  if (values.venueMode !== 'online') {
    const where = values.where.trim()
    if (where === '') mistakes['where'] = 'whereMissing'
    else if (where.length > WHERE_MAX) mistakes['where'] = 'whereLong'
  }
  for (const item of values.agenda) {
    const itemTitle = item.title.trim()
    if (itemTitle === '') mistakes[`agenda.${item.key}.title`] = 'itemTitleMissing'
    else if (itemTitle.length > ITEM_TITLE_MAX) mistakes[`agenda.${item.key}.title`] = 'itemTitleLong'
    if (!(item.minutes >= 1 && item.minutes <= ITEM_MINUTES_MAX)) {
      mistakes[`agenda.${item.key}.minutes`] = 'itemMinutesWrong'
    }
    if (item.note.trim().length > ITEM_NOTE_MAX) mistakes[`agenda.${item.key}.note`] = 'itemNoteLong'
  }
  return mistakes
}
