import type { Logger } from '@souk/platform/log';
import { followFile } from '../generation/follow-file.ts';
import type { Generations } from '../generation/generations.ts';
import type { JudgedOperations } from './judged-operations.ts';
import { readManifest } from './manifest.ts';
import { type TrustedDocuments, type TrustMode, trustedDocuments } from './trusted-documents.ts';

/**
 * Reads the trusted documents, and follows their file: a manifest that cannot be used is logged and
 * the last good one serves on. Null where none are configured. Throws for a first one that is bad.
 */
export function openManifest(
  config: { TRUSTED_DOCUMENTS_FILE?: string | undefined; TRUSTED_DOCUMENTS: TrustMode },
  judged: JudgedOperations,
  supergraph: Generations,
  log: Logger,
): { trusted: TrustedDocuments; close: () => void } | null {
  const file = config.TRUSTED_DOCUMENTS_FILE;
  if (file === undefined) return null;
  const whenChanged = followFile(file);
  const trusted = trustedDocuments(readManifest(file), config.TRUSTED_DOCUMENTS);
  const watched = whenChanged(() => {
    try {
      const manifest = readManifest(file);
      trusted.replace(manifest);
      // What was judged while another list was in force may not be trusted now.
      judged.replace(supergraph.current(), []);
      log.info({ documents: manifest.size }, 'trusted documents replaced');
    } catch (error) {
      log.error({ reason: (error as Error).message }, 'trusted documents refused');
    }
  });
  return { trusted, close: watched.close };
}
