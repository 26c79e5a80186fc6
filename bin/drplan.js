#!/usr/bin/env node
import * as nodeModule from 'node:module';

nodeModule.enableCompileCache?.();
await import('../dist/run.js').then(({ run }) => run());
