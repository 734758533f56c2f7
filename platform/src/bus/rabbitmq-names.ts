/** What things are called on the broker. A deployment may rely on these names. */
export const exchangeOf = (topic: string) => `souk.${topic}`;
export const queueOf = (group: string, partition: number) => `souk.${group}.${partition}`;
export const deadQueueOf = (group: string) => `souk.${group}.dead`;
export const membersOf = (group: string) => `souk.${group}.members`;
