/** Reads what was asked for, writes which processes run with which settings, and what is registered. Pure. */
package org.weir.local.plan;
