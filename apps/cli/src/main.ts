import { flushed, outliveReader } from './output/print';
import { reportFailure } from './output/report-failure';
import { createProgram } from './program';

async function main(): Promise<void> {
  outliveReader();
  try {
    await createProgram().parseAsync();
  } catch (error) {
    process.exitCode = reportFailure(error);
  }
  await flushed();
  // Clients of servers may keep timers; what had to be written is written.
  process.exit();
}

void main();
