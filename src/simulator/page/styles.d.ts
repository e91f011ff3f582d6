/** Style sheets are bundled by webpack; they export nothing. */
declare module '*.css';
