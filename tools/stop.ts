import { localPaths } from './local/paths.ts';
import { stopStage } from './local/stage.ts';

const wasRunning = await stopStage(localPaths());
process.stdout.write(wasRunning ? 'The local stage has ended.\n' : 'No local stage was running.\n');
