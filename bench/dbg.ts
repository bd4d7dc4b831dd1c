import { fork } from 'node:child_process'
import { once } from 'node:events'
import { launchCamera } from '#tests/support/browser/launch-camera.ts'
import { makeFootage } from '#tests/support/footage/make-footage.ts'
const child = fork('bench/join/bare-server.ts', ['42010'])
const [m] = await once(child, 'message')
const b = await launchCamera({ footage: await makeFootage({ cameraId: 1, fps: 10 }) })
const p = await (await b.newContext()).newPage()
p.on('console', (x) => console.log(x.type(), x.text()))
p.on('pageerror', (x) => console.log('pageerror', x))
await p.goto(`http://localhost:${m.port}/#publish`)
await p.waitForTimeout(4000)
console.log(await p.title())
await b.close()
child.kill()
