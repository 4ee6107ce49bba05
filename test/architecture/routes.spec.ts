import 'reflect-metadata';
import { Controller, Get, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { ALLOW, Allow } from '../../apps/api/src/auth/allow.decorator';
import { isOpen } from '../../apps/api/src/auth/open-routes';
import { API_CONTROLLERS } from '../../apps/api/src/controllers';
import { ApiSheet } from '../../apps/api/src/openapi/operations/sheet.operations';

/** Where `ApiOperation` keeps what it says; the package does not export the name. */
const OPERATION = 'swagger/apiOperation';

type Route = Readonly<{
  name: string;
  path: string;
  method: string;
  action: unknown;
  operation: unknown;
}>;
type ControllerClass = (typeof API_CONTROLLERS)[number] | (new () => object);

/** Every route of a controller, with what its decorators say. */
function routesOf(controller: ControllerClass): Route[] {
  const { prototype } = controller;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler: unknown = Reflect.get(prototype, name);
    if (typeof handler !== 'function') return [];
    const method: unknown = Reflect.getMetadata(METHOD_METADATA, handler);
    if (typeof method !== 'number') return [];
    const parts = [controller, handler].map((of) => String(Reflect.getMetadata(PATH_METADATA, of)));
    return [
      {
        name: `${controller.name}.${name}`,
        path: `/${parts.join('/').split('/').filter(Boolean).join('/')}`,
        method: RequestMethod[method] ?? '',
        action: Reflect.getMetadata(ALLOW, handler),
        operation: Reflect.getMetadata(OPERATION, handler),
      },
    ];
  });
}

/** Routes under /api that say neither what they are nor that they are open, or are in no document. */
const bareIn = (controllers: readonly ControllerClass[]): string[] =>
  controllers
    .flatMap(routesOf)
    .filter(({ path }) => path.startsWith('/api/'))
    .filter(
      ({ path, method, action, operation }) =>
        operation === undefined || (action === undefined) !== isOpen(method, path),
    )
    .map(({ name, path, method }) => `${method} ${path} (${name})`);

@Controller('api/v1/planted')
class Planted {
  @Get('bare')
  bare(): void {}

  @Get('described')
  @ApiSheet()
  described(): void {}

  @Get('allowed')
  @Allow('sheet.read')
  allowed(): void {}

  @Get('whole')
  @Allow('sheet.read')
  @ApiSheet()
  whole(): void {}
}

it('every route under /api names its action, unless it is listed as open, and is described in the OpenAPI document', () => {
  expect(API_CONTROLLERS.flatMap(routesOf).length).toBeGreaterThan(8);
  expect(bareIn(API_CONTROLLERS)).toEqual([]);
});

it('a route without either is found', () => {
  expect(bareIn([Planted])).toEqual([
    'GET /api/v1/planted/bare (Planted.bare)',
    'GET /api/v1/planted/described (Planted.described)',
    'GET /api/v1/planted/allowed (Planted.allowed)',
  ]);
});
