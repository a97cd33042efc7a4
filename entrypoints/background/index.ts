import { defineBackground } from 'wxt/utils/define-background';
import { answerAnnotate, answerCandidates, answerCard, answerDatasetInfo, answerDatasetSearch, answerLabels, getReady } from '../../utils/background/answers';
import { answerHiding, followCommands } from '../../utils/browser/commands';
import { answer } from '../../utils/browser/messages';
import { followPermissions } from '../../utils/browser/permissions';
import { followBadgeSetting, showCount } from '../../utils/browser/toolbar';

/** The background holds the dataset and the matcher. It may die at any moment: listeners first, nothing kept. */
export default defineBackground({
  main() {
    answer('annotate', (payload, sender) => answerAnnotate(payload, sender.url));
    answer('card', answerCard);
    answer('candidates', answerCandidates);
    answer('labels', answerLabels);
    answer('datasetInfo', answerDatasetInfo);
    answer('datasetSearch', answerDatasetSearch);
    answer('found', async ({ count }, sender) => {
      if (sender.tabId !== null) await showCount(sender.tabId, count);
      return null;
    });
    answerHiding();
    followCommands();
    followPermissions();
    followBadgeSetting();
    getReady();
  },
});
