import type { INestApplication } from '@nestjs/common';
import { documentOf, documentText } from './document';

/** The OpenAPI document of the running application, made when first asked for. */
export class ApiDocument {
  private app?: INestApplication;
  private text?: string;

  describe(app: INestApplication): void {
    this.app = app;
  }

  get json(): string {
    if (this.app === undefined) throw new Error('No application was given to describe');
    this.text ??= documentText(documentOf(this.app));
    return this.text;
  }
}
