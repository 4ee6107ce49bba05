import 'reflect-metadata';
import { Controller, Get } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { ALLOW, Allow } from '../../apps/api/src/auth/allow.decorator';
import { API_CONTROLLERS } from '../../apps/api/src/controllers';
import { ApiSheet } from '../../apps/api/src/openapi/operations/sheet.operations';

/** Where `ApiOperation` keeps what it says; the package does not export the name. */
const OPERATION = 'swagger/apiOperation';

type Route = Readonly<{ name: string; action: unknown; operation: unknown }>;
type ControllerClass = (typeof API_CONTROLLERS)[number] | (new () => object);

/** Every route of a controller, with what its decorators say. */
function routesOf(controller: ControllerClass): Route[] {
  const { prototype } = controller;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler: unknown = Reflect.get(prototype, name);
    if (typeof handler !== 'function' || Reflect.getMetadata(METHOD_METADATA, handler) === undefined)
      return [];
    const path = [controller, handler].map((of) => String(Reflect.getMetadata(PATH_METADATA, of)));
    return [
      {
        name: `${path.join('/')} (${controller.name}.${name})`,
        action: Reflect.getMetadata(ALLOW, handler),
        operation: Reflect.getMetadata(OPERATION, handler),
      },
    ];
  });
}

const bareIn = (controllers: readonly ControllerClass[]): string[] =>
  controllers
    .flatMap(routesOf)
    .filter(({ name, action, operation }) => {
      const guarded = name.replace(/^\//, '').startsWith('api/');
      return guarded && (action === undefined || operation === undefined);
    })
    .map(({ name }) => name);

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

it('every route under /api names its action and is described in the OpenAPI document', () => {
  expect(API_CONTROLLERS.flatMap(routesOf).length).toBeGreaterThan(8);
  expect(bareIn(API_CONTROLLERS)).toEqual([]);
});

it('a route without either is found', () => {
  expect(bareIn([Planted])).toEqual([
    'api/v1/planted/bare (Planted.bare)',
    'api/v1/planted/described (Planted.described)',
    'api/v1/planted/allowed (Planted.allowed)',
  ]);
});
