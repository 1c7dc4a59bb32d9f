/** Reads pages, writes screenshots: the whole of Weir through a real browser, with every part a process of its own. */
package org.weir.browser;
