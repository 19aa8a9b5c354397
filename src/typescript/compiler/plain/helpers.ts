/** The functions that the compiler adds to CommonJS modules that import others, by their names. */
export type Helper = '__createBinding' | '__setModuleDefault' | '__importStar' | '__exportStar' | '__importDefault';

/** Each on one line, and those that need it. */
const helpers: readonly { readonly name: Helper; readonly text: string; readonly neededBy: readonly Helper[] }[] = [
  {
    name: '__createBinding',
    neededBy: ['__importStar', '__exportStar'],
    text: 'var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) { if (k2 === undefined) k2 = k; var desc = Object.getOwnPropertyDescriptor(m, k); if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) { desc = { enumerable: true, get: function() { return m[k]; } }; } Object.defineProperty(o, k2, desc); }) : (function(o, m, k, k2) { if (k2 === undefined) k2 = k; o[k2] = m[k]; }));',
  },
  {
    name: '__setModuleDefault',
    neededBy: ['__importStar'],
    text: 'var __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) { Object.defineProperty(o, "default", { enumerable: true, value: v }); }) : function(o, v) { o["default"] = v; });',
  },
  {
    name: '__importStar',
    neededBy: [],
    text: 'var __importStar = (this && this.__importStar) || (function () { var ownKeys = function(o) { ownKeys = Object.getOwnPropertyNames || function (o) { var ar = []; for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k; return ar; }; return ownKeys(o); }; return function (mod) { if (mod && mod.__esModule) return mod; var result = {}; if (mod != null) for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]); __setModuleDefault(result, mod); return result; }; })();',
  },
  {
    name: '__exportStar',
    neededBy: [],
    text: 'var __exportStar = (this && this.__exportStar) || function(m, exports) { for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports, p)) __createBinding(exports, m, p); };',
  },
  {
    name: '__importDefault',
    neededBy: [],
    text: 'var __importDefault = (this && this.__importDefault) || function (mod) { return (mod && mod.__esModule) ? mod : { "default": mod }; };',
  },
];

/** The text of helpers, and before it that of those that they need. */
export function helperText(asked: ReadonlySet<Helper>): string {
  const needed = helpers.filter(({ neededBy }) => neededBy.some((other) => asked.has(other)));
  const others = [...asked].flatMap((name) => helpers.filter((helper) => helper.name === name));
  const last = (name: Helper): number => (name === '__importDefault' ? 1 : 0);
  others.sort((one, other) => last(one.name) - last(other.name));
  return [...needed, ...others].map(({ text }) => text).join('');
}
