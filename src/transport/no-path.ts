/** What a phase that leads nowhere still conducts, over its bulk, so that the equations keep their shape; nothing gets through it. */
export const noPath = 1e-9;

/** The same for active material of which nothing is connected. */
export const leastConnected = 1e-3;
