import { main } from './main.js';

void main(import.meta.dirname);
