import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { DOCS_CONTENT_POLICY } from '../http/security-headers';
import { Problem } from '../problems/problem';
import { ApiDocument } from './api-document';

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Lotse API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;
const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null });\n`;

/** What the page loads, from the package as installed. */
const ASSETS: ReadonlyMap<string, string> = new Map([
  ['swagger-ui.css', require.resolve('swagger-ui-dist/swagger-ui.css')],
  ['swagger-ui-bundle.js', require.resolve('swagger-ui-dist/swagger-ui-bundle.js')],
  ['favicon-32x32.png', require.resolve('swagger-ui-dist/favicon-32x32.png')],
]);

/** The OpenAPI document, and a page that shows it without any inline code or style. */
@ApiExcludeController()
@Controller()
export class DocsController {
  constructor(private readonly document: ApiDocument) {}

  @Get('openapi.json')
  @Header('Content-Type', 'application/json; charset=utf-8')
  openapi(): string {
    return this.document.json;
  }

  @Get('docs')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', DOCS_CONTENT_POLICY)
  page(): string {
    return PAGE;
  }

  @Get('docs/start.js')
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  start(): string {
    return START;
  }

  @Get('docs/:asset')
  asset(@Param('asset') name: string, @Res() response: Response): void {
    const path = ASSETS.get(name);
    if (path === undefined)
      throw new Problem('route-unknown', { detail: 'The documentation has no such file.' });
    // The address of the package may hold a folder that begins with a dot.
    response.sendFile(path, { dotfiles: 'allow', maxAge: '1h' });
  }
}
