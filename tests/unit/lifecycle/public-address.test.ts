import { expect, it } from 'vitest'
import { loadConfig } from '#server/config/env.ts'
import { secondMediaIpOf } from '#server/lifecycle/public-address.ts'

const ipv4 = (address: string, { internal = false } = {}) => ({
  ...{ family: 'IPv4' as const, address, internal, netmask: '255.255.255.0', mac: '00:00:00:00:00:00' },
  cidr: `${address}/24`,
})
const lo = [ipv4('127.0.0.1', { internal: true })]
const interfaces = { lo, wlan0: [ipv4('192.168.1.20')] }
const here = { kind: 'this-machine' } as const
const configOf = (env: Record<string, string>) => loadConfig(env, { argv: [], cwd: '/' })

it('[LAN4] where only this machine is served, its network address is the second place for media', () => {
  expect(secondMediaIpOf(configOf({}), { exposure: here, interfaces })).toBe('192.168.1.20')
})

it('[LAN4] there is none without a network, and none where others are served', () => {
  expect(secondMediaIpOf(configOf({}), { exposure: here, interfaces: { lo } })).toBeNull()
  const certificate = { cert: '', key: '' }
  const exposure = { kind: 'network', address: '192.168.1.20', certificate } as const
  expect(secondMediaIpOf(configOf({}), { exposure, interfaces })).toBeNull()
  for (const env of [{ HOST: '0.0.0.0' }, { TONGKE_MEDIA_ANNOUNCED_ADDRESS: 'media.example.edu.cn' }]) {
    expect(secondMediaIpOf(configOf(env), { exposure: here, interfaces })).toBeNull()
  }
})
