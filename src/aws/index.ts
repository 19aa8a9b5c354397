export { fromProfile, type ProfileLookup, type ProfileRequest } from './from-profile.js';
