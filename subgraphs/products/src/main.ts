import { runProcess } from '@souk/platform/process';
import { compose } from './compose.ts';
import { parseConfig } from './config.ts';

await runProcess(process, { name: 'products', parseConfig, compose });
