/** The window's page is served by the app itself, from one folder, under one address. */
export const pageScheme = 'app';
export const pageOrigin = `${pageScheme}://whereabouts`;
export const pageAddress = `${pageOrigin}/index.html`;
