const turns = new Map<string, Promise<unknown>>();

/**
 * inTurn carries out the saves of one application one after another: all its sections share one version, so that two saves side
 * by side would contradict each other.
 */
export function inTurn<T>(applicationId: string, save: () => Promise<T>): Promise<T> {
  const before = turns.get(applicationId) ?? Promise.resolve();
  const mine = before.then(save, save);
  turns.set(applicationId, mine);
  const done = () => {
    if (turns.get(applicationId) === mine) turns.delete(applicationId);
  };
  mine.then(done, done);
  return mine;
}

/** settledSaves waits until no save of the application is under way, whether it succeeded or not. */
export async function settledSaves(applicationId: string): Promise<void> {
  for (let turn = turns.get(applicationId); turn; turn = turns.get(applicationId)) {
    await turn.catch(() => undefined);
    await Promise.resolve();
  }
}
