export { operations as default } from './strided.js';
