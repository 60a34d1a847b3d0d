import { keepTheme } from './theme.js';

/** Before anything is seen: the theme as chosen; of an address of another cell nothing is drawn that was drawn when the page was built. */

keepTheme();
if (location.hash !== '') document.documentElement.dataset.awaits = 'address';
