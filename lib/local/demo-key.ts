/**
 * The deployment key where none is set: for the demo, tests and packages that are only looked at. Everyone can read it
 * here, so it protects nothing, and `deploy` refuses it.
 */
export const demoKey = 'cardwire-demo-key-that-everyone-knows';
