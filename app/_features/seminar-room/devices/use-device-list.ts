import { useEffect, useState } from 'react'

export interface DeviceChoice {
  id: string
  label: string
}

export type DeviceLists = Readonly<Record<MediaDeviceKind, readonly DeviceChoice[]>>

const NONE: DeviceLists = { audioinput: [], audiooutput: [], videoinput: [] }

/** What is plugged in, kept up to date. Names are there once a device has been allowed, so `isAllowed` asks again. */
export function useDeviceList({ isAllowed }: { isAllowed: boolean }): DeviceLists {
  const [lists, setLists] = useState(NONE)
  useEffect(() => {
    const devices = navigator.mediaDevices
    if (devices === undefined) return
    let isGone = false
    const read = () => {
      // A browser that does not tell its devices leaves the lists empty, and the default ones work all the same.
      void devices.enumerateDevices().then(
        (all) => {
          if (!isGone) setLists(byKind(all))
        },
        () => undefined,
      )
    }
    read()
    devices.addEventListener('devicechange', read)
    return () => {
      isGone = true
      devices.removeEventListener('devicechange', read)
    }
  }, [isAllowed])
  return lists
}

function byKind(all: readonly MediaDeviceInfo[]): DeviceLists {
  const of = (kind: MediaDeviceKind) =>
    all
      .filter((device) => device.kind === kind && device.label !== '')
      .map(({ deviceId, label }) => ({ id: deviceId, label }))
  return { audioinput: of('audioinput'), audiooutput: of('audiooutput'), videoinput: of('videoinput') }
}
