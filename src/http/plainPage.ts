type Link = { href: string; text: string }
/** `link`: where to go on from here; to the chat unless told otherwise. */
type Options = { small?: string | undefined; link?: Link | undefined }

const toChat: Link = { href: '/chat', text: 'Go to the chat' }

/** A page of a heading and paragraphs, which may hold anything: all of it is escaped. */
export function plainPage(title: string, paragraphs: string[], { small, ...more }: Options = {}): string {
  const link = 'link' in more ? more.link : toChat
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/assets/chat.css">
</head>
<body class="nhsuk-template__body">
<div class="nhsuk-width-container">
<main class="nhsuk-main-wrapper" id="maincontent">
<h1 class="nhsuk-heading-l">${escapeHtml(title)}</h1>
${paragraphs.map((text) => `<p class="nhsuk-body">${escapeHtml(text)}</p>`).join('\n')}
${link ? `<p class="nhsuk-body"><a href="${escapeHtml(link.href)}">${escapeHtml(link.text)}</a></p>` : ''}
${small ? `<p class="nhsuk-body-s">${escapeHtml(small)}</p>` : ''}
</main>
</div>
</body>
</html>
`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
