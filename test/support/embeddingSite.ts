import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

const webChat = join(import.meta.dirname, '../officialClients/node_modules/botframework-webchat/dist/webchat.js')

const page = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>A website</title><style>html, body, #chat { height: 100%; margin: 0 }</style></head>
<body>
<div id="chat"></div>
<script src="/webchat.js"></script>
<script>
const domain = new URLSearchParams(location.search).get('service') + '/v3/directline'
fetch(domain + '/tokens/generate', { method: 'POST' })
  .then((response) => response.json())
  .then(({ token }) => {
    window.token = token
    WebChat.renderWebChat({ directLine: WebChat.createDirectLine({ token, domain }), userID: 'visitor' }, document.getElementById('chat'))
  })
</script>
</body>
</html>
`

/** A website of its own origin with Microsoft's Web Chat on it, as a deployer would put it there. */
export async function startEmbeddingSite() {
  const script = await readFile(webChat)
  const server = createServer((req, res) => {
    if (req.url === '/webchat.js') res.setHeader('Content-Type', 'text/javascript').end(script)
    else res.setHeader('Content-Type', 'text/html; charset=utf-8').end(page)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    /** The page, talking to the service at `serviceUrl`. */
    pageFor: (serviceUrl: string) => `http://127.0.0.1:${port}/?service=${encodeURIComponent(serviceUrl)}`,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
