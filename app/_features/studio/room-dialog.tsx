'use client'

import { parseDate } from '@internationalized/date'
import { useState, useTransition } from 'react'
import { ROOM_BOOKS_MAX, ROOM_EQUIPMENT_MAX, studioRoom } from '#core/contract/studio-room.ts'
import { Button } from '#app/_ui/button.tsx'
import { DatePicker } from '#app/_ui/date-picker.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { NumberField } from '#app/_ui/number-field.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import type { RoomEditorProps } from './room-editor.tsx'

const linesOf = (text: string) =>
  text
    .split(/[\n、，,;；]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What was typed stays when saving fails. */
export function RoomDialog({ room, save, texts, onClose }: RoomEditorProps & { onClose: () => void }) {
  const [place, setPlace] = useState(room.place)
  const [plateOn, setPlateOn] = useState(room.plateOn)
  const [equipment, setEquipment] = useState(room.equipment.join('\n'))
  const [books, setBooks] = useState(room.books)
  const [failure, setFailure] = useState<string>()
  const [isBusy, startTransition] = useTransition()
  const submit = () =>
    startTransition(async () => {
      const typed = studioRoom.safeParse({ place: place.trim(), plateOn, equipment: linesOf(equipment), books })
      if (!typed.success) return setFailure(texts.wrong)
      const result = await save(typed.data)
      setFailure(result?.failure)
      if (result === undefined) onClose()
    })
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={texts.title}
      actions={
        <>
          <Button tone="ghost" onPress={onClose}>
            {texts.keep}
          </Button>
          <Button tone="primary" onPress={submit} busyLabel={isBusy ? texts.busy : undefined}>
            {texts.save}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5 pt-3">
        <TextField label={texts.place} value={place} onChange={setPlace} maxLength={40} />
        <DatePicker
          label={texts.plateOn}
          value={plateOn === null ? null : parseDate(plateOn)}
          onChange={(day) => setPlateOn(day?.toString() ?? null)}
        />
        <TextArea
          label={texts.equipment}
          hint={texts.equipmentHint}
          value={equipment}
          onChange={setEquipment}
          maxLength={ROOM_EQUIPMENT_MAX * 31}
          rows={3}
        />
        <NumberField
          label={texts.books}
          value={books ?? Number.NaN}
          onChange={(count) => setBooks(Number.isFinite(count) ? Math.round(count) : null)}
          minValue={0}
          maxValue={ROOM_BOOKS_MAX}
        />
        {failure !== undefined && <ErrorNotice>{failure}</ErrorNotice>}
      </div>
    </Dialog>
  )
}
