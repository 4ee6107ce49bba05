import { a } from '@lotse/domain'; import { Injectable } from '@nestjs/common'; @Injectable() export class X { b = a; } console.log(new X().b);
