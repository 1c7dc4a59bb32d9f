/** Reads the command line of {@code deploy/local/up}, writes a running Weir and tells how far it is. */
package org.weir.local.command;
