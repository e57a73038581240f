/** A readable page for an error that a browser meets. `message` comes from the error table, never from a request. */
export function errorPage(status: number, message: string, correlationId: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${status === 404 ? 'Page not found' : 'Sorry, there is a problem'}</title>
<link rel="stylesheet" href="/assets/chat.css">
</head>
<body class="nhsuk-template__body">
<div class="nhsuk-width-container">
<main class="nhsuk-main-wrapper" id="maincontent">
<h1 class="nhsuk-heading-l">${status === 404 ? 'Page not found' : 'Sorry, there is a problem'}</h1>
<p class="nhsuk-body">${message}</p>
<p class="nhsuk-body"><a href="/chat">Go to the chat</a></p>
${status < 500 ? '' : `<p class="nhsuk-body-s">If you tell us about this, please give this reference: ${correlationId}</p>`}
</main>
</div>
</body>
</html>
`
}
