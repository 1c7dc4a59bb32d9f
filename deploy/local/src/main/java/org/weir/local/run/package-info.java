/** Reads planned processes, writes running ones, their logs, and the file that says where they are. */
package org.weir.local.run;
