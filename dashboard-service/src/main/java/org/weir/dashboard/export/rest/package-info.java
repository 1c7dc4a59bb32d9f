/** Reads the store page by page, writes exports to whoever may have them. */
package org.weir.dashboard.export.rest;
