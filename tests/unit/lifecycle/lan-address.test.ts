import type { NetworkInterfaceInfo } from 'node:os'
import { expect, it } from 'vitest'
import { pickLanAddress } from '#server/lifecycle/lan-address.ts'

const ipv4 = (address: string, { internal = false } = {}): NetworkInterfaceInfo => ({
  family: 'IPv4',
  address,
  internal,
  netmask: '255.255.255.0',
  mac: '00:00:00:00:00:00',
  cidr: `${address}/24`,
})

it('[LAN3] the private address of a real interface comes before containers, tunnels and public addresses', () => {
  const lo = [ipv4('127.0.0.1', { internal: true })]
  expect(
    pickLanAddress({ lo, docker0: [ipv4('172.17.0.1')], eth0: [ipv4('203.0.113.9')], wlan0: [ipv4('192.168.1.20')] }),
  ).toBe('192.168.1.20')
  expect(pickLanAddress({ lo, docker0: [ipv4('172.17.0.1')], eth0: [ipv4('203.0.113.9')] })).toBe('203.0.113.9')
  expect(pickLanAddress({ lo, docker0: [ipv4('172.17.0.1')] })).toBe('172.17.0.1')
  expect(pickLanAddress({ lo })).toBeUndefined()
})
